import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BuildResult, build } from '../../src/build/build-issue.ts'
import { render } from '../../src/build/render.ts'
import { type FileSession, openSession } from '../../src/build/session.ts'
import type { DisplayPage } from '../../src/display/display-list.ts'
import { boxesAt, spanAt } from '../../src/display/source-map.ts'
import { png } from '../assets/pictures.ts'
import { folderWith } from '../cli/project.ts'
import { timeFor } from '../mode.ts'

/** What an editor has before him; each edit gives the next state. */
interface Desk {
  readonly settings: Readonly<Record<string, string>>
  readonly sections: readonly (readonly Sheet[])[]
  readonly picture: number
  readonly own: string
  readonly broken: boolean
}

/** One article, or a brief where it has no title. */
interface Sheet {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly more: string
}

type Edit = (desk: Desk) => Desk

const WORDS =
  '书房于五月开放，读者来信说馆里木梁青砖都还在。服务中心把旧粮仓改成阅览室，“设座位120个”，藏书1.6万册。'
const SENTENCES = [
  WORDS,
  `${WORDS}${WORDS}${WORDS}`,
  '**老站长**介绍，线上预约见 www.shufang.example，每周二闭馆。',
  'The reading room opens at nine o’clock every day, and closes late on Fridays.',
  '龥字旁边的𰻞字没有字体，仍要排出来。',
  `## 春天里的活动\n\n${WORDS}`,
  '- 第一项是清点旧书\n- 第二项是登记捐赠',
  '| 月份 | 读者 |\n| --- | --- |\n| 五月 | 1200 |\n| 六月 | 900 |',
]
const SIGNS = ['新', '服务中心', '，', 'A1', '“', '》', '１', '的']

const sheet = fc.record({
  title: fc.constantFrom('老粮仓变身城市书房', '书房开放', '2026年上半年工作要点（一）', ''),
  paragraphs: fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 5 }),
  more: fc.constantFrom(
    '',
    'credit: { 文旅公司: 田秋实 }',
    'box: true',
    'lead: true',
    'columns: 1',
    'note: 编者按的话，只有一句。',
    'images: [{ src: room.png, caption: 阅览室, fit: left }]',
    'images: [{ placeholder: 待补：书房, caption: 读者 }]',
    'images: [{ src: room.png, fit: page, caption: 馆内 }]',
  ),
})

const at = fc.nat(40)
const inSheets =
  (index: number, change: (sheets: readonly Sheet[], at: number) => readonly Sheet[]): Edit =>
  (desk) => {
    const section = index % desk.sections.length
    const sections = desk.sections.map((sheets, one) =>
      one === section ? change(sheets, index % Math.max(1, sheets.length)) : sheets,
    )
    return { ...desk, sections }
  }
const inSheet = (index: number, change: (one: Sheet) => Sheet) =>
  inSheets(index, (sheets, place) => sheets.map((one, other) => (other === place ? change(one) : one)))

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(at, at, fc.constantFrom(...SIGNS)).map(([one, offset, sign]) =>
      inSheet(one, (given) => ({
        ...given,
        paragraphs: given.paragraphs.map((text, index) =>
          index === offset % given.paragraphs.length ? `${text.slice(0, 30)}${sign}${text.slice(30)}` : text,
        ),
      })),
    ),
  },
  fc
    .tuple(at, fc.constantFrom(...SENTENCES))
    .map(([one, text]) =>
      inSheet(one, (given) => ({ ...given, paragraphs: [...given.paragraphs.slice(0, 8), text] })),
    ),
  at.map((one) => inSheet(one, (given) => ({ ...given, paragraphs: given.paragraphs.slice(1) }))),
  fc
    .tuple(at, sheet)
    .map(([one, added]) => inSheets(one, (sheets, place) => sheets.toSpliced(place, 0, added).slice(0, 5))),
  // The same article twice.
  at.map((one) =>
    inSheets(one, (sheets, place) => [...sheets, ...sheets.slice(place, place + 1)].slice(0, 6)),
  ),
  at.map((one) => inSheets(one, (sheets, place) => sheets.toSpliced(place, 1))),
  fc.constant<Edit>((desk) => ({ ...desk, sections: desk.sections.toReversed() })),
  fc
    .constantFrom<Readonly<Record<string, string>>>(
      { design: 'classic' },
      { design: 'two-column' },
      { contents: 'true' },
      { page: '{ margin: { inside: 25mm } }' },
      { type: '{ body: { size: 11pt } }' },
      {},
    )
    .map<Edit>((settings) => (desk) => ({ ...desk, settings: { ...desk.settings, ...settings } })),
  at.map<Edit>((picture) => (desk) => ({ ...desk, picture })),
  fc.constantFrom(...SENTENCES).map<Edit>((own) => (desk) => ({ ...desk, own })),
  fc.constant<Edit>((desk) => ({ ...desk, broken: !desk.broken })),
)

