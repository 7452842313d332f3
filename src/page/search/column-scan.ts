import type { Choice, ColumnFill, ColumnStart } from './column-fill.ts'
import { BREAK, PICTURE } from './costs.ts'
import { BOUNDS, type Effort } from './effort.ts'
import type { FlowElement, Position, Setting } from './elements.ts'
import { HOLE_COSTS, holeCost } from './hole.ts'
import type { Strip } from './strip.ts'

/** Best way to gain or lose lines: by surplus + BOUNDS.surplus. */
type Surpluses = readonly ({ readonly cost: number; readonly choices: Choice | null } | null)[]

const NO_SURPLUS: Surpluses = Array.from({ length: 2 * BOUNDS.surplus + 1 }, (_, index) =>
  index === BOUNDS.surplus ? { cost: 0, choices: null } : null,
)

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
export interface Limits {
  /** None above this line: the hole would be too tall. */
  readonly from: number
  /** None whose break costs as much as this. */
  readonly breakBelow: number
}

/** A column's search: its task, where it begins, and what was found. */
export interface Scan extends ColumnTask, Limits {
  readonly start: ColumnStart
  readonly fills: ColumnFill[]
  /** Cost of the cheapest end found. */
  least: number
}

/** A column being filled: moved down from element to element, copied where there is a choice. */
interface Cursor {
  element: number
  setting: number
  strip: number
  rows: number
  cost: number
  readonly head: readonly number[]
  pending: readonly number[]
  inline: readonly number[]
  late: ColumnFill['late']
  surpluses: Surpluses
}

const NONE: readonly never[] = []

/** Tells `scan.fills` every end of the column that has these pictures at its head. */
export function scanColumn(scan: Scan, head: readonly number[]): void {
  const { flow, start } = scan
  const { element, setting, strip } = start.at
  const carry = strip > 0 ? flow[element]?.settings[setting]?.strips[strip]?.carry : undefined
  const cursor: Cursor = {
    element,
    setting,
    strip,
    rows: pictureRows(flow, head) + (carry ? carry.rows : 0),
    cost: headCost(flow, start, head),
    head,
    pending: head.length === 0 ? start.pending : start.pending.filter((index) => !head.includes(index)),
    inline: NONE,
    late: NONE,
    surpluses: NO_SURPLUS,
  }
  // Nothing but the pictures: what follows them may be too tall for the rest of the column.
  if (head.length > 0) end(scan, cursor, { ...start.at, breakCost: 0, extra: 0 }, cursor.rows)
  if (cursor.pending.length === 0 && cursor.rows === 0) passFarElements(scan, cursor)
  goDown(scan, cursor)
}

/** Lines of pictures together, as they stand naturally. */
export function pictureRows(flow: readonly FlowElement[], pictures: readonly number[]): number {
  let rows = 0
  for (let i = 0; i < pictures.length; i += 1) rows += naturalRows(flow, pictures[i] as number)
  return rows
}

export function naturalRows(flow: readonly FlowElement[], index: number): number {
  return flow[index]?.settings[0]?.rows ?? 0
}

function headCost(flow: readonly FlowElement[], start: ColumnStart, head: readonly number[]): number {
  if (head.length === 0) return 0
  const elsewhere = head.filter((index) => flow[index]?.group !== flow[start.at.element]?.group)
  return elsewhere.length * PICTURE.elsewhere
}

const AT_ELEMENT: Ending = { setting: 0, strip: 0, breakCost: 0, extra: 0 }

/** Goes down the column from `cursor`, telling every place where it may end. */
function goDown(scan: Scan, cursor: Cursor): void {
  for (;;) {
    const element = scan.flow[cursor.element]
    if (!element || (element.startsColumn && cursor.rows > 0 && cursor.strip === 0)) {
      end(scan, cursor, element ? { ...AT_ELEMENT, forced: true } : AT_ELEMENT, cursor.rows)
      return
    }
    const waiting = cursor.pending[0]
    if (waiting !== undefined && scan.flow[waiting]?.group !== element.group && cursor.strip === 0) {
      placeLate(scan, cursor)
      if (cursor.rows > scan.height) return
      continue
    }
    if (element.floatCost !== null && cursor.strip === 0) {
      if (cursor.pending.length < BOUNDS.pending) goDown(scan, leavingOut(cursor, element.floatCost))
      if (cursor.pending.length > 0) return
      if (cursor.rows > 0) cursor.cost += PICTURE.inline
      cursor.inline = [...cursor.inline, cursor.element]
    }
    if (!passElement(scan, cursor, element)) return
  }
}

