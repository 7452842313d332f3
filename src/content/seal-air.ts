import type { Arrangement } from './arrangement.ts'
import type { Block, Place, SealOf, StyledText } from './block.ts'
import { widthEm } from './width.ts'

/** 下压: what is signed stands a little below the seal's middle (GB/T 9704, 7.3.5.1), as part of the seal's height. */
const BELOW_MIDDLE = 0.08

/** Lines that a seal reaches below the last line at most, lest it lie on the next headline. */
const MOST_BELOW = 0.6

/** From the foot of the last of so many signed lines up to the top of a seal `height` lines tall, in lines. */
export function sealReach(height: number, lines: number): number {
  return Math.max(lines / 2 + (0.5 + BELOW_MIDDLE) * height, height - MOST_BELOW)
}

/** Part of a line that a seal may reach into what it must not cover: the air that is there. */
const HARDLY = 0.4

/**
 * Empty lines above what is signed, so that its seal covers nothing but words of the text: no headline, picture, code,
 * table or box; none where the text has lines enough. What stands above is the article so far.
 */
export function sealAir(
  { design }: Arrangement,
  above: readonly Block[],
  seal: Pick<SealOf, 'width' | 'pixels'> & { readonly lines: number },
  place: Place,
): readonly Block[] {
  const { lineHeight } = design.grid
  const height = (seal.width * seal.pixels.height) / Math.max(1, seal.pixels.width)
  const reach = sealReach(height / lineHeight, seal.lines) - seal.lines
  const rows = Math.ceil(reach - HARDLY - linesOfText(above, design))
  if (rows <= 0) return []
  return [{ kind: 'blank', rows, place, keep: { withNext: 1, withPrevious: true, whole: true }, span: null }]
}

/** Lines of text right above, at least. */
function linesOfText(above: readonly Block[], design: Arrangement['design']): number {
  let lines = 0
  for (const block of above.toReversed()) {
    if (block.kind === 'blank') lines += block.rows
    else if (block.kind !== 'paragraph' || block.role === 'table-note') break
    else if (block.role !== 'footnote') lines += linesAtLeast(block.text, design)
  }
  return lines
}

/** Part of a paragraph's last line that its squeezed marks may save it. */
const SAVED = 0.2

function linesAtLeast({ runs, style }: StyledText, { page, type }: Arrangement['design']): number {
  const { inside, outside } = page.margin
  const measure = (page.width - inside - outside - (page.columns - 1) * page.columnGap) / page.columns
  const width = runs.reduce((sum, { text }) => sum + widthEm(text), style.firstIndentEm + style.startIndentEm)
  return Math.max(1, Math.ceil((width * type.body.size) / measure - SAVED))
}
