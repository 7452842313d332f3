import { expect, test } from 'vitest'
import { withCreditsKept } from '../../src/page/blocks/credits-kept.ts'
import { BREAK } from '../../src/page/search/costs.ts'
import type { FlowElement, Setting } from '../../src/page/search/elements.ts'
import type { ShapedBlock } from '../../src/text/shaped-text.ts'
import { box, element, settingOf, text } from './boxes.ts'

const of = (kind: ShapedBlock['kind']) => ({ block: { kind } as ShapedBlock })
const air = { rows: 1, marks: [], breakAfter: BREAK.free }
const credit = element([box(1)], { ...of('paragraph'), keepsPrevious: true })

/** Which elements before the credit no column begins with. */
const kept = (...flow: FlowElement[]) =>
  withCreditsKept([text(4), ...flow, credit]).map((one) => one.keepsPrevious)

test('air between an article’s table and its credit is kept, blank or in a frame', () => {
  const frame = { look: 'box', x: 0, width: 100 } as const
  for (const edge of [
    element([{ ...air, blank: true }], of('table')),
    element([{ ...air, frame }], of('table')),
  ])
    expect(kept(element([box(1), box(2)], of('table')), edge)).toEqual([false, false, true, true])
})

test('pictures between an article’s words and its credit are kept, and not parted', () => {
  const pictures = element(
    [
      { ...air, rows: 7 },
      { ...air, rows: 8 },
    ],
    of('figure'),
  )
  expect(kept(pictures)).toEqual([false, true, true])
  const [, one] = withCreditsKept([text(4), pictures, credit])
  expect(one?.settings[0]?.strips.map(({ breakAfter }) => breakAfter)).toEqual([BREAK.keep, BREAK.free])
  // Without a credit they may be.
  const [, other] = withCreditsKept([text(4), pictures, text(3)])
  expect(other?.settings[0]?.strips[0]?.breakAfter).toBe(BREAK.free)
})

test('pictures below the words of a stretch are not parted from them, in none of its settings', () => {
  const stretch = [box(1), { ...box(7), textLines: 0 }]
  const found = element(stretch, { ...of('figure'), refine: () => [settingOf([box(1), ...stretch])] })
  const [, one] = withCreditsKept([text(4), found, credit])
  const breaks = (setting: Setting | undefined) => setting?.strips.map(({ breakAfter }) => breakAfter)
  expect(one?.keepsPrevious).toBe(false)
  expect(breaks(one?.settings[0])).toEqual([BREAK.keep, BREAK.free])
  expect(breaks(one?.refine?.({ below: 9, next: 9 })[0])).toEqual([BREAK.free, BREAK.keep, BREAK.free])
})
