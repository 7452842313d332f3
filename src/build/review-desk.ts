import { hasErrors } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import { arrange } from '../content/arrange.ts'
import { picturesOf } from '../issue/files-of.ts'
import type { Issue } from '../issue/issue.ts'
import { readIssue } from '../issue/read-issue.ts'
import { writeWords } from '../issue/write/write-marked.ts'
import { scalarText } from '../issue/write/write-scalar.ts'
import { markedParagraphs, type SentRole } from '../office/issue-document.ts'
import type { ReviewChange } from '../office/review-changes.ts'
import {
  applied,
  briefsBehind,
  type ComposedWords,
  composedIn,
  editsOf,
  partedBy,
  type SourceEdit,
  wholeOf,
} from '../office/review-edits.ts'
import { type SentParagraph, sentRuns, sentText } from '../office/sent-paragraphs.ts'
import { composedEdits } from './composed-edits.ts'

type Sources = ReadonlyMap<string, SourceText>

/** An issue whose Word copy came back. */
export interface UnderReview {
  readonly issue: Issue
  /** The publication's and the issue's own file among the sources. */
  readonly settings: string
  readonly main: string
  /** Every text that the issue was read from, by its name. */
  readonly sources: Sources
  /** Whether a picture's file is there: the copy shows it, and has words in place of the others. */
  hasPicture(src: string): boolean
}

/**
 * Why a change is made by hand: no place was found; a number is counted by the program; a section's name stands in every
 * issue and in the publication; a value of one line, a cell or a title holds no second paragraph; brackets, labels and
 * dates are composed by the program; the source would say something else than what reviewers read.
 */
export type ByHand = 'unmatched' | 'number' | 'section' | 'paragraph' | 'composed' | 'reading'

/** An issue under review (送审稿): what was sent of it, and its sources with changes. */
export class ReviewDesk {
  /** The paragraphs as `--make docx` sends them, in order. */
  readonly sent: readonly SentParagraph[]
  readonly #under: UnderReview
  readonly #at: ReadonlyMap<string, number>
  readonly #compositions = new Map<string, readonly SourceEdit[] | null>()

