import type { FigureOf, PanelOf, ParagraphOf } from '../../content/block.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { BREAK, PICTURE } from '../search/costs.ts'
import { type FlowElement, isBlankElement, type Room, type Setting } from '../search/elements.ts'
import type { Frame, Strip } from '../search/strip.ts'
import { figureHeights, setFigure } from './figure.ts'
import { isFootnote } from './footnotes.ts'
import { type Galley, inset, type KeptFlow, MOST_SETTINGS } from './galley.ts'
import { airierHeading, headingStack, setHeading } from './heading.ts'
import { movedStretches } from './moved-stretch.ts'
import { bodyVariants, emptyStrip, setBody } from './paragraph.ts'
import { setTable } from './table.ts'
import { type StretchText, setStretch, stretchOf } from './wrap.ts'
import { runsBeside, wrappedWidth, wrapRows } from './wrap-room.ts'

/** The article a block belongs to: pictures do not leave it. */
export function groupOf(block: ShapedBlock): string {
  return `${block.place.section}/${block.place.article}`
}

/** Blocks of a zone on their way into a flow. */
interface Work {
  readonly galley: Galley
  readonly elements: FlowElement[]
  /** Lines of text still owed to the heading above (R70). */
  need: number
  startsColumn: boolean
}

/** The blocks of a zone set at its measure, as the search takes them. */
export function flowOf(blocks: readonly ShapedBlock[], galley: Galley): FlowElement[] {
  const work: Work = { galley, elements: [], need: 0, startsColumn: false }
  addBlocks(work, blocks)
  return work.elements
}

/**
 * Pictures and air between an article's last words, or its last table, and its credit: none of them begins a column
 * without the one before, so that no credit stands alone.
 */
export function withCreditsKept(flow: readonly FlowElement[]): FlowElement[] {
  return flow.map((element, index) => {
    if (!isBetween(element) || element.keepsPrevious) return element
    const after = flow.slice(index + 1).find((one) => !isBetween(one))
    const kept = after?.keepsPrevious && after.block?.kind === 'paragraph' && after.group === element.group
    return kept ? { ...element, keepsPrevious: true } : element
  })
}

function isBetween(element: FlowElement): boolean {
  return element.block?.kind === 'figure' || isBlankElement(element)
}

function addBlocks(work: Work, blocks: readonly ShapedBlock[]): void {
  let index = 0
  while (index < blocks.length) index = addNext(work, blocks, index)
}

/** Adds the block at `index`, with those that run beside its picture; gives the index of the next. */
function addNext(work: Work, blocks: readonly ShapedBlock[], index: number): number {
  const block = blocks[index] as ShapedBlock
  const { kept, frame } = work.galley
  // What stands in a frame is kept with it, and what stands beside others not at all.
  if (kept === null || frame !== null || standsBeside(block, work.galley) || work.galley.notes?.has(block))
    return addFresh(work, blocks, index)
  const known = kept.get(block) ?? new Map<string, KeptFlow>()
  const key = flowKey(work, blocks, index)
  const flow = known.get(key)
  if (flow === undefined) return addKept(work, blocks, index, { known, key })
  work.elements.push(...flow.elements)
  work.need = flow.need
  work.startsColumn = flow.startsColumn
  return index + 1
}

/** All that a block's elements depend on besides the block and the design. */
function flowKey(
  { galley, need, startsColumn }: Work,
  blocks: readonly ShapedBlock[],
  index: number,
): string {
  const { measure, left, lineHeight, rows, pictureScale, headingRows } = galley
  return [
    measure,
    left,
    lineHeight,
    rows,
    pictureScale,
    headingRows,
    need,
    startsColumn,
    isTableTitle(blocks[index - 1]),
    needBelow(blocks, index, galley),
    hasWordsAbove(blocks, index),
  ].join()
}

function addKept(
  work: Work,
  blocks: readonly ShapedBlock[],
  index: number,
  { known, key }: { readonly known: Map<string, KeptFlow>; readonly key: string },
): number {
  const before = work.elements.length
  const next = addFresh(work, blocks, index)
  if (known.size >= MOST_SETTINGS) known.clear()
  const { need, startsColumn } = work
  known.set(key, { elements: work.elements.slice(before), need, startsColumn })
  work.galley.kept?.set(blocks[index] as ShapedBlock, known)
  return next
}

