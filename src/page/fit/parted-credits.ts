import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { ColumnFill } from '../search/column-fill.ts'
import { columnContent } from '../search/column-strips.ts'
import { BREAK } from '../search/costs.ts'
import type { Band, Layout } from '../search/layout.ts'
import type { Zone } from '../search/zone.ts'

/** A column with its band. */
interface InBand {
  readonly band: Band
  readonly fill: ColumnFill
  readonly column: number
}

/** Credits that begin a column, or have nothing above them in it but pictures: each is told at the column before it. */
export function partedCredits(zones: readonly Zone[], { bands }: Layout): Diagnostic[] {
  const below = new Set(bands.filter((band, index) => isBelowTable(zones, band, bands[index - 1])))
  const columns = bands
    .filter(({ zone }) => !zones[zone]?.inserted)
    .flatMap((band) => band.fill.columns.map((fill, index) => ({ band, fill, column: index + 1 })))
  return columns.flatMap((one, index) => {
    const before = columns[index - 1]
    const credit = creditAtHead(zones, one)
    // A broken keep is told already.
    if (credit === null || before === undefined || before.fill.breakCost >= BREAK.keep) return []
    if (one.column === 1 && below.has(one.band)) return []
    return [diagnostic('W-KEEP', credit.span, { page: before.band.page, column: before.column })]
  })
}

/** A table across the columns is words of its article: a credit right below one is where it belongs. */
function isBelowTable(zones: readonly Zone[], band: Band, before: Band | undefined): boolean {
  const above = before?.page === band.page ? zones[before.zone] : undefined
  return above?.flow.some(({ block }) => block?.kind === 'table') === true && above.columns === 1
}

function creditAtHead(zones: readonly Zone[], { band, fill }: InBand) {
  const { strips } = columnContent((zones[band.zone] as Zone).flow, fill)
  const block = strips.find(({ strip }) => strip.textLines)?.block
  return block?.kind === 'paragraph' && block.role === 'credit' ? block : null
}
