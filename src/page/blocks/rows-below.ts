import type { FigureOf } from '../../content/block.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { BESIDE, BREAK, PICTURE } from '../search/costs.ts'
import type { Room, Setting } from '../search/elements.ts'
import { rowsOf, type Strip } from '../search/strip.ts'
import { figureHeights, setFigure } from './figure.ts'
import type { Galley } from './galley.ts'
import { emptyRows, movedUp, notesOf, type Stretch, setStretch } from './wrap.ts'
import { wrapRows } from './wrap-room.ts'

type Figure = FigureOf<ShapedText>

/** Pictures side by side in one row, of those that have no text beside them, and the width each has at least, in em. */
export const MOST_IN_ROW = 3
export const LEAST_IN_ROW_EM = 9

/** Lines that may stay empty beside the last picture that keeps its text. */
const LEFT_EMPTY = 2

/** A stretch whose last pictures stand in rows: its words, with the first pictures beside them, the rows, and its credit. */
interface Gathered {
  readonly words: readonly Strip[]
  /** Lines down to the foot of the last picture beside the words. */
  readonly clear: number
  /** Pictures that stand beside the words. */
  readonly beside: number
  /** Whether more lines would be empty beside the pictures than may be. */
  readonly must: boolean
  readonly rows: readonly FigureOf<ShapedText>[]
  readonly credit: readonly Strip[]
}

/**
 * A stretch with too little text for its pictures: as many as have it stand beside it, the others, two at least, side by
 * side below its words and above its credit. Null for one picture, and where there is text enough.
 */
export function rowsBelow(stretch: Stretch, galley: Galley): Setting | null {
  const gathered = gatheredOf(stretch, galley)
  return gathered && belowWords(gathered, rowStrips(gathered.rows, galley), galley)
}

/**
 * The same as choices of the search: the pictures a little lower or taller, at the foot of the column that ends within
 * the words, or at the next head. Null as above; `beside` is how many pictures stand beside the words where the others must not.
 */
export function rowsAmong(
  stretch: Stretch,
  galley: Galley,
  { below, widely = false }: Room,
): { readonly settings: Setting[]; readonly beside: number | null } | null {
  const gathered = gatheredOf(stretch, galley)
  if (gathered === null) return null
  const { words, rows, credit, beside, must } = gathered
  const natural: Setting = settingFrom(rowStrips(rows, galley), galley)
  const early = rows.some(({ placed }) => placed) ? PICTURE.earlyMarked : 0
  const [only, ...more] = rows
  const heights = only && more.length === 0 ? figureHeights(only, galley, widely) : []
  const within = (one: Setting, wanted: number): Setting[] => {
    const at = placeAbove(gathered, wanted)
    if (at === null) return []
    const setting = settingFrom([...rowsWithin(words, one.strips, at, at < below), ...credit], galley)
    return [{ ...setting, cost: PICTURE.foot + BESIDE.moved + early + one.cost, note: 'moved' }]
  }
  const lower = heights.filter((one) => one.rows < natural.rows)
  const settings: Setting[] = [
    { ...belowWords(gathered, natural.strips, galley), cost: PICTURE.inline, note: 'moved' },
    ...heights.map((one): Setting => {
      return { ...belowWords(gathered, one.strips, galley), cost: PICTURE.inline + one.cost, note: 'height' }
    }),
    // The tallest that the foot has room for.
    ...[natural, ...lower].flatMap((one) => within(one, below - one.rows)).slice(0, 1),
    ...within(natural, below),
  ]
  return { settings, beside: must ? beside : null }
}

function belowWords({ words, credit }: Gathered, rows: readonly Strip[], galley: Galley): Setting {
  return settingFrom(
    [...keptBelow(words), ...(credit.length > 0 ? keptBelow(rows) : rows), ...credit],
    galley,
  )
}

function settingFrom(strips: readonly Strip[], galley: Galley): Setting {
  return { strips, rows: rowsOf(strips), cost: 0, ...notesOf(strips, galley) }
}

/** Lines of text that a row of pictures has above it and below it within its stretch. */
const LEAST_LINES = 2

