import { type Choice, type ColumnFill, type ColumnStart, type Effort, holeCost } from './column-fill.ts'
import type { FlowElement, Position, Setting } from './flow.ts'
import { COST, type Strip } from './strip.ts'

/** What the places of a picture cost: at a column's head or foot first (R74). */
const PLACE_COST = { foot: 4, inline: 20, late: 30, deferred: 6, afterArticle: 1200 } as const

/** Pictures that may wait at one time. */
const MOST_PENDING = 2

/** By how many lines a column's settings together may differ from the natural ones. */
const MOST_SURPLUS = 3

/** Best way to gain or lose lines: by surplus + MOST_SURPLUS. */
type Surpluses = readonly ({ readonly cost: number; readonly choices: Choice | null } | null)[]

const NO_SURPLUS: Surpluses = Array.from({ length: 2 * MOST_SURPLUS + 1 }, (_, index) =>
  index === MOST_SURPLUS ? { cost: 0, choices: null } : null,
)

/** A column being filled. */
interface Cursor {
  readonly element: number
  readonly setting: number
  readonly strip: number
  readonly rows: number
  readonly cost: number
  readonly head: readonly number[]
  readonly pending: readonly number[]
  readonly inline: readonly number[]
  readonly late: ColumnFill['late']
  readonly surpluses: Surpluses
}

/** What the search of one column works on. */
export interface ColumnTask {
  readonly flow: readonly FlowElement[]
  readonly height: number
  /** Whether empty lines below the flow's own end cost anything. */
  readonly endHole: boolean
  /** A column in which the first strip may stand even when it is too tall: nothing taller will come. */
  readonly full: boolean
  readonly effort: Effort
}

/** Which ends of a column are looked at. */
interface Limits {
  /** None above this line: the hole would be too tall. */
  readonly from: number
  /** None that break a rule dearer than this. */
  readonly mostBreakCost: number
}

/** A column's search: its task, where it begins, and what was found. */
interface Scan extends ColumnTask, Limits {
  readonly start: ColumnStart
  readonly fills: ColumnFill[]
}

/** The tallest hole looked at while lower ones are to be had. */
const USUAL_HOLE = 6

/**
 * The good ways of filling one column of `height` lines from a start, best first. Never empty: where
 * nothing fits, an empty column, or in a full column the first strip overfull.
 */
export function fillColumn(task: ColumnTask, start: ColumnStart): ColumnFill[] {
  const usual = { from: task.height - USUAL_HOLE, mostBreakCost: COST.strandedFirst - 1 }
  const fills = fillsFrom(task, start, usual)
  if (fills.every((fill) => fill.cost >= COST.strandedFirst / 2)) {
    fills.push(...fillsFrom(task, start, { from: 0, mostBreakCost: COST.never - 1 }))
  }
  if (fills.length === 0) fills.push(fallback(task, start))
  return different(
    task,
    fills.sort((a, b) => a.cost - b.cost),
  )
}

/** The cheapest fills that leave different things to come: as many lines of the same text are one. */
function different(task: ColumnTask, fills: readonly ColumnFill[]): ColumnFill[] {
  const seen = new Set<string>()
  const kept: ColumnFill[] = []
  for (const fill of fills) {
    const { at, pending } = fill.to
    const setting = task.flow[at.element]?.settings[at.setting]
    const left = setting && at.strip > 0 ? rowsFrom(setting.strips, at.strip) : 0
    const moved = setting?.note === 'moved' ? at.setting : 0
    const key = `${at.element}/${left}/${moved}/${pending.join('+')}`
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(fill)
    if (kept.length === task.effort.fills) break
  }
  return kept
}

