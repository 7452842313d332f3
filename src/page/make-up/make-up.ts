import type { Pt } from '../../base/units.ts'
import type { Design } from '../../design/design.ts'
import type { ColumnRuleLook } from '../../design/looks.ts'
import { columnLeft, type TypeArea, typeArea } from '../blocks/geometry.ts'
import type { PageText } from '../blocks/page-text.ts'
import { type ColumnContent, type ColumnStrip, columnContent } from '../search/column-strips.ts'
import type { Band, Layout } from '../search/layout.ts'
import { type Mark, rowsOf } from '../search/strip.ts'
import { rowsOfNotes, withFootnotes } from './footnotes.ts'
import type { PageFurniture } from './furniture.ts'
import { type ColumnMemory, madeColumn } from './known-columns.ts'
import type { OverTwo } from './over-two.ts'
import type { Column, Page, PlacedFrame, PlacedStrip } from './page.ts'
import type { PlannedZone } from './zones.ts'

/** What pages are made up from (拼版). */
export interface MakeUp {
  readonly zones: readonly PlannedZone[]
  readonly layout: Layout
  readonly design: Design
  readonly furniture: PageFurniture
  readonly pageText: PageText
  /** Below everything on each page. */
  readonly behind: readonly Mark[]
  /** Columns of an earlier state; none where nothing is kept. */
  readonly known?: ColumnMemory | null
}

/** The found layout as pages with everything in its place. */
export function makeUp(input: MakeUp): Page[] {
  const { layout, design } = input
  const unnumbered = unnumberedFrom(input)
  const onPages = new Map<number, { readonly band: Band; readonly at: number }[]>()
  for (const [at, band] of layout.bands.entries()) {
    const known = onPages.get(band.page)
    if (known) known.push({ band, at })
    else onPages.set(band.page, [{ band, at }])
  }
  return Array.from({ length: layout.pages }, (_, index) => {
    const number = index + 1
    const area = typeArea(design, number)
    const bands = onPages.get(number) ?? []
    const plain = bands.flatMap(({ band, at }) => bandColumns(input, band, at, area))
    const columns = withFootnotes(plain, { design, pageText: input.pageText, area })
    return {
      number,
      width: design.page.width,
      height: design.page.height,
      area,
      columns,
      behind: input.behind,
      frames: framesAround(
        input.zones,
        bands.map(({ band }) => band),
        area,
      ),
      furniture: [
        ...input.furniture(number, layout.pages, area, number < unnumbered),
        ...(design.page.columnRule === 'hairline' ? columnRules(columns, area, design.looks.columnRule) : []),
      ],
    }
  })
}

/**
 * The first page without 页码: where 版记 goes to an even page of its own and the page before it stays empty, neither is
 * numbered (GB/T 9704-2012, 7.5).
 */
function unnumberedFrom({ zones, layout }: MakeUp): number {
  const last = layout.bands.at(-1)
  const colophon = layout.bands.find((band) => band.zone === last?.zone)
  const before = layout.bands.findLast((band) => band.zone !== last?.zone)
  if (!last || !colophon || !before || !zones[last.zone]?.evenPage) return Number.POSITIVE_INFINITY
  return colophon.page - before.page > 1 ? before.page + 1 : Number.POSITIVE_INFINITY
}

function bandColumns(input: MakeUp, band: Band, bandIndex: number, area: TypeArea): Column[] {
  const zone = input.zones[band.zone] as PlannedZone
  const y = area.top + band.row * area.lineHeight
  const { rows } = band.fill
  const { known = null } = input
  const edges = edgesOf(band, zone, area)
  const columns = band.fill.columns.map((fill, index): Column => {
    const content = columnContent(zone.flow, fill)
    const x = area.left + zone.left + columnLeft(zone.plan, index)
    const { rows: used, above } = fill
    const width = zone.plan.measure
    const own = { x, y, width, rows, used, ...(above ? { above } : {}), index, band: bandIndex }
    const place = [x, y, width, rows, used, above, index, bandIndex, edges.head, edges.foot, area.lineHeight]
    return madeColumn(content, place, known, () => {
      const strips = aligned(placedIn(content, rows, area), edges)
      return { ...own, strips, frames: stripFrames(strips, x, y, area) }
    })
  })
  const isBegun = columns.some(({ above }) => above !== undefined)
  return zone.over && isBegun ? [columnOver(zone, zone.over, columns, area), ...columns] : columns
}

/** A column's strips from its head on, and those at its foot above its notes. */
function placedIn({ strips, foot }: ColumnContent, rows: number, area: TypeArea): PlacedStrip[] {
  const head = placed(strips, 0, area)
  const notesRows = rowsOfNotes(strips.map((one) => one.strip))
  const footRow = rows - notesRows - rowsOf(foot.map((one) => one.strip))
  return [...head, ...placed(foot, footRow, area)]
}

