import type { Pt } from '../../base/units.ts'
import type { FigureOf, ParagraphOf } from '../../content/block.ts'
import type { Line, Measure } from '../../text/line.ts'
import { setParagraph, setVariants } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { BESIDE, BREAK } from '../search/costs.ts'
import type { Setting } from '../search/elements.ts'
import { notesFrom } from '../search/notes.ts'
import { type Mark, moved, type Strip } from '../search/strip.ts'
import { creditLines } from './credit-lines.ts'
import { figureBox } from './figure.ts'
import { lineNotes } from './footnotes.ts'
import { type Galley, lineAir } from './galley.ts'
import { breakAfterLine, lineMarks, signAbove, textAfterSign } from './paragraph.ts'
import { measureBeside, wrapRows } from './wrap-room.ts'

type Figure = FigureOf<ShapedText>
type Paragraph = ParagraphOf<ShapedText>

/** Lines of full measure between two pictures with text beside them (R75). */
export const LINES_BETWEEN = 2

export interface StretchText {
  readonly block: Paragraph
  /** Lines of it that must stand below the heading above. */
  readonly need: number
}

/** Text and the pictures it runs beside (串文). */
export interface Stretch {
  readonly texts: readonly StretchText[]
  readonly figures: readonly Figure[]
  /** The line of the stretch at which each picture begins when nothing moves it. */
  readonly starts: readonly number[]
}

/** A picture standing beside text: its lines of the stretch, `to` exclusive. */
interface Beside {
  readonly figure: Figure
  readonly from: number
  readonly to: number
  readonly measure: Pt
}

/**
 * The natural stretch of text and pictures as met: each picture begins where it was met, below the one
 * before it, and high enough that text remains for all of its height.
 */
export function stretchOf(items: readonly (StretchText | Figure)[], galley: Galley): Stretch {
  const texts: StretchText[] = []
  const figures: Figure[] = []
  const starts: number[] = []
  for (const item of items) {
    if (!('kind' in item)) {
      texts.push(item)
      continue
    }
    const met = setStretch({ texts, figures, starts }, starts, galley, false).rows
    starts.push(Math.max(met, lowestStart(figures, starts, galley)))
    figures.push(item)
  }
  return { texts, figures, starts: movedUp({ texts, figures, starts }, galley) }
}

/** First line at which one more picture may begin below those before it. */
export function lowestStart(figures: readonly Figure[], starts: readonly number[], galley: Galley): number {
  const last = figures[starts.length - 1]
  if (starts.length === 0 || !last) return 0
  return (starts[starts.length - 1] as number) + wrapRows(last, galley) + LINES_BETWEEN
}

/** The last picture is moved up while lines beside it would stay empty. */
export function movedUp(stretch: Stretch, galley: Galley): number[] {
  const starts = [...stretch.starts]
  const last = starts.length - 1
  const floor = lowestStart(stretch.figures.slice(0, last), starts.slice(0, last), galley)
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const empty = emptyRows(setStretch(stretch, starts, galley))
    if (empty === 0 || (starts[last] as number) <= floor) break
    starts[last] = Math.max(floor, (starts[last] as number) - empty)
  }
  return starts
}

export function emptyRows(setting: Setting): number {
  return setting.strips.filter((strip) => !strip.textLines).length
}

