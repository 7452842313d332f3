import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { breakHeadline, type ReadTitle } from '../../../src/text/headline.ts'
import { shapeText } from '../../../src/text/shape.ts'
import { fakeFonts, styled, textOptions } from '../fake-fonts.ts'

/** A title and the places where a compositor would turn it, as UTF-16 offsets. */
interface MarkedTitle {
  readonly title: string
  readonly good: ReadonlySet<number>
  readonly allowed: ReadonlySet<number>
}

/** One title at one width, that does not fit one line. */
export interface Verdict {
  readonly em: number
  readonly lines: readonly string[]
  readonly right: boolean
  /** All its breaks are at places marked, good or allowed. */
  readonly marked: boolean
}

/** Widths in em: a title over three columns' one, over one of two columns, and over more. */
const WIDTHS = [11, 15, 22]

/** A centred line rather takes no more of its measure (R72). */
const FULLEST = 0.8

/** A line has at least so many characters. */
const LEAST = 3

/** Titles that the rules were chosen looking at, and that words were learned from besides; six lots that were only scored. */
export type Lot =
  | 'looked-at'
  | 'learned-from'
  | 'learned-more'
  | 'learned-kinds'
  | 'varied'
  | 'kept-back'
  | 'kept-back-last'
  | 'kept-back-latest'
  | 'kept-back-new'
  | 'kept-back-other'
  | 'kept-back-varied'

export function readTitles(name: Lot): MarkedTitle[] {
  const text = readFileSync(resolve(import.meta.dirname, `${name}.txt`), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(unmark)
}

/** Takes a line of a lot apart. */
export function unmark(line: string): MarkedTitle {
  const good = new Set<number>()
  const allowed = new Set<number>()
  let title = ''
  for (const one of line) {
    if (one === '｜') good.add(title.length)
    else if (one === '·') allowed.add(title.length)
    else title += one
  }
  return { title, good, allowed }
}

/** How the title turns in each width where it takes several lines. */
export function judge(marked: MarkedTitle, read?: ReadTitle): Verdict[] {
  return WIDTHS.map((em) => ({ em, lines: turned(marked.title, em, read) }))
    .filter(({ lines }) => lines.length > 1)
    .map((one) => ({
      ...one,
      right: isRight(marked, one.lines, one.em),
      marked: isMarked(marked, one.lines),
    }))
}

/** The share of verdicts that are right, or at marked places. */
export function share(verdicts: readonly Verdict[], by: 'right' | 'marked' = 'right'): number {
  return verdicts.filter((one) => one[by]).length / verdicts.length
}

/** The lines that a title turns into, in em of its size. */
export function turned(title: string, em: number, read?: ReadTitle): string[] {
  const text = shapeText(styled(title, { headline: true, align: 'centre' }), fakeFonts, textOptions)
  const ends = breakHeadline(text, () => em * 10, read) ?? []
  return ends.map((end, i) =>
    text.clusters
      .slice(ends[i - 1] ?? 0, end)
      .map((one) => one.text)
      .join(''),
  )
}

function isRight(marked: MarkedTitle, lines: readonly string[], em: number): boolean {
  const { title, good } = marked
  if (!isMarked(marked, lines)) return false
  return endsOf(lines).every((at) => good.has(at)) || !fits([...good, title.length], 0, lines.length, em, [])
}

/** Whether every break is at a place that is marked, of whichever kind. */
function isMarked({ good, allowed }: MarkedTitle, lines: readonly string[]): boolean {
  return endsOf(lines).every((at) => good.has(at) || allowed.has(at))
}

/** Where a title's lines end but the last, as UTF-16 offsets. */
export function endsOf(lines: readonly string[]): number[] {
  let at = 0
  return lines.slice(0, -1).map((line) => {
    at += line.length
    return at
  })
}

/** Whether a division at good places alone fits, into so many lines at most (two at least) of which none has less than half another's width. */
function fits(ends: readonly number[], from: number, most: number, em: number, widths: number[]): boolean {
  if (from === ends.at(-1)) return widths.length > 1 && Math.min(...widths) * 2 >= Math.max(...widths)
  if (most === 0) return false
  return ends.some(
    (to) =>
      to - from >= LEAST && to - from <= FULLEST * em && fits(ends, to, most - 1, em, [...widths, to - from]),
  )
}
