import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { gatherFiles, prepareImported } from '../../src/cli/import-files.ts'
import { readOldWord } from '../../src/cli/old-word.ts'
import { ImportFault } from '../../src/importers/container/import-fault.ts'
import { takeIn } from '../../src/importers/intake.ts'
import { planImport } from '../../src/importers/placing/plan.ts'
import { reportPage } from '../../src/importers/report/report.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { addItems } from '../../src/issue/write/add-items.ts'
import { SMALL_OFFICE as REVIEWED } from '../build/office-issue.ts'
import { plansFor, withPlans } from '../build/reviewers.ts'
import { documentOf, sentCopy, takeAll, underReview, withDocument } from '../build/under-review.ts'
import { COMBINATIONS } from '../importers/combinations.ts'
import { CORPUS } from '../importers/corpus.ts'
import { docx, p, SENTENCE, title } from '../importers/docx-parts.ts'
import { HABITS } from '../importers/habits.ts'
import { damaged, distorted, chance as seededChance } from '../importers/mutations.ts'
import { PNG } from '../importers/pictures.ts'
import type { Kind, Next, Said, Variant } from './kinds.ts'
import { mutated } from './mutations.ts'

const PUBLICATION =
  'bulletin: 1\nname: 云汀简报\nissuer: 云汀区办公室\nsections: [要闻, { name: 简讯, style: briefs }]\n'
const ISSUE = 'date: 2026-06-15\nsections:\n  要闻:\n    - title: 旧稿\n      body: 旧稿的正文。\n'

/** `import` as the command line does it, but that nothing is written: what would be written has to read without a fault. */
async function importing(folder: string): Promise<Said> {
  const gathered = gatherFiles([join(folder, '来稿')], folder)
  const sections = new Map([
    ['要闻', 'articles'],
    ['简讯', 'briefs'],
  ] as const)
  const intake = await takeIn(gathered.files, {
    tracked: 'accept',
    oldWord: readOldWord,
    sections,
    section: null,
  })
  const plan = planImport(await prepareImported(intake), {
    issue: 'issues/1.yaml',
    section: '要闻',
    briefs: '简讯',
    language: 'zh',
    isTaken: (path) => existsSync(join(folder, path)),
  })
  reportPage({ issue: 'issues/1.yaml', files: plan.files }, 'en')
  let text = ISSUE
  for (const [section, items] of plan.items)
    text = addItems({ file: 'issues/1.yaml', text }, section, items).value
  const read = readIssue({
    publication: { file: 'publication.yaml', text: PUBLICATION },
    issue: { file: 'issues/1.yaml', text },
    others: [],
    article: (path) => ({
      value: { file: path, text: String(plan.written.find((one) => one.path === path)?.content) },
      diagnostics: [],
    }),
  })
  const unread = read.diagnostics.filter((one) => one.severity === 'error')
  if (unread.length > 0) throw new Error(`what was imported does not read: ${JSON.stringify(unread)}`)
  const outside = plan.written.filter(({ path }) => /^\/|(?:^|\/)\.\.(?:\/|$)|\\/.test(path))
  if (outside.length > 0) throw new Error(`outside: ${outside.map((one) => one.path).join(' ')}`)
  const foreign = intake.diagnostics.find(({ code }) => !/^E-(?:IMPORT-|BOMB$)/.test(code))
  if (foreign) throw new Error(`not of the import: ${foreign.code}`)
  return { diagnostics: [...gathered.diagnostics, ...intake.diagnostics], sources: new Map() }
}

type Damage = (bytes: Buffer, next: Next) => { readonly names: readonly string[]; readonly bytes: Uint8Array }

/** One of some files, damaged, among what was handed in. */
function contributed(whole: Readonly<Record<string, Uint8Array>>, damage: (name: string) => Damage): Variant {
  const names = Object.keys(whole)
  return {
    run: importing,
    files: async () => ({
      'publication.yaml': Buffer.from(PUBLICATION),
      'issues/1.yaml': Buffer.from(ISSUE),
      '来稿/通知.txt': Buffer.from(`供水保障检查\n\n${SENTENCE}\n`),
    }),
    attack: (folder, _, next) => {
      const name = names[Math.floor(next() * names.length)]!
      const changed = damage(name)(Buffer.from(whole[name]!), next)
      writeFileSync(join(folder, '来稿', name), changed.bytes)
      return [name, ...changed.names]
    },
  }
}

