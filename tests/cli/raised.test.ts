import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'
import { writeFile } from '../../src/project/write-file.ts'
import { ensureBundle, jianbao } from './bundle.ts'
import { folderWith, issueOf, PUBLICATION, project } from './project.ts'

beforeAll(ensureBundle, 60_000)

type Files = Readonly<Record<string, string | Uint8Array>>

const article = (body: string, more = '') =>
  `date: 2026-01-05\nsections:\n  要闻:\n    - title: 某公司召开会议\n      body: |\n        ${body}\n      credit: { 综合科: 张某 }\n${more}`
const issue = (text: string): Files => ({ 'issues/2026-01.yaml': text })
const settings = (more: string): Files => ({ 'publication.yaml': `${PUBLICATION}${more}` })
const gb18030 = Buffer.concat([Buffer.from('date: 2026-01-05 # '), Buffer.from('bbe1d2e9', 'hex')])
const long = '工作组察看现场，听取汇报，提出要求，部署下一阶段重点任务，强调责任落实。'

/** What is said → files, the command line, and the exit code; `project()` has one issue besides. */
const CASES: readonly (readonly [string, Files, readonly string[], number])[] = [
  ['E-NO-PUBLICATION-FILE', {}, ['new'], 3],
  ['E-NO-PUBLICATION', { 'a.yaml': issueOf('2026-01-05') }, ['check', 'a.yaml'], 3],
  ['E-NOT-ISSUE', {}, ['check', 'publication.yaml'], 2],
  ['E-ENCODING', { 'issues/2026-01.yaml': gb18030 }, ['check', 'issues/2026-01.yaml'], 3],
  ['E-SET', {}, ['check', '--set', 'colums=3'], 2],
  ['E-EXISTS', {}, ['init', '--yes'], 5],
  ['E-MEASURE', {}, ['build', '--set', 'page.margin.inside=182mm'], 1],
  [
    'E-GRID',
    issue(`override: { type: { body: { line_height: 60mm } } }\n${article('正文。')}`),
    ['check'],
    1,
  ],
  ['E-AGAINST', {}, ['build', '--make', 'proof', '--against', 'HEAD~1'], 3],
  ['E-TIME', { 'issues/2026-02.yaml': issueOf('2026-01-20') }, ['build', '--all'], 6],
  ['I-PAGES', {}, ['check', '-v'], 0],
  ['I-PAGES-ABOUT', issue(article(`${long.repeat(80)}\n\n        `.repeat(24))), ['check', '-v'], 0],
  ['E-FONT-LOCK', { 'fonts.lock.json': '[]' }, ['check'], 1],
  ['W-FONT-LOCK', { 'fonts.lock.json': '{"fonts":{"宋体 regular":"0"}}' }, ['check', '--strict'], 4],
  [
    'E-NO-TITLE',
    {
      'issues/2026-01.yaml': 'date: 2026-01-05\nsections:\n  要闻:\n    - file: a.md\n',
      'issues/a.md': '正文。\n',
    },
    ['check'],
    1,
  ],
  ['W-MIXED-SECTION', issue(`${issueOf('2026-01-05')}    - 一条简讯。\n`), ['check'], 0],
  ['W-NUMBER-TWICE', { 'issues/b.yaml': issueOf('2026-01-06') }, ['check', '--strict'], 4],
  ['W-NUMBER-GAP', { 'issues/b.yaml': issueOf('2026-02-20') }, ['check'], 0],
  [
    'W-NUMBER-ORDER',
    {
      'issues/b.yaml': `number: 1\n${issueOf('2026-02-20')}`,
      'issues/2026-01.yaml': `number: 9\n${issueOf('2026-01-05')}`,
    },
    ['check', '-v'],
    0,
  ],
  [
    'W-REPEAT-TITLE',
    issue(article('正文。', '    - title: 某公司召开会议\n      body: 另一篇。\n      credit: 综合科\n')),
    ['check'],
    0,
  ],
  [
    'E-MANY',
    issue(`date: 2026-01-05\nsections:\n  简讯:\n${'    - title: 甲\n'.repeat(3001)}`),
    ['check'],
    6,
  ],
  ['E-GLYPH', issue(article('乙公司\u{31350}某。')), ['check'], 1],
  ['W-NO-GLYPH', issue(article('乙公司\u{31350}某。')), ['build'], 0],
  ['W-PAGES-OVER', issue(`pages: 1\n${article(long.repeat(300))}`), ['build', '--strict'], 4],
]

test.each(CASES)('%s', (code, files, args, exit) => {
  const folder = code.startsWith('E-NO-PUBLICATION') ? folderWith(files) : project(files)
  const env: Record<string, string> = code === 'E-TIME' ? { JIANBAO_BUILD_SECONDS: '0.001' } : {}
  const ran = jianbao(folder, args, env)
  expect(ran.err).toContain(` ${code}`)
  expect(ran.code).toBe(exit)
})

test('E-FIX-ENCODING: a file in another encoding is not recoded behind the editor’s back', () => {
  const folder = project()
  const text = Buffer.concat([
    Buffer.from('date: 2026-01-05\nsections:\n  a:\n    - title:x '),
    Buffer.from('bbe1d2e9', 'hex'),
    Buffer.from('\n      body: x\n'),
  ])
  writeFileSync(join(folder, 'issues/2026-01.yaml'), text)
  const ran = jianbao(folder, ['check', '--fix', '--yes', '--encoding', 'gb18030'])
  expect(ran.err).toContain('E-FIX-ENCODING')
})

test('E-ENCODING-NAME: from the library, whose callers pass what they like', async () => {
  const { diagnostics } = await build({ cwd: project(), encoding: 'ansi' })
  expect(diagnostics.map((one) => one.code)).toEqual(['E-ENCODING-NAME'])
})

test('E-FONT-SIZE: a font file over the limit is not read', () => {
  const folder = project(settings('fonts: { 补字: { file: a.ttf } }\n'))
  const file = openSync(join(folder, 'a.ttf'), 'w')
  // A hole, not bytes: the disk is not filled.
  ftruncateSync(file, 61 * 1024 * 1024)
  closeSync(file)
  const ran = jianbao(folder, ['check'])
  expect(ran.code).toBe(6)
  expect(ran.err).toMatch(/E-F(?:ONT|ILE)-SIZE/)
})

test('E-OUTPUT-SIZE: what is over the limit is not written', async () => {
  const huge = { length: 201 * 1024 * 1024 } as Uint8Array
  const [fault] = await writeFile(join(folderWith({}), 'a.pdf'), huge, [])
  expect(fault?.code).toBe('E-OUTPUT-SIZE')
})
