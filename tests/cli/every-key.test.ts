import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type BuildResult, build } from '../../src/build/build-issue.ts'
import { checkPlace } from '../../src/build/check-place.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { exitCodeOf } from '../../src/report/exit-code.ts'
import { keyPaths } from '../issue/key-paths.ts'
import { photograph } from '../paint/sample-images.ts'
import { folderWith } from './project.ts'

type Values = Record<string, unknown>

/** A publication and an issue in which every kind of text occurs. */
const PUBLICATION: Values = {
  bulletin: 1,
  name: '城南简报',
  subtitle: '内部交流',
  issuer: '城南区办公室',
  classification: '内部资料',
  copy_number: '000001',
  frequency: 'monthly',
  numbering: { anchor: { issue: '2026-01', total: 87 } },
  sections: ['动态', { name: '简讯', style: 'briefs' }],
  colophon: {
    report_to: ['区委办'],
    send_to: ['各科室'],
    copy_to: ['各街道'],
    people: { 编辑: '张某' },
    contact: '0000-0000000',
    copies: 50,
  },
  check: { roster: '名录.txt', dictionaries: ['词表.txt'] },
}

const LONG =
  '本月各科室按照年度计划推进重点工作，完成台账登记 12 项（含 3 项整改），形成 report 两份。'.repeat(4)
const BODY = [
  '## 总体情况',
  '### 基本做法',
  `*着重*看**加粗**的文字，他说：“做好工作。”（见附件）——这样 very well ……`,
  '> 引文一段，写得较长，用来看两端对齐和左右对齐的差别，因此要有两行以上的文字才行。',
  '| 单位 | 数 |\n| --- | --- |\n| 甲 | 1 |\n| 乙乙乙乙 | 22 |',
  LONG,
  LONG,
  '城南区设有三个科室[^1]。\n\n[^1]: 据年度统计，以后还会增加，数字随时更新，请以最新一期为准，印发后不再另行通知，谢谢。',
  // One slip for each of the proof checks.
  '1月8日至10，局长会上提出三点要求：一是抓安全，二是抓质量。2月30日,星期一 2026年2月5日（星期一）结束...',
  '“未完的引号。他说--好。城南-城北路段。共１２项，再接再励，部长张三丰到会\u200b，科长李小明、科长李小名出席。',
].join('\n\n')

const ARTICLE: Values = {
  title: '城南区召开工作会议',
  shoulder: '贯彻部署',
  subtitle: '部署全年任务',
  note: '编者按：现将有关做法刊发，供各单位在工作中学习借鉴，并结合实际抓好贯彻落实，取得更大成绩。',
  body: BODY,
  images: [{ src: 'a.jpg', caption: '会场', alt: '会议现场' }],
  side_boxes: [
    {
      title: '小资料',
      body: '本月完成台账登记 12 项（含 3 项整改），形成报告两份，各科室互相核对无误以后一并归档备查。',
    },
  ],
  pull_quotes: [{ text: '按照年度计划推进重点工作，完成台账登记 12 项', source: '年度计划' }],
  credit: { 综合科: ['张某'], 办公室: ['李某'] },
}

const ISSUE: Values = {
  date: '2026-02-05',
  contents: true,
  sections: {
    动态: [ARTICLE, { title: '检修供水管网', body: LONG, credit: { 综合科: ['张某'] } }],
    简讯: [{ text: `近日，甲公司完成检修。${LONG.slice(0, 60)}` }, { text: '近日，乙公司开业。' }],
  },
}

