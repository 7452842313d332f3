import type { Pt } from '../../base/units.ts'
import type { Design } from '../../design/design.ts'

/** Part of the em above the baseline in a Han body box (字身); the rest stands below. */
export const HAN_ASCENT_EM = 0.88

/** 版心 of one page, from the trimmed page's top left. */
export interface TypeArea {
  readonly left: Pt
  readonly top: Pt
  readonly width: Pt
  readonly lineHeight: Pt
  /** Lines of grid in a full column (行格). */
  readonly rows: number
  /** The body's em. */
  readonly em: Pt
}

/** Columns side by side: the same width, the same distance. */
export interface ColumnPlan {
  readonly count: number
  /** Whole ems (R03). */
  readonly measure: Pt
  readonly gap: Pt
}

/** Narrowest column of text, in em: where more columns would be narrower, there are fewer. */
const NARROWEST_COLUMN_EM = 6

/** Columns of whole ems inside a width; the gaps take what remains of it. */
export function columnPlan(design: Design, count: number, width = typeWidth(design)): ColumnPlan {
  const em = design.type.body.size
  const gap = design.page.columnGap
  const measure = wholeEms((width - (count - 1) * gap) / count, em)
  if (count > 1 && measure < NARROWEST_COLUMN_EM * em) return columnPlan(design, count - 1, width)
  return { count, measure, gap: count === 1 ? gap : (width - count * measure) / (count - 1) }
}

/** The largest whole number of ems in a length, at least one. */
export function wholeEms(length: Pt, em: Pt): Pt {
  return Math.max(1, Math.floor(length / em + 0.001)) * em
}

/** Width of the type area: what its design's columns of whole ems and their gaps take. */
function typeWidth(design: Design): Pt {
  const { page } = design
  const em = design.type.body.size
  const room = page.width - page.margin.inside - page.margin.outside
  const measure = wholeEms((room - (page.columns - 1) * page.columnGap) / page.columns, em)
  return page.columns * measure + (page.columns - 1) * page.columnGap
}

/** The type area of a page by number, from 1: odd pages are right-hand pages. */
export function typeArea(design: Design, page: number): TypeArea {
  const { margin, width } = design.page
  const room = width - margin.inside - margin.outside
  const type = typeWidth(design)
  const inner = page % 2 === 1 ? margin.inside : margin.outside
  return {
    left: inner + (room - type) / 2,
    top: margin.top,
    width: type,
    lineHeight: design.grid.lineHeight,
    rows: design.grid.lines,
    em: design.type.body.size,
  }
}

/** Left edge of a column, from the type area's left. */
export function columnLeft(plan: ColumnPlan, column: number): Pt {
  return column * (plan.measure + plan.gap)
}

/** Baseline of text whose em box is centred in a line of grid, from the line's top. */
export function centredBaseline(size: Pt, lineHeight: Pt): Pt {
  return (lineHeight - size) / 2 + HAN_ASCENT_EM * size
}
