import type { Block, FigureOf, StyledText } from './block.ts'

type Figure = FigureOf<StyledText>

/** Upright pictures in one row. */
const MOST_IN_ROW = 3

/**
 * Upright pictures that follow each other with nothing between, each as wide as the column, side by side two or three
 * in a row: in a wide column each by itself would leave most of the width empty.
 */
export function withUprightRows(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const run = uprightRun(blocks, at)
    if (run.length < 2) result.push(blocks[at] as Block)
    else result.push(...inRows(run))
    at += Math.max(1, run.length)
  }
  return result
}

function uprightRun(blocks: readonly Block[], from: number): Figure[] {
  const run: Figure[] = []
  for (const block of blocks.slice(from)) {
    if (!isUpright(block)) break
    run.push(block)
  }
  return run
}

function isUpright(block: Block): block is Figure {
  if (block.kind !== 'figure' || block.fit !== 'column') return false
  const [picture, ...more] = block.pictures
  const isPlain = !block.gallery && !block.full && !block.caption && more.length === 0
  return isPlain && picture !== undefined && picture.code === undefined && picture.ratio < 1
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
