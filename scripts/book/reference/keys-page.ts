import { exampleOf, presetsOf } from '../../../src/issue/key-reference/key-presets.ts'
import { type KeyFile, type KeyRow, keyPathOf, keyRows } from '../../../src/issue/key-reference/key-rows.ts'
import type { Language } from '../../../src/report/words.ts'
import { type BookPage, inWords, plain, table, typed } from './table.ts'

const TITLES: Readonly<Record<KeyFile, readonly [zh: string, en: string]>> = {
  publication: ['刊物的键（publication.yaml）', 'Keys of a publication (publication.yaml)'],
  issue: ['一期的键', 'Keys of an issue'],
  article: ['单独一篇的键（题头）', 'Keys of an article’s own file (front matter)'],
  design: ['版式文件的键', 'Keys of a design file'],
}

const LEADS: Readonly<Record<KeyFile, readonly [zh: string, en: string]>> = {
  publication: [
    '各期共用的设置。只有三个键是必填的。',
    'Settings that all issues share; three keys are required.',
  ],
  issue: [
    '`issues/` 里一期一个文件。`override`（改动）里可以写刊物的任何键，只在本期有效。',
    'One file an issue, in `issues/`. `override` takes any key of a publication, for this issue alone.',
  ],
  article: [
    '一篇单独放在一个 `.md` 文件里时，开头两行 `---` 之间写的键。',
    'What stands between two lines of `---` at the head of an article’s `.md` file.',
  ],
  design: [
    '`design: ./our-house.yaml` 指的文件。只写与内置版式不同的地方。',
    'The file that `design: ./our-house.yaml` names: what differs from the design it stands on.',
  ],
}

/** The pages that tell every key of every file. */
export function keyPages(language: Language): readonly BookPage[] {
  const files: readonly KeyFile[] = ['publication', 'issue', 'article', 'design']
  return files.map((file) => ({ path: `reference/${file}.md`, text: pageOf(file, language) }))
}

function pageOf(file: KeyFile, language: Language): string {
  const t = inWords(language)
  const rows = keyRows(file)
  const tops = [...new Set(rows.map((row) => (row.steps[0] as { en: string }).en))]
  const plainTops = tops.filter((top) => rows.filter((row) => row.steps[0]?.en === top).length === 1)
  const groups = tops.filter((top) => !plainTops.includes(top))
  const part = (wanted: readonly string[]) =>
    keyTable(
      rows.filter((row) => wanted.includes(row.steps[0]?.en as string)),
      file,
      language,
    )
  return [
    `# ${t(...TITLES[file])}`,
    t(...LEADS[file]),
    t(
      '每个键中文、英文写法都认；写错了，会指出在第几行、可能想写哪个键。带“必填”的不能省。`*` 是您自己起的名字，或列表里的一项。',
      'Every key may be written in Chinese or English. `*` is a name of your own, or an item of a list.',
    ),
    ...(groups.length > 0
      ? [
          [...(plainTops.length > 0 ? ['single'] : []), ...groups]
            .map((top) => headLink(top, rows, language))
            .join('　'),
        ]
      : []),
    ...(plainTops.length > 0 ? [`## ${t('单个的键', 'Single keys')} {#single}`, part(plainTops)] : []),
    ...groups.flatMap((top) => {
      const zh = rows.find((row) => row.steps[0]?.en === top)?.steps[0]?.zh as string
      return [
        `## ${language === 'zh' ? `${zh} ${top}` : `${top} ${zh}`} {#${top.replace(/_/g, '-')}}`,
        part([top]),
      ]
    }),
  ].join('\n\n')
}

/** A link to a group of keys on the same page. */
function headLink(top: string, rows: readonly KeyRow[], language: Language): string {
  const zh = rows.find((row) => row.steps[0]?.en === top)?.steps[0]?.zh
  const words = zh === undefined ? inWords(language)('单个的键', 'Single keys') : language === 'zh' ? zh : top
  return `[${words}](#${top.replace(/_/g, '-')})`
}

function keyTable(rows: readonly KeyRow[], file: KeyFile, language: Language): string {
  const t = inWords(language)
  const heads = [
    t('键', 'Key'),
    t('管什么', 'What it changes'),
    t('写什么', 'Takes'),
    t('不写时', 'When left out'),
    t('例', 'Example'),
  ]
  return table(
    heads,
    rows.map((row) => {
      const other = language === 'zh' ? 'en' : 'zh'
      const example = exampleOf(row, file, language)
      return [
        `${typed(keyPathOf(row, language))}<br>${typed(keyPathOf(row, other))}`,
        plain(row.key.doc[language]) + (row.key.required ? `<br>**${t('必填', 'required')}**` : ''),
        plain(row.key.kind.expected[language]),
        toldPreset(row, language),
        example === null ? t('见下面的键', 'see the keys below') : typed(example),
      ]
    }),
  )
}

function toldPreset(row: KeyRow, language: Language): string {
  const presets = presetsOf(row)
  return presets
    .map(({ design, value }) =>
      design === null ? typed(value) : `${design[language === 'zh' ? 'zh' : 'name']} ${typed(value)}`,
    )
    .join('<br>')
}