const FILES = {
  'issues/a.jpg': new Uint8Array(await photograph(300, 200, 1).jpeg().toBuffer()),
  'issues/b.jpg': new Uint8Array(await photograph(200, 300, 2).jpeg().toBuffer()),
  'issues/exif.jpg': new Uint8Array(
    await photograph(300, 200, 1)
      .withExif({ IFD0: { Copyright: 'somebody' } })
      .jpeg()
      .toBuffer(),
  ),
  'a.jpg': new Uint8Array(await photograph(300, 200, 1).jpeg().toBuffer()),
  'b.jpg': new Uint8Array(await photograph(200, 300, 2).jpeg().toBuffer()),
  'issues/2026-01.yaml': 'date: 2026-01-05\nsections: { 简讯: [近日，甲公司完成检修。] }\n',
  'issues/稿.md': '---\ntitle: 来稿\n---\n来稿正文。\n',
  'issues/稿二.md': '---\ntitle: 来稿二\n---\n来稿正文。\n',
  '名录.txt': '张三丰,局长\n李四光,副局长\n',
  '名录2.txt': '张三丰,部长\n',
  '词表.txt': '到会 => 出席\n',
  '词表2.txt': '\n',
  '刊物/publication.yaml': JSON.stringify({ ...PUBLICATION, name: '城北简报' }),
  'fonts/a.ttf': new Uint8Array(
    readFileSync(join(import.meta.dirname, '../../fonts/jianbao-kai-regular.ttf')),
  ),
  'fonts/b.ttf': new Uint8Array(
    readFileSync(join(import.meta.dirname, '../../fonts/jianbao-hei-regular.ttf')),
  ),
  'uncoated.icc': new Uint8Array(
    readFileSync(join(import.meta.dirname, '../../profiles/FOGRA47L_uncoated.icc')),
  ),
  'profile.icc': new Uint8Array(
    readFileSync(join(import.meta.dirname, '../../profiles/FOGRA39L_coated.icc')),
  ),
}

/** `*` is the first item, or the first of the editor's names. */
function put(root: Values, path: string, value: unknown): void {
  const parts = path.split('.')
  let at: Values = root
  for (const [depth, part] of parts.entries()) {
    const name = part === '*' ? (Object.keys(at)[0] as string) : part
    if (depth === parts.length - 1) at[name] = value
    else {
      const next = at[name]
      at[name] = typeof next === 'object' && next !== null ? next : {}
      at = at[name] as Values
    }
  }
}

/** All that comes of an issue: what is said, the files with their contents, the exit code. */
async function outcome(changes: readonly (readonly [string, unknown])[], make?: string, check = false) {
  const publication = structuredClone(PUBLICATION)
  const issue = structuredClone(ISSUE)
  for (const [path, value] of changes) {
    const whole = structuredClone(value)
    if (path.startsWith('issue.')) put(issue, path.slice(6), whole)
    else put(publication, path, whole)
  }
  const cwd = folderWith({
    ...FILES,
    'publication.yaml': JSON.stringify(publication),
    'issues/2026-02.yaml': JSON.stringify(issue),
  })
  const options = make === undefined ? {} : { make: [make] }
  const built = await build({ cwd, issue: 'issues/2026-02.yaml', ...options })
  const { value: place } = findIssue('issues/2026-02.yaml', cwd)
  if (place === null) throw new Error('no issue')
  const checked = check ? await checkPlace(place, {}) : built
  const said = (all: BuildResult['diagnostics']) =>
    all.map(({ severity, code, values }) => ({ severity, code, values }))
  return {
    errors: built.diagnostics
      .filter((one) => one.severity === 'error')
      .map((one) => `${one.code} ${JSON.stringify(one.values)}`),
    all: JSON.stringify([
      said(built.diagnostics),
      said(checked.diagnostics),
      exitCodeOf(checked.diagnostics, { failOn: checked.failOn }),
      built.products.map(({ kind, file, bytes }) => [
        kind,
        file && relative(cwd, file),
        bytes && createHash('sha256').update(bytes).digest('hex'),
      ]),
    ]),
  }
}

type Row = readonly [
  one: unknown,
  other: unknown,
  more?: readonly (readonly [string, unknown])[],
  make?: string,
]

const FIRST = 'issue.sections.*.*'
const PICTURE = `${FIRST}.images.*`