/** Half of them sound archives whose XML makes no sense. */
const asWord: Damage = (bytes, next) => {
  const below = (most: number) => Math.floor(next() * Math.max(1, most))
  if (next() < 0.5) return { names: ['XML'], bytes: distorted(bytes, below) }
  return next() < 0.3 ? { names: ['bytes'], bytes: damaged(bytes, below) } : mutated(bytes, next)
}

/** Half of them sound archives, one of whose parts is damaged. */
const asArchive: Damage = (bytes, next) => {
  if (next() < 0.5) return mutated(bytes, next)
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const name = names[Math.floor(next() * names.length)]!
  const { names: how, bytes: changed } = mutated(Buffer.from(parts[name]!), next)
  return { names: [name, ...how], bytes: zipSync({ ...parts, [name]: changed }, { level: 1 }) }
}

const WORDS = [
  '{',
  '}',
  '\\',
  '\\par ',
  '\\pard',
  '\\row ',
  '\\cell ',
  '\\trowd',
  '\\intbl ',
  '\\u-1?',
  '\\u55357?',
  '\\u99999999999 ',
  '\\uc9',
  '\\bin99999999 ',
  '\\bin-1 ',
  "\\'",
  "\\'g1",
  '\\*',
  '{\\*\\x ',
  '{\\pict\\pngblip ',
  '{\\fonttbl',
  '{\\footnote ',
  '{\\field{\\*\\fldinst HYPERLINK "file:///x"}{\\fldrslt ',
  '{\\v ',
  '{\\deleted ',
  '\\ansicpg1252',
  '\\ansicpg99999',
  '\\fs-4',
  '\\cellx-1',
  '\\listtext',
  '\0',
  '\u001b',
]
const MIME = [
  '\r\n',
  '\r\n\r\n',
  '--x',
  '--x--',
  'Content-Type: multipart/mixed; boundary=""',
  'Content-Type: text/html; charset=x-none',
  'Content-Type: message/rfc822',
  'Content-Transfer-Encoding: quoted-printable',
  '=?utf-8?B?//8=?=',
  '=?gbk?Q?=D6=D0',
  "filename*=utf-8''..%2F..%2Fx.docx",
  'filename="C:\\\\x.docx"',
  'filename="\u0000"',
  '=',
  '=3',
  '<script>',
  '&#xD800;',
  '&#0;',
  '\u001b',
  'Content-Type: application/ms-tnef; name=winmail.dat',
]

/** Words of a format put in, taken out or exchanged between its own. */
function amongWords(words: readonly string[], between: RegExp): Damage {
  return (bytes, next) => {
    if (next() < 0.4) return mutated(bytes, next)
    const tokens = bytes.toString('latin1').split(between)
    const any = (of: readonly string[]) => of[Math.floor(next() * of.length)]!
    for (let count = 1 + Math.floor(next() ** 2 * 8); count > 0; count--) {
      const at = Math.floor(next() * tokens.length)
      const act = Math.floor(next() * 5)
      if (act === 0) tokens.splice(at, 1)
      else if (act === 1) tokens.splice(at, 0, any(words))
      else if (act === 2) tokens[at] = any(tokens)
      else if (act === 3) tokens[at] = any(words).repeat(1 + Math.floor(next() ** 4 * 3000))
      else tokens.splice(at, 0, ...tokens.slice(at, at + 8))
    }
    return { names: ['words'], bytes: Buffer.from(tokens.join(''), 'latin1') }
  }
}

const RICH = amongWords(WORDS, /(?=[\\{}])/)
const MAIL = amongWords(MIME, /(?<=\r\n|[;=?])/)

