import type { Place } from '../../content/block.ts'
import type { ShapedBlock } from '../../text/shaped-text.ts'
import type { Strip } from './strip.ts'

/** One way of setting an element of the flow. */
export interface Setting {
  readonly strips: readonly Strip[]
  readonly rows: number
  /** What choosing it costs against the natural one. */
  readonly cost: number
  /** Worth telling the editor when chosen. */
  readonly note?: 'tightened' | 'loosened' | 'air' | 'tight' | 'moved' | 'height'
  /** Height of its footnotes, in lines; absent without any. */
  readonly notes?: number
  /** A table whose columns are narrower than their words. */
  readonly torn?: true
}

/** One block, or text with the pictures beside it, as the search sees it. */
export interface FlowElement {
  /** The natural setting first, then the others at hand. */
  readonly settings: readonly Setting[]
  /** Cost of standing at the head or foot of a column instead of here; null for what stays in its place. */
  readonly floatCost: number | null
  /** Pictures float only among elements of the same group (article). */
  readonly group: string
  /** 随上: a column never begins here without a line of the element before. */
  readonly keepsPrevious: boolean
  /** A fresh column begins here. */
  readonly startsColumn: boolean
  readonly block: ShapedBlock | null
  readonly place: Place
  /** Lines of it that must stand below the heading above it (R70). */
  readonly need: number
  /** Other settings, found only when the page asks for them; null when there are none. */
  readonly refine: ((room: Room) => readonly Setting[]) | null
}

/** Where an element stood in the last attempt, for settings that depend on it. */
export interface Room {
  /** Lines between the element's first line and its column's foot. */
  readonly below: number
  /** Lines in the column that follows. */
  readonly next: number
  /** Settings are wanted that are seldom needed and take longer to find. */
  readonly widely?: boolean
}

/** A place between two strips of a flow: before strip `strip` of element `element` in `setting`. */
export interface Position {
  readonly element: number
  readonly setting: number
  readonly strip: number
}

export const FLOW_START: Position = { element: 0, setting: 0, strip: 0 }

/** Lines of pictures together, as they stand naturally. */
export function pictureRows(flow: readonly FlowElement[], pictures: readonly number[]): number {
  let rows = 0
  for (let i = 0; i < pictures.length; i += 1) rows += naturalRows(flow, pictures[i] as number)
  return rows
}

export function naturalRows(flow: readonly FlowElement[], index: number): number {
  return flow[index]?.settings[0]?.rows ?? 0
}

/** A line of air: dropped at a column's head. */
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

/** Lines of a plain element from a place in it; null for what has several settings, floats or is blank. */
export function restOf(element: FlowElement | undefined, at: Position | null): number | null {
  if (!element || element.settings.length > 1 || element.floatCost !== null || isBlankElement(element))
    return null
  const [setting] = element.settings as [Setting]
  if (setting.notes !== undefined) return null
  return at && at.strip > 0 ? rowsFrom(setting.strips, at.strip) : setting.rows
}

/** Lines of an element's text from a place in it, or all of it in the shortest of its settings. */
export function shortestRest(element: FlowElement, at: Position | null): number {
  if (element.floatCost !== null || isBlankElement(element)) return 0
  if (at && at.strip > 0) return rowsFrom((element.settings[at.setting] as Setting).strips, at.strip)
  return Math.min(...element.settings.map((one) => one.rows))
}

/** Whether so many lines reach an element, were everything before it as short as it can be. */
export function mayReach(
  flow: readonly FlowElement[],
  at: Position,
  element: number,
  lines: number,
): boolean {
  let room = lines
  for (let index = at.element; index < element && room >= 0; index += 1)
    room -= shortestRest(flow[index] as FlowElement, index === at.element ? at : null)
  return room >= 0
}

/** An element that is only ever itself. */
export function single(block: ShapedBlock, strips: readonly Strip[]): FlowElement {
  const setting: Setting = { strips, rows: strips.reduce((sum, strip) => sum + strip.rows, 0), cost: 0 }
  return {
    settings: [setting],
    floatCost: null,
    group: '',
    keepsPrevious: false,
    startsColumn: false,
    block,
    place: block.place,
    need: 0,
    refine: null,
  }
}
