import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type GrammarRule, RULES } from '../../../src/text/clreq/titles/grammar.ts'
import { breakHeadline } from '../../../src/text/headline.ts'
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
}

/** Widths in em: a title over three columns' one, over one of two columns, and over more. */
const WIDTHS = [11, 15, 22]

/** A centred line rather takes no more of its measure (R72). */
const FULLEST = 0.8

/** A line has at least so many characters. */
const LEAST = 3

/** Titles that the rules were chosen looking at; two lots that were only scored. */
export type Lot = 'looked-at' | 'kept-back' | 'kept-back-last'

export function readTitles(name: Lot): MarkedTitle[] {
  const text = readFileSync(resolve(import.meta.dirname, `${name}.txt`), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(unmark)
}

function unmark(line: string): MarkedTitle {
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
export function judge(marked: MarkedTitle, rules: readonly GrammarRule[] = RULES): Verdict[] {
  return WIDTHS.map((em) => ({ em, lines: turned(marked.title, em, rules) }))
    .filter(({ lines }) => lines.length > 1)
    .map((one) => ({ ...one, right: isRight(marked, one.lines, one.em) }))
}

/** The share of right verdicts. */
export function share(verdicts: readonly Verdict[]): number {
  return verdicts.filter(({ right }) => right).length / verdicts.length
}

/** The lines that a title turns into, in em of its size. */
export function turned(title: string, em: number, rules: readonly GrammarRule[]): string[] {
  const text = shapeText(styled(title, { headline: true, align: 'centre' }), fakeFonts, textOptions)
  const ends = breakHeadline(text, () => em * 10, rules) ?? []
  return ends.map((end, i) =>
    text.clusters
      .slice(ends[i - 1] ?? 0, end)
      .map((one) => one.text)
      .join(''),
  )
}

function isRight({ title, good, allowed }: MarkedTitle, lines: readonly string[], em: number): boolean {
  let at = 0
  let onlyAllowed = false
  for (const line of lines.slice(0, -1)) {
    at += line.length
    if (allowed.has(at)) onlyAllowed = true
    else if (!good.has(at)) return false
  }
  return !onlyAllowed || !fits([...good, title.length], 0, lines.length, em, [])
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