function filesOf(desk: Desk): Record<string, string | Uint8Array> {
  const { contents, ...settings } = desk.settings
  const words = (text: string, indent: string) => text.replace(/\n(?=.)/g, `\n${indent}`)
  const item = ({ title, paragraphs, more }: Sheet) =>
    title === ''
      ? `    - ${JSON.stringify((paragraphs[0] ?? WORDS).replace(/\n/g, ' '))}`
      : [
          `    - title: ${title}`,
          ...(more === '' ? [] : [`      ${more}`]),
          `      body: |\n        ${words(paragraphs.join('\n\n') || WORDS, '        ')}`,
        ].join('\n')
  const sections = desk.sections.map(
    (sheets, index) => `  栏目${index}:\n${(sheets.length > 0 ? sheets : [EMPTY]).map(item).join('\n')}`,
  )
  return {
    'publication.yaml': [
      'bulletin: 1\nname: 柳溪简报\nissuer: 柳溪区服务中心',
      ...Object.entries(settings).map(([key, value]) => `${key}: ${value}`),
    ].join('\n'),
    'issue.yaml': [
      `date: 2026-06-15\nnumber: 1${contents === undefined ? '' : `\ncontents: ${contents}`}`,
      `${desk.broken ? 'sections: [' : 'sections:'}`,
      ...sections,
      '  来稿:\n    - file: own.md',
    ].join('\n'),
    'own.md': `---\ntitle: 来稿\n---\n${desk.own}\n`,
    'room.png': png({ width: 60 + desk.picture, height: 40 }),
  }
}

const EMPTY: Sheet = { title: '空栏', paragraphs: [WORDS], more: '' }

function write(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

const ink = (page: DisplayPage | undefined) =>
  JSON.stringify(page, (key, value) => (key === 'span' ? null : value))

/** What a build is, without how the session came to it. */
const stateOf = ({ list, bytes, diagnostics, fit, pages }: BuildResult) => ({
  list: JSON.stringify(list),
  bytes: bytes === null ? null : Buffer.from(bytes).toString('latin1'),
  diagnostics,
  fit,
  pages,
})

describe('a session', () => {
  test(
    'gives the pages, bytes and words of a cold build of the last state, whatever was edited before',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(sheet, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
          fc.array(edit, { minLength: 2, maxLength: 7 }),
          async (sections, edits) => {
            let desk: Desk = { settings: {}, sections, picture: 0, own: WORDS, broken: false }
            const folder = folderWith(filesOf(desk) as Record<string, string>)
            const session: FileSession = openSession({ cwd: folder, issue: 'issue.yaml', output: '-' })
            let before = (await session.build()).list
            for (const change of edits) {
              desk = change(desk)
              write(folder, filesOf(desk))
              const warm = await session.build()
              const cold = await build({ cwd: folder, issue: 'issue.yaml', output: '-' })
              expect(stateOf(warm)).toEqual(stateOf(cold))
              if (warm.list === null) continue
              const changed = warm.list.pages.flatMap((page, index) =>
                ink(page) === ink(before?.pages[index]) ? [] : [index],
              )
              expect(warm.changedPages).toEqual(changed)
              before = warm.list
            }
            session.close()
          },
        ),
        { numRuns: 14 },
      )
    },
    timeFor(240_000),
  )
})

const issue = (body: string) =>
  `date: 2026-06-15\nnumber: 1\nsections: { 要闻: [{ title: 书房, body: ${body} }] }`
const memory = { publication: 'bulletin: 1\nname: 柳溪简报\nissuer: 柳溪区服务中心', issue: issue(WORDS) }