/** A stretch set with its pictures beginning at lines `starts`; rows are filled up to the last picture's foot. */
export function setStretch(
  stretch: Stretch,
  starts: readonly number[],
  galley: Galley,
  filled = true,
  variant: TextVariant | null = null,
): Setting {
  const beside = starts.map<Beside>((from, index) => {
    const figure = stretch.figures[index] as Figure
    return { figure, from, to: from + wrapRows(figure, galley), measure: measureBeside(figure, galley) }
  })
  const strips: Strip[] = []
  for (const text of stretch.texts) {
    const last = strips[strips.length - 1]
    if (last && text.block.keep.withPrevious) strips[strips.length - 1] = { ...last, breakAfter: BREAK.keep }
    const change = variant?.text === text ? variant.change : null
    strips.push(...textStrips(text, strips.length, beside, galley, change))
  }
  if (!filled) return { strips, rows: strips.length, cost: 0 }
  const foot = Math.max(0, ...beside.map((one) => one.to))
  const empty = Math.max(0, foot - strips.length)
  while (strips.length < foot)
    strips.push({ rows: 1, marks: [], breakAfter: BREAK.free, ...inItsFrame(galley) })
  return {
    strips: withPictures(strips, beside, galley),
    rows: strips.length,
    cost: emptyCost(empty),
    ...notesOf(strips, galley),
  }
}

/** Lines that the notes of strips take, where there are any. */
export function notesOf(strips: readonly Strip[], galley: Galley): Pick<Setting, 'notes'> {
  const notes = galley.notes ? notesFrom(strips, 0) : 0
  return notes > 0 ? { notes } : {}
}

/** What lines left empty beside a picture cost: with most of them empty it stands almost alone. */
function emptyCost(lines: number): number {
  const few = Math.min(lines, BESIDE.few)
  return BESIDE.emptyLine * few + BESIDE.aloneLine * (lines - few)
}

/** One paragraph of a stretch a line shorter or longer than by itself. */
interface TextVariant {
  readonly text: StretchText
  readonly change: 'shorter' | 'longer'
}

export function inItsFrame(galley: Galley) {
  return galley.frame ? { frame: galley.frame } : {}
}

function textStrips(
  text: StretchText,
  row: number,
  beside: readonly Beside[],
  galley: Galley,
  change: TextVariant['change'] | null,
): Strip[] {
  const at = (line: number) => beside.find((one) => row + line >= one.from && row + line < one.to)
  const reaches = beside.some((one) => one.to > row)
  const measure = reaches ? (line: number) => at(line)?.measure ?? galley.measure : galley.measure
  const { role } = text.block
  const narrowest = Math.min(galley.measure, ...beside.map((one) => one.measure))
  const lines =
    role === 'credit'
      ? creditLines(text.block.text, measure)
      : [
          ...signAbove(text.block, narrowest),
          ...linesOf(textAfterSign(text.block, narrowest), measure, change),
        ]
  const notes = lineNotes(
    text.block,
    lines.map((line) => [line]),
    galley,
  )
  return lines.map((line, index) => {
    const picture = at(index)
    const shift = picture && picture.figure.fit === 'left' ? galley.measure - picture.measure : 0
    return {
      rows: 1,
      marks: lineMarks(text.block, line, index, galley.left + shift, galley),
      breakAfter: breakAfterLine(text.block, index, lines.length, text.need),
      textLines: 1,
      ...inItsFrame(galley),
      ...(notes[index] ? { notes: notes[index] } : {}),
    }
  })
}

function linesOf(text: ShapedText, measure: Measure, change: TextVariant['change'] | null): readonly Line[] {
  const changed = change === null ? null : setVariants(text, measure)[change]
  return (changed ?? setParagraph(text, measure)).lines
}

/** Pictures hang from the strip where they begin; the column is not broken beside them. */
function withPictures(strips: readonly Strip[], beside: readonly Beside[], galley: Galley): Strip[] {
  const result = [...strips]
  for (const one of beside) {
    for (let row = one.from; row < one.to; row += 1) {
      const strip = result[row] as Strip
      const marks = row === one.from ? [...besideMarks(one, galley), ...strip.marks] : strip.marks
      const breakAfter = row === one.to - 1 ? strip.breakAfter : BREAK.never
      result[row] = { ...strip, marks, breakAfter }
    }
  }
  return result
}

function besideMarks({ figure }: Beside, galley: Galley): Mark[] {
  const box = figureBox(figure, galley.measure / 2, galley)
  const x = figure.fit === 'left' ? 0 : galley.measure - box.width
  return moved(box.marks, galley.left + x, lineAir(galley))
}