/** Slips that the body has not. */
const SLIPS: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
  'title-end': [[`${FIRST}.title`, '召开会议。']],
  'credit-missing': [[`${FIRST}.credit`, undefined]],
  'name-variant': [
    [`${FIRST}.people`, ['王小明']],
    [`${FIRST}.body`, '科长王小名出席。'],
  ],
}

/** The keys that stand for one kind of text's style. */
const ALL = keyPaths()
const ROLES = ALL.flatMap((path) => /^type\.(\w+)\.font$/.exec(path)?.[1] ?? [])

/** Keys whose effect takes more than one issue of a few pages to be seen, with the tests that show it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'fonts.*.face': 'cli/user-fonts.test.ts',
  'fonts.*.weight': 'assets/variable-fonts.test.ts',
  'output.booklet.creep': 'products/press.test.ts',
  [`${FIRST}.keep`]: 'content/arrange.test.ts',
}

/** Articles that fill two pages and a little more, on a page count that they meet with a lever alone. */
function nearly(pages: number, last: number, more: Values): NonNullable<Row[2]> {
  const articleOf = (characters: number) => ({
    title: '城南区召开工作会议',
    lead: false,
    body: ['## 总体情况', LONG, '### 基本做法', LONG, LONG.repeat(2).slice(0, characters)].join('\n\n'),
    images: [{ placeholder: '图', ratio: '3:2' }],
  })
  return [
    ...['classification', 'subtitle', 'copy_number', 'colophon', 'issue.contents'].map(
      (key) => [key, undefined] as const,
    ),
    ['issue.sections', { 动态: [190, 190, 190, last].map(articleOf) }],
    ['issue.pages', pages],
    ['issue.fit', { mode: 'auto', image: '0%', line_height: '0pt', heading: 0, ...more }],
  ]
}

/** Many short articles, whose headings alone can give lines. */
function headed(pages: number, articles: number): NonNullable<Row[2]> {
  const article = { title: '城南区召开工作会议', lead: false, body: LONG.slice(0, 80) }
  return [
    ...['classification', 'subtitle', 'copy_number', 'colophon', 'issue.contents'].map(
      (key) => [key, undefined] as const,
    ),
    ['issue.sections', { 动态: Array.from({ length: articles }, () => article) }],
    ['issue.pages', pages],
    ['issue.fit', { mode: 'auto', image: '0%', line_height: '0pt', heading: 0 }],
  ]
}