function fillsFrom(task: ColumnTask, start: ColumnStart, limits: Limits): ColumnFill[] {
  const fills: ColumnFill[] = []
  const search: Scan = { ...task, ...limits, start, fills }
  for (const head of headChoices(task, start)) {
    const pending = head.length === 0 ? start.pending : start.pending.filter((index) => !head.includes(index))
    const rows = head.reduce((sum, index) => sum + naturalRows(task.flow, index), 0)
    if (head.length > 0 && rows > task.height) continue
    const carry = task.flow[start.at.element]?.settings[start.at.setting]?.strips[start.at.strip]?.carry
    const cursor: Cursor = {
      ...start.at,
      rows: rows + (start.at.strip > 0 && carry ? carry.rows : 0),
      cost: headCost(task.flow, start, head),
      head,
      pending,
      inline: [],
      late: [],
      surpluses: NO_SURPLUS,
    }
    // Nothing but the pictures: what follows them may be too tall for the rest of the column.
    if (head.length > 0) end(search, cursor, { ...start.at, breakCost: 0, extra: 0 })
    scan(search, cursor)
  }
  return fills
}

/** The pending pictures that may stand at the head: the first of them, in order. */
function headChoices({ flow, height }: ColumnTask, start: ColumnStart): (readonly number[])[] {
  const { pending } = start
  if (pending.length === 0) return [[]]
  const choices = [...pending.map((_, index) => pending.slice(0, index)), pending]
  if (flow[start.at.element]?.group === flow[pending[0] as number]?.group) return choices
  // Their article is over: as many as fit.
  const fitting = choices.filter(
    (head) => head.reduce((sum, index) => sum + naturalRows(flow, index), 0) <= height,
  )
  return fitting.slice(-1)
}

function headCost(flow: readonly FlowElement[], start: ColumnStart, head: readonly number[]): number {
  const elsewhere = head.filter((index) => flow[index]?.group !== flow[start.at.element]?.group)
  return elsewhere.length * PLACE_COST.afterArticle
}

function naturalRows(flow: readonly FlowElement[], index: number): number {
  return flow[index]?.settings[0]?.rows ?? 0
}

/** Goes down the column from `cursor`, telling every place where it may end. */
function scan(task: Scan, from: Cursor): void {
  let cursor = withoutFarElements(task, from)
  for (;;) {
    const element = task.flow[cursor.element]
    if (!element) {
      end(task, cursor, { setting: 0, strip: 0, breakCost: 0, extra: 0 })
      return
    }
    const begun = cursor.rows > 0
    if (element.startsColumn && begun && cursor.strip === 0) {
      end(task, cursor, { setting: 0, strip: 0, breakCost: 0, extra: 0, forced: true })
      return
    }
    const waiting = cursor.pending[0]
    if (waiting !== undefined && task.flow[waiting]?.group !== element.group && cursor.strip === 0) {
      cursor = placeLate(task, cursor)
      if (cursor.rows > task.height) return
      continue
    }
    if (element.floatCost !== null && cursor.strip === 0) {
      if (cursor.pending.length < MOST_PENDING) {
        const pending = [...cursor.pending, cursor.element]
        scan(task, { ...cursor, element: cursor.element + 1, cost: cursor.cost + element.floatCost, pending })
      }
      if (cursor.pending.length > 0) return
      const cost = cursor.cost + (begun ? PLACE_COST.inline : 0)
      cursor = { ...cursor, cost, inline: [...cursor.inline, cursor.element] }
    }
    const next = passElement(task, cursor, element)
    if (next === null) return
    cursor = next
  }
}

/** The cursor moved past plain elements that end far above where the column may end: most of a column. */
function withoutFarElements(task: Scan, cursor: Cursor): Cursor {
  if (cursor.pending.length > 0 || cursor.rows > 0) return cursor
  const { flow } = task
  const limit = task.from - MOST_SURPLUS
  let { element, rows } = cursor
  let rest = restOf(flow[element], cursor)
  while (rest !== null && rows + rest < limit) {
    rows += rest
    element++
    rest = flow[element]?.startsColumn ? null : restOf(flow[element], null)
  }
  return element === cursor.element ? cursor : { ...cursor, element, setting: 0, strip: 0, rows }
}

