import { describe, expect, test } from 'vitest'
import { fillColumn } from '../../src/page/search/column.ts'
import { FLOW_BEGINNING } from '../../src/page/search/column-fill.ts'
import { PICTURE } from '../../src/page/search/costs.ts'
import { earlyCost, nextPicture, nextRows } from '../../src/page/search/early.ts'
import { QUICK } from '../../src/page/search/effort.ts'
import type { FlowElement } from '../../src/page/search/elements.ts'
import { isWordless } from '../../src/page/search/wordless.ts'
import { box, element, text } from './boxes.ts'

const picture = (floatCost: number | null, group = 'a') => element([box(4)], { floatCost, group })

describe('a picture above where it would be met', () => {
  const flow = [text(5), text(6), picture(0), picture(0)]

  test('is the next one of the article, and of several that went up the one behind', () => {
    expect(nextPicture(flow, 1, false, [])).toBe(2)
    expect(nextPicture(flow, 1, false, [2])).toBe(3)
    expect(nextRows(flow, 0, [])).toBe(4)
  })

  test('is none of another article, behind a column’s beginning, or above all text of its own', () => {
    expect(nextPicture([text(5), text(6), picture(0, 'b')], 1, false, [])).toBe(-1)
    expect(nextPicture([text(5), { ...text(6), startsColumn: true }, picture(0)], 1, false, [])).toBe(-1)
    expect(nextPicture(flow, 0, false, [])).toBe(-1)
  })

  test('costs more the further it goes, and where the editor marked its place', () => {
    expect(earlyCost(flow, 1, 2)).toBe(PICTURE.early + PICTURE.earlyEach)
    expect(earlyCost(flow, 0, 2)).toBe(PICTURE.early + 2 * PICTURE.earlyEach)
    const marked = [text(5), text(6), picture(250)]
    expect(earlyCost(marked, 1, 2)).toBe(PICTURE.early + PICTURE.earlyMarked + PICTURE.earlyEach)
  })
})

describe('a column that is its page, with pictures and no line of text', () => {
  const only = { columns: 1, foot: false, inserted: false }
  const wordless = (flow: readonly FlowElement[], more = {}) => {
    const [fill] = fillColumn({ flow, height: 4, endHole: true, full: true, effort: QUICK }, FLOW_BEGINNING)
    return fill && isWordless({ ...only, flow, ...more }, fill)
  }

  test('is told from one with text, and from one beside others, at a foot or across', () => {
    expect(wordless([picture(0), text(9)])).toBe(true)
    expect(wordless([text(9), picture(0)])).toBe(false)
    expect(wordless([picture(0), text(9)], { columns: 2 })).toBe(false)
    expect(wordless([picture(0), text(9)], { foot: true })).toBe(false)
    expect(wordless([picture(0), text(9)], { inserted: true })).toBe(false)
  })
})