/** Two values of each key from which other things must come. */
const ROWS: Readonly<Record<string, Row>> = {
  bulletin: [1, 2],
  design: ['two-column', 'classic'],
  name: ['甲报', '乙报'],
  subtitle: ['甲', '乙'],
  issuer: ['甲办', '乙办'],
  classification: ['甲', '乙'],
  watermark: ['甲', '乙'],
  copy_number: ['000001', '000002'],
  language: ['zh-CN', 'zh-TW'],
  paragraphs: ['blank-line', 'every-line', [[`${FIRST}.body`, '甲。\n乙。\n']]],
  frequency: ['monthly', 'weekly', [['numbering.anchor', { issue: '2026-01', total: 87 }]]],
  'numbering.reset': ['yearly', 'never', [['issue.date', '2027-02-05']]],
  'numbering.anchor.issue': ['2026-01', '2026-02'],
  'numbering.anchor.total': [87, 90],
  'numbering.text': ['第{n}期', '总第{total}期'],
  'numbering.date': ['{yyyy}-{mm}', '{d}日'],
  'numbering.supplement_text': ['增刊{n}', '副刊{n}', [['issue.supplement', true]]],
  'masthead.style': ['red', 'plain'],
  'masthead.image': ['a.jpg', 'b.jpg', [['masthead.style', 'image']]],
  'masthead.logo': ['a.jpg', 'b.jpg'],
  'masthead.rule': ['none', 'double'],
  'masthead.height': ['60mm', '120mm'],
  'masthead.contents': [true, false, [['issue.contents', 'auto']]],
  'page.size': ['A4', 'A5', [['page.columns', 1]]],
  'page.margin.top': ['24mm', '40mm'],
  'page.margin.bottom': ['22mm', '40mm'],
  'page.margin.inside': ['19.8mm', '25mm'],
  'page.margin.outside': ['19.8mm', '25mm'],
  'page.columns': [1, 2],
  'page.column_gap': ['2em', '3em'],
  'page.column_rule': ['none', 'hairline'],
  'page.balance': ['last', 'none'],
  'page.number': ['{page}', '-{page}-'],
  'page.number_from': [1, 5],
  'page.number_align': ['outside', 'center'],
  'page.header': ['甲', '乙'],
  'page.bleed': ['3mm', '5mm', [], 'print'],
  'type.body.line_height': ['16.5pt', '20pt'],
  'type.section.brackets': ['', '【】'],
  'type.footnote.number': [
    'page',
    'article',
    [[`${FIRST}.body`, `甲[^1]。\n\n${'乙丙丁戊'.repeat(1200)}[^2]。\n\n[^1]: 己。\n\n[^2]: 庚。`]],
  ],
  'type.latin': ['宋体', '黑体'],
  'type.indent': ['2em', '0em'],
  'type.emphasis': ['kai', 'dots'],
  'type.punctuation': ['full', 'kaiming'],
  'type.break': ['loose', 'strict', [[`${FIRST}.body`, '甲乙丙丁ぁ'.repeat(200)]]],
  'type.hang': [true, false],
  'type.grid': [true, false],
  'type.hyphenation': [
    true,
    false,
    [[`${FIRST}.body`, 'administration representatives organizational '.repeat(20)]],
  ],
  'type.han_latin_space': ['0.25em', '0.5em'],
  'fonts.*.file': [
    'fonts/a.ttf',
    'fonts/b.ttf',
    [
      ['fonts', { 甲体: { file: 'fonts/a.ttf' } }],
      ['type.body', { font: '甲体' }],
    ],
  ],
  'fonts.*.bold': [
    'fonts/a.ttf',
    'fonts/b.ttf',
    [
      ['fonts', { 甲体: { file: 'fonts/a.ttf' } }],
      ['type.body', { font: '甲体', weight: 'bold' }],
    ],
  ],
  'fonts.*.fallback': [
    ['宋体'],
    ['fonts/没有.ttf'],
    [
      ['fonts', { 甲体: { file: 'fonts/a.ttf' } }],
      ['type.body', { font: '甲体' }],
    ],
  ],
  'color.accent': ['#c00000', '#0000c0'],
  'color.mode': ['rgb', 'gray'],
  'sections.*.name': ['动态', '别的', [['sections', [{ name: '动态' }]]]],
  'sections.*.style': [
    'articles',
    'briefs',
    [
      ['sections', [{ name: '动态' }]],
      [`${FIRST}.lead`, true],
    ],
  ],
  'sections.*.numbering': ['1.', '1、', [['sections', [{ name: '简讯', style: 'briefs' }]]]],
  'credit.text': ['（{credits}）', '【{credits}】'],
  'credit.org_separator': ['、', '；'],
  'images.fit': ['column', 'page'],
  'images.strip_metadata': [true, false, [[`${PICTURE}.src`, 'exif.jpg']]],
  'images.ratio': ['3:2', '2:1'],
  'images.min_ppi': [10, 2000, [], 'print'],
  'images.max_ppi': [72, 300],
  'images.quality': [30, 95, [['images.max_ppi', 36]]],
  // E-PLACEHOLDER is what the second one says.
  'images.placeholder': ['box', 'error', [[`${FIRST}.images`, [{ placeholder: '待补' }]]]],
  'colophon.report_to': [['甲'], ['乙']],
  'colophon.send_to': [['甲'], ['乙']],
  'colophon.copy_to': [['甲'], ['乙']],
  'colophon.cc': [['甲'], ['乙']],
  'colophon.people': [{ 编辑: '甲' }, { 校对: '乙' }],
  'colophon.contact': ['甲', '乙'],
  'colophon.copies': [1, 2],
  'colophon.issued_by': ['甲', '乙'],
  'colophon.even_page': [true, false, [['issue.sections', { 动态: [{ title: '甲', body: '乙。' }] }]]],
  'colophon.qr': ['甲', '乙'],
  'check.profile': ['official', 'off'],
  'check.roster': ['名录.txt', '名录2.txt'],
  'check.dictionaries': [['词表.txt'], ['词表2.txt']],
  'output.dir': ['output', 'pdf'],
  'output.name': ['{name}', '{nn}'],
  'output.make': [['pdf'], ['pdf', 'proof']],
  'output.max_size': ['5MB', '20KB'],
  'output.profile': ['profile.icc', 'uncoated.icc', [], 'print'],
  'output.print.paper': ['coated', 'uncoated', [], 'print'],
  'output.print.spot': ['甲红', '乙红', [], 'print'],
  'output.print.accent': ['0 100 100 0', '0 100 100 20', [], 'print'],
  'output.print.marks': [true, false, [], 'print'],
  'output.booklet.sheet': ['A3', 'A4', [], 'booklet'],
  'output.booklet.blanks': ['before-last', 'end', [], 'booklet'],
  'output.booklet.creep': ['0mm', '1mm', [], 'booklet'],
  'output.archive.attach': ['none', 'sources', [], 'archive'],
  'output.archive.standard': ['A-2', 'A-1b', [], 'archive'],
  'issue.publication': ['../publication.yaml', '../刊物/publication.yaml'],
  'issue.date': ['2026-02-05', '2026-02-06'],
  'issue.number': [7, 8],
  'issue.total': [7, 8],
  'issue.supplement': [true, false],
  'issue.title': ['甲专刊', '乙专刊'],
  'issue.override': [{ name: '甲报' }, { name: '乙报' }],
  'issue.contents': [true, false],
  'issue.pages': [1, 6],
  'check.fail_on': ['error', 'never'],
  'issue.fit.mode': ['report', 'auto', nearly(2, 270, { image: '12%' })],
  'issue.fit.image': ['0%', '30%', nearly(2, 306, {})],
  'issue.fit.line_height': ['0pt', '2pt', nearly(2, 350, {})],
  'issue.fit.heading': [0, 3, headed(3, 22)],
  'issue.status': ['draft', 'review'],
  'issue.watermark': ['甲', '乙'],
  'issue.approved.by': ['张某', '李某', [['issue.approved.hash', '00000000']]],
  'issue.approved.on': ['2026-02-01', '2026-02-02', [['issue.approved.hash', '00000000']]],
  'issue.approved.hash': ['00000000', '00000001'],
  [`${FIRST}.title`]: ['甲', '乙'],
  [`${FIRST}.shoulder`]: ['甲', '乙'],
  [`${FIRST}.subtitle`]: ['甲', '乙'],
  [`${FIRST}.note`]: ['甲', '乙'],
  [`${FIRST}.lead`]: [true, false],
  [`${FIRST}.body`]: ['甲。', '乙。'],
  [`${FIRST}.columns`]: [1, 2],
  [`${FIRST}.across`]: ['column', 'page'],
  [`${FIRST}.vertical_title`]: [
    true,
    false,
    [
      [`${FIRST}.body`, '甲乙丙丁。'.repeat(60)],
      [`${FIRST}.note`, ''],
      [`${FIRST}.images`, []],
      [`${FIRST}.pull_quotes`, []],
      [`${FIRST}.side_boxes`, []],
    ],
  ],
  [`${FIRST}.start`]: [
    'auto',
    'page',
    [['issue.sections', { 动态: [{ title: '甲', body: '乙。' }], 甲: [ARTICLE] }]],
  ],
  [`${FIRST}.box`]: [true, false],
  [`${FIRST}.tint`]: [true, false],
  [`${FIRST}.paragraphs`]: ['blank-line', 'every-line', [[`${FIRST}.body`, '甲。\n乙。\n']]],
  [`${FIRST}.people`]: [['王小明'], ['赵大'], [[`${FIRST}.body`, '科长王小名出席。']]],
  [`${FIRST}.date`]: ['2026-02-05', '2024-02-05', [[`${FIRST}.body`, '2月5日（星期一），开会。']]],
  [`${FIRST}.file`]: ['稿.md', '稿二.md', [['issue.sections', { 动态: [{}] }]]],
  [`${FIRST}.text`]: ['甲。', '乙。', [['issue.sections', { 动态: [{}] }]]],
  [`${FIRST}.pull_quotes.*.id`]: ['甲', '乙', [[`${FIRST}.body`, '甲。\n\n![](甲)\n\n乙。\n\n丙。\n\n丁。']]],
  [`${FIRST}.pull_quotes.*.text`]: ['甲', '乙'],
  [`${FIRST}.pull_quotes.*.source`]: ['甲', '乙'],
  [`${FIRST}.side_boxes.*.id`]: [
    '甲',
    '乙',
    [[`${FIRST}.body`, `甲。\n\n${'乙丙丁戊'.repeat(200)}。\n\n![](甲)\n\n丙。`]],
  ],
  [`${FIRST}.side_boxes.*.title`]: ['甲', '乙'],
  [`${FIRST}.side_boxes.*.body`]: ['甲', '乙'],
  [`${FIRST}.side_boxes.*.tint`]: [true, false],
  'issue.cover': ['a.jpg', 'b.jpg'],
  'issue.ear': ['甲', '乙'],
  'issue.ear.title': ['甲', '乙', [['issue.ear', { text: '丙' }]]],
  'issue.ear.text': ['甲', '乙', [['issue.ear', { title: '丙' }]]],
  [`${FIRST}.to`]: ['甲', '乙'],
  [`${FIRST}.attachments`]: [['甲'], ['乙']],
  'issue.note': ['甲', '乙'],
  [`${FIRST}.signature.text`]: ['甲', '乙'],
  [`${FIRST}.signature.seal`]: ['a.jpg', 'b.jpg', [[`${FIRST}.signature.text`, '甲']]],
  [`${FIRST}.signature.width`]: ['20mm', '40mm', [[`${FIRST}.signature`, { text: '甲', seal: 'a.jpg' }]]],
  [`${FIRST}.credit`]: [{ 甲: '张某' }, { 乙: '张某' }],
  [`${PICTURE}.id`]: ['甲', '乙', [[`${FIRST}.body`, '甲。\n\n![](甲)\n\n乙。']]],
  [`${PICTURE}.src`]: ['a.jpg', 'b.jpg'],
  [`${PICTURE}.qr`]: ['甲', '乙', [[`${FIRST}.images`, [{}]]]],
  [`${PICTURE}.placeholder`]: ['甲', '乙', [[`${FIRST}.images`, [{}]]]],
  [`${PICTURE}.caption`]: ['甲', '乙'],
  [`${PICTURE}.alt`]: ['甲', '乙'],
  [`${PICTURE}.fit`]: ['column', 'page'],
  [`${PICTURE}.ratio`]: ['3:2', '2:1'],
  [`${PICTURE}.focus`]: [[0, 0], [1, 1], [[`${PICTURE}.ratio`, '1:1']]],
  [`${PICTURE}.credit`]: ['甲', '乙'],
  [`${PICTURE}.gallery`]: [[{}, {}, {}], [{}, {}, {}, {}], [[`${FIRST}.images`, [{}]]]],
  [`${PICTURE}.row`]: [[{ src: 'a.jpg' }], [{ src: 'a.jpg' }, { src: 'b.jpg' }], [[`${FIRST}.images`, [{}]]]],
  ...Object.fromEntries(ROLES.flatMap(roleRows).filter(([path]) => ALL.includes(path))),
  ...Object.fromEntries(
    ['check.rules', `${FIRST}.check`].flatMap((above) =>
      Object.entries(SLIPS).map(([rule, more]) => [`${above}.${rule}`, ['off', 'error', more]]),
    ),
  ),
}

