import type { FigureOf } from '../../content/block.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { setFigure } from '../blocks/figure.ts'
import type { Galley } from '../blocks/galley.ts'
import type { Strip } from '../search/strip.ts'
import type { Zone } from '../search/zone.ts'

/** Least height of a cover's picture, in lines. */
const LEAST = 8

/** A cover's picture in all the lines that the other zones of its page leave. */
export function coverStrips(
  block: FigureOf<ShapedText>,
  galley: Galley,
  others: readonly Pick<Zone, 'flow' | 'columns'>[],
): readonly Strip[] {
  const taken = others.reduce((sum, zone) => sum + levelRows(zone), 0)
  // On a small page it stands on a page of its own.
  const rows = Math.min(galley.rows, Math.max(LEAST, galley.rows - taken))
  return setFigure(block, { ...galley, rows }).strips
}

/** Lines that a flow takes in columns closed level, or one more. */
function levelRows({ flow, columns }: Pick<Zone, 'flow' | 'columns'>): number {
  const rows = flow.reduce((sum, { settings }) => sum + (settings[0]?.rows ?? 0), 0)
  return Math.ceil(rows / columns) + (columns > 1 && flow.length > columns ? 1 : 0)
}
