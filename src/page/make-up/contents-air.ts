import type { Pt } from '../../base/units.ts'
import type { ColumnFill } from '../search/column-fill.ts'
import { BOUNDS } from '../search/effort.ts'
import type { FlowElement, Setting } from '../search/elements.ts'
import type { Band, Layout } from '../search/layout.ts'
import { moved, type Strip } from '../search/strip.ts'
import type { PlannedZone } from './zones.ts'

/** Zones with their layout. */
interface Laid {
  readonly zones: readonly PlannedZone[]
  readonly layout: Layout
}

/** Lines by which each end of the box may grow. */
const MOST_AT_END = 2

/**
 * A contents box below which its page stays empty, since nothing that follows fits there, takes the empty lines: one
 * below each of its entries where there are enough, the others at its two ends.
 */
export function withContentsAir(laid: Laid, rows: number, lineHeight: Pt): Laid {
  const { zones, layout } = laid
  const box = layout.bands.filter((band) => zones[band.zone]?.around?.look === 'contents')
  const last = box.at(-1)
  const next = layout.bands[layout.bands.indexOf(last as Band) + 1]
  if (!last || !next || next.page === last.page || zones[next.zone]?.startsPage) return laid
  const empty = rows - last.row - last.fill.rows
  if (empty <= BOUNDS.hardlySeen) return laid
  const entries = box[box.length - 2]?.fill.rows ?? 0
  const open = empty >= entries ? 1 : 0
  const ends = Math.min(2 * MOST_AT_END, empty - open * entries)
  const more = new Map([
    [box[0]?.zone, Math.floor(ends / 2)],
    [last.zone, Math.ceil(ends / 2)],
  ])
  return aired(laid, box, { more, opened: open === 1 ? (box[box.length - 2]?.zone ?? -1) : -1, lineHeight })
}

interface Air {
  /** Lines that zones are taller by. */
  readonly more: ReadonlyMap<number | undefined, number>
  /** The zone whose entries have a line more each. */
  readonly opened: number
  readonly lineHeight: Pt
}

function aired({ zones, layout }: Laid, box: readonly Band[], air: Air): Laid {
  const inBox = new Set(box.map((band) => band.zone))
  const lines = (zone: number) => (zone === air.opened ? 1 : (air.more.get(zone) ?? 0))
  let down = 0
  const bands = layout.bands.map((band) => {
    if (!inBox.has(band.zone)) return band
    const placed = { ...band, row: band.row + down }
    const each = lines(band.zone)
    const columns = band.fill.columns.map((fill) => tallerFill(fill, each))
    const height = Math.max(...columns.map((fill) => fill.rows))
    down += height - band.fill.rows
    return { ...placed, fill: { ...band.fill, columns, rows: height } }
  })
  const flows = zones.map((zone, index) =>
    inBox.has(index)
      ? { ...zone, flow: zone.flow.map((one) => taller(one, lines(index), air.lineHeight)) }
      : zone,
  )
  return { zones: flows, layout: { ...layout, bands } }
}

function tallerFill(fill: ColumnFill, each: number): ColumnFill {
  return { ...fill, rows: fill.rows + each * (fill.to.at.element - fill.from.at.element) }
}

/** An element with so many lines more at its foot, its marks in the middle. */
function taller(element: FlowElement, lines: number, lineHeight: Pt): FlowElement {
  if (lines === 0) return element
  const shift = (lines * lineHeight) / 2
  const [natural] = element.settings as [Setting]
  const strips = natural.strips.map<Strip>((strip, index) => ({
    ...strip,
    rows: strip.rows + (index === natural.strips.length - 1 ? lines : 0),
    marks: moved(strip.marks, 0, shift),
  }))
  return { ...element, settings: [{ ...natural, strips, rows: natural.rows + lines }] }
}