function roleRows(role: string): readonly (readonly [string, Row])[] {
  const more: Row[2] = role === 'lead_headline' ? [[`${FIRST}.lead`, true]] : []
  return [
    [`type.${role}.font`, ['宋体', '黑体', more]],
    [`type.${role}.size`, ['10pt', '13pt', more]],
    [`type.${role}.weight`, ['regular', 'bold', more]],
    [`type.${role}.align`, ['left', 'right', more]],
    [`type.${role}.color`, ['black', '#00a000', more]],
  ]
}

/** What may be one thing or a list of them has one table of keys, however it is written. */
const plain = (path: string) =>
  path
    .replace(/\.images\.(?:(?:\*\.)?(?:row|gallery)\.\*\.|\*\.)?(?=[a-z])/, '.images.*.')
    .replace(/^issue\.cover\.(?=[a-z])/, `${PICTURE}.`)
    .replace(/\.(pull_quotes|side_boxes)\.(?:\*\.)?(?=[a-z])/, '.$1.*.')
const paths = [...new Set(keyPaths().map(plain))]
const isLeaf = (path: string) => !paths.some((other) => other.startsWith(`${path}.`))

function rowOf(path: string): Row | undefined {
  return ROWS[path] ?? (/check\.(?:rules\.)?[a-z-]+$/.test(path) ? ['off', 'error'] : undefined)
}

