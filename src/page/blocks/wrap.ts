import type { Pt } from '../../base/units.ts'
import type { FigureOf, ParagraphOf } from '../../content/block.ts'
import type { Line, Measure } from '../../text/line.ts'
import { setParagraph, setVariants } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { BESIDE, BREAK, PICTURE } from '../search/costs.ts'
import type { Room, Setting } from '../search/elements.ts'
import { notesFrom } from '../search/notes.ts'
import { type Mark, moved, type Strip } from '../search/strip.ts'
import { creditLines } from './credit-lines.ts'
import { figureBox } from './figure.ts'
import { lineNotes } from './footnotes.ts'
import { type Galley, lineAir } from './galley.ts'
import { breakAfterLine, lineMarks, signAbove, textAfterSign, variantCost } from './paragraph.ts'
import { wrappedWidth, wrapRows } from './wrap-room.ts'

type Figure = FigureOf<ShapedText>
type Paragraph = ParagraphOf<ShapedText>

/** Lines of full measure between two pictures with text beside them (R75). */
const LINES_BETWEEN = 2

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
function lowestStart(figures: readonly Figure[], starts: readonly number[], galley: Galley): number {
  const last = figures[starts.length - 1]
  if (starts.length === 0 || !last) return 0
  return (starts[starts.length - 1] as number) + wrapRows(last, galley) + LINES_BETWEEN
}

