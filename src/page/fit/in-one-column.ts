import type { FigureOf } from '../../content/block.ts'
import { RATIO_BOUNDS } from '../../content/picture-shape.ts'
import type { Design } from '../../design/design.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { columnPlan } from '../blocks/geometry.ts'
import { NARROWEST_PICTURE_EM } from '../blocks/words-below.ts'
import { awayAcross } from '../search/faults.ts'
import type { Layout } from '../search/layout.ts'
import type { Zone } from '../search/zone.ts'

type Figure = FigureOf<ShapedText>

/** Narrowest picture of a row that is still worth looking at, in em of the body. */
const LEAST_EM = 2 * NARROWEST_PICTURE_EM

/**
 * The blocks with each picture across the columns that the layout has on a page without words of its article in one
 * column instead, uncropped; null where there is none that a column can hold.
 */
export function inOneColumn(
  blocks: readonly ShapedBlock[],
  zones: readonly Zone[],
  { layout, design }: { readonly layout: Layout; readonly design: Design },
): readonly ShapedBlock[] | null {
  const away = new Set(awayAcross(zones, layout).map(({ zone }) => zones[zone]?.flow[0]?.block))
  const isNarrowed = (block: ShapedBlock) => away.has(block) && fitsColumn(block, design)
  if (!blocks.some(isNarrowed)) return null
  return blocks.map((block) => (isNarrowed(block) ? narrowed(block as Figure) : block))
}

function narrowed(block: Figure): Figure {
  return { ...block, fit: 'column', narrowed: true }
}

/** Whether a column holds a figure side by side and as it is: no gallery, nothing as wide as a panorama. */
function fitsColumn(block: ShapedBlock, design: Design): boolean {
  if (block.kind !== 'figure' || block.full || block.gallery) return false
  const { measure } = columnPlan(design, design.page.columns)
  const { length } = block.pictures
  return (
    block.pictures.every(({ ratio }) => ratio <= RATIO_BOUNDS.inColumn) &&
    (length === 1 || length * LEAST_EM * design.type.body.size <= measure)
  )
}
