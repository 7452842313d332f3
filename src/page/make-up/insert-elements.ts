import type { ShapedBlock } from '../../text/shaped-text.ts'
import { figureHeights, setFigure } from '../blocks/figure.ts'
import type { Galley } from '../blocks/galley.ts'
import { knownFlow } from '../blocks/known-flow.ts'
import { flowOf } from '../blocks/set-blocks.ts'
import { turnedPieces } from '../blocks/turned-table.ts'
import { type FlowElement, type Room, type Setting, single } from '../search/elements.ts'

/** The pieces of what stands across the columns between their texts, as they were set before where they are known. */
export function insertElements(block: ShapedBlock, galley: Galley): readonly FlowElement[] {
  const { kept, notes, measure, lineHeight, rows, pictureScale, headingRows } = galley
  // What has notes is set with theirs.
  if (kept === null || notes !== null) return freshElements(block, galley)
  const key = ['across', measure, lineHeight, rows, pictureScale, headingRows].join()
  const set = () => ({ elements: freshElements(block, galley), need: 0, startsColumn: false })
  return knownFlow({ kept, block, key }, set).elements
}

function freshElements(block: ShapedBlock, galley: Galley): readonly FlowElement[] {
  return insertSettings(block, galley).map((setting) => {
    const own = { ...single(block, setting.strips), settings: [setting] }
    const refine = (room: Room) => insertHeights(block, galley, room.widely === true)
    return { ...own, refine: galley.pictureScale === 1 ? refine : null }
  })
}

function insertSettings(block: ShapedBlock, galley: Galley): readonly Setting[] {
  if (block.kind === 'figure') return [setFigure(block, galley)]
  return (block.kind === 'turnable' && turnedPieces(block, galley, flowOf)) || []
}

/** The same picture a line or two lower or taller. */
function insertHeights(block: ShapedBlock, galley: Galley, widely: boolean): readonly Setting[] {
  return block.kind === 'figure' ? figureHeights(block, galley, widely) : []
}