/** The last picture is moved up while lines beside it would stay empty. */
function movedUp(stretch: Stretch, galley: Galley): number[] {
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

function emptyRows(setting: Setting): number {
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
  const width = wrappedWidth(galley) as { picture: Pt; text: Pt }
  const beside = starts.map<Beside>((from, index) => {
    const figure = stretch.figures[index] as Figure
    return { figure, from, to: from + wrapRows(figure, galley), measure: width.text }
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
    ...(galley.notes && notesFrom(strips, 0) > 0 ? { notes: notesFrom(strips, 0) } : {}),
  }
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

function inItsFrame(galley: Galley) {
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

/**
 * Settings for a stretch whose column ends `room.below` lines below its first line: the picture that would
 * be cut there stands at the foot of that column, or at the head of the next.
 */
export function movedStretches(stretch: Stretch, galley: Galley, room: Room): Setting[] {
  const found = [...otherHeights(stretch, galley), ...(room.widely ? otherTexts(stretch, galley) : [])]
  const fits = stretch.figures.map((figure, index) => {
    const natural = stretch.starts[index] as number
    return natural + wrapRows(figure, galley) <= endBelow(natural, room)
  })
  if (!fits.includes(false)) return found
  stretch.figures.forEach((figure, index) => {
    const height = wrapRows(figure, galley)
    const natural = stretch.starts[index] as number
    const end = endBelow(natural, room)
    // One that fits may make way: with it the text below goes down, and with that the one that is cut.
    const places = fits[index] ? [end] : [end - height, end - height - 2, end, end + 2]
    for (const from of places) {
      const above = figure.placed && from < natural ? PICTURE.earlyMarked : 0
      const starts = startsWith(stretch, index, from, galley)
      if (starts === null) continue
      const clear = clearOfEnds({ ...stretch, starts }, index + 1, galley, room)
      if (clear !== null) {
        const setting = setAmong(stretch, clear, galley)
        if (mayStand(setting, room))
          found.push({ ...setting, cost: setting.cost + BESIDE.moved + above, note: 'moved' })
      }
      const setting = setAmong(stretch, starts, galley)
      const moves = BESIDE.movedLine * Math.abs(from - natural)
      if (mayStand(setting, room))
        found.push({ ...setting, cost: setting.cost + BESIDE.moved + moves + above, note: 'moved' })
    }
  })
  return found
}

/** A stretch whose last picture, if it would hang beside empty lines, stands among the lines, below its text. */
export function setAmong(stretch: Stretch, starts: readonly number[], galley: Galley): Setting {
  const { texts, figures } = stretch
  const words = texts.findLastIndex(({ block }) => block.role !== 'credit') + 1
  const figure = figures.at(-1)
  const setting = setStretch({ ...stretch, texts: texts.slice(0, words) }, starts, galley)
  if (figure === undefined || emptyRows(setting) <= BESIDE.few) return setStretch(stretch, starts, galley)
  const fewer = { texts: texts.slice(0, words), figures: figures.slice(0, -1), starts: starts.slice(0, -1) }
  const above = setAmong(fewer, fewer.starts, galley)
  const below = setStretch({ texts: texts.slice(words), figures: [], starts: [] }, [], galley)
  const picture = pictureAmong(figure, below.rows > 0 ? BREAK.keep : BREAK.free, galley)
  return {
    strips: [...above.strips, picture, ...below.strips],
    rows: above.rows + picture.rows + below.rows,
    cost: above.cost + emptyCost(BESIDE.few + 1),
  }
}

/** A picture as wide as beside text, in the middle of the measure. */
function pictureAmong(figure: Figure, breakAfter: number, galley: Galley): Strip {
  const box = figureBox(figure, galley.measure / 2, galley)
  const x = galley.left + (galley.measure - box.width) / 2
  const marks = moved(box.marks, x, lineAir(galley))
  return { rows: wrapRows(figure, galley), marks, breakAfter, ...inItsFrame(galley) }
}

/** A picture stands almost alone only where all else has been tried. */
function mayStand({ cost }: Setting, room: Room | null = null): boolean {
  return room?.widely === true || cost <= BESIDE.emptyLine * BESIDE.few
}

/** The first line of the stretch at which a column ends, below line `from`. */
function endBelow(from: number, { below, next }: Room): number {
  return from < below ? below : below + (Math.floor((from - below) / next) + 1) * next
}

/** Parts of its height by which a picture beside text is made lower or taller, cropped a little at its edges. */
const HEIGHT_CHANGES = [-0.06, 0.06, -0.12, 0.12]

/** The stretch with its pictures a line lower or taller; none where copy-fitting has changed them already. */
function otherHeights(stretch: Stretch, galley: Galley): Setting[] {
  if (galley.pictureScale !== 1) return []
  const natural = setAmong(stretch, stretch.starts, galley)
  const heights = new Set([natural.rows])
  return HEIGHT_CHANGES.flatMap((change) => {
    const scaled: Galley = { ...galley, pictureScale: 1 + change, boxes: new Map() }
    if (stretch.figures.every((figure) => wrapRows(figure, scaled) === wrapRows(figure, galley))) return []
    const setting = setAmong(stretch, stretch.starts, scaled)
    if (heights.has(setting.rows) || !mayStand(setting)) return []
    heights.add(setting.rows)
    const lines = Math.abs(setting.rows - natural.rows)
    return [{ ...setting, cost: setting.cost + PICTURE.height * lines, note: 'height' as const }]
  })
}

/** Paragraphs of a stretch that are tried a line shorter and longer. */
const MOST_TEXTS = 4

/** The stretch with one of its paragraphs a line shorter or longer; its pictures stay where they are. */
function otherTexts(stretch: Stretch, galley: Galley): Setting[] {
  const natural = setStretch(stretch, stretch.starts, galley)
  const texts = stretch.texts.filter(({ block }) => block.role !== 'credit').slice(-MOST_TEXTS)
  return (['shorter', 'longer'] as const).flatMap((change) => {
    const found = texts.flatMap((text) => {
      const setting = setStretch(stretch, stretch.starts, galley, true, { text, change })
      if (setting.rows === natural.rows || !mayStand(setting)) return []
      const note = change === 'shorter' ? ('tightened' as const) : ('loosened' as const)
      return [{ ...setting, cost: setting.cost + variantCost(linesOfText(setting, text)), note }]
    })
    return found.sort((a, b) => a.cost - b.cost).slice(0, 1)
  })
}

function linesOfText({ strips }: Setting, { block }: StretchText): Line[] {
  return strips.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'text' && mark.owner === block ? [mark.line] : [])),
  )
}

/** The starts with picture `index` at line `from` and those after it below; null where it may not stand there. */
function startsWith(stretch: Stretch, index: number, from: number, galley: Galley): number[] | null {
  const starts = [...stretch.starts]
  starts[index] = from
  // Those above make room where they can.
  for (let above = index - 1; above >= 0; above -= 1) {
    const height = wrapRows(stretch.figures[above] as Figure, galley)
    const most = (starts[above + 1] as number) - LINES_BETWEEN - height
    starts[above] = Math.min(starts[above] as number, most)
  }
  if ((starts[0] as number) < 0) return null
  for (let next = index + 1; next < starts.length; next += 1) {
    const lowest = lowestStart(stretch.figures.slice(0, next), starts.slice(0, next), galley)
    starts[next] = Math.max(starts[next] as number, lowest)
  }
  // Pictures pushed on by this one leave less text for the last of them.
  return index + 1 < starts.length ? movedUp({ ...stretch, starts }, galley) : starts
}

/** The starts with each picture from `first` on that a later column's end would cut at that end; null when none. */
function clearOfEnds(stretch: Stretch, first: number, galley: Galley, room: Room): number[] | null {
  const starts = [...stretch.starts]
  let moved = false
  for (let index = first; index < starts.length; index += 1) {
    const lowest = lowestStart(stretch.figures.slice(0, index), starts.slice(0, index), galley)
    const from = Math.max(starts[index] as number, lowest)
    const height = wrapRows(stretch.figures[index] as Figure, galley)
    const end = room.below + Math.ceil((from - room.below) / room.next) * room.next
    starts[index] = from < end && end < from + height ? end : from
    moved ||= starts[index] !== stretch.starts[index]
  }
  return moved ? starts : null
}