/** Keys one value of which is refused on purpose, with an error that says so. */
const REFUSED: readonly string[] = [
  'bulletin',
  'images.placeholder',
  'issue.publication',
  `${PICTURE}.id`,
  `${FIRST}.pull_quotes.*.id`,
  `${FIRST}.side_boxes.*.id`,
  'fonts.*.fallback',
]

const asked = paths.filter(
  (path) => ELSEWHERE[path] === undefined && (isLeaf(path) || ROWS[path] !== undefined),
)

describe('every key changes something', () => {
  test('each has a row or a test of its own, and no row is for a key that is not there', () => {
    expect(asked.filter((path) => rowOf(path) === undefined)).toEqual([])
    expect([...Object.keys(ROWS), ...Object.keys(ELSEWHERE)].filter((path) => !paths.includes(path))).toEqual(
      [],
    )
    const missing = Object.values(ELSEWHERE).filter(
      (file) => !existsSync(join(import.meta.dirname, '..', file)),
    )
    expect(missing).toEqual([])
  })

  test.each(asked)('%s', async (path) => {
    const row = rowOf(path)
    if (row === undefined) throw new Error(`ROWS has no row for ${path}`)
    const [one, other, more = [], make] = row
    const check = /check|people|date|approved/.test(path)
    const first = await outcome([...more, [path, one]], make, check)
    const second = await outcome([...more, [path, other]], make, check)
    expect(first.all === second.all ? `the same: ${first.errors.join('; ')}` : 'other').toBe('other')
    // A value that is only refused has no effect that could be broken.
    if (!REFUSED.includes(path)) expect([...first.errors, ...second.errors]).toEqual([])
  })

  test('bulletin: the one version of the format is taken, any other named with the key', async () => {
    const of = async (value: unknown) => (await outcome([['bulletin', value]])).errors
    expect(await of(1)).toEqual([])
    for (const other of [2, 0, 1.5, true])
      expect(
        (await of(other)).map((one) => one.slice(0, 60)),
        String(other),
      ).toEqual([expect.stringMatching(/^E-\S+ .*bulletin/)])
  })
})