/** Lines of a plain element from a place in it; null for what has several settings, floats or is blank. */
function restOf(element: FlowElement | undefined, at: Position | null): number | null {
  if (!element || element.settings.length > 1 || element.floatCost !== null || isBlank(element)) return null
  const [setting] = element.settings as [Setting]
  return at && at.strip > 0 ? rowsFrom(setting.strips, at.strip) : setting.rows
}

/** Pictures still waiting when their article's text is over stand right there. */
function placeLate(task: ColumnTask, cursor: Cursor): Cursor {
  const rows = cursor.pending.reduce((sum, index) => sum + naturalRows(task.flow, index), 0)
  const late = cursor.pending.map((picture) => ({ picture, before: cursor.element }))
  return {
    ...cursor,
    rows: cursor.rows + rows,
    cost: cursor.cost + late.length * PLACE_COST.late,
    pending: [],
    late: [...cursor.late, ...late],
  }
}

/** Tells the places inside and below one element where the column may end; null when it goes no further. */
function passElement(task: Scan, cursor: Cursor, element: FlowElement): Cursor | null {
  if (isBlank(element) && cursor.rows === 0) {
    return { ...cursor, element: cursor.element + 1, setting: 0, strip: 0 }
  }
  const whole = cursor.strip === 0
  const set = element.settings[whole ? 0 : cursor.setting] as Setting
  const rest = whole ? set.rows : rowsFrom(set.strips, cursor.strip)
  const mayEnd = cursor.rows + rest + waitingRows(task, cursor) + MOST_SURPLUS >= task.from
  if (mayEnd && whole) {
    for (let index = 0; index < element.settings.length; index++) endInside(task, cursor, index)
  } else if (mayEnd) endInside(task, cursor, cursor.setting)
  const after: Cursor = {
    ...cursor,
    element: cursor.element + 1,
    setting: 0,
    strip: 0,
    rows: cursor.rows + rest,
    surpluses: whole ? withSettings(cursor, element) : cursor.surpluses,
  }
  if (after.rows - MOST_SURPLUS > task.height) return null
  const following = task.flow[after.element]
  if (following && mayEnd && !following.startsColumn) {
    const last = set.strips[set.strips.length - 1]
    const breakCost = (last?.breakAfter ?? 0) + (following.keepsPrevious ? COST.keep : 0)
    if (breakCost <= task.mostBreakCost) end(task, after, { setting: 0, strip: 0, breakCost, extra: 0 })
  }
  return after
}

export function isBlank(element: FlowElement): boolean {
  const strips = element.settings[0]?.strips
  return strips?.length === 1 && strips[0]?.blank === true
}

function rowsFrom(strips: readonly Strip[], from: number): number {
  let rows = 0
  for (let index = from; index < strips.length; index++) rows += (strips[index] as Strip).rows
  return rows
}

/** Lines of the pictures that could still stand at this column's foot. */
function waitingRows(task: ColumnTask, cursor: Cursor): number {
  let rows = 0
  for (const index of cursor.pending) rows += naturalRows(task.flow, index)
  return rows
}

function endInside(task: Scan, cursor: Cursor, index: number): void {
  const setting = task.flow[cursor.element]?.settings[index] as Setting
  const waiting = waitingRows(task, cursor)
  let rows = cursor.rows
  for (let k = cursor.strip; k < setting.strips.length - 1; k++) {
    const strip = setting.strips[k] as Strip
    rows += strip.rows
    if (rows - MOST_SURPLUS > task.height) return
    if (strip.breakAfter > task.mostBreakCost || rows + waiting + MOST_SURPLUS < task.from) continue
    const extra = cursor.strip === 0 ? setting.cost : 0
    end(task, cursor, { setting: index, strip: k + 1, breakCost: strip.breakAfter, extra }, rows)
  }
}

interface Ending {
  readonly setting: number
  readonly strip: number
  readonly breakCost: number
  readonly extra: number
  readonly forced?: boolean
}

