/** One adjustable place of a line, in em; what the compositor calls a 空. */
export interface Gap {
  readonly width: number
  /** Floor; `width` when absent. */
  readonly min?: number
  /** Cap; `width` when absent. */
  readonly max?: number
  readonly shrinkClass?: string
  readonly stretchClass?: string
  /** Takes part in the even stretch that comes last. */
  readonly fallback?: boolean
}

/** What became of the places. `deficit` is what remains: positive when still too long, negative when too short. */
export interface Adjusted {
  readonly widths: readonly number[]
  readonly achieved: boolean
  readonly deficit: number
}

/** The order in which places shrink (clreq §6.2.2.3; JLREQ 3.8.3). */
export const SHRINK_ORDER = [
  'line_end_punct',
  'western_word',
  'interpunct',
  'bracket',
  'comma_group',
  'cjk_western',
  'fullstop_group',
] as const

/** The order in which places stretch; after them all others evenly (clreq §6.2.2.4; JLREQ 3.8.4). */
const STRETCH_ORDER = ['western_word', 'cjk_western'] as const

const TOLERANCE = 1e-9

/**
 * Shares `amount` among places that can take at most their `room` each: the same amount for every place,
 * those that are full drop out (同等量, R52). Adds to `shares` and gives what could not be placed.
 */
export function shareEqually(amount: number, room: ArrayLike<number>, shares: Float64Array): number {
  let rest = amount
  let open = 0
  for (let i = 0; i < room.length; i += 1) if ((room[i] as number) > TOLERANCE) open += 1
  while (rest > TOLERANCE && open > 0) {
    const each = rest / open
    open = 0
    for (let i = 0; i < room.length; i += 1) {
      const left = (room[i] as number) - (shares[i] as number)
      if (left <= TOLERANCE) continue
      const taken = Math.min(each, left)
      shares[i] = (shares[i] as number) + taken
      rest -= taken
      if (left - taken > TOLERANCE) open += 1
    }
  }
  return rest > TOLERANCE ? rest : 0
}

/**
 * Brings the places of one line to a target width, class by class: a class moves only when those before it
 * are at their floor or cap, and inside a class every place gets the same amount.
 */
export function adjustLine(gaps: readonly Gap[], target: number): Adjusted {
  const widths = gaps.map((gap) => gap.width)
  const excess = widths.reduce((sum, width) => sum + width, 0) - target
  const rest = excess > 0 ? shrink(gaps, widths, excess) : -stretch(gaps, widths, -excess)
  // Relative, as the unit may be anything.
  const deficit = Math.abs(rest) <= TOLERANCE * Math.max(1, Math.abs(target)) ? 0 : rest
  return { widths, achieved: deficit === 0, deficit }
}

function shrink(gaps: readonly Gap[], widths: number[], excess: number): number {
  let rest = excess
  const order = [...SHRINK_ORDER, ...otherClasses(gaps)]
  for (const name of order) {
    const room = gaps.map((gap) => (gap.shrinkClass === name ? gap.width - (gap.min ?? gap.width) : 0))
    rest = move(rest, room, widths, -1)
  }
  return rest
}

function stretch(gaps: readonly Gap[], widths: number[], missing: number): number {
  let rest = missing
  for (const name of STRETCH_ORDER) {
    const room = gaps.map((gap) => (gap.stretchClass === name ? (gap.max ?? gap.width) - gap.width : 0))
    rest = move(rest, room, widths, 1)
  }
  const even = gaps.map((gap) => (gap.fallback === true ? Number.POSITIVE_INFINITY : 0))
  return move(rest, even, widths, 1)
}

/** Classes that clreq does not name shrink last, in the order in which they appear. */
function otherClasses(gaps: readonly Gap[]): string[] {
  const known: readonly string[] = SHRINK_ORDER
  const others = gaps.flatMap((gap) => (gap.shrinkClass === undefined ? [] : [gap.shrinkClass]))
  return [...new Set(others)].filter((name) => !known.includes(name))
}

function move(amount: number, room: readonly number[], widths: number[], sign: 1 | -1): number {
  if (amount <= TOLERANCE) return 0
  const shares = new Float64Array(room.length)
  const rest = shareEqually(amount, room, shares)
  for (let i = 0; i < widths.length; i += 1) widths[i] = (widths[i] as number) + sign * (shares[i] as number)
  return rest
}