function addFresh(work: Work, blocks: readonly ShapedBlock[], index: number): number {
  const block = blocks[index] as ShapedBlock
  const { galley } = work
  switch (block.kind) {
    case 'start':
      if (block.at === 'column') work.startsColumn = true
      break
    case 'heading': {
      const stack = headingStack(block, galley)
      add(work, block, setHeading(stack), { refine: () => airierHeading(stack) })
      work.need = needBelow(blocks, index, galley)
      break
    }
    case 'paragraph':
      if (isFootnote(block)) break
      if (isTableTitle(block)) add(work, block, keptSetting(blankSetting(1, galley), work.need), {})
      addParagraph(work, block)
      if (isTableNote(block) && !isTableNote(blocks[index + 1])) add(work, block, blankSetting(1, galley), {})
      break
    case 'figure':
      if (standsBeside(block, galley)) return addStretch(work, blocks, index)
      if (hasWordsAbove(blocks, index)) work.need = 0
      addFigure(work, block)
      break
    case 'table':
      // A line of air above and below; dropped where the table meets a column's head or foot.
      if (!isTableTitle(blocks[index - 1]))
        add(work, block, keptSetting(blankSetting(1, galley), work.need), {})
      add(work, block, keptSetting(setTable(block, galley), block.keep.withNext), {})
      if (!isTableNote(blocks[index + 1]))
        add(work, block, keptSetting(blankSetting(1, galley), block.keep.withNext), {})
      work.need = 0
      break
    case 'blank':
      add(work, block, keptSetting(blankSetting(block.rows, galley), block.keep.withNext), {})
      break
    case 'panel':
      addPanel(work, block)
      break
    case 'masthead':
    case 'colophon':
      throw new Error(`${block.kind} stands in a zone of its own`)
  }
  return index + 1
}

/** Lines that must stand below the heading at `index`: no more than there are before its article ends or a table comes. */
function needBelow(blocks: readonly ShapedBlock[], index: number, galley: Galley): number {
  const { kind, keep } = blocks[index] as ShapedBlock
  if (kind !== 'heading') return 0
  let lines = 0
  for (let below = index + 1; below < blocks.length && lines < keep.withNext; below += 1) {
    const block = blocks[below] as ShapedBlock
    if (block.kind === 'heading') break
    if (block.kind === 'figure' && lines === 0) continue
    if (block.kind !== 'paragraph') return keep.withNext
    lines += estimatedRows(block, galley)
  }
  return Math.min(keep.withNext, lines)
}

/** Whether words stand right above a picture: the heading above them needs no more below it than them and the picture. */
function hasWordsAbove(blocks: readonly ShapedBlock[], index: number): boolean {
  const above = blocks[index - 1]
  return blocks[index]?.kind === 'figure' && above?.kind === 'paragraph' && above.keep.withNext === 0
}

/** 表题: the air above its table stands above it. */
function isTableTitle(block: ShapedBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.role === 'table-title'
}

function isTableNote(block: ShapedBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.role === 'table-note'
}

/** Right below a heading a picture stays with it, and the heading's lines of text stay below both. */
function addFigure(work: Work, block: FigureOf<ShapedText>): void {
  const setting = keptSetting(setFigure(block, work.galley), work.need + block.keep.withNext)
  // Rows of pictures one below the other may be parted, and then do not float.
  const stays = setting.strips.length > 1 || block.keep.withNext > 0
  const floatCost = stays ? null : block.placed ? PICTURE.marked : 0
  const need = work.need + block.keep.withNext
  const heights = (widely: boolean) =>
    once(() => figureHeights(block, work.galley, widely).map((one) => keptSetting(one, need)))
  const [near, wide] = [heights(false), heights(true)]
  const refine = (room: Room) => (room.widely ? wide() : near())
  add(work, block, setting, { floatCost, refine: work.galley.pictureScale === 1 ? refine : null })
}

function keptSetting(setting: Setting, need: number): Setting {
  if (need === 0) return setting
  return { ...setting, strips: setting.strips.map((strip) => ({ ...strip, breakAfter: BREAK.keep })) }
}

function blankSetting(rows: number, galley: Galley): Setting {
  return { strips: [emptyStrip(rows, galley)], rows, cost: 0 }
}

function add(work: Work, block: ShapedBlock, natural: Setting, more: Partial<FlowElement>): void {
  if (natural.strips.length === 0) return
  work.elements.push({
    settings: [natural],
    floatCost: null,
    group: groupOf(block),
    keepsPrevious: block.keep.withPrevious,
    startsColumn: work.startsColumn,
    block,
    place: block.place,
    refine: null,
    need: work.need,
    ...more,
  })
  work.startsColumn = false
}

function addParagraph(work: Work, block: ParagraphOf<ShapedText>): void {
  const { galley, need } = work
  const natural = setBody(block, galley, need)
  // Only paragraphs of several lines can gain or lose one unseen.
  const refine = natural.rows < 3 ? null : once(() => bodyVariants(block, galley, need))
  add(work, block, natural, { refine })
  work.need = block.keep.withNext > 0 ? block.keep.withNext : Math.max(0, need - natural.rows)
}

