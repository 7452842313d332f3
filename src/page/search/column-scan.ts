import { endsArticle, isWorded } from './article-end.ts'
import { type ColumnFill, type ColumnStart, cutsBelow, makesNoHeadway } from './column-fill.ts'
import { BREAK, PICTURE } from './costs.ts'
import { earlyCost, nextPicture, nextRows } from './early.ts'
import type { Effort } from './effort.ts'
import {
  type FlowElement,
  isBlankElement,
  naturalRows,
  pictureRows,
  restOf,
  rowsFrom,
  type Setting,
} from './elements.ts'
import { HOLE_COSTS, INSIDE_COSTS, LEVEL_COSTS } from './hole.ts'
import { noteRows, notesFrom } from './notes.ts'
import type { Strip } from './strip.ts'
import { bestSurplus, noSurplus, type Surpluses, surplusPrice, withSettings } from './surplus.ts'

/** What the search of one column works on. */
export interface ColumnTask {
  readonly flow: readonly FlowElement[]
  readonly height: number
  /** Whether empty lines below the flow's own end cost anything. */
  readonly endHole: boolean
  /** The only column of its page: pictures without a line of text would be all there is on it. */
  readonly only?: boolean
  /** One of columns that are closed level. */
  readonly closing?: boolean
  /** The only column below something else on its page: air at its head is seen as air, not as a column begun lower. */
  readonly below?: boolean
  /** A column in which the first strip may stand even when it is too tall: nothing taller will come. */
  readonly full: boolean
  readonly effort: Effort
  /** Cost beyond which no way is told; less than what other ends are looked for at. */
  readonly limit?: number
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
  /** Height of the footnotes, in lines. */
  notes: number
  /** Whether something else than pictures and air stands in it. */
  worded: boolean
  cost: number
  readonly head: readonly number[]
  pending: readonly number[]
  early: readonly number[]
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
  const early = head.filter((index) => !start.pending.includes(index))
  const known = start.early ?? NONE
  const cursor: Cursor = {
    element,
    setting,
    strip,
    rows: pictureRows(flow, head) + (carry ? carry.rows : 0),
    notes: 0,
    worded: false,
    cost: headCost(flow, start, head) + (early.length > 0 ? earlyCost(flow, element, early[0] as number) : 0),
    head,
    pending: head.length === 0 ? start.pending : start.pending.filter((index) => !head.includes(index)),
    early: early.length === 0 ? known : [...known, ...early],
    inline: NONE,
    late: NONE,
    surpluses: head.reduce(
      (sum, index) => withSettings(sum, flow, index, false),
      noSurplus(scan.effort.surplus),
    ),
  }
  // Nothing but the pictures: what follows them may be too tall for the rest of the column.
  if (head.length > 0) end(scan, cursor, { ...start.at, breakCost: 0, extra: 0 }, cursor.rows)
  if (cursor.pending.length === 0 && cursor.rows === 0) passFarElements(scan, cursor)
  goDown(scan, cursor)
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
    if (cursor.early.length > 0 && cursor.strip === 0 && cursor.early.includes(cursor.element)) {
      cursor.early = cursor.early.filter((index) => index !== cursor.element)
      cursor.element += 1
      continue
    }
    if (element.floatCost !== null && cursor.strip === 0) {
      if (cursor.pending.length < scan.effort.pending) goDown(scan, leavingOut(cursor, element.floatCost))
      if (cursor.pending.length > 0) return
      if (cursor.rows > 0) cursor.cost += PICTURE.inline
      else if (scan.only && endsArticle(scan.flow, cursor.element)) cursor.cost += PICTURE.parted
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
function passFarElements({ flow, from, effort }: Scan, cursor: Cursor): void {
  const limit = from - effort.surplus
  const ahead = (at: number) => (effort.early ? nextRows(flow, at, cursor.early) : 0)
  let { element, rows } = cursor
  let rest = restOf(flow[element], cursor)
  while (rest !== null && rows + rest < limit - ahead(element)) {
    rows += rest
    element += 1
    rest = flow[element]?.startsColumn ? null : restOf(flow[element], null)
  }
  if (element === cursor.element) return
  cursor.element = element
  cursor.worded = true
  cursor.rows = rows
  cursor.setting = 0
  cursor.strip = 0
}

/** Pictures still waiting when their article's text is over stand right there. */
function placeLate(scan: ColumnTask, cursor: Cursor): void {
  const late = cursor.pending.map((picture) => ({ picture, before: cursor.element }))
  cursor.rows += pictureRows(scan.flow, cursor.pending)
  cursor.cost += late.length * PICTURE.late
  for (const index of cursor.pending)
    cursor.surpluses = withSettings(cursor.surpluses, scan.flow, index, false)
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
  const notes = set.notes === undefined ? 0 : whole ? set.notes : notesFrom(set.strips, cursor.strip)
  const noted = noteRows(cursor.notes + notes)
  const mayEnd =
    !blank && cursor.rows + rest + noted + waitingRows(scan, cursor) + scan.effort.surplus >= scan.from
  if (mayEnd && whole) for (let index = 0; index < settings.length; index += 1) endInside(scan, cursor, index)
  else if (mayEnd) endInside(scan, cursor, cursor.setting)
  if (whole && !blank && settings.length > 1)
    cursor.surpluses = withSettings(
      cursor.surpluses,
      scan.flow,
      cursor.element,
      cursor.rows === 0 && !scan.below,
    )
  cursor.element += 1
  cursor.setting = 0
  cursor.strip = 0
  cursor.worded ||= isWorded(element)
  cursor.rows += rest
  cursor.notes += notes
  if (cursor.rows + noted - scan.effort.surplus > scan.height) return false
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

/** Lines of the pictures that could still stand at this column's foot. */
function waitingRows(scan: ColumnTask, { pending, element, early }: Cursor): number {
  if (pending.length > 0) return pictureRows(scan.flow, pending)
  return scan.effort.early ? nextRows(scan.flow, element, early) : 0
}

function endInside(scan: Scan, cursor: Cursor, index: number): void {
  const { strips, cost } = (scan.flow[cursor.element] as FlowElement).settings[index] as Setting
  const seen = waitingRows(scan, cursor) + scan.effort.surplus
  const extra = cursor.strip === 0 ? cost : 0
  let { rows, notes } = cursor
  for (let k = cursor.strip; k < strips.length - 1; k += 1) {
    const strip = strips[k] as Strip
    rows += strip.rows
    if (strip.notes) notes += strip.notes.height
    const noted = notes === 0 ? 0 : noteRows(notes)
    if (rows + noted - scan.effort.surplus > scan.height) return
    if (strip.breakAfter >= scan.breakBelow || rows + noted + seen < scan.from) continue
    end(scan, cursor, { setting: index, strip: k + 1, breakCost: strip.breakAfter, extra }, rows, notes)
  }
}

interface Ending {
  readonly setting: number
  readonly strip: number
  readonly breakCost: number
  readonly extra: number
  readonly forced?: boolean
}

/** The column ends after `lines`, by the cursor: with none, one or all of the waiting pictures at its foot, and its notes. */
function end(scan: Scan, cursor: Cursor, ending: Ending, lines: number, notes = cursor.notes): void {
  const { pending } = cursor
  const rows = notes === 0 ? lines : lines + noteRows(notes)
  let footRows = 0
  let { surpluses } = cursor
  for (let count = 0; count <= pending.length; count += 1) {
    if (count > 0) {
      const picture = pending[count - 1] as number
      footRows += naturalRows(scan.flow, picture)
      surpluses = withSettings(surpluses, scan.flow, picture, false)
    }
    if (rows + footRows - scan.effort.surplus > scan.height) return
    const foot = pending.length === count ? pending : pending.slice(0, count)
    const left = count === 0 ? pending : pending.slice(count)
    const cost = count * PICTURE.foot + left.length * PICTURE.deferred
    tell(scan, cursor, ending, {
      rows: rows + footRows,
      surpluses,
      foot,
      pending: left,
      early: cursor.early,
      cost,
    })
  }
  if (pending.length === 0 && scan.effort.early) endEarly(scan, cursor, ending, rows)
}

/** The column ends with the article's next picture at its foot, above where it would be met. */
function endEarly(scan: Scan, cursor: Cursor, ending: Ending, rows: number): void {
  const { flow, height } = scan
  if (ending.forced || ending.breakCost > 0) return
  const picture = nextPicture(flow, cursor.element, ending.strip > 0, cursor.early)
  if (picture < 0) return
  const total = rows + naturalRows(flow, picture)
  if (total - scan.effort.surplus > height) return
  tell(scan, cursor, ending, {
    rows: total,
    surpluses: withSettings(cursor.surpluses, flow, picture, false),
    foot: [picture],
    pending: NONE,
    early: [...cursor.early, picture],
    cost: PICTURE.foot + earlyCost(flow, cursor.element, picture),
  })
}

/** What stands below the text that a column ends with. */
interface Foot {
  /** Lines of the column, natural settings of everything chosen. */
  readonly rows: number
  readonly surpluses: Surpluses
  readonly foot: readonly number[]
  readonly pending: readonly number[]
  readonly early: readonly number[]
  /** Of the pictures' places. */
  readonly cost: number
}

function tell(scan: Scan, cursor: Cursor, ending: Ending, below: Foot): void {
  const { pending, surpluses } = below
  const { limit = Number.POSITIVE_INFINITY } = scan
  if (makesNoHeadway(scan.start, cursor.element, ending.strip, pending) && below.foot.length === 0) return
  const free = (cursor.element >= scan.flow.length && !scan.endHole) || ending.forced === true
  const prices = free ? null : ending.strip === 0 ? HOLE_COSTS : scan.closing ? LEVEL_COSTS : INSIDE_COSTS
  const best = bestSurplus(scan.height, surpluses, below.rows, prices)
  const surplus = surpluses[best]
  if (!surplus) return
  const rows = below.rows + best - scan.effort.surplus
  const alone =
    scan.only && !cursor.worded && !cutsBelow(scan.start, cursor.element, ending.strip) ? PICTURE.alone : 0
  const hole = surplusPrice(prices, scan.height - rows) + alone
  const cost = cursor.cost + ending.breakCost + ending.extra + surplus.cost + hole + below.cost
  if (cost > scan.least + scan.effort.margin || cost > limit) return
  if (cost < scan.least) scan.least = cost
  scan.fills.push({
    from: scan.start,
    head: cursor.head,
    to: { ...past(cursor.element, ending, below.early), pending },
    foot: below.foot,
    inline: cursor.inline,
    late: cursor.late,
    choices: surplus.choices,
    rows,
    breakCost: ending.breakCost,
    cost,
  })
}

/** The place of an ending, below the pictures there that stand already. */
function past(
  element: number,
  { setting, strip }: Ending,
  early: readonly number[],
): Pick<ColumnStart, 'at' | 'early'> {
  if (early.length === 0) return { at: { element, setting, strip } }
  let at = element
  if (strip === 0) while (early.includes(at)) at += 1
  return { at: { element: at, setting, strip }, early: early.filter((index) => index >= at) }
}
