import type { Adjustment, Gap } from '../../../src/typography.ts'

/** Gaps of a line and what they are set to, or a choice between two ways. */
export interface AdjustRow {
  readonly id: string
  readonly target?: number
  readonly gaps?: readonly Gap[]
  readonly widths?: readonly number[]
  readonly achieved?: boolean
  readonly deficit?: number
  readonly squeeze?: Adjustment
  readonly stretch?: Adjustment
  readonly choose?: 'squeeze' | 'stretch'
}

const HAN: Gap = { width: 1, min: 0, max: 1, shrinkClass: 'inter_char', fallback: true } as Gap
const SPACE: Gap = { width: 0.5, min: 0.25, shrinkClass: 'western_word' } as Gap
const COMMA: Gap = { width: 1, min: 0.5, shrinkClass: 'comma_group' } as Gap
const STOP: Gap = { width: 1, min: 0.5, shrinkClass: 'fullstop_group' } as Gap

/** The order in which classes give room: line end, word space, interpunct, brackets, commas, Han–Latin, stops. */
const ORDER = [
  'line_end_punct',
  'western_word',
  'interpunct',
  'bracket',
  'comma_group',
  'cjk_western',
  'fullstop_group',
] as const

/** The first `count` classes at their floors and the next half way. */
function halfWay(count: number): AdjustRow {
  const gaps = ORDER.map((shrinkClass) => ({ width: 0.5, min: 0.3, shrinkClass }) as Gap)
  const widths = ORDER.map((_, at) => (at < count ? 0.3 : at === count ? 0.4 : 0.5))
  return {
    id: `clreq §6.2.2.3, ${ORDER[count]} after ${count} classes`,
    gaps,
    target: widths.reduce((sum, one) => sum + one, 0),
    widths,
    achieved: true,
    deficit: 0,
  }
}

/** clreq §6.2.2.3 and §6.2.2.4; equal amounts inside a class (同等量), R50–R52; push-in before push-out, R46. */
export const ADJUSTMENTS: readonly AdjustRow[] = [
  ...ORDER.map((_, count) => halfWay(count)),
  { id: 'nothing to do', target: 2, gaps: [COMMA, STOP], widths: [1, 1], achieved: true, deficit: 0 },
  {
    id: 'the next class only when the first is at its floor',
    target: 1.1,
    gaps: [SPACE, COMMA],
    widths: [0.25, 0.85],
    achieved: true,
    deficit: 0,
  },
  {
    id: 'the same amount inside a class',
    target: 2.6,
    gaps: [COMMA, COMMA, COMMA],
    widths: [2.6 / 3, 2.6 / 3, 2.6 / 3],
    achieved: true,
    deficit: 0,
  },
  {
    id: 'saturated places drop out',
    target: 1.55,
    gaps: [
      { width: 0.25, max: 0.3, stretchClass: 'western_word' } as Gap,
      { width: 0.25, max: 0.5, stretchClass: 'western_word' } as Gap,
      { width: 0.8 } as Gap,
    ],
    widths: [0.3, 0.45, 0.8],
    achieved: true,
    deficit: 0,
  },
  {
    id: 'what cannot be met is told',
    target: 0.9,
    gaps: [COMMA, { width: 0.5 } as Gap],
    widths: [0.5, 0.5],
    achieved: false,
    deficit: 0.1,
  },
  {
    id: 'push-in by a mark rather than push-out by Han',
    squeeze: {
      target: 2,
      gaps: [HAN, HAN, { width: 0.5, min: 0, max: 0.5, shrinkClass: 'comma_group' } as Gap],
    },
    stretch: { target: 2.2, gaps: [HAN, HAN] },
    choose: 'squeeze',
  },
  {
    id: 'a tie is pushed in',
    squeeze: { target: 2, gaps: [HAN, HAN] },
    stretch: { target: 2, gaps: [HAN, HAN] },
    choose: 'squeeze',
  },
]
