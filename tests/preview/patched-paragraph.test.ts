import { describe, expect, test } from 'vitest'
import type { DisplayItem, DisplayList, GlyphRun } from '../../src/display/display-list.ts'
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
function patched(before: readonly GlyphRun[], after: readonly GlyphRun[]) {
  const list = listOf(before)
  const [was, is] = [paragraphOf(...before), paragraphOf(...after)]
  if (was === null || is === null) throw new Error('no paragraph of glyphs')
  return patchedPages(new Map(list.pages.entries()), was, is)?.get(0)?.items ?? null
}

describe('lines of a paragraph set alone', () => {
  test('take the places of those on the page, in their column', () => {
    const [item] = patched([run(100, [290, 300])], [run(60, [70, 80])]) ?? []
    expect(item).toMatchObject({ y: 100, xs: [290, 300] })
  })

  test('take none where they are more or fewer, wider, or in another size', () => {
    const before = [run(100, [70, 260]), run(115, [70, 90])]
    expect(patched(before, [run(60, [70, 260])])).toBeNull()
    expect(patched(before, [run(60, [70, 240]), run(75, [70, 90])])).toBeNull()
    expect(
      patched(
        before,
        before.map((one) => ({ ...one, size: 12 })),
      ),
    ).toBeNull()
    expect(patched(before, [run(60, [70, 255]), run(75, [70, 110])])).not.toBeNull()
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
