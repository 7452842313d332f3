import type { Choice } from './column-fill.ts'
import { BOUNDS } from './effort.ts'
import type { FlowElement, Setting } from './elements.ts'
import { holeCost } from './hole.ts'

/** Best way to gain or lose lines: by surplus + BOUNDS.surplus. */
export type Surpluses = readonly ({ readonly cost: number; readonly choices: Choice | null } | null)[]

export const NO_SURPLUS: Surpluses = Array.from({ length: 2 * BOUNDS.surplus + 1 }, (_, index) =>
  index === BOUNDS.surplus ? { cost: 0, choices: null } : null,
)

/** The surpluses possible once the element at `at` stands whole in the column. */
export function withSettings(
  before: Surpluses,
  flow: readonly FlowElement[],
  at: number,
  atHead: boolean,
): Surpluses {
  const { settings } = flow[at] as FlowElement
  if (settings.length === 1) return before
  const natural = settings[0] as Setting
  const result = [...before]
  for (let index = 1; index < settings.length; index += 1) {
    const setting = settings[index] as Setting
    const change = setting.rows - natural.rows
    if (change === 0 || (setting.note === 'air' && atHead)) continue
    for (let surplus = 0; surplus < result.length; surplus += 1) {
      const one = before[surplus - change]
      if (!one) continue
      const cost = one.cost + setting.cost
      const known = result[surplus]
      if (known && known.cost <= cost) continue
      result[surplus] = { cost, choices: { element: at, setting: index, before: one.choices } }
    }
  }
  return result
}

/** What lines left empty cost, by their number; null where they cost nothing. */
type Prices = readonly number[] | null

export function surplusPrice(prices: Prices, hole: number): number {
  return prices === null ? 0 : (prices[hole] ?? holeCost(hole))
}

/** Which surplus makes the column cheapest, neither too tall nor much too short; -1 when every one is too tall. */
export function bestSurplus(height: number, surpluses: Surpluses, rows: number, prices: Prices): number {
  if (surpluses === NO_SURPLUS) return rows > height ? -1 : BOUNDS.surplus
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let index = 0; index < surpluses.length; index += 1) {
    const surplus = surpluses[index]
    const hole = height - rows - index + BOUNDS.surplus
    if (!surplus || hole < 0) continue
    // What another way costs without its hole is often too much already.
    if (surplus.cost >= least) continue
    const cost = surplus.cost + surplusPrice(prices, hole)
    if (cost >= least) continue
    best = index
    least = cost
  }
  return best
}
