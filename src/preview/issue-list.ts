import type { Diagnostic } from '../base/diagnostic.ts'
import { hasErrors } from '../base/diagnostic.ts'
import type { CalendarDate } from '../issue/issue.ts'
import { isoDate } from '../issue/language/dates.ts'
import { numberIssues } from '../issue/numbering/series.ts'
import type { PublicationReading } from '../issue/settings/read-publication.ts'
import { findIssue, type IssuePlace, issueFiles, numberedIssues } from '../project/find-issue.ts'
import { issueStem } from '../project/issue-in-short.ts'
import { loadPublication } from '../project/load-publication.ts'
import { issueLabel, type NextIssuePlan, nextIssueText, planNextIssue } from '../project/next-issue.ts'
import { shownPath } from '../project/read-source.ts'
import { keysOf } from '../project/templates/in-keys.ts'
import { writeNewFiles } from '../project/write-new-file.ts'
import { messageOf } from './messages.ts'
import type { Asked } from './protocol.ts'

/** The publication's settings as they are on disk. */
interface Settings {
  readonly publication: string
  readonly reading: PublicationReading
  readonly keys: 'zh' | 'en'
}

/**
 * The issues of a publication (各期), numbered as they are met: 0 is the one that the preview was started with. A page
 * names an issue by its number and never by a path.
 */
export class IssueList {
  readonly #first: IssuePlace
  readonly #today: () => CalendarDate
  readonly #files: string[]

  constructor(first: IssuePlace, today: () => CalendarDate) {
    this.#first = first
    this.#today = today
    this.#files = [first.issue]
  }

  /** Where an issue lies; null for a number that none has, or one that is no more in this project. */
  place(number: number): IssuePlace | null {
    if (number === 0) return this.#first
    const file = this.#files[number]
    const place = file === undefined ? null : findIssue(file, this.#first.root).value
    return place?.root === this.#first.root ? place : null
  }

  /** All of them, the newest first, and what the next one will be. */
  told(): Asked['issues']['answer'] {
    const { publication, root } = this.#first
    const { value: settings } = this.#settings()
    const dated = publication === null ? [] : issueFiles(publication)
    const labels = this.#labels(settings)
    const known = dated.filter(({ file }) => this.#numberOf(file) !== null || this.#isOwn(file))
    const rows = known.map(({ file, date }) => {
      const label = labels.get(shownPath(root, file)) ?? ''
      return {
        number: this.#numbered(file),
        name: issueStem(file),
        date: /^\d/.test(date) ? date : '',
        label,
      }
    })
    const first = { number: 0, name: issueStem(this.#first.issue), date: '', label: '' }
    const all = rows.some(({ number }) => number === 0) ? rows : [...rows, first]
    const plan = settings && this.#plan(settings)
    const next = plan && { name: issueStem(plan.file), date: isoDate(plan.date), label: plan.label }
    return { issues: all.reverse(), next }
  }

  /** Makes the next issue's file, where that is still the one that was told of. */
  async make({ name, language }: Asked['new-issue']['ask']): Promise<Asked['new-issue']['answer']> {
    const { root } = this.#first
    const { value: settings, diagnostics } = this.#settings()
    if (settings === null) return { number: null, reason: reasonOf(diagnostics) }
    const plan = this.#plan(settings)
    if (issueStem(plan.file) !== name) return { number: null, reason: null }
    const text = nextIssueText({ publication: settings.publication, root }, plan, settings.reading, {
      language,
      keys: settings.keys,
    })
    const faults = await writeNewFiles([{ path: plan.file, text }], root, root)
    if (hasErrors(faults)) return { number: null, reason: reasonOf(faults) }
    return { number: this.#numbered(plan.file), reason: null }
  }

  #plan({ publication, reading }: Settings): NextIssuePlan {
    const { root } = this.#first
    return planNextIssue({ publication, root }, reading, { wanted: null, today: this.#today() })
  }

  #settings(): { readonly value: Settings | null; readonly diagnostics: readonly Diagnostic[] } {
    const { publication, root } = this.#first
    if (publication === null) return { value: null, diagnostics: [] }
    const { value, diagnostics } = loadPublication({ publication, root })
    if (value.reading === null) return { value: null, diagnostics }
    const own = [...value.sources.values()][0]?.text ?? ''
    return { value: { publication, reading: value.reading, keys: keysOf(own) }, diagnostics: [] }
  }

  #labels(settings: Settings | null): ReadonlyMap<string, string> {
    if (settings === null) return new Map()
    const { numbering } = settings.reading
    const issues = numberedIssues(settings.publication)
    const numbers = numberIssues(issues, numbering)
    return new Map(
      issues.flatMap(({ file, date }) => {
        const own = numbers.get(file)
        return own ? [[file, issueLabel(date, own, numbering.text?.value ?? null)]] : []
      }),
    )
  }

  #numberOf(file: string): number | null {
    const at = this.#files.indexOf(file)
    return at < 0 ? null : at
  }

  #numbered(file: string): number {
    return this.#numberOf(file) ?? this.#files.push(file) - 1
  }

  /** Whether an issue is this publication's: one that names another has its settings elsewhere. */
  #isOwn(file: string): boolean {
    const place = findIssue(file, this.#first.root).value
    return place?.root === this.#first.root
  }
}

function reasonOf(diagnostics: readonly Diagnostic[]) {
  const first = diagnostics.find(({ severity }) => severity === 'error')
  return first === undefined ? null : messageOf(first)
}