function mail(): Uint8Array {
  const word = docx({ body: title('水务集团检查供水保障') + p(SENTENCE) })
  const attached = (name: string, bytes: Uint8Array) => [
    '--x',
    'Content-Type: application/octet-stream',
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n'),
  ]
  const lines = [
    'From: =?utf-8?B?5rC05Yqh6ZuG5Zui?= <a@b.cn>',
    `Subject: =?utf-8?B?${Buffer.from('供水稿件').toString('base64')}?=`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="x"',
    '',
    '--x',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>=E6=82=A8=E5=A5=BD&amp;&#31532;</p><style>p{}</style>',
    '--x',
    'Content-Type: message/rfc822',
    '',
    'Subject: =?gbk?Q?=D6=D0?=',
    '',
    SENTENCE,
    ...attached('稿件.docx', word),
    ...attached('图.png', PNG),
    '--x--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

/** Where the repository lies: this runs bundled, too. */
const ROOT = resolve(process.env.JIANBAO_ROOT ?? join(import.meta.dirname, '../..'))
const LIBREOFFICE = join(ROOT, 'tests/importers/libreoffice')

function filesOf(extension: RegExp): Readonly<Record<string, Uint8Array>> {
  const names = readdirSync(LIBREOFFICE)
    .filter((name) => extension.test(name))
    .sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(LIBREOFFICE, name))]))
}

const wordFiles = () => ({
  ...Object.fromEntries(
    [...CORPUS, ...HABITS, ...COMBINATIONS].map((one) => [`${one.name}.docx`, docx(one.parts)]),
  ),
  ...filesOf(/\.docx$/),
})

/** An archive as offices send them: a folder for each unit, one more archive, a picture, names in GBK. */
function archive(): Uint8Array {
  const word = docx({ body: title('水务集团检查供水保障') + p(SENTENCE) })
  const zip = zipSync({
    '水务集团/稿件.docx': word,
    '水务集团/图.png': PNG,
    '城建集团/通知.txt': Buffer.from(`道路养护\n${SENTENCE}`),
    'bcxx.txt': Buffer.from(`补充消息\n${SENTENCE}`),
    '更多.zip': zipSync({ 'a.docx': word, 'b.md': Buffer.from(`# 短讯\n\n${SENTENCE}\n`) }),
  })
  // 补充 in GBK, without the flag that says UTF-8.
  return Buffer.from(
    Buffer.from(zip).toString('latin1').replaceAll('bcxx', '\u00b2\u00b9\u00b3\u00e4'),
    'latin1',
  )
}

const RETURNED = '送审稿-改.docx'

/** `review --take all` as the command line does it, but that nothing is written. */
async function reviewing(folder: string): Promise<Said> {
  try {
    const { texts } = takeAll(REVIEWED, readFileSync(join(folder, RETURNED)))
    underReview(texts)
    return { diagnostics: [], sources: new Map() }
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error
    const told = error.diagnosticOf(RETURNED)
    if (!/^E-(?:IMPORT-|BOMB$)/.test(told.code)) throw new Error(`not of the import: ${told.code}`)
    return { diagnostics: [told], sources: new Map() }
  }
}

/** A copy that two reviewers changed in many places. */
function returnedCopy(): Uint8Array {
  const copy = sentCopy(REVIEWED)
  const xml = documentOf(copy)
  return withDocument(copy, withPlans(xml, plansFor(xml, 40, seededChance(5))))
}

const reviewed: Variant = {
  run: reviewing,
  files: async () => ({ [RETURNED]: returnedCopy() }),
  attack: (folder, sound, next) => {
    const changed = asWord(Buffer.from(sound[RETURNED]!), next)
    writeFileSync(join(folder, RETURNED), changed.bytes)
    return changed.names
  },
}

/** What is handed in, by its kind of file. */
export const CONTRIBUTIONS: readonly Kind[] = [
  { name: 'import: Word', variants: [contributed(wordFiles(), () => asWord)] },
  {
    name: 'import: old Word, RTF',
    variants: [contributed(filesOf(/\.rtf$/), () => RICH), contributed(filesOf(/\.doc$/), () => mutated)],
  },
  { name: 'import: mail', variants: [contributed({ '邮件.eml': mail() }, () => MAIL)] },
  { name: 'import: archive', variants: [contributed({ '来稿.zip': archive() }, () => asArchive)] },
  { name: 'review: Word', variants: [reviewed] },
]
