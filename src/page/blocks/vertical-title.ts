import type { TextStyle } from '../../base/text-style.ts'
import type { Pt } from '../../base/units.ts'
import type { HeadingOf, PanelOf } from '../../content/block.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import { runAt, type ShapedBlock, type ShapedText } from '../../text/shaped-text.ts'
import { type Cell, verticalCells } from '../../text/vertical-cells.ts'
import { BREAK } from '../search/costs.ts'
import type { FlowElement } from '../search/elements.ts'
import { type Mark, moved, rowsOf, type Strip } from '../search/strip.ts'
import type { Galley } from './galley.ts'
import { HAN_ASCENT_EM } from './geometry.ts'
import { oneLine, type PageText } from './page-text.ts'
import { wholePanel } from './panel.ts'

type Heading = HeadingOf<ShapedText>

/** Distance of a vertical title's characters, and of its lines, in their em; between it and the text, in em of the body. */
const PITCH = 1.06
const LINE = 1.3
const GAP_EM = 1

/** Lines of a title beside its text; more would be a paragraph. */
const MOST_LINES = 3

/** Characters that a line of it has room for at least: a lower one reads as no line. */
const LEAST_TALL = 4

/** Parts of a column up to which text stands beside its title: half of one where some of it is as tall as that. */
const HALF = 0.5
const WHOLE = 0.9

/** A title with its text to the right of it, and the index of the block after them. */
export interface VerticalArticle {
  readonly strip: Strip
  readonly next: number
}

type SetBlocks = (blocks: readonly ShapedBlock[], galley: Galley) => readonly FlowElement[]

export function isVertical(block: ShapedBlock): block is Heading {
  return block.kind === 'heading' && block.vertical === true
}

/**
 * A vertical title (竖题) to the left of its article, or of as many of its paragraphs as are as tall; in one piece. Null
 * where too little text follows, or what may not stand in a piece: the title is set as any other then.
 */
export function verticalArticle(
  blocks: readonly ShapedBlock[],
  index: number,
  galley: Galley,
  set: SetBlocks,
): VerticalArticle | null {
  return besideUpTo(HALF, blocks, index, galley, set) ?? besideUpTo(WHOLE, blocks, index, galley, set)
}

function besideUpTo(
  share: number,
  blocks: readonly ShapedBlock[],
  index: number,
  galley: Galley,
  set: SetBlocks,
): VerticalArticle | null {
  const block = blocks[index] as Heading
  const text = textToTheRight(blocks, index)
  for (let lines = 1; lines <= MOST_LINES; lines += 1) {
    const width = titleRoom(block, lines, galley)
    const inner = { ...galley, measure: wholeMeasure(galley, width), kept: null }
    const beside = { ...inner, left: galley.left + galley.measure - inner.measure }
    for (const count of countsOf(text, blocks[index + 1 + text.length], block)) {
      const strips = besideTitle(text.slice(0, count), beside, set)
      const rows = rowsOf(strips)
      if (strips.some(({ notes, seal }) => notes || seal) || rows > share * galley.rows) continue
      const height = rows * galley.lineHeight
      if (height < LEAST_TALL * PITCH * block.text.style.size) continue
      const columns = titleLines(block, height)
      if (columns.length > lines + companions(block)) continue
      return { strip: pieceOf({ columns, strips, rows, width }, galley), next: index + 1 + count }
    }
  }
  return null
}

/** 编者按 and paragraphs right below the title, which may stand beside it. */
function textToTheRight(blocks: readonly ShapedBlock[], index: number): readonly ShapedBlock[] {
  const { place } = blocks[index] as Heading
  const after = blocks.slice(index + 1)
  const isText = (one: ShapedBlock, at: number) =>
    one.place.section === place.section &&
    one.place.article === place.article &&
    ((at === 0 && isNote(one)) ||
      (one.kind === 'paragraph' &&
        one.signature === undefined &&
        one.role !== 'footnote' &&
        one.role !== 'table-title' &&
        one.role !== 'table-unit'))
  const end = after.findIndex((one, at) => !isText(one, at))
  return end < 0 ? after : after.slice(0, end)
}

function isNote(block: ShapedBlock | undefined): block is PanelOf<ShapedText> {
  return block?.kind === 'panel' && block.look === 'note'
}

/** The note in its frame, and the paragraphs below it. */
function besideTitle(text: readonly ShapedBlock[], galley: Galley, set: SetBlocks): readonly Strip[] {
  const [note, ...more] = text
  if (!isNote(note)) return firstStrips(set(text, galley))
  return [wholePanel(note, galley, set), ...firstStrips(set(more, galley))]
}

