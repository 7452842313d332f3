import type { Span } from '../base/source.ts'
import type { ReviewChange } from './review-changes.ts'
import { type SentParagraph, type SentRun, sentText } from './sent-paragraphs.ts'

/** An edit of a source text. */
export interface SourceEdit {
  readonly file: string
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What writing a change needs besides it. */
export interface EditSources {
  source(file: string): string
  /** One paragraph's words as the language writes them. */
  written(text: string): string
  /** A paragraph's words as an item of a list of YAML. */
  item(text: string): string
  /** The paragraph that was sent behind one. */
  next(sent: SentParagraph): SentParagraph | undefined
}

/**
 * A change as edits of the sources; null where it touches what stands in none, such as a number. Marks around words
 * stay: what is deleted across several runs is deleted in each. A paragraph that goes as a whole takes its lines along.
 */
export function editsOf(
  wanted: ReviewChange,
  sent: SentParagraph,
  sources: EditSources,
): readonly SourceEdit[] | null {
  const lines = wholeOf(wanted, sent, sources)
  if (lines !== null) return [lines]
  const change = besideNumber(wanted, sent)
  const { length } = sentText(sent)
  const isWhole = isAllOf(change, sent)
  const anew = writtenAnew(change, sent, sources)
  if (anew !== null) return [anew]
  const joint = change.to > length && !isWhole ? jointOf(sent, sources) : []
  if (joint === null) return null
  const deleted = deletedIn(sent, change, sources)
  if (deleted === null) return null
  const edits = [...deleted, ...joint]
  if (change.after === '') return edits.length > 0 ? edits.map((one) => withMarks(one, sources)) : null
  const [first, ...others] = edits
  const rest = others.map((one) => withMarks(one, sources))
  if (first) return [{ ...first, text: textFor(change.after, first.file, first.from, sources) }, ...rest]
  const place = placeFor(change, sent, sources)
  if (place === null) return null
  return [{ ...place, to: place.from, text: textFor(change.after, place.file, place.from, sources) }]
}

function isAllOf({ from, to, after }: ReviewChange, sent: SentParagraph): boolean {
  return from === 0 && to >= sentText(sent).length && after.trim() === ''
}

/** The lines of a paragraph that goes as a whole, with its number and credit; null where it does not, or has none to itself. */
export function wholeOf(change: ReviewChange, sent: SentParagraph, sources: EditSources): SourceEdit | null {
  return isAllOf(change, sent) ? (wholeLines(sent, sources) ?? wholeItem(sent, sources)) : null
}

interface Character {
  readonly file: string
  readonly at: number | null
}

function charactersOf({ runs }: SentParagraph): readonly Character[] {
  return runs.flatMap(({ file, places }) => places.map((at) => ({ file, at })))
}

/** Words of a paragraph that the program composes of one value. */
export interface ComposedWords {
  readonly span: Span
  /** Where they stand in the paragraph. */
  readonly from: number
  readonly to: number
  /** The mark of a footnote. */
  readonly isNote: boolean
}

/** The composed words of a paragraph, those of one value together. */
export function composedIn({ runs }: SentParagraph): readonly ComposedWords[] {
  const found: ComposedWords[] = []
  let at = 0
  for (const { text, composed: span, note } of runs) {
    const from = at
    at += text.length
    const last = found.at(-1)
    if (!span) continue
    if (last?.to === from && last.span.file === span.file && last.span.from === span.from)
      found[found.length - 1] = { ...last, to: at }
    else found.push({ span, from, to: at, isNote: note !== undefined })
  }
  return found
}

/** The part of a change that falls on composed words, and what is left of it before and behind them. */
export function partedBy(
  change: ReviewChange,
  { from, to }: ComposedWords,
  length: number,
): { readonly inside: readonly ReviewChange[]; readonly outside: readonly ReviewChange[] } {
  const start = Math.max(change.from, from)
  const end = Math.min(change.to, to)
  // New words at a seam belong to the text beside, where there is any.
  const isAtSeam = (start === from && from > 0) || (end === to && to < length)
  if (start > end || (start === end && (change.from < change.to || isAtSeam)))
    return { inside: [], outside: [change] }
  if (change.from >= from && change.to <= to) return { inside: [change], outside: [] }
  const piece = (a: number, b: number, after: string): readonly ReviewChange[] => {
    const before = change.before.slice(a - change.from, b - change.from)
    return a < b ? [{ ...change, from: a, to: b, before, after }] : []
  }
  const head = piece(change.from, start, change.after)
  const tail = piece(end, change.to, head.length > 0 ? '' : change.after)
  return { inside: piece(start, end, ''), outside: [...head, ...tail] }
}

/** A change without the number of its paragraph, which the program counts anew. */
function besideNumber(change: ReviewChange, { runs }: SentParagraph): ReviewChange {
  const [number] = runs
  const length = number?.file === '' ? number.text.length : 0
  if (length === 0 || change.from > 0 || change.to <= length) return change
  const after = change.after.startsWith(number?.text ?? '') ? change.after.slice(length) : change.after
  return { ...change, from: length, after }
}

/** A paragraph whose every word is another now: written anew, without the marks that its words had. */
function writtenAnew(change: ReviewChange, sent: SentParagraph, sources: EditSources): SourceEdit | null {
  const runs = sent.runs[0]?.file === '' ? sent.runs.slice(1) : sent.runs
  const skipped = sentText(sent).length - sentText({ ...sent, runs }).length
  const places = runs.flatMap((run) => run.places)
  const [first] = places
  const last = places.at(-1)
  const file = runs[0]?.file ?? ''
  const isAll = change.from === skipped && change.to === sentText(sent).length && change.after.trim() !== ''
  if (!isAll || runs.length < 2 || first == null || last == null) return null
  if (places.includes(null) || runs.some((run) => run.file !== file)) return null
  const text = sources.source(file)
  const opening = /[*^~_[\\]*$/.exec(text.slice(0, first))?.[0].length ?? 0
  const closing = /^(?:[*^~_]|\]\([^()\s]*\))*/.exec(text.slice(last + 1))?.[0].length ?? 0
  const from = first - opening
  return { file, from, to: last + 1 + closing, text: textFor(change.after, file, from, sources) }
}

/** Where a character begins: at the sign before it that says it is no mark. */
function beforeEscape(text: string, at: number): number {
  const slashes = /\\*$/.exec(text.slice(Math.max(0, at - 20), at))?.[0].length ?? 0
  return slashes % 2 === 1 ? at - 1 : at
}

/** One edit for each run that is touched; null where a character of it stands nowhere. */
function deletedIn(
  { runs }: SentParagraph,
  { from, to }: ReviewChange,
  { source }: EditSources,
): readonly SourceEdit[] | null {
  const edits: SourceEdit[] = []
  let end = 0
  for (const { text, file, places } of runs) {
    const start = end
    end += text.length
    const touched = places.slice(Math.max(0, from - start), Math.max(0, to - start))
    if (touched.length === 0) continue
    const first = touched[0] ?? null
    const last = touched.at(-1) ?? null
    if (first === null || last === null || touched.includes(null)) return null
    edits.push({ file, from: beforeEscape(source(file), first), to: last + 1, text: '' })
  }
  return edits
}

/** Marks around what is deleted as a whole go along: between them nothing would be left. */
function withMarks(edit: SourceEdit, { source }: EditSources): SourceEdit {
  const text = source(edit.file)
  const [signs = ''] = /(?<!\\)[*^~_]*$/.exec(text.slice(Math.max(0, edit.from - 4), edit.from)) ?? []
  if (signs === '' || !text.startsWith(signs, edit.to)) return edit
  return { ...edit, from: edit.from - signs.length, to: edit.to + signs.length }
}

/** Where new words go: before the character that stands there, else behind the one before; new paragraphs behind the line. */
function placeFor({ from, after }: ReviewChange, sent: SentParagraph, { source }: EditSources) {
  const characters = charactersOf(sent)
  const here = characters[from]
  const before = characters[from - 1]
  if (here && here.at !== null) {
    const text = source(here.file)
    const isBlankBetween =
      before?.at != null && before.file === here.file && /^[ \t]+$/.test(text.slice(before.at + 1, here.at))
    return { file: here.file, from: isBlankBetween ? before.at + 1 : beforeEscape(text, here.at) }
  }
  if (!before || before.at === null) return null
  const place = { file: before.file, from: before.at + 1 }
  const rest = /^[^\r\n]*/.exec(source(before.file).slice(place.from))?.[0] ?? ''
  const goesBehind = from === characters.length && after.startsWith('\n') && /^[\s*^~_\]})】]*$/.test(rest)
  return goesBehind ? { ...place, from: place.from + rest.length } : place
}

