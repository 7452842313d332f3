import { describe, expect, test } from 'vitest'
import type { DisplayItem, DisplayList, GlyphRun, Path, Rule } from '../../src/display/display-list.ts'
import { placeInColumn } from '../../src/preview/grid-columns.ts'
import { paragraphAt, patchedPages } from '../../src/preview/patched-paragraph.ts'

/** Two columns of 200 pt, 20 pt apart, 50 pt from the page's left. */
const GRID = {
  columns: 2,
  columnGap: 20,
  lineHeight: 15,
  top: 50,
  bottom: 50,
  inside: 50,
  outside: 50,
}
const WIDTH = 520
const PLACE = { file: 'issue.yaml', offset: 3 }

function run(y: number, xs: readonly number[], more: Partial<GlyphRun> = {}): GlyphRun {
  return {
    kind: 'glyphs',
    node: 1,
    span: { file: 'issue.yaml', from: 0, to: 9 },
    font: 'f',
    size: 10,
    colour: 'black',
    y,
    glyphs: xs.map((_, at) => at + 1),
    xs,
    texts: xs.map(() => '字'),
    ...more,
  }
}

function box(y: number, x: number): Rule {
  return { kind: 'rule', node: null, span: null, x, y, width: 30, height: 1, colour: 'black' }
}

function path(y: number, x: number): Path {
  const commands = [['M', x, y] as const, ['L', x + 30, y] as const]
  return { kind: 'path', node: null, span: null, commands, fill: 'black', stroke: null }
}

function listOf(items: readonly DisplayItem[]): DisplayList {
  return {
    pages: [{ width: WIDTH, height: 800, items }],
    structure: [
      { id: 0, parent: -1, role: 'Document' },
      { id: 1, parent: 0, role: 'P' },
    ],
  } as unknown as DisplayList
}

const paragraphOf = (...items: readonly DisplayItem[]) => paragraphAt(listOf(items), GRID, PLACE)

/** The page of the first paragraph with the lines of the second. */
function patched(
  before: readonly GlyphRun[],
  after: readonly GlyphRun[],
  others: readonly DisplayItem[] = [],
) {
  const list = listOf([...before, ...others])
  const [was, is] = [paragraphOf(...before), paragraphOf(...after)]
  if (was === null || is === null) throw new Error('no paragraph of glyphs')
  return patchedPages(new Map(list.pages.entries()), was, is, GRID)?.get(0)?.items ?? null
}

describe('lines of a paragraph set alone', () => {
  test('take the places of those on the page, in their column', () => {
    const [item] = patched([run(100, [290, 300])], [run(60, [70, 80])]) ?? []
    expect(item).toMatchObject({ y: 100, xs: [290, 300] })
  })

  test('take none where they are more or fewer, wider, or in another size', () => {
    const before = [run(100, [70, 260]), run(115, [70, 90])]
    const three = [...before, run(130, [70, 90])]
    expect(patched(three, [run(60, [70, 260])])).toBeNull()
    expect(patched([run(100, [70, 90])], three)).toBeNull()
    expect(patched(before, [run(60, [70, 240]), run(75, [70, 90])])).toBeNull()
    expect(
      patched(
        before,
        before.map((one) => ({ ...one, size: 12 })),
      ),
    ).toBeNull()
    expect(patched(before, [run(60, [70, 255]), run(75, [70, 110])])).not.toBeNull()
  })

  test('one line more has room below the last: what stands below in its column goes down', () => {
    const before = [run(100, [70, 230]), run(115, [50, 90])]
    const after = [run(60, [70, 230]), run(75, [50, 230]), run(90, [50, 60])]
    const below = [run(130, [50, 200], { node: 2 }), box(140, 60), box(745, 60)]
    const beside = [run(130, [270, 400], { node: 3 }), box(40, 60)]
    const items = patched(before, after, [...below, ...beside]) ?? []
    expect(items.map((one) => (one.kind === 'path' ? 0 : one.y))).toEqual([
      100,
      115,
      130,
      145,
      155,
      745 + 15,
      130,
      40,
    ])
    expect(items[2]).toMatchObject({ node: 1, xs: [50, 60] })
  })

  test('one line fewer leaves no hole', () => {
    const before = [run(100, [70, 230]), run(115, [50, 90])]
    const items =
      patched(before, [run(60, [70, 230])], [run(130, [50, 200], { node: 2 }), path(140, 60)]) ?? []
    expect(items.map((one) => (one.kind === 'path' ? one.commands[0]?.[2] : one.y))).toEqual([100, 115, 125])
  })

  test('what went over the column’s foot comes back with the line', () => {
    const [short, long] = [[run(100, [70, 90])], [run(60, [70, 240]), run(75, [50, 60])]]
    const over = patched(short, long, [box(745, 60)]) ?? []
    expect(over.at(-1)).toMatchObject({ y: 760 })
    const page = { width: WIDTH, height: 800, items: over }
    const [was, is] = [paragraphOf(...over.slice(0, 2)), paragraphOf(...short)]
    const back = was && is && patchedPages(new Map([[0, page]]), was, is, GRID)?.get(0)?.items
    expect(back?.at(-1)).toMatchObject({ y: 745 })
  })

  test('nothing is moved where something reaches across the columns below', () => {
    const before = [run(100, [70, 90])]
    const after = [run(60, [70, 240]), run(75, [50, 60])]
    expect(patched(before, after, [run(130, [50, 400], { node: 2 })])).toBeNull()
    expect(patched(before, after, [run(760, [50, 400], { node: 2 })])).not.toBeNull()
    expect(patched(before, after, [{ ...box(50, 40), width: 440, height: 700 }])).not.toBeNull()
  })

  test('take none where a line that begins as before is indented otherwise', () => {
    expect(patched([run(100, [70, 90])], [run(60, [80, 90])])).toBeNull()
  })
})

test('a paragraph with something turned or drawn in it is not put in place alone', () => {
  expect(paragraphOf(run(100, [70]))).not.toBeNull()
  expect(paragraphOf(run(100, [70]), run(100, [80], { angle: 90 }))).toBeNull()
  const rule = {
    kind: 'rule',
    node: 1,
    span: null,
    x: 70,
    y: 99,
    width: 9,
    height: 1,
    colour: 'black',
  } as const
  expect(paragraphOf(run(100, [70]), rule)).toBeNull()
})

test('a place in the gap belongs to the column that it is nearer to', () => {
  const page = { index: 0, width: WIDTH }
  expect(placeInColumn(GRID, page, 70)).toBe(20)
  expect(placeInColumn(GRID, page, 255)).toBe(205)
  expect(placeInColumn(GRID, page, 265)).toBe(-5)
  expect(placeInColumn(GRID, page, 9)).toBe(-41)
})