/** The column ends after `rows` lines, by the cursor: with none, one or all of the waiting pictures at its foot. */
function end(task: Scan, cursor: Cursor, ending: Ending, rows = cursor.rows): void {
  const over = cursor.element >= task.flow.length
  let footRows = 0
  for (let count = 0; count <= cursor.pending.length; count++) {
    if (count > 0) footRows += naturalRows(task.flow, cursor.pending[count - 1] as number)
    if (rows + footRows - MOST_SURPLUS > task.height) return
    const pending = count === 0 ? cursor.pending : cursor.pending.slice(count)
    if (stands(task.start, cursor.element, ending.strip, pending)) continue
    const best = bestSurplus(task, cursor, rows + footRows, (over && !task.endHole) || !!ending.forced)
    if (best === null) continue
    task.fills.push({
      from: task.start,
      head: cursor.head,
      to: { at: { element: cursor.element, setting: ending.setting, strip: ending.strip }, pending },
      foot: pending.length === 0 ? cursor.pending : cursor.pending.slice(0, count),
      inline: cursor.inline,
      late: cursor.late,
      choices: best.choices,
      rows: best.rows,
      breakCost: ending.breakCost,
      cost:
        cursor.cost +
        ending.breakCost +
        ending.extra +
        best.cost +
        count * PLACE_COST.foot +
        pending.length * PLACE_COST.deferred,
    })
  }
}

/** Whether a column would end just where it begins: nothing in it, no headway. */
function stands(start: ColumnStart, element: number, strip: number, pending: readonly number[]): boolean {
  const { at } = start
  return element === at.element && strip === at.strip && pending.length === start.pending.length
}

/** The cheapest settings that make the column neither too tall nor much too short. */
function bestSurplus(task: ColumnTask, cursor: Cursor, rows: number, freeHole: boolean) {
  if (cursor.surpluses === NO_SURPLUS) {
    return rows > task.height
      ? null
      : { cost: freeHole ? 0 : holeCost(task.height - rows), choices: null, rows }
  }
  let best: { cost: number; choices: Choice | null; rows: number } | null = null
  for (let index = 0; index < cursor.surpluses.length; index++) {
    const surplus = cursor.surpluses[index]
    const total = rows + index - MOST_SURPLUS
    if (!surplus || total > task.height) continue
    const cost = surplus.cost + (freeHole ? 0 : holeCost(task.height - total))
    if (best === null || cost < best.cost) best = { cost, choices: surplus.choices, rows: total }
  }
  return best
}

/** The surpluses possible once `element` stands whole in the column. */
function withSettings(cursor: Cursor, element: FlowElement): Surpluses {
  const natural = element.settings[0] as Setting
  if (element.settings.length === 1) return cursor.surpluses
  const result = [...cursor.surpluses]
  for (let index = 1; index < element.settings.length; index++) {
    const setting = element.settings[index] as Setting
    const change = setting.rows - natural.rows
    if (change === 0 || (setting.note === 'air' && cursor.rows === 0)) continue
    for (let at = 0; at < result.length; at++) {
      const before = cursor.surpluses[at - change]
      if (!before) continue
      const cost = before.cost + setting.cost
      const known = result[at]
      if (known && known.cost <= cost) continue
      result[at] = { cost, choices: { element: cursor.element, setting: index, before: before.choices } }
    }
  }
  return result
}

/** Where nothing fits: an empty column, or in a full one the first strip although it is too tall. */
function fallback(task: ColumnTask, start: ColumnStart): ColumnFill {
  const nothing = { head: [], foot: [], inline: [], late: [], choices: null, breakCost: 0 }
  const [waiting, ...pending] = start.pending
  if (task.full && waiting !== undefined) {
    const rows = naturalRows(task.flow, waiting)
    return { ...nothing, from: start, to: { at: start.at, pending }, head: [waiting], rows, cost: COST.keep }
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
    to: { at, pending: start.pending },
    rows: strip.rows,
    cost: COST.keep,
  }
}
