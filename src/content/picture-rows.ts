import type { Design } from '../design/design.ts'
import type { Block, FigureOf, PictureOf, StyledText } from './block.ts'
import { TALLEST_SHARE } from './picture-shape.ts'

type Figure = FigureOf<StyledText>

/** Pictures in one row. */
const MOST_IN_ROW = 3

/** Part of a page's height from which on pictures that follow each other would have the page to themselves. */
const WITHOUT_TEXT = 0.8

/**
 * Pictures that follow each other with nothing between, side by side two or three in a row: in a column as wide as the
 * page upright ones, which each by itself would leave most of the width empty; and across a page those that would fill it
 * without any text.
 */
export function withPictureRows(blocks: readonly Block[], design: Design, isWide: boolean): readonly Block[] {
  const result: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const run = isWide ? wideRun(blocks, at) : runFrom(blocks, at, isAcross)
    const fillsPage = run.length > 1 && run.reduce((sum, one) => sum + shareOf(one, design), 0) > WITHOUT_TEXT
    const together = fillsPage ? run : isWide ? runFrom(blocks, at, isUpright) : []
    if (together.length < 2) result.push(blocks[at] as Block)
    else result.push(...inRows(together))
    at += Math.max(1, together.length)
  }
  return result
}

function runFrom(
  blocks: readonly Block[],
  from: number,
  belongs: (block: Block) => block is Figure,
): Figure[] {
  const run: Figure[] = []
  for (const block of blocks.slice(from)) {
    if (!belongs(block)) break
    run.push(block)
  }
  return run
}

/** Pictures as wide as the page, with those for text beside them below, where the article has none any more. */
function wideRun(blocks: readonly Block[], from: number): Figure[] {
  const run = runFrom(blocks, from, isWideSingle)
  const more = run.length > 0 ? runFrom(blocks, from + run.length, isSingle) : []
  const ends = !blocks.slice(from + run.length + more.length).some(({ kind }) => kind === 'paragraph')
  return ends ? [...run, ...more] : run
}

/** Whether a block is one picture as wide as its column, or across the page, which is the same in a wide one. */
function isWideSingle(block: Block): block is Figure {
  return isSingle(block) && (block.fit === 'column' || block.fit === 'page')
}

function isAcross(block: Block): block is Figure {
  return isSingle(block) && block.fit === 'page'
}

function isSingle(block: Block): block is Figure {
  if (block.kind !== 'figure') return false
  const [picture, ...more] = block.pictures
  const isPlain = !block.gallery && !block.full && !block.caption && more.length === 0
  return isPlain && picture !== undefined && picture.code === undefined
}

function isUpright(block: Block): block is Figure {
  return isSingle(block) && block.fit === 'column' && (block.pictures[0]?.ratio ?? 1) < 1
}

/** Part of the page's height that a picture by itself takes, nearly. */
function shareOf({ pictures }: Figure, { page, grid, looks }: Design): number {
  const { ratio = 1, minor } = (pictures[0] ?? {}) as Partial<PictureOf<StyledText>>
  const width = page.width - page.margin.inside - page.margin.outside
  const natural = width / ratio / (grid.lines * grid.lineHeight)
  const most = minor ? TALLEST_SHARE.minor : ratio < 1 ? TALLEST_SHARE.upright : looks.picture.tallest
  return Math.min(natural, most)
}

function inRows(run: readonly Figure[]): Figure[] {
  const count = Math.ceil(run.length / MOST_IN_ROW)
  return Array.from({ length: count }, (_, row) => {
    const own = run.slice(
      Math.round((row * run.length) / count),
      Math.round(((row + 1) * run.length) / count),
    )
    const [first] = own as [Figure]
    return {
      ...first,
      pictures: own.flatMap(({ pictures }) => pictures),
      placed: own.some((one) => one.placed),
    }
  })
}
