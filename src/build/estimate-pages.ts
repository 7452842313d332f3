import type { Pt } from '../base/units.ts'
import type { Design } from '../design/design.ts'
import type { ShapedBlock, ShapedText } from '../text/shaped-text.ts'

/** What is lost to lines broken short, on the whole. */
const LOST_IN_BREAKING = 1.01
/** What is lost to what must stay together and to pictures that wait, as real issues showed. */
const LOST_IN_COLUMNS = 1.06

/**
 * About how many pages a long issue takes, from the widths of its texts alone: no line is broken and no column made.
 */
export function estimatePages(blocks: readonly ShapedBlock[], design: Design): number {
  const { page, grid } = design
  const width = page.width - page.margin.inside - page.margin.outside
  const measure = (width - page.columnGap * (page.columns - 1)) / page.columns
  const estimate = new Estimate(design, measure, width)
  const lines = blocks.reduce((sum, block) => sum + estimate.linesOf(block), 0)
  return Math.max(1, Math.round((lines * LOST_IN_COLUMNS) / (grid.lines * page.columns)))
}

/** Column lines that blocks take. */
class Estimate {
  readonly #design: Design
  readonly #measure: Pt
  readonly #width: Pt

  constructor(design: Design, measure: Pt, width: Pt) {
    this.#design = design
    this.#measure = measure
    this.#width = width
  }

  linesOf(block: ShapedBlock): number {
    switch (block.kind) {
      case 'heading':
        return (block.rows + this.#textLines(block.text) - 1) * (block.spans ? this.#columns : 1)
      case 'paragraph':
        return this.#textLines(block.text)
      case 'figure':
        return this.#figureLines(block)
      case 'table':
        return (block.rows.length + 1) * this.#columns
      case 'blank':
        return block.rows
      case 'panel':
      case 'turnable':
        return block.blocks.reduce((sum, one) => sum + this.linesOf(one), 1)
      case 'masthead':
        return this.#rows(block.height) * this.#columns
      case 'colophon':
        return (block.rows.length + 1) * this.#columns
      case 'start':
        return 0
    }
  }

  get #columns(): number {
    return this.#design.page.columns
  }

  #textLines({ clusters, style }: ShapedText): number {
    const natural = clusters.reduce((sum, one) => sum + one.advance, 0)
    const room = this.#measure - (style.startIndentEm + style.endIndentEm) * style.size
    return Math.max(1, Math.ceil((natural * LOST_IN_BREAKING + style.firstIndentEm * style.size) / room))
  }

  #figureLines(block: Extract<ShapedBlock, { kind: 'figure' }>): number {
    const spans = block.fit === 'page' || block.fit === 'two'
    const half = block.fit === 'left' || block.fit === 'right'
    const width = spans ? this.#width : this.#measure / (half ? 2 : 1)
    const ratios = block.pictures.reduce((sum, one) => sum + one.ratio, 0)
    const caption = block.pictures.some((one) => one.caption !== null) ? 1 : 0
    const rows = this.#rows(width / Math.max(ratios, 0.05)) + caption
    return spans ? rows * this.#columns : half ? rows / 2 : rows
  }

  #rows(height: Pt): number {
    return Math.ceil(height / this.#design.grid.lineHeight)
  }
}
