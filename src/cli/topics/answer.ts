import { exampleOf, presetsOf } from '../../issue/key-reference/key-presets.ts'
import { type KeyFile, type KeyRow, keyRows } from '../../issue/key-reference/key-rows.ts'
import { didYouMean } from '../../issue/language/did-you-mean.ts'
import type { Language } from '../../report/words.ts'
import type { Topic } from './topic.ts'
import { topics } from './topics.ts'

/** What is told of a topic or of keys; a file of its own in dist, which no build reads. */
export interface Answer {
  readonly text: string
  /** The same for programs. */
  readonly data: object
}

/** A key and the files that it may stand in. */
interface FoundKey {
  readonly row: KeyRow
  readonly files: readonly KeyFile[]
}

const FILES: readonly KeyFile[] = ['publication', 'issue', 'article', 'design']
const FILE_NAMES: Readonly<Record<KeyFile, Readonly<Record<Language, string>>>> = {
  publication: { zh: 'publication.yaml', en: 'publication.yaml' },
  issue: { zh: '一期的文件', en: 'the issue' },
  article: { zh: '单独一篇的题头', en: 'an article’s front matter' },
  design: { zh: '版式文件', en: 'a design’s file' },
}

/** Most keys listed for a word that names several. */
const MOST_KEYS = 12

/** What is known of words in either language: a topic, a key by its path or the end of it; null when nothing is. */
export function answer(words: string, language: Language): Answer | null {
  const topic = topicNamed(words)
  if (topic !== undefined) return toldTopic(topic, language)
  const { exact, others } = keysNamed(words)
  const all = [...exact, ...others]
  if (all.length === 0) {
    const near = topicIn(words)
    return near === undefined ? null : toldTopic(near, language)
  }
  const one = exact.length === 1 || all.length === 1 ? all[0] : undefined
  return one === undefined ? toldKeys(words, all, language) : toldKey(one, all.slice(1), language)
}

/** The topic or key most likely meant; null when none is near. */
export function meant(words: string): string | null {
  const keys = FILES.flatMap((file) =>
    keyRows(file).flatMap(({ steps }) => steps.flatMap(({ en, zh }) => [en, zh])),
  )
  return didYouMean(words, [...new Set([...topics.flatMap(({ names }) => names), ...keys])], true)
}

function topicNamed(words: string): Topic | undefined {
  const wanted = words.trim().toLowerCase()
  return topics.find(({ names }) => names.some((name) => name.toLowerCase() === wanted))
}

/** The topic of which words speak besides, by the longest of its names: 照片太大, 怎么改字号, how to print. */
function topicIn(words: string): Topic | undefined {
  const told = words.trim().toLowerCase()
  const whole = new Set(told.split(/[^a-z]+/))
  const speaks = (name: string) =>
    /^[a-z]+$/.test(name)
      ? name.length > 3 && (whole.has(name) || whole.has(`${name}s`))
      : isHan(name) && told.includes(name)
  const found = topics
    .flatMap((one) => one.names.map((name) => ({ one, name: name.toLowerCase() })))
    .filter(({ name }) => speaks(name))
    .sort((a, b) => b.name.length - a.name.length)
  return found[0]?.one
}

function isHan(name: string): boolean {
  return /^[\u4e00-\u9fff]{2,}$/.test(name)
}

/** The keys whose whole path words are, in either language or both, and those whose paths end with it. */
export function keysNamed(
  words: string,
  all: readonly FileRow[] = allKeys(),
): {
  readonly exact: readonly FoundKey[]
  readonly others: readonly FoundKey[]
} {
  const wanted = words
    .trim()
    .toLowerCase()
    .split(/[.:：/>、\s]+/)
    .filter((one) => one !== '' && one !== '*')
  if (wanted.length === 0) return { exact: [], others: [] }
  const ending = all.filter(({ row: { steps } }) => {
    const tail = steps.slice(-wanted.length)
    return (
      tail.length === wanted.length && tail.every(({ en, zh }, at) => [en, zh].includes(wanted[at] as string))
    )
  })
  const isExact = ({ row }: FileRow) => row.steps.length === wanted.length
  const exact = grouped(ending.filter(isExact))
  const others = grouped(ending.filter((one) => !isExact(one)))
  // An article's own file takes what the issue says of it, which is told with the issue.
  const told = exact.filter(({ files }) => files[0] !== 'article')
  return { exact: told.length > 0 ? told : exact, others }
}

/** A key in one of its files. */
interface FileRow {
  readonly row: KeyRow
  readonly file: KeyFile
}

function allKeys(): readonly FileRow[] {
  return FILES.flatMap((file) => keyRows(file).map((row) => ({ row, file })))
}

