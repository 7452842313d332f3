import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { FigureOf } from '../../content/block.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { type ColumnStrip, columnContent } from '../search/column-strips.ts'
import type { Band, Layout } from '../search/layout.ts'
import type { Zone } from '../search/zone.ts'

/** A strip and the article it belongs to. */
interface OfArticle extends ColumnStrip {
  readonly article: string
}

/** Pictures on a page that has no words of their article; those made for a page of their own are none. */
export function awayPictures(zones: readonly Zone[], { bands, pages }: Layout): Diagnostic[] {
  return Array.from({ length: pages }, (_, index) => index + 1).flatMap((page) => {
    const strips = bands.filter((band) => band.page === page).flatMap((band) => stripsIn(zones, band))
    const worded = new Set(
      strips.flatMap(({ article, block, strip }) =>
        block && (block.kind !== 'figure' || strip.textLines) ? [article] : [],
      ),
    )
    const away = strips.flatMap((one) => (worded.has(one.article) ? [] : wordlessFigure(one)))
    return [...new Set(away)].map((figure) => diagnostic('I-PICTURE-AWAY', figure.span, { page }))
  })
}

function stripsIn(zones: readonly Zone[], { zone, fill }: Band): OfArticle[] {
  const { flow } = zones[zone] as Zone
  return fill.columns.flatMap((column) => {
    const { strips, foot } = columnContent(flow, column)
    return [...strips, ...foot].map((one) => {
      const place = flow[one.element]?.place
      return { ...one, article: `${place?.section}/${place?.article}` }
    })
  })
}

function wordlessFigure({ block, strip }: ColumnStrip): FigureOf<ShapedText>[] {
  if (block?.kind !== 'figure' || strip.textLines) return []
  return block.full || block.gallery || block.place.article < 0 ? [] : [block]
}
