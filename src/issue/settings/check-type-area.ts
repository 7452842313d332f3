import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { Span } from '../../base/source.ts'
import { mm } from '../../base/units.ts'
import type { Design } from '../../design/design.ts'
import type { DesignOverrides } from '../../design/overrides.ts'
import { resolveDesign } from '../../design/resolve-design.ts'
import type { PublicationValue } from '../language/publication-keys.ts'

/** Narrowest column that text can be set in, in em: fewer and no line can be both full and well spaced. */
const LEAST_EM = 6
/** Fewest lines of grid a column can have: a headline, the text it keeps with it, and a line that follows. */
const LEAST_LINES = 6

/** Whether the settings leave room for text: columns of at least 6 em, and of at least 6 lines. */
export function checkTypeArea(overrides: DesignOverrides, value: PublicationValue): readonly Diagnostic[] {
  const design = resolveDesign(overrides)
  return [...checkMeasure(design, value), ...checkLines(design, value)]
}

function checkMeasure({ page, type }: Design, value: PublicationValue): readonly Diagnostic[] {
  const { width, margin, columns, columnGap } = page
  const measure = (width - margin.inside - margin.outside - (columns - 1) * columnGap) / columns
  const ems = measure / type.body.size
  if (ems >= LEAST_EM) return []
  const numbers = { columns, ems: tenths(Math.max(0, ems)), least: LEAST_EM }
  const sizes = { width: millimetres(width), measure: millimetres(Math.max(0, measure)) }
  return [
    diagnostic('E-MEASURE', placeOf(value, ['columns', 'margin', 'column_gap', 'size']), {
      ...numbers,
      ...sizes,
    }),
  ]
}

function checkLines({ page, grid }: Design, value: PublicationValue): readonly Diagnostic[] {
  const { height, margin } = page
  if (grid.lines >= LEAST_LINES) return []
  const room = Math.max(0, height - margin.top - margin.bottom)
  const sizes = { height: millimetres(height), room: millimetres(room), lineHeight: tenths(grid.lineHeight) }
  const lines = Math.floor(room / grid.lineHeight + 0.01)
  return [diagnostic('E-GRID', placeOf(value, ['margin', 'size']), { ...sizes, lines, least: LEAST_LINES })]
}

/** Where the settings that matter were written; first what this run or this issue changes. */
function placeOf(value: PublicationValue, keys: readonly string[]): Span {
  const spans = [
    ...keys.map((key) => value.page?.keySpans[key]),
    value.type?.body?.keySpans.line_height,
    value.type?.body?.keySpans.size,
    value.keySpans.design,
  ].filter((span) => span !== undefined)
  return spans.find(({ file }) => file !== value.span.file) ?? spans[0] ?? value.span
}

function millimetres(length: number): number {
  return tenths(length / mm(1))
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
