import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { FigureOf } from '../../content/block.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { type ColumnStrip, columnContent } from '../search/column-strips.ts'
import type { Band, Layout } from '../search/layout.ts'
import type { Zone } from '../search/zone.ts'

type Figure = FigureOf<ShapedText>

/** Pictures on a page that has no words of their article; those made for a page of their own are none. */
export function awayPictures(zones: readonly Zone[], { bands }: Layout): Diagnostic[] {
  const pages = new Map<number, Band[]>()
  for (const band of bands) {
    const known = pages.get(band.page)
    if (known) known.push(band)
    else pages.set(band.page, [band])
  }
  return [...pages].flatMap(([page, on]) =>
    awayOn(zones, on).map((figure) => diagnostic('I-PICTURE-AWAY', figure.span, { page })),
  )
}

/** The pictures of one page's bands without words of their article. */
function awayOn(zones: readonly Zone[], bands: readonly Band[]): Figure[] {
  const worded = new Set<string>()
  const figures = new Map<Figure, string>()
  for (const { zone, fill } of bands) {
    const { flow } = zones[zone] as Zone
    const look = (strips: readonly ColumnStrip[]) => {
      let last = -1
      for (const { strip, element, block } of strips) {
        // A paragraph's lines after its first say nothing new.
        if (block === null || (element === last && block.kind !== 'figure')) continue
        last = element
        const place = flow[element]?.place
        const article = `${place?.section}/${place?.article}`
        if (block.kind !== 'figure' || strip.textLines) worded.add(article)
        else if (!block.full && !block.gallery && block.place.article >= 0) figures.set(block, article)
      }
    }
    for (const column of fill.columns) {
      const { strips, foot } = columnContent(flow, column)
      look(strips)
      look(foot)
    }
  }
  return [...figures].flatMap(([figure, article]) => (worded.has(article) ? [] : [figure]))
}
