import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { SourceText } from '../../base/source.ts'
import type { CalendarDate, Issue } from '../issue.ts'
import { dayNumber } from '../language/dates.ts'
import type { IssueValue } from '../language/issue-keys.ts'
import type { PublicationReading } from '../settings/read-publication.ts'
import { headOfIssue } from './head-of-issue.ts'
import { dateValues, fillPattern, numberValues, withoutTotal } from './number-text.ts'
import { type Numbered, type Numbers, numberIssues } from './series.ts'

const DEFAULT_TEXT = '{yyyy}年第{n}期（总第{total}期）'

/** 期号, 总期号 and both as printed; reports gaps and doubles among the issue files present. */
export function numberThisIssue(
  issue: IssueValue,
  rules: PublicationReading['numbering'],
  sources: { readonly issue: SourceText; readonly others: readonly (SourceText | Numbered)[] },
  diagnostics: Diagnostic[],
): Pick<Issue, 'number' | 'total' | 'label' | 'dateText'> {
  const date = issue.date?.value as CalendarDate
  const own: Numbered = {
    file: sources.issue.file,
    date,
    number: issue.number ?? null,
    total: issue.total ?? null,
    supplement: issue.supplement ?? false,
  }
  const others = sources.others
    .filter((one) => one.file !== own.file)
    .flatMap((one) => ('text' in one ? headOfIssue(one) : one) ?? [])
  const all = numberIssues([...others, own], rules)
  const numbers = all.get(own.file) as Numbers
  const span = issue.keySpans.number ?? issue.keySpans.date ?? issue.span
  reportNeighbours({ own, numbers, others, all, reset: rules.reset }, (code, values) => {
    const one = diagnostic(code, span, values)
    // A number that somebody wrote is meant: a gap before it is only mentioned.
    const meant = own.number !== null && code !== 'W-NUMBER-TWICE'
    diagnostics.push(meant ? { ...one, severity: 'info' } : one)
  })
  const label = labelOf(own, numbers, rules)
  const unknown = numbers.total === null && !own.supplement && rules.text?.value.includes('{total}')
  if (rules.text && unknown) diagnostics.push(diagnostic('W-TOTAL', rules.text.span))
  return { ...numbers, label, dateText: fillPattern(rules.date, dateValues(date)) }
}

function labelOf(
  { date, supplement }: Numbered,
  { number, total }: Numbers,
  rules: PublicationReading['numbering'],
): string {
  const values = { ...dateValues(date), ...numberValues(number, total) }
  const pattern = supplement ? rules.supplementText : (rules.text?.value ?? DEFAULT_TEXT)
  if (total !== null || !pattern.includes('{total}')) return fillPattern(pattern, values)
  return fillPattern(withoutTotal(pattern), values)
}

interface Neighbourhood {
  readonly own: Numbered
  readonly numbers: Numbers
  readonly others: readonly Numbered[]
  readonly all: ReadonlyMap<string, Numbers>
  readonly reset: 'yearly' | 'never'
}

type NumberCode = 'W-NUMBER-TWICE' | 'W-NUMBER-GAP' | 'W-NUMBER-ORDER'

function reportNeighbours(
  { own, numbers, others, all, reset }: Neighbourhood,
  report: (code: NumberCode, values: Record<string, string | number>) => void,
): void {
  const series = others.filter(
    (one) => one.supplement === own.supplement && (reset === 'never' || one.date.year === own.date.year),
  )
  const { number } = numbers
  const twin = series.find((one) => all.get(one.file)?.number === number)
  if (twin) {
    report('W-NUMBER-TWICE', { other: twin.file, number })
    return
  }
  const before = series
    .filter((one) => dayNumber(one.date) < dayNumber(own.date))
    .sort((a, b) => dayNumber(b.date) - dayNumber(a.date))[0]
  const last = before && all.get(before.file)?.number
  if (!before || last === undefined) return
  const values = { other: before.file, before: last, number }
  if (number < last) report('W-NUMBER-ORDER', values)
  else if (number > last + 1) report('W-NUMBER-GAP', { ...values, next: last + 1 })
}