/** What stands across two of the columns, as a column of its own. */
function columnOver(
  zone: PlannedZone,
  { notch, strips, width }: OverTwo,
  columns: readonly Column[],
  area: TypeArea,
): Column {
  const { y } = columns[0] as Column
  const x = area.left + zone.left + columnLeft(zone.plan, notch.from)
  const edges = { head: true, foot: false, rows: notch.rows }
  const all = aligned(placed(strips, 0, area), edges)
  const frames = stripFrames(all, x, y, area)
  return { x, y, width, rows: notch.rows, used: notch.rows, strips: all, frames, index: notch.from, band: -1 }
}

function placed(
  strips: readonly Pick<ColumnStrip, 'strip' | 'block'>[],
  from: number,
  _area: TypeArea,
): PlacedStrip[] {
  let row = from
  return strips.map(({ strip, block }) => {
    const one = { strip, block, row, shift: 0 }
    row += strip.rows
    return one
  })
}

/** Where a picture has an edge to meet: that of the text beside it, or of the page. */
interface Edges {
  readonly head: boolean
  readonly foot: boolean
  readonly rows: number
}

function edgesOf(band: Band, zone: PlannedZone, area: TypeArea): Edges {
  const { rows } = band.fill
  const beside = zone.plan.count > 1
  return { head: beside || band.row === 0, foot: beside || band.row + rows === area.rows, rows }
}

/** A picture at a column's head or foot meets the line of the text beside it there; across the page it keeps its air. */
function aligned(strips: readonly PlacedStrip[], { head, foot, rows }: Edges): PlacedStrip[] {
  return strips.map((one, index) => {
    const { slack } = one.strip
    if (!slack) return one
    if (index === 0 && head) return { ...one, shift: -slack.head }
    return foot && one.row + one.strip.rows === rows ? { ...one, shift: slack.foot } : one
  })
}

/** Borders and tints behind neighbouring strips of one panel. */
function stripFrames(strips: readonly PlacedStrip[], x: Pt, y: Pt, area: TypeArea): PlacedFrame[] {
  const frames: PlacedFrame[] = []
  for (let from = 0; from < strips.length; from += 1) {
    const frame = strips[from]?.strip.frame
    if (!frame) continue
    let to = from
    while (strips[to + 1]?.strip.frame === frame) to += 1
    const first = strips[from] as PlacedStrip
    const last = strips[to] as PlacedStrip
    // A panel's own first and last line are air: the border runs through their middle.
    const top = first.row + (isAir(first) ? 0.5 : 0)
    const foot = last.row + last.strip.rows - (isAir(last) && to > from ? 0.5 : 0)
    frames.push({
      look: frame.look,
      x: x + frame.x,
      y: y + top * area.lineHeight,
      width: frame.width,
      height: (foot - top) * area.lineHeight,
    })
    from = to
  }
  return frames
}

function isAir(one: PlacedStrip): boolean {
  return one.strip.marks.length === 0 && !one.strip.textLines
}

/** Borders around zones: a panel across the columns. */
function framesAround(zones: readonly PlannedZone[], bands: readonly Band[], area: TypeArea): PlacedFrame[] {
  const frames: PlacedFrame[] = []
  for (let from = 0; from < bands.length; from += 1) {
    const around = zones[bands[from]?.zone ?? -1]?.around
    if (!around) continue
    let to = from
    while (zones[bands[to + 1]?.zone ?? -1]?.around === around) to += 1
    const first = bands[from] as Band
    const last = bands[to] as Band
    const top = first.row + (isEdge(zones, first) ? 0.5 : 0)
    const foot = last.row + last.fill.rows - (isEdge(zones, last) && to > from ? 0.5 : 0)
    frames.push({
      look: around.look,
      x: area.left + around.x,
      y: area.top + top * area.lineHeight,
      width: around.width,
      height: (foot - top) * area.lineHeight,
    })
    from = to
  }
  return frames
}

function isEdge(zones: readonly PlannedZone[], band: Band): boolean {
  const strips = zones[band.zone]?.flow[0]?.settings[0]?.strips
  return strips?.length === 1 && strips[0]?.marks.length === 0
}

/** Rules on the centre line between columns, beside the text of both (R07). */
function columnRules(
  columns: readonly Column[],
  area: TypeArea,
  { width, colour }: ColumnRuleLook,
): Page['furniture'] {
  return columns.flatMap((column, index) => {
    const before = columns[index - 1]
    if (!before || before.band !== column.band || column.used === 0) return []
    const above = Math.min(before.above ?? 0, column.above ?? 0)
    const rows = Math.max(before.used, column.used) - above
    const centre = (before.x + before.width + column.x) / 2
    const air = (area.lineHeight - area.em) / 2
    return [
      {
        kind: 'rule' as const,
        x: centre - width / 2,
        y: column.y + above * area.lineHeight + air,
        width,
        height: rows * area.lineHeight - 2 * air,
        colour,
        owner: null,
      },
    ]
  })
}