/** The cursor below a picture that waits for a column's head or foot. */
function leavingOut(cursor: Cursor, floatCost: number): Cursor {
  const { element, cost, pending } = cursor
  return { ...cursor, element: element + 1, cost: cost + floatCost, pending: [...pending, element] }
}

/** Moves past plain elements that end far above where the column may end: most of a column. */
function passFarElements({ flow, from }: Scan, cursor: Cursor): void {
  const limit = from - BOUNDS.surplus
  let { element, rows } = cursor
  let rest = restOf(flow[element], cursor)
  while (rest !== null && rows + rest < limit) {
    rows += rest
    element += 1
    rest = flow[element]?.startsColumn ? null : restOf(flow[element], null)
  }
  if (element === cursor.element) return
  cursor.element = element
  cursor.rows = rows
  cursor.setting = 0
  cursor.strip = 0
}

/** Lines of a plain element from a place in it; null for what has several settings, floats or is blank. */
function restOf(element: FlowElement | undefined, at: Position | null): number | null {
  if (!element || element.settings.length > 1 || element.floatCost !== null || isBlankElement(element))
    return null
  const [setting] = element.settings as [Setting]
  return at && at.strip > 0 ? rowsFrom(setting.strips, at.strip) : setting.rows
}

/** Pictures still waiting when their article's text is over stand right there. */
function placeLate(scan: ColumnTask, cursor: Cursor): void {
  const late = cursor.pending.map((picture) => ({ picture, before: cursor.element }))
  cursor.rows += pictureRows(scan.flow, cursor.pending)
  cursor.cost += late.length * PICTURE.late
  cursor.pending = NONE
  cursor.late = [...cursor.late, ...late]
}

/** Tells the places inside and below one element where the column may end; false when it goes no further. */
function passElement(scan: Scan, cursor: Cursor, element: FlowElement): boolean {
  const whole = cursor.strip === 0
  const { settings } = element
  const set = settings[whole ? 0 : cursor.setting] as Setting
  const blank = isBlankElement(element) && cursor.rows === 0
  const rest = blank ? 0 : whole ? set.rows : rowsFrom(set.strips, cursor.strip)
  const mayEnd = !blank && cursor.rows + rest + waitingRows(scan, cursor) + BOUNDS.surplus >= scan.from
  if (mayEnd && whole) for (let index = 0; index < settings.length; index += 1) endInside(scan, cursor, index)
  else if (mayEnd) endInside(scan, cursor, cursor.setting)
  if (whole && !blank && settings.length > 1) cursor.surpluses = withSettings(cursor, element)
  cursor.element += 1
  cursor.setting = 0
  cursor.strip = 0
  cursor.rows += rest
  if (cursor.rows - BOUNDS.surplus > scan.height) return false
  const following = scan.flow[cursor.element]
  if (mayEnd && following && !following.startsColumn) {
    const last = set.strips[set.strips.length - 1]
    const breakCost = (last?.breakAfter ?? 0) + (following.keepsPrevious ? BREAK.keep : 0)
    if (breakCost < scan.breakBelow) {
      end(scan, cursor, breakCost === 0 ? AT_ELEMENT : { ...AT_ELEMENT, breakCost }, cursor.rows)
    }
  }
  return true
}

export function isBlankElement(element: FlowElement): boolean {
  const strips = element.settings[0]?.strips
  return strips?.length === 1 && strips[0]?.blank === true
}

/** Lines of the strips from one on. */
export function rowsFrom(strips: readonly Strip[], from: number): number {
  let rows = 0
  for (let index = from; index < strips.length; index += 1) rows += (strips[index] as Strip).rows
  return rows
}

