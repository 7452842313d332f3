import type { FigureOf, PanelOf, ParagraphOf } from '../../content/block.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { BREAK, PICTURE } from '../search/costs.ts'
import type { FlowElement, Room, Setting } from '../search/elements.ts'
import type { Frame, Strip } from '../search/strip.ts'
import { estimatedRows, hasWordsAbove, isAboveTable, isNoteOfTable, needBelow } from './beside-headings.ts'
import { figureHeights, setFigure } from './figure.ts'
import { isFootnote } from './footnotes.ts'
import { type Galley, inset, type SettingMemory } from './galley.ts'
import { airierHeading, headingStack, setHeading } from './heading.ts'
import { type FlowPlace, isWords, knownFlow, type StretchItem, stretchPlace } from './known-flow.ts'
import { movedStretches, naturalStretch } from './moved-stretch.ts'
import { insidePanel, wholePanel } from './panel.ts'
import { bodyVariants, emptyStrip, setBody } from './paragraph.ts'
import { isQuote, movedQuotes, type QuoteStretch, setQuote, textsAbove, textsBelow } from './pull-quote.ts'
import { setTable } from './table.ts'
import { type Turnable, turnedPieces } from './turned-table.ts'
import { isVertical, type VerticalArticle, verticalArticle } from './vertical-title.ts'
import { type StretchText, stretchOf } from './wrap.ts'
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
  readonly keys: { readonly words: string; readonly others: string }
}

/** Nothing is owed yet; what words depend on of their galley, and all else, is written once. */
function workIn(galley: Galley, elements: FlowElement[]): Work {
  const { measure, left, lineHeight, rows, pictureScale, headingRows } = galley
  const words = [measure, left, lineHeight, rows].join()
  const keys = { words, others: `${words},${pictureScale},${headingRows}` }
  return { galley, elements, need: 0, startsColumn: false, keys }
}

/** The blocks of a zone set at its measure, as the search takes them; `need` lines of them must stand below a heading above. */
export function flowOf(blocks: readonly ShapedBlock[], galley: Galley, need = 0): FlowElement[] {
  const work = workIn(galley, [])
  work.need = need
  addBlocks(work, blocks)
  return work.elements
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
  const isAmongOthers = isQuote(block) || isVertical(block) || standsBeside(block, work.galley)
  if (kept === null || frame !== null || isAmongOthers || work.galley.notes?.has(block))
    return addFresh(work, blocks, index)
  addKnown(work, { block, key: flowKey(work, blocks, index) }, () => addFresh(work, blocks, index))
  return index + 1
}

/** Adds elements as they were set before, else sets them. */
function addKnown(work: Work, by: Omit<FlowPlace, 'kept'>, set: () => void): void {
  const { elements, galley } = work
  const flow = knownFlow({ ...by, kept: galley.kept as SettingMemory }, () => {
    const before = elements.length
    set()
    const { need, startsColumn } = work
    return { elements: elements.splice(before), need, startsColumn, of: by.of }
  })
  elements.push(...flow.elements)
  work.need = flow.need
  work.startsColumn = flow.startsColumn
}

/** All that a block's elements depend on besides the block and the design. */
function flowKey(work: Work, blocks: readonly ShapedBlock[], index: number): string {
  const { galley, need, startsColumn, keys } = work
  const own = blocks[index]?.kind === 'paragraph' ? keys.words : keys.others
  const above = `${isAboveTable(blocks[index - 1])},${hasWordsAbove(blocks, index)}`
  return `${own},${need},${startsColumn},${needBelow(blocks, index, galley)},${above}`
}

function addFresh(work: Work, blocks: readonly ShapedBlock[], index: number): number {
  const block = blocks[index] as ShapedBlock
  const { galley } = work
  switch (block.kind) {
    case 'start':
      if (block.at === 'column') work.startsColumn = true
      break
    case 'heading': {
      const beside = isVertical(block) && verticalArticle(blocks, index, galley, flowOf)
      if (beside) return addVertical(work, block, beside)
      const stack = headingStack(block, galley)
      add(work, block, setHeading(stack), { refine: once(() => airierHeading(stack)) })
      work.need = needBelow(blocks, index, galley)
      break
    }
    case 'paragraph':
      if (isFootnote(block)) break
      if (isAboveTable(block) && !isAboveTable(blocks[index - 1]))
        add(work, block, keptSetting(blankSetting(1, galley), work.need), {})
      addParagraph(work, block)
      if (isNoteOfTable(block) && !isNoteOfTable(blocks[index + 1]))
        add(work, block, blankSetting(1, galley), {})
      break
    case 'figure':
      if (standsBeside(block, galley)) return addStretch(work, blocks, index)
      if (hasWordsAbove(blocks, index)) work.need = 0
      addFigure(work, block)
      break
    case 'table':
      // A line of air above and below; dropped where the table meets a column's head or foot.
      if (!isAboveTable(blocks[index - 1]))
        add(work, block, keptSetting(blankSetting(1, galley), work.need), {})
      add(work, block, keptSetting(setTable(block, galley), block.keep.withNext), {})
      if (!isNoteOfTable(blocks[index + 1]))
        add(work, block, keptSetting(blankSetting(1, galley), block.keep.withNext), {})
      work.need = 0
      break
    case 'blank':
      add(work, block, keptSetting(blankSetting(block.rows, galley), block.keep.withNext), {})
      break
    case 'panel':
      if (isQuote(block)) return addQuote(work, blocks, index)
      if (block.floats) addFloating(work, block, block.floats)
      else addPanel(work, block)
      break
    case 'turnable':
      addTurnable(work, block)
      break
    case 'masthead':
    case 'colophon':
      throw new Error(`${block.kind} stands in a zone of its own`)
  }
  return index + 1
}