/** One entry for a key that several files take. */
function grouped(found: readonly FileRow[]): readonly FoundKey[] {
  const byKey = new Map<string, FoundKey>()
  for (const { row, file } of found) {
    const name = `${shortPath(row, 'en')} ${row.key.doc.en}`
    const known = byKey.get(name)
    byKey.set(name, known ? { ...known, files: [...known.files, file] } : { row, files: [file] })
  }
  return [...byKey.values()]
}

/** 图片.比例（images.ratio） */
function bothPaths(row: KeyRow, language: Language): string {
  const zh = shortPath(row, 'zh')
  const en = shortPath(row, 'en')
  return language === 'zh' ? `${zh}（${en}）` : `${en} (${zh})`
}

/** A path without the names and items on its way. */
function shortPath({ steps }: KeyRow, language: Language): string {
  return steps.map((step) => step[language]).join('.')
}

function toldTopic({ names, about, keys, commands, page }: Topic, language: Language): Answer {
  const zh = language === 'zh'
  const all = allKeys()
  const rows = keys.flatMap((path) => keysNamed(path, all).exact.slice(0, 1))
  const lines = [
    `${zh ? names[0] : names[1]}\n`,
    `  ${about[language]}\n`,
    ...(rows.length > 0 ? [zh ? '键：' : 'Keys:'] : []),
    ...rows.map(({ row }) => `  ${bothPaths(row, language)}  ${row.key.doc[language]}`),
    ...(commands.length > 0 ? [`${rows.length > 0 ? '\n' : ''}${zh ? '命令：' : 'Commands:'}`] : []),
    ...commands.map((line) => `  ${line}`),
    `\n${zh ? '说明书' : 'The book'}${zh ? '：' : ': '}${bookPage(page)}`,
  ]
  return {
    text: `${lines.join('\n')}\n`,
    data: { topic: names[0], names, about: about[language], keys, commands, page },
  }
}

/** A page of the book as a file: `recipes/looks.html#office-fonts`. */
function bookPage(page: string): string {
  const [path, part] = page.split('#')
  return `${path}.html${part === undefined ? '' : `#${part}`}`
}

function toldKey({ row, files }: FoundKey, others: readonly FoundKey[], language: Language): Answer {
  const zh = language === 'zh'
  const example = exampleOf(row, files[0] as KeyFile, language)
  const presets = presetsOf(row).map(({ design, value }) =>
    design === null ? value : `${zh ? design.zh : design.name} ${value}`,
  )
  const line = (name: string, words: string) => (words === '' ? [] : [`  ${name}${zh ? '：' : ': '}${words}`])
  const places = files.map((file) => FILE_NAMES[file][language]).join(zh ? '、' : ', ')
  const lines = [
    `${bothPaths(row, language)}\n`,
    `  ${row.key.doc[language]}\n`,
    ...line(zh ? '写在' : 'In', places),
    ...line(zh ? '写什么' : 'Takes', row.key.kind.expected[language]),
    ...(row.key.required ? line(zh ? '必填' : 'Required', zh ? '是' : 'yes') : []),
    ...line(zh ? '不写时' : 'When left out', presets.join(zh ? '；' : '; ')),
    ...line(zh ? '例' : 'Example', example ?? ''),
    ...line(zh ? '说明书' : 'The book', `${zh ? '' : 'en/'}reference/${files[0]}.html`),
    ...(others.length > 0 ? [zh ? '\n也叫这个名字的：' : '\nOf the same name:'] : []),
    ...others
      .slice(0, MOST_KEYS)
      .map((one) => `  ${bothPaths(one.row, language)}  ${one.row.key.doc[language]}`),
  ]
  const data = {
    key: shortPath(row, 'en'),
    zh: shortPath(row, 'zh'),
    about: row.key.doc[language],
    files,
    presets,
    example,
  }
  return { text: `${lines.join('\n')}\n`, data }
}

function toldKeys(words: string, keys: readonly FoundKey[], language: Language): Answer {
  const zh = language === 'zh'
  const shown = keys.slice(0, MOST_KEYS)
  const lines = [
    zh
      ? `叫“${words}”的键有 ${keys.length} 个，写全路径看其中一个：`
      : `“${words}” names ${keys.length} keys; write the path of one:`,
    ...shown.map(({ row }) => `  ${bothPaths(row, language)}  ${row.key.doc[language]}`),
    ...(keys.length > MOST_KEYS ? ['  …'] : []),
  ]
  return { text: `${lines.join('\n')}\n`, data: { keys: keys.map(({ row }) => shortPath(row, 'en')) } }
}
