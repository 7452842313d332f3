import { packed } from '../../base/packed.ts'
import type { Choice } from './column-fill.ts'
import { FIRST, THOROUGH } from './effort.ts'
import type { FlowElement, Setting } from './elements.ts'
import { holeCost } from './hole.ts'

/** Best way to gain or lose lines: by the lines and those that may be lost at most. */
export type Surpluses = readonly Surplus[]
type Surplus = { readonly cost: number; readonly choices: Choice | null } | null

const NONE = new Map([FIRST.surplus, THOROUGH.surplus].map((most) => [most, natural(most)]))

function natural(most: number): Surpluses {
  return Array.from({ length: 2 * most + 1 }, (_, index) =>
    index === most ? { cost: 0, choices: null } : null,
  )
}

/** Nothing gained or lost yet, where `most` lines may be. */
export function noSurplus(most: number): Surpluses {
  return NONE.get(most) ?? natural(most)
}

/** The surpluses possible once the element at `at` stands whole in the column. */
export function withSettings(
  before: Surpluses,
  flow: readonly FlowElement[],
  at: number,
  atHead: boolean,
): Surpluses {
  if ((flow[at] as FlowElement).settings.length === 1) return before
  const known = knownIn(flow, before)
  const key = packed(at, Number(atHead), 2)
  const again = known.get(key)
  if (again !== undefined) return again
  const result = foundWith(before, flow, at, atHead)
  known.set(key, result)
  return result
}

/** A flow's columns are tried from many starts, and pass the same elements again and again: what is known of a flow. */
const found = new WeakMap<readonly FlowElement[], Map<Surpluses, Map<number, Surpluses>>>()

function knownIn(flow: readonly FlowElement[], before: Surpluses): Map<number, Surpluses> {
  const byBefore = found.get(flow) ?? new Map<Surpluses, Map<number, Surpluses>>()
  if (byBefore.size === 0) found.set(flow, byBefore)
  const known = byBefore.get(before) ?? new Map<number, Surpluses>()
  if (known.size === 0) byBefore.set(before, known)
  return known
}

function foundWith(before: Surpluses, flow: readonly FlowElement[], at: number, atHead: boolean): Surpluses {
  const { settings } = flow[at] as FlowElement
  const natural = settings[0] as Setting
  let result: Surplus[] | null = null
  for (let index = 1; index < settings.length; index += 1) {
    const setting = settings[index] as Setting
    const change = setting.rows - natural.rows
    if (change === 0 || (setting.note === 'air' && atHead)) continue
    const last = Math.min(before.length, before.length + change)
    for (let surplus = Math.max(0, change); surplus < last; surplus += 1) {
      const one = before[surplus - change]
      if (!one) continue
      const cost = one.cost + setting.cost
      const known = (result ?? before)[surplus]
      if (known && known.cost <= cost) continue
      result ??= before.slice()
      result[surplus] = { cost, choices: { element: at, setting: index, before: one.choices } }
    }
  }
  return result ?? before
}

/** What lines left empty cost, by their number; null where they cost nothing. */
type Prices = readonly number[] | null

export function surplusPrice(prices: Prices, hole: number): number {
  return prices === null ? 0 : (prices[hole] ?? holeCost(hole))
}

/** Which surplus makes the column cheapest, neither too tall nor much too short; -1 when every one is too tall. */
export function bestSurplus(height: number, surpluses: Surpluses, rows: number, prices: Prices): number {
  const most = (surpluses.length - 1) / 2
  if (surpluses === NONE.get(most)) return rows > height ? -1 : most
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let index = 0; index < surpluses.length; index += 1) {
    const surplus = surpluses[index]
    const hole = height - rows - index + most
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