describe('a session in memory', () => {
  test('builds the text it was given last, and says which pages changed', async () => {
    const session = openSession(memory)
    expect((await session.build()).changedPages).toEqual([0])
    expect((await session.build()).changedPages).toEqual([])
    session.update(issue(`${WORDS}新增一句。`))
    const warm = await session.build()
    const cold = await render({ ...memory, issue: issue(`${WORDS}新增一句。`) })
    expect(warm.changedPages).toEqual([0])
    expect(warm.products).toEqual(cold.products)
    expect(warm.list).toEqual(cold.list)
  }, 60_000)

  test('keeps the objects of pages and items that did not change', async () => {
    const session = openSession({ ...memory, make: [] })
    const first = await session.build()
    const again = await session.build()
    expect(again.list?.pages[0]).toBe(first.list?.pages[0])
    session.update(issue(WORDS.replace('读者', '来者')))
    const changed = await session.build()
    const [page, before] = [changed.list?.pages[0]?.items ?? [], first.list?.pages[0]?.items ?? []]
    expect(page.filter((item, index) => item !== before[index]).length).toBeLessThan(page.length / 2)
  }, 60_000)

  test('says of no page that it changed where only its text comes from another of two equal places', async () => {
    const pages = (first: string) =>
      `date: 2026-06-15\nnumber: 1\nsections: { 要闻: [{ title: 甲, body: "${first}" }, { title: 乙, start: page, body: "${WORDS}" }] }`
    const session = openSession({ ...memory, make: [], issue: pages(`${WORDS}\\n\\n短。`) })
    expect((await session.build()).changedPages).toEqual([0, 1])
    session.update(pages('另一段。\\n\\n短。'))
    expect((await session.build()).changedPages).toEqual([0])
  }, 60_000)

  test('builds one after the other, in the order of the calls', async () => {
    const session = openSession({ ...memory, make: [] })
    const first = session.build()
    session.update(issue('短。'))
    const [one, two] = await Promise.all([first, session.build()])
    expect(one.list).toEqual((await render({ ...memory, make: [] })).list)
    expect(two.list).toEqual((await render({ ...memory, make: [], issue: issue('短。') })).list)
  }, 60_000)

  test('goes on after a build that was called off', async () => {
    const session = openSession(memory)
    await session.build()
    await expect(session.build({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
    expect((await session.build()).products).toEqual((await render(memory)).products)
  }, 60_000)

  test('builds nothing once it is closed', async () => {
    const session = openSession(memory)
    session.close()
    await expect(session.build()).rejects.toThrow('the session is closed')
  })
})

describe('the source of what stands on a page', () => {
  test('is found from a point, and the point from the source', async () => {
    const session = openSession({ ...memory, make: [] })
    await session.build()
    // Lengthened before the words that are looked for: what was kept has moved in its file.
    session.update(`# 一行说明\n${issue(WORDS)}`)
    const { list, sources } = await session.build()
    const text = sources.get('issue.yaml')?.text ?? ''
    const boxes = list ? boxesAt(list, 'issue.yaml', text.indexOf('木梁青砖')) : []
    expect(boxes.length).toBeGreaterThan(0)
    for (const { page, x, y, width, height } of boxes) {
      const span = list && spanAt(list, { page, x: x + width / 2, y: y + height / 2 })
      expect(text.slice(span?.from, span?.to)).toContain('木梁青砖')
    }
    expect(list && spanAt(list, { page: 0, x: 1, y: 1 })).toBe(null)
  }, 60_000)
})

describe('a session of files', () => {
  test('takes a text in place of the file until it is told to go back', async () => {
    const folder = folderWith({ 'publication.yaml': memory.publication, 'issue.yaml': memory.issue })
    const session = openSession({ cwd: folder, issue: 'issue.yaml', output: '-', make: [] })
    const saved = await session.build()
    session.update(issue('未存的话。'))
    const typed = await session.build()
    session.update(null)
    expect(typed.sources.get('issue.yaml')?.text).toBe(issue('未存的话。'))
    expect((await session.build()).list).toEqual(saved.list)
    expect(typed.list).not.toEqual(saved.list)
  }, 60_000)
})
