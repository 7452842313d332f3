import { describe, expect, test } from 'vitest'
import type { DisplayItem } from '../../src/display/display-list.ts'
import { outsideComplaints } from '../../src/page/fit/outside.ts'
import { columnMemory, knownColumn, withKnownColumns } from '../../src/page/make-up/known-columns.ts'
import { itemMemory, steadyPages } from '../../src/page/make-up/known-items.ts'
import type { Column, Page } from '../../src/page/make-up/page.ts'
import type { Mark, Strip } from '../../src/page/search/strip.ts'

const rule = (owner: object): Mark => ({
  kind: 'rule',
  x: 0,
  y: 0,
  width: 1,
  height: 1,
  colour: '#000000',
  owner,
})
const AREA = { left: 50, top: 60, width: 400, lineHeight: 16, rows: 40, em: 10 }
const [first, second]: readonly Strip[] = [1, 2].map(() => ({ rows: 1, marks: [rule({})], breakAfter: 0 }))

function column(strips: readonly Strip[], changes: Partial<Column> = {}): Column {
  const places = strips.map((strip, row) => ({ strip, block: null, row, shift: 0 }))
  const size = { x: 50, y: 60, width: 190, rows: 40, used: strips.length }
  return { ...size, strips: places, frames: [], index: 0, band: 0, ...changes }
}

function page(columns: readonly Column[], area = AREA): Page {
  return { number: 1, width: 500, height: 800, area, columns, behind: [], frames: [], furniture: [] }
}

describe('a column of the last state', () => {
  const before = column([first as Strip])
  const again = (now: Column, area = AREA) => {
    const memory = columnMemory()
    withKnownColumns([page([before])], memory)
    return withKnownColumns([page([now], area)], memory)[0]?.columns[0]
  }

  test('is the same object where it holds the same', () => {
    expect(again(column([first as Strip]))).toBe(before)
  })

  test.each<[string, Column]>([
    ['another line', column([second as Strip])],
    ['a line more', column([first as Strip, second as Strip])],
    ['another place', column([first as Strip], { y: 76 })],
    ['another band', column([first as Strip], { band: 1 })],
    [
      'a picture that meets its head',
      { ...before, strips: before.strips.map((one) => ({ ...one, shift: -2 })) },
    ],
    ['a line further down', { ...before, strips: before.strips.map((one) => ({ ...one, row: 1 })) }],
  ])('is another with %s', (_, now) => {
    expect(again(now)).toBe(now)
  })

  test('is another on a page of other lines', () => {
    const now = column([first as Strip])
    expect(again(now, { ...AREA, lineHeight: 17 })).toBe(now)
  })
})

describe('what a column was drawn as', () => {
  const owner = {}
  const drawn: readonly DisplayItem[] = []
  const draws = (one: Column, calls: readonly { node: number; readings: boolean }[]) => {
    const memory = columnMemory()
    let count = 0
    for (const { node, readings } of calls)
      knownColumn(one, { nodeOf: () => node }, readings, memory, (nodeOf) => {
        count += 1
        nodeOf(owner)
        return drawn
      })
    return count
  }
  const plain = column([{ rows: 1, marks: [rule(owner)], breakAfter: 0 }])

  test('is drawn once while its parts have the same nodes', () => {
    expect(
      draws(plain, [
        { node: 3, readings: false },
        { node: 3, readings: false },
      ]),
    ).toBe(1)
    expect(
      draws(plain, [
        { node: 3, readings: false },
        { node: 4, readings: false },
      ]),
    ).toBe(2)
    expect(
      draws(plain, [
        { node: 3, readings: false },
        { node: 3, readings: true },
      ]),
    ).toBe(2)
  })

  test('is drawn anew where it has page numbers', () => {
    const number = { kind: 'page-number', owner } as unknown as Mark
    const contents = column([{ rows: 1, marks: [number], breakAfter: 0 }])
    expect(
      draws(contents, [
        { node: 3, readings: false },
        { node: 3, readings: false },
      ]),
    ).toBe(2)
  })
})

describe('items of the last state', () => {
  const run = (changes: object = {}) =>
    ({
      kind: 'glyphs',
      node: 1,
      y: 9,
      glyphs: [4, 5],
      span: { file: 'a', from: 1, to: 2 },
      ...changes,
    }) as never
  const page = (items: readonly DisplayItem[], width = 500) => ({ width, height: 800, items })
  const again = (now: readonly DisplayItem[], width = 500) => {
    const memory = itemMemory()
    const [before] = steadyPages([page([run(), run({ y: 20 })])], memory)
    const [after] = steadyPages([page(now, width)], memory)
    return { before, after }
  }

  test('and their page are the same objects where they say the same', () => {
    const { before, after } = again([run(), run({ y: 20 })])
    expect(after).toBe(before)
  })

  test.each<[string, readonly DisplayItem[]]>([
    ['another place', [run(), run({ y: 21 })]],
    ['another glyph', [run(), run({ y: 20, glyphs: [4, 6] })]],
    ['a glyph more', [run(), run({ y: 20, glyphs: [4, 5, 6] })]],
    ['another source', [run(), run({ y: 20, span: { file: 'a', from: 1, to: 3 } })]],
    ['no source', [run(), run({ y: 20, span: null })]],
    ['something more to say', [run(), run({ y: 20, angle: 90 })]],
    ['an item less', [run()]],
    ['an item more', [run(), run({ y: 20 }), run({ y: 30 })]],
  ])('are others with %s, and the rest is as it was', (_, now) => {
    const { before, after } = again(now)
    expect(after).not.toBe(before)
    expect(after?.items).toEqual(now)
    expect(after?.items[0]).toBe(before?.items[0])
  })

  test('stand on another page where that is wider', () => {
    const { before, after } = again([run(), run({ y: 20 })], 600)
    expect(after).toEqual({ ...before, width: 600 })
  })
})

test('a text outside its page is told each time, and a column that holds its text is not looked at again', () => {
  const text = { style: { size: 10 }, clusters: [{ text: '长' }], runs: [] }
  const line = { text, xs: [0], width: 900, from: 0, to: 1, overfull: 0 }
  const marks = [{ kind: 'text', line, x: 0, y: 10, owner: {} }] as unknown as Mark[]
  const [long, short] = [column([{ rows: 1, marks, breakAfter: 0 }]), column([first as Strip])]
  const inside = new WeakSet<Column>()
  for (let turn = 0; turn < 2; turn += 1)
    expect(outsideComplaints([page([long, short])], inside).map(({ code }) => code)).toEqual([
      'E-TEXT-OUTSIDE',
    ])
  expect([inside.has(long), inside.has(short)]).toEqual([false, true])
})
