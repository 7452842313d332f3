import type { FigureOf } from '../../content/block.ts'
import type { Line } from '../../text/line.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { BESIDE, BREAK, PICTURE } from '../search/costs.ts'
import type { Room, Setting } from '../search/elements.ts'
import { moved, type Strip } from '../search/strip.ts'
import { figureBox, mostHeightChange } from './figure.ts'
import { type Galley, lineAir } from './galley.ts'
import { variantCost } from './paragraph.ts'
import { keptBelow, rowsAmong, rowsBelow } from './rows-below.ts'
import {
  emptyRows,
  inItsFrame,
  LINES_BETWEEN,
  lowestStart,
  movedUp,
  notesOf,
  type Stretch,
  type StretchText,
  setStretch,
} from './wrap.ts'
import { wrapRows } from './wrap-room.ts'

type Figure = FigureOf<ShapedText>

/**
 * Settings for a stretch whose column ends `room.below` lines below its first line: the picture that would
 * be cut there stands at the foot of that column, or at the head of the next.
 */
export function movedStretches(stretch: Stretch, galley: Galley, room: Room): Setting[] {
  const inRows = rowsAmong(stretch, galley, room)
  const must = inRows?.beside ?? null
  const found = [
    ...(inRows?.settings ?? []),
    ...(must === null ? otherHeights(stretch, galley, room.widely) : []),
    ...(must === null && room.widely ? otherTexts(stretch, galley) : []),
    ...hanging(stretch, galley),
  ]
  const beside = must === null ? stretch.figures : stretch.figures.slice(0, must)
  const fits = beside.map((figure, index) => {
    const natural = stretch.starts[index] as number
    return natural + wrapRows(figure, galley) <= endBelow(natural, room)
  })
  if (!fits.includes(false)) return found
  beside.forEach((figure, index) => {
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

/** A stretch with too few lines for its one picture, which stands beside empty ones all the same. */
function hanging(stretch: Stretch, galley: Galley): Setting[] {
  if (stretch.figures.length > 1) return []
  const setting = setStretch(stretch, stretch.starts, galley)
  return emptyRows(setting) > BESIDE.few ? [{ ...setting, note: 'moved' }] : []
}

/** The stretch as it stands by itself: where pictures would hang beside empty lines, in rows below its text. */
export function naturalStretch(stretch: Stretch, galley: Galley): Setting {
  const natural = setStretch(stretch, stretch.starts, galley)
  if (emptyRows(natural) <= BESIDE.few) return natural
  const { strips, rows, notes } = rowsBelow(stretch, galley) ?? setAmong(stretch, stretch.starts, galley)
  return { strips, rows, cost: 0, ...(notes === undefined ? {} : { notes }) }
}

/**
 * A stretch whose last pictures, if they would hang beside empty lines, stand among the lines, below its text: several
 * of them in a row.
 */
function setAmong(stretch: Stretch, starts: readonly number[], galley: Galley): Setting {
  const { texts, figures } = stretch
  const words = texts.findLastIndex(({ block }) => block.role !== 'credit') + 1
  const figure = figures.at(-1)
  const setting = setStretch({ ...stretch, texts: texts.slice(0, words) }, starts, galley)
  if (figure === undefined || emptyRows(setting) <= BESIDE.few) return setStretch(stretch, starts, galley)
  const inRows = rowsBelow({ ...stretch, starts }, galley)
  if (inRows) return { ...inRows, cost: PICTURE.inline }
  const fewer = { texts: texts.slice(0, words), figures: figures.slice(0, -1), starts: starts.slice(0, -1) }
  const above = setAmong(fewer, fewer.starts, galley)
  const below = setStretch({ texts: texts.slice(words), figures: [], starts: [] }, [], galley)
  const picture = pictureAmong(figure, below.rows > 0 ? BREAK.keep : BREAK.free, galley)
  const strips = [...(below.rows > 0 ? keptBelow(above.strips) : above.strips), picture, ...below.strips]
  return {
    strips,
    rows: above.rows + picture.rows + below.rows,
    cost: setting.cost,
    ...notesOf(strips, galley),
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

/** The same for placeholders, where widely is looked: their photographs are yet to come. */
const WIDE_HEIGHT_CHANGES = [-0.18, -0.25]

/** The stretch with its pictures a line lower or taller; none where copy-fitting has changed them already. */
function otherHeights(stretch: Stretch, galley: Galley, widely = false): Setting[] {
  if (galley.pictureScale !== 1) return []
  const natural = setStretch(stretch, stretch.starts, galley)
  const heights = new Set([natural.rows])
  const most = Math.min(...stretch.figures.map(mostHeightChange))
  const changes = widely ? [...HEIGHT_CHANGES, ...WIDE_HEIGHT_CHANGES] : HEIGHT_CHANGES
  return changes.flatMap((change) => {
    if (Math.abs(change) > most) return []
    const scaled: Galley = { ...galley, pictureScale: 1 + change, boxes: new Map() }
    if (stretch.figures.every((figure) => wrapRows(figure, scaled) === wrapRows(figure, galley))) return []
    const setting = setStretch(stretch, stretch.starts, scaled)
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