/** The variants do not depend on the place: what was set for one attempt serves the next. */
function once(set: () => readonly Setting[]): () => readonly Setting[] {
  let found: readonly Setting[] | null = null
  return () => {
    found ??= set()
    return found
  }
}

/** Whether a figure stands beside text in this galley. */
function standsBeside(block: ShapedBlock, galley: Galley): boolean {
  if (block.kind !== 'figure' || (block.fit !== 'left' && block.fit !== 'right')) return false
  return wrappedWidth(galley) !== null && wrapRows(block, galley) <= galley.rows
}

/** Text with the pictures it runs beside: from the first picture to where the text is free of them. */
function addStretch(work: Work, blocks: readonly ShapedBlock[], from: number): number {
  const { galley } = work
  const first = blocks[from] as FigureOf<ShapedText>
  const items: (StretchText | FigureOf<ShapedText>)[] = []
  // Lines of full measure still wanted: enough to let the picture move by its own height.
  let wanted = 0
  let owed = 0
  let index = from
  for (; index < blocks.length; index += 1) {
    const block = blocks[index] as ShapedBlock
    if (block.kind === 'figure' && standsBeside(block, galley)) {
      const height = wrapRows(block, galley)
      wanted = Math.max(0, wanted) + 2 * height
      owed = Math.max(0, owed) + height
      items.push(block)
    } else if (runsBeside(block) && wanted > 0) {
      const rows = estimatedRows(block, galley)
      wanted -= rows
      owed -= rows
      items.push({ block, need: work.need })
      work.need = Math.max(0, work.need - rows)
    } else if (!isFootnote(block)) break
  }
  // Enough above the first picture for it to go up by its own height.
  const above = pulledBack(work, Math.max(owed, wrapRows(first, galley)))
  if (![...above, ...items].some(isWords)) {
    addFigure(work, first)
    return from + 1
  }
  const stretch = stretchOf([...above, ...items], galley)
  const setting = setStretch(stretch, stretch.starts, galley)
  add(work, first, setting, { refine: (room) => movedStretches(stretch, galley, room) })
  return index
}

/** Whether an item is text that a picture may stand beside: a credit alone is none. */
function isWords(item: StretchText | FigureOf<ShapedText>): boolean {
  return 'block' in item && item.block.role !== 'credit'
}

function estimatedRows(block: ParagraphOf<ShapedText>, galley: Galley): number {
  const text = block.text.clusters.reduce((sum, cluster) => sum + cluster.advance, 0)
  return Math.max(1, Math.ceil(text / galley.measure))
}

/** Where too little text follows a picture, the paragraphs before it run beside it instead. */
function pulledBack(work: Work, owed: number): StretchText[] {
  const back: StretchText[] = []
  let lines = owed
  while (lines > 0) {
    const element = work.elements[work.elements.length - 1]
    const block = element?.block
    if (!element || block?.kind !== 'paragraph' || !runsBeside(block) || element.startsColumn) break
    work.elements.pop()
    back.unshift({ block, need: element.need })
    lines -= element.settings[0]?.rows ?? 1
  }
  return back
}

/** A panel this narrow has no room to move its text in, in em. */
const NARROW_PANEL_EM = 6

/** A panel's blocks between two lines of air, inside its border or tint. */
function addPanel(work: Work, panel: PanelOf<ShapedText>): void {
  const { galley } = work
  const frame: Frame = { look: panel.look, x: galley.left, width: galley.measure }
  const inner = inset(galley, galley.measure < NARROW_PANEL_EM * galley.design.type.body.size ? 0 : 1, frame)
  const edge = (breakAfter: number): Setting => {
    const strip: Strip = { rows: 1, marks: [], breakAfter, frame }
    return { strips: [strip], rows: 1, cost: 0 }
  }
  add(work, panel, edge(BREAK.keep), {})
  const before = work.elements.length
  const inside: Work = { galley: inner, elements: work.elements, need: 0, startsColumn: false }
  addBlocks(inside, panel.blocks)
  for (let index = before; index < work.elements.length; index += 1) {
    work.elements[index] = insidePanel(work.elements[index] as FlowElement, panel)
  }
  add(work, panel, edge(panel.keep.withNext > 0 ? BREAK.keep : BREAK.free), { keepsPrevious: true })
  work.need = panel.keep.withNext
}

/** An element inside a panel: pictures do not leave it, and a panel kept whole is not divided. */
function insidePanel(element: FlowElement, panel: PanelOf<ShapedText>): FlowElement {
  const group = `${element.group}/panel`
  if (!panel.keep.whole) return { ...element, group }
  const keep = (strip: Strip): Strip => ({ ...strip, breakAfter: Math.max(strip.breakAfter, BREAK.keep) })
  const settings = element.settings.map((setting) => ({ ...setting, strips: setting.strips.map(keep) }))
  return { ...element, settings, floatCost: null, group, refine: null }
}
