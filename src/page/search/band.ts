import { fillColumn } from './column.ts'
import { type ColumnFill, type ColumnStart, startKey } from './column-fill.ts'
import type { ColumnTask } from './column-scan.ts'
import { BAND, BREAK, WORTH } from './costs.ts'
import { BOUNDS, type Effort } from './effort.ts'
import { type FlowElement, mayReach } from './elements.ts'
import { holeCost } from './hole.ts'
import { leastLeft, type Reckoned, rowsLeft } from './reckoned.ts'
import { type Notch, notchRows } from './zone.ts'

/** Columns filled one after the other, the last first. */
interface ColumnChain {
  readonly fill: ColumnFill
  readonly before: ColumnChain | null
}

/** Columns side by side on one page, filled from one start (栏组). */
export interface BandFill {
  readonly columns: readonly ColumnFill[]
  /** Height of the band in lines. */
  readonly rows: number
  readonly to: ColumnStart
  readonly cost: number
}

/** A column filled, with its end's key. */
interface Keyed {
  readonly fill: ColumnFill
  readonly key: string | number
}

/** Columns that were filled, by what they are, and by where each begins; up to which cost. */
export type KnownFills = Map<number, KnownStarts>
type KnownStarts = Map<string | number, { readonly fills: readonly Keyed[]; readonly limit: number }>

interface Reached {
  readonly to: ColumnStart
  readonly cost: number
  readonly chain: ColumnChain | null
}

/** What the search of one band works on. */
export interface BandTask {
  readonly flow: readonly FlowElement[]
  readonly reckoned: Reckoned
  readonly columns: number
  readonly height: number
  /** Lines of a full column of the page: nothing taller will come. */
  readonly page: number
  /** Whether lines left empty below the flow's end cost anything. */
  readonly endHole: boolean
  /** Its columns are closed level. */
  readonly closing?: boolean
  /** Something stands above it on its page. */
  readonly below?: boolean
  /** Above some of the columns, where they begin the flow. */
  readonly notch?: Notch
  /** Columns already filled from a start at a height: many ways lead to the same place. */
  readonly known: KnownFills
  readonly effort: Effort
  /** Cost beyond which a way is not wanted. */
  readonly limit?: number
  /** An element before which none is wanted to end. */
  readonly reach?: number
}

/** The good ways of filling all columns of a band to its height, best first. */
export function fillBand(task: BandTask, start: ColumnStart): BandFill[] {
  let reached: Reached[] = [{ to: start, cost: 0, chain: null }]
  const notch = notchAt(task, start)
  const { reach = 0 } = task
  for (let column = 0; column < task.columns; column += 1) {
    const room = (task.columns - column) * task.height
    if (reach > 0) reached = reached.filter(({ to }) => mayReach(task.flow, to.at, reach, room))
    if (reached.length === 0) return []
    reached = nextColumn(task, reached, notchRows(notch, column))
  }
  return reached.map((one) => bandFill(task, one))
}

function bandFill(task: BandTask, { chain, to, cost }: Reached): BandFill {
  return { columns: chained(chain), rows: task.height, to, cost }
}

/** The best way of filling a band with all that is left; null where it does not fit. */
function fillBandToEnd(task: BandTask, start: ColumnStart): BandFill | null {
  let reached: Reached[] = [{ to: start, cost: 0, chain: null }]
  const notch = notchAt(task, start)
  for (let column = 1; column <= task.columns; column += 1) {
    const room = (task.columns - column + 1) * (task.height + task.reckoned.surplus)
    reached = reached.filter(
      ({ to }) => rowsLeft(task, to) <= room && !isTooShort(task, to, task.columns - column + 1),
    )
    if (reached.length === 0) return null
    reached = nextColumn(task, reached, notchRows(notch, column - 1))
  }
  const over = reached.find((one) => isOver(task.flow, one.to))
  return over ? bandFill(task, over) : null
}