/** Words as they are written at a place: paragraphs parted by an empty line, as far in as the line they stand in. */
function textFor(after: string, file: string, at: number, { source, written }: EditSources): string {
  const text = source(file)
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  // A value on its key's own line goes on further in; a line end more makes the paragraph.
  const joint = VALUE_LINE.test(line) && isYaml(file, text, at) ? `\n\n\n${indent}  ` : `\n\n${indent}`
  return after
    .split(/\s*\n\s*/)
    .map((one) => (one === '' ? '' : written(one)))
    .join(joint)
}

/** 编者按 and the text of an article, written behind their keys. */
const VALUE_LINE = /^[ \t]*(?:-[ \t]+)?(?:note|编者按|body|正文)[ \t]*:[ \t]+(?!["'|>])/

/** Whether a place is in YAML: not in the text of an article of its own. */
function isYaml(file: string, text: string, at: number): boolean {
  if (!/\.(?:md|markdown)$/i.test(file)) return true
  const end = text.startsWith('---') ? text.indexOf('\n---', 3) : -1
  return at < end
}

/** What stands between a paragraph and the next, where that is nothing but blanks. */
function jointOf(sent: SentParagraph, { source, next }: EditSources): readonly SourceEdit[] | null {
  const following = next(sent)
  const last = charactersOf(sent).at(-1)
  const first = following && charactersOf(following)[0]
  if (!last || !first || last.at === null || first.at === null || last.file !== first.file) return null
  const between = source(last.file).slice(last.at + 1, first.at)
  return first.at > last.at && /^\s*$/.test(between)
    ? [{ file: last.file, from: last.at + 1, to: first.at, text: '' }]
    : null
}

/** The lines of a paragraph that has them to itself, and the empty one behind. */
function wholeLines(sent: SentParagraph, { source }: EditSources): SourceEdit | null {
  const own = sent.runs.filter((run): run is SentRun => run.places.some((at) => at !== null))
  const places = own.flatMap((run) => run.places.filter((at) => at !== null))
  const file = own[0]?.file
  if (file === undefined || own.some((run) => run.file !== file)) return null
  const text = source(file)
  const first = Math.min(...places)
  const last = Math.max(...places)
  const from = text.lastIndexOf('\n', first - 1) + 1
  const end = text.indexOf('\n', last)
  const to = end < 0 ? text.length : end + 1
  const alone = /^[ \t]*(?:[-+>]\s|\d+[.)]\s|#{1,4}\s|\[\^[^\]]*\]:\s*)*[*^~_]*$/.test(
    text.slice(from, first),
  )
  if (!alone || !/^[*^~_\s]*$/.test(text.slice(last + 1, to))) return null
  const blank = /^[ \t]*\r?\n/.exec(text.slice(to))?.[0] ?? ''
  return { file, from, to: to + blank.length, text: '' }
}

/** The lines of an item of a list of YAML, such as a brief with its credit: all of them go. */
function wholeItem(sent: SentParagraph, sources: EditSources): SourceEdit | null {
  const lines = itemLines(sent, sources)
  return lines && { file: lines.file, from: lines.from, to: lines.to, text: '' }
}

function itemLines(sent: SentParagraph, { source }: EditSources) {
  const own = sent.runs.find((run) => run.places.some((at) => at !== null))
  const first = own?.places.find((at) => at !== null)
  if (own === undefined || first == null) return null
  const text = source(own.file)
  const from = text.lastIndexOf('\n', first - 1) + 1
  const dash = /^([ \t]*)-[ \t]/.exec(text.slice(from, first))?.[1]
  if (dash === undefined) return null
  const rest = text.slice(from).split(/(?<=\n)/)
  const end = rest.findIndex((line, at) => at > 0 && line.trim() !== '' && indentOf(line) <= dash.length)
  const length = rest.slice(0, end < 0 ? undefined : end).join('').length
  return { file: own.file, from, to: from + length, dash }
}

/** New paragraphs behind a brief are briefs; null for any other change. */
export function briefsBehind(
  { from, to, after }: ReviewChange,
  sent: SentParagraph,
  sources: EditSources,
): SourceEdit | null {
  const isBehind = from === to && to === sentText(sent).length && after.startsWith('\n')
  const lines = sent.role === 'brief' && isBehind ? itemLines(sent, sources) : null
  if (lines === null) return null
  const { file, to: at, dash } = lines
  const opening = sources.source(file).slice(0, at).endsWith('\n') ? '' : '\n'
  const items = after.split(/\s*\n\s*/).filter((one) => one.trim() !== '')
  return {
    file,
    from: at,
    to: at,
    text: opening + items.map((one) => `${dash}- ${sources.item(one)}\n`).join(''),
  }
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0
}

/** A text with edits applied, from the last to the first; rows of tables that are empty now go. */
export function applied(text: string, edits: readonly SourceEdit[]): string {
  const made = [...edits]
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((sum, edit) => sum.slice(0, edit.from) + edit.text + sum.slice(edit.to), text)
  return edits.length === 0 || EMPTY_ROW.test(text) ? made : made.replace(EMPTY_ROWS, '')
}

const EMPTY_ROW = /^[ \t]*\|[ \t|]*\|[ \t]*$/m
const EMPTY_ROWS = /^[ \t]*\|[ \t|]*\|[ \t]*\r?\n/gm
