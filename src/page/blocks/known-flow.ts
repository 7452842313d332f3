import { isSameList } from '../../base/same-list.ts'
import type { FigureOf } from '../../content/block.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { type Galley, type KeptFlow, MOST_SETTINGS, type SettingMemory } from './galley.ts'
import type { StretchText } from './wrap.ts'

/** By what a flow is kept: its first block, all that it depends on besides, and the blocks that it was set of together. */
export interface FlowPlace {
  readonly kept: SettingMemory
  readonly block: ShapedBlock
  readonly key: string
  readonly of?: readonly ShapedBlock[] | undefined
}

/** A flow as it was set before of the same blocks, else set now and kept. */
export function knownFlow({ kept, block, key, of = [] }: FlowPlace, set: () => KeptFlow): KeptFlow {
  const known = kept.get(block) ?? new Map<string, KeptFlow>()
  const before = known.get(key)
  if (before !== undefined && isSameList(before.of ?? [], of)) return before
  const flow = set()
  if (known.size >= MOST_SETTINGS) known.clear()
  known.set(key, flow)
  kept.set(block, known)
  return flow
}

/** Text or a picture of a stretch. */
export type StretchItem = StretchText | FigureOf<ShapedText>

/** Whether an item is text that a picture may stand beside: a credit alone is none. */
export function isWords(item: StretchItem): boolean {
  return 'block' in item && item.block.role !== 'credit'
}

/** What a stretch is known by besides its first picture; null where it is not kept: in a frame, and with notes. */
export function stretchPlace(
  items: readonly StretchItem[],
  { galley, need, startsColumn }: { readonly galley: Galley } & Pick<KeptFlow, 'need' | 'startsColumn'>,
): Pick<FlowPlace, 'key' | 'of'> | null {
  const { kept, frame, notes, measure, left, lineHeight, rows, pictureScale, headingRows } = galley
  const of = items.map((one) => ('block' in one ? one.block : one))
  if (kept === null || frame !== null || of.some((block) => notes?.has(block))) return null
  const needs = items.map((one) => ('block' in one ? one.need : ''))
  const own = ['beside', measure, left, lineHeight, rows, pictureScale, headingRows, need, startsColumn]
  return { key: [...own, ...needs].join(), of }
}