/** What stands above columns that begin the flow. */
function notchAt({ notch }: BandTask, { at, pending }: ColumnStart): Notch | undefined {
  return notch && at.element === 0 && at.strip === 0 && pending.length === 0 ? notch : undefined
}

/** A way to fill the next column, not yet put together: most are not kept. */
interface Way {
  cost: number
  from: Reached
  fill: ColumnFill
}

/** The next column, `above` lines shorter than the band. */
function nextColumn(task: BandTask, reached: readonly Reached[], above: number): Reached[] {
  const best = new Map<string | number, Way>()
  const height = task.height - above
  if (above > 0 && height < 1) return []
  const columnTask = {
    flow: task.flow,
    height,
    endHole: task.endHole,
    closing: task.closing === true,
    below: task.columns === 1 && task.below === true,
    only: task.columns === 1 && height >= task.page,
    full: height >= task.page,
    effort: task.effort,
  }
  const limit = task.limit ?? Number.POSITIVE_INFINITY
  const known = knownStarts(task.known, columnTask)
  for (const from of reached) {
    if (from.cost > limit) continue
    const fills = isOver(task.flow, from.to)
      ? [keyed(emptyColumn({ ...task, height }, from.to))]
      : knownFills(known, within(columnTask, limit - from.cost), from.to)
    addWays(best, from, fills, limit)
  }
  const { ends, margin } = task.effort
  return cheapest([...best.values()], ends, margin).map(({ cost, from, fill }) => ({
    to: fill.to,
    cost,
    chain: { fill: lowered(fill, above), before: from.chain },
  }))
}

/** Adds the ways from one place that are the cheapest to where they end. */
function addWays(
  best: Map<string | number, Way>,
  from: Reached,
  fills: readonly Keyed[],
  limit: number,
): void {
  for (let index = 0; index < fills.length; index += 1) {
    const { fill, key } = fills[index] as Keyed
    const cost = from.cost + fill.cost
    // They are in order of their costs.
    if (cost > limit) return
    const before = best.get(key)
    if (before === undefined) best.set(key, { cost, from, fill })
    else if (cost < before.cost) {
      before.cost = cost
      before.from = from
      before.fill = fill
    }
  }
}

/** The task with a bound on costs, where it is low enough to save work. */
function within(task: ColumnTask, limit: number): ColumnTask {
  return limit < WORTH.column ? { ...task, limit } : task
}

function keyed(fill: ColumnFill): Keyed {
  return { fill, key: startKey(fill.to) }
}

/** A column that something across the columns stands above. */
function lowered(fill: ColumnFill, above: number): ColumnFill {
  return above === 0 ? fill : { ...fill, rows: fill.rows + above, above }
}

/** What is known of columns so tall, with the same at their edges. */
function knownStarts(known: KnownFills, { height, endHole, closing, below }: ColumnTask): KnownStarts {
  // Not packed: no room at all, below something across the columns, may be less than nothing.
  const key = ((height * 2 + Number(closing === true)) * 2 + Number(below === true)) * 2 + Number(endHole)
  const before = known.get(key)
  if (before !== undefined) return before
  const starts: KnownStarts = new Map()
  known.set(key, starts)
  return starts
}

function knownFills(known: KnownStarts, task: ColumnTask, start: ColumnStart): readonly Keyed[] {
  const key = startKey(start)
  const before = known.get(key)
  const { limit = Number.POSITIVE_INFINITY } = task
  if (before && before.limit >= limit) return before.fills
  const fills = fillColumn(task, start).map(keyed)
  known.set(key, { fills, limit })
  return fills
}

/** Whether nothing of the flow is left. */
export function isOver(flow: readonly FlowElement[], start: ColumnStart): boolean {
  return start.at.element >= flow.length && start.pending.length === 0
}

function emptyColumn(task: BandTask, at: ColumnStart): ColumnFill {
  const cost = task.endHole ? holeCost(task.height) : 0
  const nothing = { head: [], foot: [], inline: [], late: [], choices: null }
  return { ...nothing, from: at, to: at, rows: 0, cost, breakCost: 0 }
}

