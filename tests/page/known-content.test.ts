import { describe, expect, test } from 'vitest'
import type { ParagraphOf } from '../../src/content/block.ts'
import type { Galley, SettingMemory } from '../../src/page/blocks/galley.ts'
import { knownFlow, stretchPlace } from '../../src/page/blocks/known-flow.ts'
import { columnMemory, madeColumn } from '../../src/page/make-up/known-columns.ts'
import type { Column } from '../../src/page/make-up/page.ts'
import { type ColumnFill, FLOW_BEGINNING } from '../../src/page/search/column-fill.ts'
import { columnContent } from '../../src/page/search/column-strips.ts'
import type { FlowElement } from '../../src/page/search/elements.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import { refined } from '../../src/page/search/refine.ts'
import type { Frame } from '../../src/page/search/strip.ts'
import type { ShapedBlock, ShapedText } from '../../src/text/shaped-text.ts'
import { box, element, settingOf, text, zone } from './boxes.ts'

const picture = () => element([box(4)], { floatCost: 250 })
const fill = (changes: Partial<ColumnFill> = {}): ColumnFill => ({
  from: FLOW_BEGINNING,
  to: { at: { element: 2, setting: 0, strip: 0 }, pending: [] },
  head: [],
  foot: [],
  inline: [],
  late: [],
  choices: null,
  rows: 6,
  cost: 0,
  breakCost: 0,
  ...changes,
})

describe('what a column holds', () => {
  const flow: readonly FlowElement[] = [text(3), text(3), text(3), picture()]
  const changed = (index: number) => flow.map((one, at) => (at === index ? { ...one } : one))

  test('is the same object while the elements that it shows are', () => {
    const column = fill()
    const first = columnContent(flow, column)
    expect(columnContent([...flow], column)).toBe(first)
    expect(columnContent(changed(3), column)).toBe(first)
  })

  test.each<[string, number, Partial<ColumnFill>]>([
    ['its first element', 0, {}],
    ['a later one', 1, {}],
    ['the one that its foot cuts', 2, { to: { at: { element: 2, setting: 0, strip: 1 }, pending: [] } }],
    ['a picture at its head', 3, { head: [3] }],
    ['a picture at its foot', 3, { foot: [3] }],
    ['a picture after its article', 3, { late: [{ picture: 3, before: 1 }] }],
  ])('is looked for anew with another %s', (_, index, changes) => {
    const column = fill(changes)
    const first = columnContent(flow, column)
    const now = changed(index).map((one, at) => (at === index ? { ...one, ...element([box(2)]) } : one))
    const again = columnContent(now, column)
    expect(again).not.toBe(first)
    expect(again).toEqual(columnContent(now, fill(changes)))
    // And of what it was before, once more.
    expect(columnContent(flow, column)).toEqual(first)
  })
})

test('a column is made up anew in another place', () => {
  const memory = columnMemory()
  const content = columnContent([text(3), text(3)], fill())
  const made: Column[] = []
  const make = () => {
    made.push({} as Column)
    return made.at(-1) as Column
  }
  const at = (...place: number[]) => madeColumn(content, place, memory, make)
  expect(at(1, 2)).toBe(at(1, 2))
  expect(at(1, 3)).not.toBe(made[0])
  expect(made).toHaveLength(2)
  expect(madeColumn(content, [1, 3], null, make)).toBe(made[2])
})

test('an element is refined for one room once, and for another anew', () => {
  const rooms: number[] = []
  const refine = ({ below }: { below: number }) => {
    rooms.push(below)
    return [{ ...settingOf([box(14)]), note: 'height' as const }]
  }
  const zones = [
    zone([text(3), element([box(17)], { floatCost: 250, refine }), text(1), { ...text(30), group: 'b' }], 2),
  ]
  const layout = searchLayout(zones, 18)
  const first = refined(zones, layout, 18)
  const asked = rooms.length
  expect(asked).toBeGreaterThan(0)
  expect(refined(zones, layout, 18)?.[0]?.flow[1]).toBe(first?.[0]?.flow[1])
  expect(rooms).toHaveLength(asked)
  refined(zones, layout, 18, 1)
  expect(rooms.length).toBeGreaterThan(asked)
})

describe('what blocks were set as', () => {
  const [first, other, third] = [1, 2, 3].map(() => ({ kind: 'figure' }) as unknown as ShapedBlock)
  const set = () => {
    const kept: SettingMemory = new WeakMap()
    return (key: string, of: readonly (ShapedBlock | undefined)[]) =>
      knownFlow({ kept, block: first as ShapedBlock, key, of: of as ShapedBlock[] }, () => ({
        elements: [],
        need: 0,
        startsColumn: false,
        of: of as ShapedBlock[],
      }))
  }

  test('is known for the same blocks in the same order, set alike', () => {
    const known = set()
    const before = known('a', [first, other])
    expect(known('a', [first, other])).toBe(before)
    for (const now of [
      known('b', [first, other]),
      known('a', [first, third]),
      known('a', [first]),
      known('a', [other, first]),
    ])
      expect(now).not.toBe(before)
  })

  test('of text beside a picture is known by what is owed to headings too, and not with notes or in a frame', () => {
    const galley = { kept: new WeakMap(), frame: null, notes: null, measure: 200 } as unknown as Galley
    const words = { kind: 'paragraph', role: 'body' } as unknown as ParagraphOf<ShapedText>
    const place = (changes: Partial<Galley>, need = 0) =>
      stretchPlace([{ block: words, need }], {
        galley: { ...galley, ...changes },
        need: 0,
        startsColumn: false,
      })
    expect(place({})?.of).toEqual([words])
    expect(place({}, 2)?.key).not.toBe(place({})?.key)
    expect(place({ measure: 190 })?.key).not.toBe(place({})?.key)
    expect(place({ notes: new Map([[words, []]]) })).toBeNull()
    expect(place({ kept: null })).toBeNull()
    expect(place({ frame: { look: 'boxed', x: 0, width: 1 } as unknown as Frame })).toBeNull()
  })
})
