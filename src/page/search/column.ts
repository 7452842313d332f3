import type { ColumnFill, ColumnStart } from './column-fill.ts'
import { type ColumnTask, type Limits, type Scan, scanColumn } from './column-scan.ts'
import { BREAK, WORTH } from './costs.ts'
import { nextPicture } from './early.ts'
import { BOUNDS } from './effort.ts'
import { naturalRows, pictureRows, rowsFrom } from './elements.ts'
import { HOLE_COSTS, holeCost } from './hole.ts'
import { positionKey } from './keys.ts'
import { noteRows } from './notes.ts'

/**
 * The good ways of filling one column of `height` lines from a start, best first. Empty only where all cost more than
 * `limit`: where nothing fits, an empty column, or in a full column the first strip overfull.
 */
export function fillColumn(task: ColumnTask, start: ColumnStart): ColumnFill[] {
  const fills = goodFills(task, start)
  if (task.limit !== undefined) return cheapFirst(task, fills)
  if (fills.every((fill) => fill.cost >= WORTH.column)) {
    fills.push(...fillsFrom(task, start, { from: 0, breakBelow: BREAK.never }))
  }
  if (fills.length === 0) fills.push(fallback(task, start))
  return cheapFirst(task, fills)
}

function cheapFirst(task: ColumnTask, fills: ColumnFill[]): ColumnFill[] {
  return different(
    task,
    fills.sort((a, b) => a.cost - b.cost),
  )
}

/** Fills that break no rule and leave no tall hole; those with taller holes only when they are worth keeping. */
function goodFills(task: ColumnTask, start: ColumnStart): ColumnFill[] {
  const breakBelow = BREAK.strandedFirst
  const { height, limit } = task
  const tooTall = limit === undefined ? -1 : HOLE_COSTS.findIndex((cost) => cost > limit)
  const from = (hole: number) => height - (tooTall < 0 ? hole : Math.min(hole, tooTall - 1))
  const worthKeeping = holeCost(BOUNDS.lowHole + 1) - task.effort.margin
  if (worthKeeping > 0) {
    const fills = fillsFrom(task, start, { from: from(BOUNDS.lowHole), breakBelow })
    if (fills.some((fill) => fill.cost < worthKeeping)) return fills
  }
  return fillsFrom(task, start, { from: from(BOUNDS.usualHole), breakBelow })
}

/** Identifies what a column leaves to come. */
function leftKey({ flow }: ColumnTask, { at, pending, early = [] }: ColumnStart): string | number {
  const setting = flow[at.element]?.settings[at.setting]
  const left = setting && at.strip > 0 ? rowsFrom(setting.strips, at.strip) : 0
  const moved = setting?.note === 'moved' || setting?.note === 'height' ? at.setting : 0
  const key = positionKey({ element: at.element, setting: moved, strip: left })
  return pending.length + early.length === 0 ? key : `${key}/${pending.join('+')}/${early.join('+')}`
}

/** The cheapest fills that leave different things to come: as many lines of the same text are one. */
function different(task: ColumnTask, fills: ColumnFill[]): ColumnFill[] {
  if (fills.length < 2) return fills
  const seen = new Set<string | number>()
  const kept: ColumnFill[] = []
  for (const fill of fills) {
    if (fill.cost > (fills[0] as ColumnFill).cost + task.effort.margin) break
    const key = leftKey(task, fill.to)
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(fill)
    if (kept.length === task.effort.fills) break
  }
  return kept
}

function fillsFrom(task: ColumnTask, start: ColumnStart, limits: Limits): ColumnFill[] {
  const scan: Scan = { ...task, ...limits, start, fills: [], least: Number.POSITIVE_INFINITY }
  for (const head of headChoices(task, start)) {
    if (head.length === 0 || pictureRows(task.flow, head) <= task.height) scanColumn(scan, head)
  }
  return scan.fills
}

/** The pending pictures that may stand at the head: the first of them, in order. */
function headChoices({ flow, height, effort }: ColumnTask, start: ColumnStart): (readonly number[])[] {
  const { pending, at } = start
  if (pending.length === 0) {
    const next = effort.early ? nextPicture(flow, at.element, at.strip > 0, start.early ?? []) : -1
    return next < 0 || next === at.element ? [[]] : [[], [next]]
  }
  const choices = [...pending.map((_, index) => pending.slice(0, index)), pending]
  if (flow[start.at.element]?.group === flow[pending[0] as number]?.group) return choices
  // Their article is over: as many as fit.
  const fitting = choices.filter((head) => pictureRows(flow, head) <= height)
  return fitting.slice(-1)
}

/** Where nothing fits: an empty column, or in a full one the first strip although it is too tall. */
function fallback(task: ColumnTask, start: ColumnStart): ColumnFill {
  const nothing = { head: [], foot: [], inline: [], late: [], choices: null, breakCost: 0 }
  const [waiting, ...pending] = start.pending
  if (task.full && waiting !== undefined) {
    const rows = naturalRows(task.flow, waiting)
    return { ...nothing, from: start, to: { ...start, pending }, head: [waiting], rows, cost: BREAK.keep }
  }
  const element = task.flow[start.at.element]
  const strip = element?.settings[start.at.setting]?.strips[start.at.strip]
  if (!task.full || !element || !strip) {
    return { ...nothing, from: start, to: start, rows: 0, cost: holeCost(task.height) }
  }
  const last = start.at.strip + 1 >= (element.settings[start.at.setting]?.strips.length ?? 0)
  const at = last
    ? { element: start.at.element + 1, setting: 0, strip: 0 }
    : { ...start.at, strip: start.at.strip + 1 }
  const inline = element.floatCost === null ? [] : [start.at.element]
  return {
    ...nothing,
    inline,
    from: start,
    to: { ...start, at },
    rows: strip.rows + noteRows(strip.notes?.height ?? 0),
    cost: BREAK.keep,
  }
}