/** A line of air, which a column's head swallows, and the title with its text. */
function addVertical(work: Work, block: ShapedBlock, { strip, next }: VerticalArticle): number {
  add(work, block, keptSetting(blankSetting(1, work.galley), 1), {})
  add(work, block, { strips: [strip], rows: strip.rows, cost: 0 }, {})
  work.need = 0
  return next
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

/** Variants that do not depend on the place: what was set for one attempt serves the next. */
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
  const items: StretchItem[] = []
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
  const all = [...above, ...items]
  if (!all.some(isWords)) {
    addFigure(work, first)
    return from + 1
  }
  addKnownStretch(work, first, all)
  return index
}

/** A stretch by its first picture: as it was set before of the same blocks, where it has no notes. */
function addKnownStretch(work: Work, first: FigureOf<ShapedText>, items: readonly StretchItem[]): void {
  const { galley } = work
  const set = () => {
    const stretch = stretchOf(items, galley)
    const refine = (room: Room) => movedStretches(stretch, galley, room)
    add(work, first, naturalStretch(stretch, galley), { refine })
  }
  const place = stretchPlace(items, work)
  if (place === null) set()
  else addKnown(work, { block: first, ...place }, set)
}

/** A pull quote with the paragraphs around it, between which it may move. */
function addQuote(work: Work, blocks: readonly ShapedBlock[], at: number): number {
  const { galley, elements } = work
  const panel = blocks[at] as PanelOf<ShapedText>
  const quote = { ...wholePanel(panel, galley, flowOf), breakAfter: BREAK.keep }
  if (quote.rows > galley.rows / 2) {
    addPanel(work, panel)
    return at + 1
  }
  const above = textsAbove(elements)
  const { texts: below, next } = textsBelow(blocks, at + 1)
  const stretch: QuoteStretch = { texts: [...above, ...below], quote, met: above.length }
  // By the panel, so that no other quote takes its text back.
  add(work, panel, setQuote(stretch, galley), {
    refine: once(() => movedQuotes(stretch, galley)),
    need: above[0]?.need ?? 0,
    keepsPrevious: above.length === 0 || (above[0]?.block.keep.withPrevious ?? false),
  })
  work.need = below.length === 0 ? 1 : 0
  return next
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

/** 小资料: in one piece where a column can hold it, and then at the head or foot of one too. */
function addFloating(work: Work, panel: PanelOf<ShapedText>, floats: 'free' | 'marked'): void {
  const strip = wholePanel(panel, work.galley, flowOf)
  const setting = keptSetting({ strips: [strip], rows: strip.rows, cost: 0 }, work.need)
  if (strip.rows > work.galley.rows) addPanel(work, panel)
  else add(work, panel, setting, { floatCost: floats === 'marked' ? PICTURE.marked : 0 })
}

/** A table too wide for its column on its side, at a head or foot where the text may run on; else as any other. */
function addTurnable(work: Work, block: Turnable): void {
  const pieces = turnedPieces(block, work.galley, flowOf)
  if (pieces === null) {
    addBlocks(work, block.blocks)
    return
  }
  for (const piece of pieces)
    add(work, block, keptSetting(piece, work.need), { floatCost: work.galley.frame ? null : 0 })
  work.need = 0
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
  addBlocks(workIn(inner, work.elements), panel.blocks)
  for (let index = before; index < work.elements.length; index += 1) {
    work.elements[index] = insidePanel(work.elements[index] as FlowElement, panel)
  }
  add(work, panel, edge(panel.keep.withNext > 0 ? BREAK.keep : BREAK.free), { keepsPrevious: true })
  work.need = panel.keep.withNext
}
