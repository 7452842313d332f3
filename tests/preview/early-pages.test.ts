import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type BuildSession, fileSession } from '../../src/build/session.ts'
import type { DisplayItem, DisplayList } from '../../src/display/display-list.ts'
import { EarlyPages } from '../../src/preview/early-pages.ts'
import { insteadOf } from '../../src/preview/engine.ts'
import { gridOf } from '../../src/preview/grid-columns.ts'
import type { GridFacts } from '../../src/preview/protocol.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { project } from '../cli/project.ts'

const ISSUE = 'issues/2026-01.yaml'
const sentence = '会议部署全年工作，要求抓好落实，推进重点项目建设。'
const paragraphs = (name: string) =>
  Array.from({ length: 9 }, (_, at) => `        ${name}${at + 1}段。${sentence.repeat(4)}`).join('\n\n')
const article = (name: string) =>
  `    - title: 某公司召开${name}会议\n      body: |\n${paragraphs(name)}\n\n        1. ${name}一项。${sentence.repeat(2)}\n`
const TEXT = `date: 2026-01-05\nsections:\n  要闻:\n${['甲', '乙', '丙', '丁'].map(article).join('')}  简讯:\n    - 一条简讯。${sentence}\n`

let setting: { place: NonNullable<ReturnType<typeof findIssue>['value']>; cwd: string; cacheFolder: null }
let session: BuildSession
beforeAll(() => {
  const cwd = project({ [ISSUE]: TEXT })
  const place = findIssue(join(cwd, ISSUE), cwd).value
  if (place === null) throw new Error('no issue')
  setting = { place, cwd, cacheFolder: null }
  session = fileSession({ ...setting, output: '-', make: [] })
})

const texts = (text: string) => new Map([[ISSUE, text]])

async function whole(text: string): Promise<{ list: DisplayList; grid: GridFacts }> {
  let grid: GridFacts | null = null
  const { list } = await session.build({
    make: [],
    instead: insteadOf(texts(text)),
    onAssets: (_, issue) => {
      grid = gridOf(issue)
    },
  })
  if (list === null || grid === null) throw new Error('not set')
  return { list, grid }
}

/** Early pages of an issue that was set with the text. */
async function ready(text = TEXT, prepares = true): Promise<EarlyPages> {
  const early = new EarlyPages(setting)
  const { list, grid } = await whole(text)
  early.settled(texts(text), list, grid)
  if (prepares) await early.prepare()
  return early
}

const written = (behind: string, put: string, text = TEXT) => text.replace(behind, `${behind}${put}`)

/** An item as it is to look: places to a twentieth of a pt. */
function looking(item: DisplayItem) {
  if (item.kind !== 'glyphs') return { ...item, span: null }
  return {
    ...item,
    span: null,
    y: expect.closeTo(item.y, 1),
    xs: item.xs.map((x) => expect.closeTo(x, 1)),
  }
}

async function expectAsWhole(early: EarlyPages, text: string): Promise<number> {
  const patched = await early.pages(texts(text))
  if (patched === null) throw new Error('nothing early')
  const { list } = await whole(text)
  for (const [index, page] of patched) {
    const items = page.items.map((one) => ({ ...one, span: null }))
    expect(items).toEqual(list.pages[index]?.items.map(looking))
  }
  return patched.size
}

