import { linesOf } from '../body/lines.ts'
import { parseInline } from '../body/parse-inline.ts'
import type { Inline } from '../issue.ts'
import { type MappedText, MappedTextWriter } from '../mapped-text.ts'
import type { Placeless } from './draft.ts'

export type MarkedDraft = readonly Placeless<Inline>[]

/** Where text is written: in a headline `|` marks breaks, in a table it parts cells. */
export type Surroundings = 'body' | 'title' | 'cell'

/**
 * Runs as the language writes them, on one line. Signs are escaped only where they would be read as marks. A
 * mark that cannot be written (such as emphasis inside a number) is left out: no letter of the text is lost.
 */
export function writeMarked(
  runs: MarkedDraft,
  surroundings: Surroundings,
  breaks: readonly number[] = [],
): string {
  const wanted = joined(runs.map(byNumber))
  const plain = wanted.map((run) => run.text).join('')
  for (const candidate of [wanted, [{ text: plain }]]) {
    for (const escaping of ['light', 'full'] as const) {
      const text = writeRuns(candidate, breaks, surroundings, escaping)
      if (same(readBack(text, surroundings), candidate, breaks)) return text
    }
  }
  return writeRuns([{ text: plain }], breaks, surroundings, 'full')
}

/** Words that go in among others, wherever that is: every sign that could be read as a mark is escaped. */
export function writeWords(text: string): string {
  return escaped(text, 0, { breaks: [], surroundings: 'title', escaping: 'full' })
}

/** A note's mark is written with its number, as the note is. */
function byNumber(run: Placeless<Inline>): Placeless<Inline> {
  return run.note ? { ...run, note: { ...run.note, name: String(run.note.number) } } : run
}

/** Neighbouring runs with the same marks as one; runs without text go. */
export function joined(runs: MarkedDraft): MarkedDraft {
  const result: Placeless<Inline>[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (run.text === '') continue
    const isWhole = run.note !== undefined || run.ruby !== undefined || last?.ruby !== undefined
    if (last && !isWhole && marksOf(last) === marksOf(run))
      result[result.length - 1] = { ...last, text: last.text + run.text }
    else result.push(run)
  }
  return result
}

function marksOf({ bold, emphasis, raised, line, link, note, ruby }: Placeless<Inline>): string {
  const lined = line === undefined ? '' : `${line.kind} ${line.number}`
  return JSON.stringify([
    bold ?? false,
    emphasis ?? false,
    raised ?? '',
    lined,
    link ?? '',
    note?.name ?? '',
    ruby ?? '',
  ])
}

function writeRuns(
  runs: MarkedDraft,
  breaks: readonly number[],
  surroundings: Surroundings,
  escaping: 'light' | 'full',
): string {
  let at = 0
  let text = ''
  let open: readonly Sign[] = []
  for (const run of runs) {
    const wanted = signsOf(run)
    const kept = open.filter((one) => wanted.some((other) => isSame(other, one)))
    // Marks close in the order in which they were opened last.
    const from = open.findIndex((one) => !kept.includes(one))
    const closing = from < 0 ? [] : open.slice(from)
    const still = open.slice(0, open.length - closing.length)
    const opening = wanted.filter((one) => !still.some((other) => isSame(other, one)))
    text += [...closing]
      .reverse()
      .map((one) => one.close)
      .join('')
    text += opening.map((one) => one.open).join('')
    const words = escaped(run.text, at, { breaks, surroundings, escaping })
    text += run.note ? `[^${run.note.name}]` : run.ruby === undefined ? words : `[${words}]{${run.ruby}}`
    open = [...still, ...opening]
    at += run.text.length
  }
  return (
    text +
    [...open]
      .reverse()
      .map((one) => one.close)
      .join('')
  )
}

function isSame(a: Sign, b: Sign): boolean {
  return a.open === b.open && a.close === b.close && a.number === b.number
}

interface Sign {
  readonly open: string
  readonly close: string
  /** Which of the names or titles. */
  readonly number?: number
}

function signsOf({ bold, emphasis, raised, line, link }: Placeless<Inline>): readonly Sign[] {
  return [
    ...(link === undefined ? [] : [{ open: '[', close: `](${link})` }]),
    ...(line?.kind === 'name' ? [{ open: '__', close: '__', number: line.number }] : []),
    ...(line?.kind === 'title' ? [{ open: '~~', close: '~~', number: line.number }] : []),
    ...(bold ? [{ open: '**', close: '**' }] : []),
    ...(emphasis ? [{ open: '*', close: '*' }] : []),
    ...(raised === 'superscript' ? [{ open: '^', close: '^' }] : []),
    ...(raised === 'subscript' ? [{ open: '~', close: '~' }] : []),
  ]
}

function escaped(
  text: string,
  from: number,
  {
    breaks,
    surroundings,
    escaping,
  }: {
    readonly breaks: readonly number[]
    readonly surroundings: Surroundings
    readonly escaping: 'light' | 'full'
  },
): string {
  let result = ''
  for (let at = 0; at < text.length; at += 1) {
    if (breaks.includes(from + at)) result += '|'
    const sign = text[at] as string
    const always = sign === '|' && surroundings !== 'body'
    const backslash = sign === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '*')
    if (always || backslash || (escaping === 'full' && /[*^~_[\]\\]/.test(sign))) result += '\\'
    result += sign
  }
  return result
}

function readBack(text: string, surroundings: Surroundings) {
  const writer = new MappedTextWriter(true)
  writer.add(text, 0)
  const mapped: MappedText = writer.finish('', text.length)
  let remarks = 0
  const parsed = parseInline(mapped, linesOf(text), {
    report: () => {
      remarks += 1
    },
    breaks: surroundings === 'title',
    ...(surroundings === 'body' ? { notes: 'marks' as const } : {}),
  })
  return { ...parsed, remarks }
}

function same(
  read: { readonly text: MarkedDraft; readonly breaks: readonly number[]; readonly remarks: number },
  wanted: MarkedDraft,
  breaks: readonly number[],
): boolean {
  const found = joined(read.text)
  return (
    read.remarks === 0 &&
    found.length === wanted.length &&
    found.every((run, index) => {
      const other = wanted[index] as Placeless<Inline>
      return (run.note !== undefined || run.text === other.text) && marksOf(run) === marksOf(other)
    }) &&
    JSON.stringify(read.breaks) === JSON.stringify(breaks.filter((one) => one > 0))
  )
}
