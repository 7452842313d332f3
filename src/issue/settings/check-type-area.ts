import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { Span } from '../../base/source.ts'
import { mm } from '../../base/units.ts'
import type { Design } from '../../design/design.ts'
import type { DesignFileValue } from '../language/design-keys.ts'
import type { PublicationValue } from '../language/publication-keys.ts'
import type { DesignValue } from './design-changes.ts'

/** Narrowest column that text can be set in, in em: fewer and no line can be both full and well spaced. */
const LEAST_EM = 6
/** Fewest lines of grid a column can have: a headline, the text it keeps with it, and a line that follows. */
const LEAST_LINES = 6

/** Whether the settings leave room for text: columns of at least 6 em, and of at least 6 lines. */
export function checkTypeArea(
  design: Design,
  value: PublicationValue,
  file: DesignFileValue | null,
): readonly Diagnostic[] {
  return [
    ...checkMeasure(design, marginPlace(value, file, ['columns', 'margin', 'column_gap', 'size'])),
    ...checkLines(design, marginPlace(value, file, ['margin', 'size'])),
  ]
}

function checkMeasure({ page, type }: Design, place: Span): readonly Diagnostic[] {
  const { width, margin, columns, columnGap } = page
  const measure = (width - margin.inside - margin.outside - (columns - 1) * columnGap) / columns
  const ems = measure / type.body.size
  if (ems >= LEAST_EM) return []
  const numbers = { columns, ems: tenths(Math.max(0, ems)), least: LEAST_EM }
  const sizes = { width: toMillimetres(width), measure: toMillimetres(Math.max(0, measure)) }
  return [
    diagnostic('E-MEASURE', place, {
      ...numbers,
      ...sizes,
    }),
  ]
}

function checkLines({ page, grid }: Design, place: Span): readonly Diagnostic[] {
  const { height, margin } = page
  if (grid.lines >= LEAST_LINES) return []
  const room = Math.max(0, height - margin.top - margin.bottom)
  const sizes = {
    height: toMillimetres(height),
    room: toMillimetres(room),
    lineHeight: tenths(grid.lineHeight),
  }
  const lines = Math.floor(room / grid.lineHeight + 0.01)
  return [diagnostic('E-GRID', place, { ...sizes, lines, least: LEAST_LINES })]
}

/** Where the settings that matter were written; first what this run or this issue changes, last the design's file. */
function marginPlace(value: PublicationValue, file: DesignFileValue | null, keys: readonly string[]): Span {
  const spans = [...spansOf(value, keys), ...(file ? spansOf(file, keys) : []), value.keySpans.design].filter(
    (span) => span !== undefined,
  )
  const own = [value.span.file, file?.span.file]
  return spans.find((span) => !own.includes(span.file)) ?? spans[0] ?? value.span
}

function spansOf({ page, type }: DesignValue, keys: readonly string[]): readonly (Span | undefined)[] {
  const { line_height, size } = type?.body?.keySpans ?? {}
  return [...keys.map((key) => page?.keySpans[key]), line_height, size]
}

function toMillimetres(length: number): number {
  return tenths(length / mm(1))
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