  constructor(under: UnderReview) {
    this.#under = under
    this.sent = [...this.#marked(under.issue)].map(([mark, { runs, ...sent }]) => ({
      ...sent,
      mark,
      runs: sentRuns(runs, (file) => under.sources.get(file)?.text),
    }))
    this.#at = new Map(this.sent.map((one, at) => [one.mark, at]))
  }

  /** A change as edits of the sources; null where it has no place in them. */
  edits(change: ReviewChange): readonly SourceEdit[] | null {
    return change.mark === null ? null : this.#editsOf(change.mark, [change])
  }

  /** All changes of one paragraph: words that the program composes of one value are written together. */
  #editsOf(mark: string, changes: readonly ReviewChange[]): readonly SourceEdit[] | null {
    const at = this.#at.get(mark)
    const paragraph = at === undefined ? undefined : this.sent[at]
    if (at === undefined || !paragraph) return null
    const sources = {
      source: (file: string) => this.#under.sources.get(file)?.text ?? '',
      written: writeWords,
      item: (text: string) => scalarText(writeWords(text)),
      next: () => this.sent[at + 1],
    }
    const whole = changes.length === 1 ? wholeOf(changes[0] as ReviewChange, paragraph, sources) : null
    if (whole !== null) return [whole]
    const edits: SourceEdit[] = []
    const behind = changes.map((one) => briefsBehind(one, paragraph, sources))
    edits.push(...behind.filter((one) => one !== null))
    let rest = changes.filter((_, nth) => behind[nth] === null)
    for (const words of composedIn(paragraph)) {
      const parts = rest.map((one) => partedBy(one, words, sentText(paragraph).length))
      const inside = parts.flatMap((one) => one.inside)
      rest = parts.flatMap((one) => one.outside)
      if (inside.length === 0) continue
      const made = this.#composed(paragraph, words, inside)
      if (made === null) return null
      edits.push(...made)
    }
    for (const one of rest) {
      const made = editsOf(one, paragraph, sources)
      if (made === null) return null
      edits.push(...made)
    }
    return edits
  }

  /** The first way to write a value that makes the program compose what is wanted; null for none. */
  #composed(
    paragraph: SentParagraph,
    words: ComposedWords,
    inside: readonly ReviewChange[],
  ): readonly SourceEdit[] | null {
    const before = sentText(paragraph).slice(words.from, words.to)
    const after = withChanges(before, inside, words.from)
    const key = JSON.stringify([paragraph.mark, words.from, after])
    const known = this.#compositions.get(key)
    if (known !== undefined) return known
    const { creditText, orgSeparator } = this.#under.issue.publication
    const candidates = composedEdits(
      { span: words.span, before, after },
      {
        creditPattern: creditText,
        unitSeparator: orgSeparator,
        main: this.#under.main,
        source: (file) => this.#under.sources.get(file)?.text ?? '',
      },
    )
    // The mark of a note goes together with the note, which is a change of its own.
    const found = words.isNote
      ? (candidates[0] ?? null)
      : (candidates.find((edits) => this.#says(this.#made(edits), inside)) ?? null)
    this.#compositions.set(key, found)
    return found
  }

  /** Why a change has to be made by hand. */
  why(change: ReviewChange): ByHand {
    const at = change.mark === null ? undefined : this.#at.get(change.mark)
    const paragraph = at === undefined ? undefined : this.sent[at]
    if (!paragraph) return 'unmatched'
    const [first] = paragraph.runs
    const isNumber = first?.file === '' && change.to <= first.text.length && change.from < first.text.length
    if (isNumber) return 'number'
    if (paragraph.role === 'section') return 'section'
    if (change.after.includes('\n') || change.to > sentText(paragraph).length) return 'paragraph'
    const { length } = sentText(paragraph)
    const isComposed = composedIn(paragraph).some((one) => partedBy(change, one, length).inside.length > 0)
    return isComposed || paragraph.role === 'frame' ? 'composed' : 'reading'
  }

  /** `file:line` of edits. */
  place(edits: readonly SourceEdit[] | null): string {
    const [first] = edits ?? []
    if (!first) return ''
    const line = this.#under.sources.get(first.file)?.text.slice(0, first.from).split('\n').length ?? 1
    return `${first.file}:${line}`
  }

  /** The sources with these changes. */
  with(changes: readonly ReviewChange[]): Sources {
    const byMark = new Map<string, ReviewChange[]>()
    for (const one of withOthers(changes))
      if (one.mark !== null) byMark.set(one.mark, [...(byMark.get(one.mark) ?? []), one])
    return this.#made([...byMark].flatMap(([mark, own]) => this.#editsOf(mark, own) ?? []))
  }

  #made(edits: readonly SourceEdit[]): Sources {
    return new Map(
      [...this.#under.sources].map(([file, source]) => {
        const own = edits.filter((one) => one.file === file)
        return [file, { file, text: applied(source.text, own) }]
      }),
    )
  }

  /** Those that read back as reviewers see them: all at once where they do, else the halves, down to single ones. */
  takeable(changes: readonly ReviewChange[], done: readonly ReviewChange[] = []): readonly ReviewChange[] {
    if (changes.length === 0 || this.#readsBack([...done, ...changes])) return [...done, ...changes]
    if (changes.length === 1) return done
    const half = changes.length >> 1
    return this.takeable(changes.slice(half), this.takeable(changes.slice(0, half), done))
  }

  #readsBack(done: readonly ReviewChange[]): boolean {
    return this.#says(this.with(done), withOthers(done))
  }

  /** Whether changed sources say, paragraph by paragraph, what was sent with these changes. */
  #says(sources: Sources, done: readonly ReviewChange[]): boolean {
    const publication = sources.get(this.#under.settings)
    const main = sources.get(this.#under.main)
    if (!main || !publication) return false
    const article = (path: string) => ({ value: sources.get(path) ?? null, diagnostics: [] })
    const read = readIssue({ publication, issue: main, others: [], article })
    if (read.value === null || hasErrors(read.diagnostics)) return false
    const now = [...this.#marked(read.value).values()].map(({ runs, role }) => ({
      role,
      text: `${runs.flatMap((run, at) => (at === 0 && run.span === null ? [] : [run.text])).join('')}\n`,
    }))
    const wanted = this.sent.map((one) => ({ role: one.role, text: changedText(one, done) }))
    return linesOf(now) === linesOf(wanted)
  }

  #marked(issue: Issue): ReturnType<typeof markedParagraphs> {
    const there = picturesOf(issue).flatMap(({ src }) =>
      src !== null && this.#under.hasPicture(src) ? [src] : [],
    )
    // What a picture looks like is no matter here.
    const pictures = new Map(there.map((src) => [src, { width: 3, height: 2 }]))
    return markedParagraphs(arrange(issue, this.#under.issue.publication.design, pictures))
  }
}

/** A paragraph's text and its end, with changes; without the number before it, which the program counts anew. */
function changedText(paragraph: SentParagraph, done: readonly ReviewChange[]): string {
  const own = done.filter((one) => one.mark === paragraph.mark)
  const text = withChanges(`${sentText(paragraph)}\n`, own)
  const [first] = paragraph.runs
  return first?.file === '' && text.startsWith(first.text) ? text.slice(first.text.length) : text
}

/** A text with changes, whose places are counted from `from` on. */
function withChanges(text: string, changes: readonly ReviewChange[], from = 0): string {
  return [...changes]
    .sort((a, b) => b.from - a.from)
    .reduce((sum, one) => sum.slice(0, one.from - from) + one.after + sum.slice(one.to - from), text)
}

/** Changes with those that go only together with them. */
function withOthers(changes: readonly ReviewChange[]): readonly ReviewChange[] {
  return changes.flatMap((one) => [one, ...(one.also ?? [])])
}

/** Lines without blanks, each text with its end; those below pictures last: a picture without a place of its own moves when paragraphs come or go. Notes are counted anew. */
function linesOf(paragraphs: readonly { readonly role: SentRole; readonly text: string }[]): string {
  const isCaption = (one: { readonly role: SentRole }) => one.role === 'caption'
  return [...paragraphs.filter((one) => !isCaption(one)), ...paragraphs.filter(isCaption)]
    .map((one) => one.text)
    .join('')
    .split('\n')
    .map((one) => one.replace(/\s/g, '').replace(/[①-⑳㉑-㉟㊱-㊿]/g, '①'))
    .filter((one) => one !== '')
    .join('\n')
}