function chained(chain: ColumnChain | null): ColumnFill[] {
  const columns: ColumnFill[] = []
  for (let one = chain; one; one = one.before) columns.push(one.fill)
  return columns.reverse()
}

/** Whether so many columns are too short for all that is left, whatever it costs. A page's own height holds even a strip that is too tall. */
function isTooShort(task: BandTask, start: ColumnStart, columns: number): boolean {
  return task.height < task.page && leastLeft(task, start) > columns * task.height
}

/**
 * The rest of a flow in columns of least equal height, the odd lines to the left (R68); null when it
 * does not fit into `task.height`. Keeps are worth up to a few lines of height. Beyond `task.limit` not the best is told.
 */
export function balanceBand(task: BandTask, start: ColumnStart): BandFill | null {
  const notch = notchAt(task, start)
  const total = rowsLeft(task, start) + (notch ? notch.rows * (notch.to - notch.from) : 0)
  const least = Math.max(1, Math.ceil(total / task.columns) - BOUNDS.belowShare)
  const { limit = Number.POSITIVE_INFINITY } = task
  let best: BandFill | null = null
  let tried = 0
  for (let height = least; height <= task.height; height += 1) {
    if (tried >= BOUNDS.heights && best !== null && best.cost < BREAK.strandedFirst) break
    const dearer: number = tried * BAND.taller
    // Only from the first way on: without a bound it tells from which height on the rest fits.
    const most: number = best === null ? Number.POSITIVE_INFINITY : Math.min(limit, best.cost) - dearer
    const found = fillBandToEnd({ ...task, height, endHole: true, closing: true, limit: most }, start)
    const fill = found && { ...found, cost: found.cost + dearer }
    const cheaper: BandFill | null = cheaperOf(best, fill)
    if (cheaper === null) continue
    best = cheaper
    tried += 1
    if (best.cost < WORTH.level) break
  }
  return best === null ? null : asTallAsFilled(best)
}

function cheaperOf(best: BandFill | null, other: BandFill | null): BandFill | null {
  if (best === null || other === null) return best ?? other
  return other.cost < best.cost ? other : best
}

/**
 * The rest of a flow with each column filled as far as the rules allow before the next is begun; null when
 * it does not fit.
 */
export function fillToEnd(task: BandTask, start: ColumnStart): BandFill | null {
  const total = rowsLeft(task, start)
  if (total > task.columns * (task.height + task.effort.surplus)) return null
  const { flow, height, effort } = task
  const below = task.columns === 1 && task.below === true
  const notch = notchAt(task, start)
  const columns: ColumnFill[] = []
  let to = start
  for (let column = 0; column < task.columns; column += 1) {
    const above = notchRows(notch, column)
    const room = height - above
    if (room < 1 && above > 0) return null
    const columnTask = { flow, height: room, effort, endHole: false, below, full: room >= task.page }
    const fill = isOver(task.flow, to)
      ? emptyColumn({ ...task, height: room, endHole: false }, to)
      : (knownFills(knownStarts(task.known, columnTask), columnTask, to)[0] as Keyed).fill
    columns.push(lowered(fill, above))
    to = fill.to
  }
  const cost = columns.reduce((sum, fill) => sum + fill.cost, 0)
  return isOver(task.flow, to) ? asTallAsFilled({ columns, rows: task.height, to, cost }) : null
}

/** The band as tall as its tallest column. */
function asTallAsFilled(band: BandFill): BandFill {
  return { ...band, rows: Math.max(1, ...band.columns.map((column) => column.rows)) }
}

/** The cheapest, in order: no more than `most`, none dearer than the first by more than `margin`. */
export function cheapest<T extends { readonly cost: number }>(found: T[], most: number, margin: number): T[] {
  found.sort((a, b) => a.cost - b.cost)
  const limit = (found[0]?.cost ?? 0) + margin
  const beyond = found.findIndex((one, index) => index === most || one.cost > limit)
  return beyond < 0 ? found : found.slice(0, beyond)
}