/** How many of the blocks stand beside the title: all of an article's, else from one paragraph on. */
function countsOf(text: readonly ShapedBlock[], next: ShapedBlock | undefined, { place }: Heading): number[] {
  const goesOn = next?.place.section === place.section && next.place.article === place.article
  const some = text.flatMap((one, at) =>
    isNote(one) || one.keep.withPrevious || text[at + 1]?.keep.withPrevious ? [] : [at + 1],
  )
  return goesOn ? some : text.length > 0 ? [text.length, ...some] : []
}

/** Lines of 引题 and 副题. */
function companions({ shoulder, subtitle }: Heading): number {
  return (shoulder ? 1 : 0) + (subtitle ? 1 : 0)
}

function titleRoom({ text, shoulder, subtitle }: Heading, lines: number, { design }: Galley): Pt {
  const own = (lines - 1) * LINE * text.style.size + text.style.size
  const beside = [shoulder, subtitle].reduce((sum, one) => sum + (one ? LINE * one.style.size : 0), 0)
  return own + beside + GAP_EM * design.type.body.size
}

/** What is left for the text, in whole ems. */
function wholeMeasure({ measure, design }: Galley, width: Pt): Pt {
  const em = design.type.body.size
  return Math.max(em, Math.floor((measure - width) / em + 0.001) * em)
}

function firstStrips(flow: readonly FlowElement[]): readonly Strip[] {
  return flow.flatMap(({ settings }) => settings[0]?.strips ?? [])
}

/** One vertical line of characters. */
interface TitleLine {
  readonly cells: readonly Cell[]
  readonly style: TextStyle
  readonly size: Pt
  readonly owner: object
}

/** The lines of a title from right to left, turned between the parts of its sense. */
function titleLines(block: Heading, height: Pt): readonly TitleLine[] {
  const parts: [ShapedText | null, object][] = [
    [block.shoulder, block.shoulder ?? block],
    [block.text, block],
    [block.subtitle, block.subtitle ?? block],
  ]
  return parts.flatMap(([text, owner]) => {
    if (text === null) return []
    const { size } = text.style
    return setParagraph(text, height / PITCH).lines.map((line): TitleLine => {
      const words = text.clusters.slice(line.from, line.to).map((one) => one.text)
      const style = runAt(text, line.from)?.style as TextStyle
      return { cells: verticalCells(words.join('')), style, size, owner }
    })
  })
}

interface Piece {
  readonly columns: readonly TitleLine[]
  readonly strips: readonly Strip[]
  readonly rows: number
  readonly width: Pt
}

function pieceOf({ columns, strips, rows, width }: Piece, galley: Galley): Strip {
  const { lineHeight, frame, design } = galley
  const marks: Mark[] = []
  let right = galley.left + width - GAP_EM * design.type.body.size
  for (const line of columns) {
    marks.push(...verticalMarks(line, right - line.size, rows * lineHeight, galley.pageText))
    right -= LINE * line.size
  }
  let top = 0
  for (const strip of strips) {
    marks.push(...moved(strip.marks, 0, top * lineHeight))
    top += strip.rows
  }
  return {
    rows,
    marks,
    breakAfter: strips.at(-1)?.breakAfter ?? BREAK.free,
    textLines: rows,
    ...(frame ? { frame } : {}),
  }
}

/** A line's characters one below the other, in the middle of the height. */
function verticalMarks(
  { cells, style, size, owner }: TitleLine,
  left: Pt,
  height: Pt,
  pageText: PageText,
): Mark[] {
  const set = cells.map((cell) => ({ cell, line: oneLine(pageText(cell.text, style)) }))
  const heights = set.map(({ cell, line }) => (cell.kind === 'turned' ? (line?.width ?? size) : size) * PITCH)
  let top = (height - heights.reduce((sum, one) => sum + one, 0)) / 2
  return set.flatMap(({ cell, line }, at): Mark[] => {
    const from = top
    top += heights[at] as number
    if (line === null || line === undefined) return []
    if (cell.kind === 'turned') {
      const x = left + size / 2 - (HAN_ASCENT_EM - 0.5) * size
      const inner: Mark = { kind: 'text', line, x: 0, y: 0, owner }
      return [{ kind: 'turned', clockwise: true, x, y: from, marks: [inner], owner: null }]
    }
    const x = left + (size - line.width) / 2 + cell.right * size
    return [{ kind: 'text', line, x, y: from + (HAN_ASCENT_EM - cell.up) * size, owner }]
  })
}
