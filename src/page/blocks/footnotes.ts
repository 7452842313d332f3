import type { ParagraphOf } from '../../content/block.ts'
import type { Line } from '../../text/line.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import { runIndex, type ShapedBlock, type ShapedText } from '../../text/shaped-text.ts'
import type { StripNote, StripNotes } from '../search/strip.ts'
import type { FootnotesOf, Galley } from './galley.ts'

type Paragraph = ParagraphOf<ShapedText>

/** Finds the footnotes behind each paragraph, in panels too; null where there are none. */
export function footnotesOf(blocks: readonly ShapedBlock[]): FootnotesOf | null {
  const found = new Map<ShapedBlock, Paragraph[]>()
  gatherNotes(blocks, found)
  return found.size > 0 ? found : null
}

function gatherNotes(blocks: readonly ShapedBlock[], found: Map<ShapedBlock, Paragraph[]>): void {
  let owner: ShapedBlock | null = null
  for (const block of blocks) {
    if (block.kind === 'panel') gatherNotes(block.blocks, found)
    if (!isFootnote(block)) owner = block
    else if (owner) found.set(owner, [...(found.get(owner) ?? []), block])
  }
}

export function isFootnote(block: ShapedBlock | undefined): block is Paragraph {
  return block?.kind === 'paragraph' && block.role === 'footnote'
}

/** Part of a column that a note may take before its later lines may go over to the next. */
const MOST_OF_COLUMN = 0.5
/** Lines of a divided note that stay together. */
const TOGETHER = 3

/**
 * The notes of each line of a paragraph, set at the galley's measure. One that is longer than half a column goes along with
 * the lines below its mark, a few of its own with each, so that the columns may part it.
 */
export function lineNotes(
  block: Paragraph,
  lines: readonly (readonly Line[])[],
  galley: Galley,
): readonly (StripNotes | undefined)[] {
  const notes = galley.notes?.get(block)
  if (!notes) return []
  const parts: StripNote[][] = lines.map(() => [])
  lines.forEach((row, index) => {
    for (const number of row.flatMap(marksIn)) {
      const note = notes.find((one) => one.number === number)
      if (note) spread(setNote(note, galley), index, parts, galley)
    }
  })
  return parts.map((of) =>
    of.length === 0
      ? undefined
      : { notes: of, height: of.reduce((sum, one) => sum + noteHeight(one, galley), 0) },
  )
}

/** Numbers of the notes that a line has marks of. */
function marksIn({ text, from, to }: Line): number[] {
  const numbers: number[] = []
  for (let index = runIndex(text, from); index < text.runs.length; index += 1) {
    if (index > 0 && (text.runs[index - 1]?.to ?? 0) >= to) break
    const note = text.runs[index]?.run.note
    if (note !== undefined) numbers.push(note)
  }
  return numbers
}

function setNote(note: Paragraph, galley: Galley): StripNote {
  return {
    block: note,
    lines: setParagraph(note.text, galley.measure).lines,
    begins: true,
    left: galley.left,
  }
}

function spread(note: StripNote, at: number, parts: StripNote[][], galley: Galley): void {
  const here = parts[at] as StripNote[]
  if (noteHeight(note, galley) <= galley.rows * MOST_OF_COLUMN) {
    here.push(note)
    return
  }
  for (let from = 0, row = at; from < note.lines.length; from += TOGETHER) {
    const rest = note.lines.length - from < TOGETHER * 2 || row + 1 >= parts.length
    const to = rest ? note.lines.length : from + TOGETHER
    ;(parts[row] as StripNote[]).push({ ...note, lines: note.lines.slice(from, to), begins: from === 0 })
    if (rest) return
    row += 1
  }
}

function noteHeight({ block, lines }: StripNote, galley: Galley): number {
  return (lines.length * notePitch(block, galley)) / galley.lineHeight
}

/** Distance of a note's baselines. */
export function notePitch({ text }: Pick<Paragraph, 'text'>, { design }: Pick<Galley, 'design'>): number {
  return text.style.size * design.looks.footnote.pitch
}