/** Lines by which a row stands higher so that no line of a paragraph is alone above or below it. */
const MOST_HIGHER = 2

/** The line below which rows of pictures stand that are wanted below line `wanted`; null where none will do. */
function placeAbove({ words, clear }: Gathered, wanted: number): number | null {
  const least = Math.max(LEAST_LINES, clear, wanted - MOST_HIGHER)
  for (let at = Math.min(wanted, words.length - LEAST_LINES); at >= least; at -= 1)
    if ((words[at - 1]?.breakAfter ?? BREAK.never) < BREAK.strandedFirst) return at
  return null
}

/** Words with rows of pictures after so many lines: at a foot the column ends below the pictures as it would below the line. */
function rowsWithin(words: readonly Strip[], rows: readonly Strip[], at: number, atFoot: boolean): Strip[] {
  const above = words.slice(0, at)
  const breakAfter = (atFoot ? above.at(-1)?.breakAfter : undefined) ?? BREAK.free
  const last = rows.map((strip, index) => (index === rows.length - 1 ? { ...strip, breakAfter } : strip))
  return [...(atFoot ? keptBelow(above) : above), ...last, ...words.slice(at)]
}

function gatheredOf(stretch: Stretch, galley: Galley): Gathered | null {
  const { texts, figures, starts } = stretch
  if (figures.length < 2 || figures.some(({ gallery, caption }) => gallery || caption)) return null
  const empty = emptyRows(setStretch(stretch, starts, galley))
  if (empty <= LEFT_EMPTY) return null
  const end = texts.findLastIndex(({ block }) => block.role !== 'credit') + 1
  const credit = setStretch({ texts: texts.slice(end), figures: [], starts: [] }, [], galley).strips
  for (let beside = figures.length - 2; beside >= 0; beside -= 1) {
    const first = {
      texts: texts.slice(0, end),
      figures: figures.slice(0, beside),
      starts: starts.slice(0, beside),
    }
    const from = beside > 0 ? movedUp(first, galley) : []
    const setting = setStretch(first, from, galley)
    if (beside > 0 && emptyRows(setting) > LEFT_EMPTY) continue
    const last = figures[beside - 1]
    return {
      words: setting.strips,
      clear: last ? (from.at(-1) as number) + wrapRows(last, galley) : 0,
      beside,
      must: empty > BESIDE.few,
      rows: inRows(figures.slice(beside), galley),
      credit,
    }
  }
  return null
}

/** Pictures in rows of two or three, as even as may be. */
function inRows(figures: readonly Figure[], { measure, design }: Galley): Figure[] {
  const most = Math.floor(measure / (LEAST_IN_ROW_EM * design.type.body.size))
  const pictures = inOrder(figures).flatMap((figure) => figure.pictures)
  const placed = figures.some((one) => one.placed)
  const count = Math.ceil(pictures.length / Math.max(2, Math.min(MOST_IN_ROW, most)))
  return Array.from({ length: count }, (_, row) => {
    const from = Math.round((row * pictures.length) / count)
    const to = Math.round(((row + 1) * pictures.length) / count)
    return { ...(figures[0] as Figure), placed, pictures: pictures.slice(from, to) }
  })
}

/** Each row kept to the next. */
function rowStrips(rows: readonly Figure[], galley: Galley): Strip[] {
  const strips = rows.flatMap((row) => setFigure(row, galley).strips)
  return strips.map((strip, at) => ({
    ...strip,
    breakAfter: at + 1 < strips.length ? BREAK.keep : BREAK.free,
  }))
}

/** Of two, the one for the left is at the left. */
function inOrder(figures: readonly Figure[]): readonly Figure[] {
  const [first, second, ...more] = figures
  const crossed = more.length === 0 && first?.fit === 'right' && second?.fit === 'left'
  return crossed && first && second ? [second, first] : figures
}

/** Strips of which the last keeps what follows it. */
export function keptBelow(strips: readonly Strip[]): Strip[] {
  const last = strips.at(-1)
  return last ? [...strips.slice(0, -1), { ...last, breakAfter: BREAK.keep }] : []
}