/** Lines of the pictures that could still stand at this column's foot. */
function waitingRows(scan: ColumnTask, { pending }: Cursor): number {
  return pending.length === 0 ? 0 : pictureRows(scan.flow, pending)
}

function endInside(scan: Scan, cursor: Cursor, index: number): void {
  const { strips, cost } = (scan.flow[cursor.element] as FlowElement).settings[index] as Setting
  const seen = waitingRows(scan, cursor) + BOUNDS.surplus
  const extra = cursor.strip === 0 ? cost : 0
  let rows = cursor.rows
  for (let k = cursor.strip; k < strips.length - 1; k += 1) {
    const strip = strips[k] as Strip
    rows += strip.rows
    if (rows - BOUNDS.surplus > scan.height) return
    if (strip.breakAfter >= scan.breakBelow || rows + seen < scan.from) continue
    end(scan, cursor, { setting: index, strip: k + 1, breakCost: strip.breakAfter, extra }, rows)
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
function end(scan: Scan, cursor: Cursor, ending: Ending, rows: number): void {
  const over = cursor.element >= scan.flow.length
  const free = (over && !scan.endHole) || ending.forced === true
  const base = cursor.cost + ending.breakCost + ending.extra
  let footRows = 0
  for (let count = 0; count <= cursor.pending.length; count += 1) {
    if (count > 0) footRows += naturalRows(scan.flow, cursor.pending[count - 1] as number)
    if (rows + footRows - BOUNDS.surplus > scan.height) return
    const pending = count === 0 ? cursor.pending : cursor.pending.slice(count)
    if (makesNoHeadway(scan.start, cursor.element, ending.strip, pending)) continue
    const best = bestSurplus(scan.height, cursor.surpluses, rows + footRows, free)
    const surplus = cursor.surpluses[best]
    if (!surplus) continue
    const total = rows + footRows + best - BOUNDS.surplus
    const hole = free ? 0 : holeCost(scan.height - total)
    const places = count * PICTURE.foot + pending.length * PICTURE.deferred
    const cost = base + surplus.cost + hole + places
    if (cost > scan.least + scan.effort.margin) continue
    if (cost < scan.least) scan.least = cost
    scan.fills.push({
      from: scan.start,
      head: cursor.head,
      to: { at: { element: cursor.element, setting: ending.setting, strip: ending.strip }, pending },
      foot: pending.length === 0 ? cursor.pending : cursor.pending.slice(0, count),
      inline: cursor.inline,
      late: cursor.late,
      choices: surplus.choices,
      rows: total,
      breakCost: ending.breakCost,
      cost,
    })
  }
}

/** Whether a column would end just where it begins: nothing in it, no headway. */
function makesNoHeadway(
  start: ColumnStart,
  element: number,
  strip: number,
  pending: readonly number[],
): boolean {
  const { at } = start
  return element === at.element && strip === at.strip && pending.length === start.pending.length
}

/** Which surplus makes the column cheapest, neither too tall nor much too short; -1 when every one is too tall. */
function bestSurplus(height: number, surpluses: Surpluses, rows: number, freeHole: boolean): number {
  if (surpluses === NO_SURPLUS) return rows > height ? -1 : BOUNDS.surplus
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let index = 0; index < surpluses.length; index += 1) {
    const surplus = surpluses[index]
    const hole = height - rows - index + BOUNDS.surplus
    if (!surplus || hole < 0) continue
    // What another way costs without its hole is often too much already.
    if (surplus.cost >= least) continue
    const cost = surplus.cost + (freeHole ? 0 : (HOLE_COSTS[hole] ?? holeCost(hole)))
    if (cost >= least) continue
    best = index
    least = cost
  }
  return best
}

/** The surpluses possible once `element` stands whole in the column. */
function withSettings(cursor: Cursor, element: FlowElement): Surpluses {
  const natural = element.settings[0] as Setting
  const result = [...cursor.surpluses]
  for (let index = 1; index < element.settings.length; index += 1) {
    const setting = element.settings[index] as Setting
    const change = setting.rows - natural.rows
    if (change === 0 || (setting.note === 'air' && cursor.rows === 0)) continue
    for (let at = 0; at < result.length; at += 1) {
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
