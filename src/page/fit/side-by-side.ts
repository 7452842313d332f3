import type { FigureOf, Place } from '../../content/block.ts'
import type { Design } from '../../design/design.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { columnPlan } from '../blocks/geometry.ts'
import { LEAST_IN_ROW_EM, MOST_IN_ROW } from '../blocks/rows-below.ts'
import { BREAK } from '../search/costs.ts'
import { awayAcross, isShort } from '../search/faults.ts'
import type { Layout } from '../search/layout.ts'
import { isWordless } from '../search/wordless.ts'
import type { Zone } from '../search/zone.ts'

type Figure = FigureOf<ShapedText>

/**
 * The blocks with neighbouring pictures of an article side by side in a row, where the layout breaks a rule or leaves
 * lines empty beside it; null where there are none that a row can hold.
 */
export function sideBySide(
  blocks: readonly ShapedBlock[],
  zones: readonly Zone[],
  { layout, design }: { readonly layout: Layout; readonly design: Design },
): readonly ShapedBlock[] | null {
  const faulty = faultyArticles(zones, layout)
  if (faulty.size === 0) return null
  const joined = withRows(blocks, (figure) => faulty.has(articleOf(figure.place)), design)
  return joined.length === blocks.length && joined.every((one, index) => one === blocks[index])
    ? null
    : joined
}

function articleOf({ section, article }: Place): string {
  return `${section}/${article}`
}

/** Articles that a column parts against a rule, or that end one too short, and those whose pictures are without words. */
function faultyArticles(zones: readonly Zone[], layout: Layout): Set<string> {
  const articles = new Set<string>()
  const add = (zone: Zone, element: number) => {
    const place = zone.flow[element]?.place
    if (place && place.article >= 0) articles.add(articleOf(place))
  }
  for (const { zone } of awayAcross(zones, layout)) add(zones[zone] as Zone, 0)
  for (const band of layout.bands) {
    const zone = zones[band.zone] as Zone
    for (const fill of band.fill.columns) {
      const alone = (band.runsOn || band.row === 0) && isWordless(zone, fill)
      if (fill.breakCost < BREAK.keep && !isShort(band, fill) && !alone) continue
      add(zone, fill.to.at.element - 1)
      add(zone, fill.to.pending[0] ?? fill.to.at.element)
    }
  }
  return articles
}

function withRows(
  blocks: readonly ShapedBlock[],
  isWanted: (figure: Figure) => boolean,
  design: Design,
): readonly ShapedBlock[] {
  const result: ShapedBlock[] = []
  let changed = false
  for (const block of blocks) {
    const last = result.at(-1)
    if (block.kind === 'panel') {
      const inner = withRows(block.blocks, isWanted, design)
      changed ||= inner !== block.blocks
      result.push(inner === block.blocks ? block : { ...block, blocks: inner })
    } else if (block.kind === 'figure' && last?.kind === 'figure' && isWanted(block)) {
      const row = rowOf(last, block, design)
      changed ||= row !== null
      if (row) result[result.length - 1] = row
      else result.push(block)
    } else result.push(block)
  }
  return changed ? result : blocks
}

/** Two figures of an article in one row; null where it would be too narrow for them, or one is more than its pictures. */
function rowOf(one: Figure, other: Figure, design: Design): Figure | null {
  const figures = [one, other]
  if (articleOf(one.place) !== articleOf(other.place) || !figures.every(isPlain)) return null
  const pictures = [...one.pictures, ...other.pictures]
  const columns = design.page.columns
  const across = figures.filter(({ fit }) => fit === 'page').length
  if (columns > 1 && across === 1) return null
  const { measure } = columnPlan(design, across > 0 ? 1 : columns)
  const most = Math.floor(measure / (LEAST_IN_ROW_EM * design.type.body.size))
  if (pictures.length > Math.min(MOST_IN_ROW, most)) return null
  return {
    ...one,
    fit: across > 0 ? 'page' : 'column',
    placed: figures.some((figure) => figure.placed),
    pictures,
  }
}

function isPlain({ full, gallery, caption, pictures }: Figure): boolean {
  return !full && !gallery && !caption && pictures.every(({ code }) => !code)
}