describe('the page at which is written', () => {
  test.each(['甲1段', '乙5段', '丙9段', '丁一项'])('is as it will be: behind %s', async (behind) => {
    const early = await ready()
    expect(await expectAsWhole(early, written(behind, '和'))).toBeGreaterThan(0)
  })

  test('key after key, in one paragraph and the next, forth and back', async () => {
    const early = await ready()
    const one = written('乙5段', '新')
    const two = written('乙5段新', '词', one)
    for (const text of [one, two]) expect(await early.pages(texts(text))).not.toBeNull()
    const three = written('乙6段', '也', two)
    await expectAsWhole(early, three)
    const back = three.replace('乙6段也', '乙6段')
    expect(await early.pages(texts(back))).not.toBeNull()
    await expectAsWhole(early, back.replace('乙5段新词', '乙5段'))
  })

  test('a line more or fewer goes into its column at once, key after key, and back', async () => {
    const early = await ready()
    const longer = written('甲2段', sentence)
    const patched = await early.pages(texts(longer))
    const { list } = await whole(longer)
    const starts = (items: readonly DisplayItem[] = []) =>
      items.flatMap((one) =>
        one.kind === 'glyphs' && /^[甲乙]/.test(one.texts[0] ?? '')
          ? [[one.texts.slice(0, 3).join(''), Math.round(one.y)]]
          : [],
      )
    const [[index, page] = []] = patched ?? []
    const wanted = starts(list.pages[index ?? -1]?.items)
    const at = wanted.findIndex(([words]) => words === '甲2段')
    expect(at).toBeGreaterThan(-1)
    expect(starts(page?.items)).toEqual(expect.arrayContaining(wanted.slice(at, at + 2)))
    // The list is the one before still, and the next key goes by what is shown.
    const next = written('甲2段', '也', longer)
    expect(await early.pages(texts(next))).not.toBeNull()
    expect(await early.pages(texts(longer))).not.toBeNull()
    await expectAsWhole(early, TEXT)
  })

  test('without a pause to prepare in, with a text that is newly open, and after a key that had to wait', async () => {
    const early = await ready(TEXT, false)
    const opened = new Map([...texts(written('甲1段', '和')), ['other.md', '文。']])
    expect(await early.pages(opened)).not.toBeNull()
    const longer = written('乙5段', sentence.repeat(3))
    expect(await early.pages(texts(longer))).toBeNull()
    const { list, grid } = await whole(longer)
    early.settled(texts(longer), list, grid)
    await expectAsWhole(early, written('丙9段', '和', longer))
  })

  test('what is made ready is the piece at which was written last, or the last where there are fewer by now', async () => {
    const pieces = fileSession({ ...setting, output: '-', make: [] })
    const set = vi.spyOn(pieces, 'build')
    const early = new EarlyPages(setting, pieces)
    const prepared = async (text: string) => {
      const { list, grid } = await whole(text)
      early.settled(texts(text), list, grid)
      set.mockClear()
      await early.prepare()
      return set.mock.lastCall?.[0]?.instead?.get(ISSUE)?.text
    }
    expect(await prepared(TEXT)).toMatch(/召开甲会议/)
    await early.pages(texts(written('丁5段', '和')))
    expect(await prepared(TEXT)).toMatch(/召开丁会议/)
    const fewer = TEXT.slice(0, TEXT.indexOf(article('丙')))
    expect(await prepared(fewer)).toMatch(/召开乙会议/)
    await expectAsWhole(early, written('甲1段', '和', fewer))
  })

  test.each([
    ['a paragraph that becomes longer by more than a line', written('乙5段', sentence.repeat(3))],
    ['a headline', written('召开乙', '工作')],
    ['a key of the issue', TEXT.replace('2026-01-05', '2026-01-06')],
    ['another paragraph', written('乙5段', '\n\n        又一段')],
    ['a new name of a section', TEXT.replace('简讯', '动态')],
    ['nothing', TEXT],
  ])('%s waits for all pages', async (_, text) => {
    const early = await ready()
    expect(await early.pages(texts(text))).toBeNull()
    // And what comes next waits too.
    expect(await early.pages(texts(written('甲1段', '和', text)))).toBeNull()
  })

  test('nothing is early of an issue with errors, or where another text was written on', async () => {
    const early = await ready()
    early.settled(texts(TEXT), null, null)
    expect(await early.pages(texts(written('甲1段', '和')))).toBeNull()
    const other = await ready()
    const two = (text: string, more: string) => new Map([...texts(text), ['publication.yaml', more]])
    const { list, grid } = await whole(TEXT)
    other.settled(two(TEXT, 'x'), list, grid)
    expect(await other.pages(two(written('甲1段', '和'), 'y'))).toBeNull()
  })
})
