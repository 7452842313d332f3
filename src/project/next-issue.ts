import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { CalendarDate } from '../issue/issue.ts'
import { isoDate } from '../issue/language/dates.ts'
import { dateValues, fillPattern, numberValues, withoutTotal } from '../issue/numbering/number-text.ts'
import { type Numbered, type Numbers, numberIssues } from '../issue/numbering/series.ts'
import type { PublicationReading } from '../issue/settings/read-publication.ts'
import type { Language } from '../report/words.ts'
import { numberedIssues, type PublicationPlace } from './find-issue.ts'
import { nextDate } from './next-date.ts'
import { inKeys } from './templates/in-keys.ts'
import { nextIssueTemplate } from './templates/next-issue-template.ts'

/** What a new issue will be; its file is an absolute path. */
export interface NextIssuePlan {
  readonly file: string
  readonly date: CalendarDate
  /** 期号 as printed. */
  readonly label: string
}

/** The issue after the newest one: of the date that is wanted, else as often as it comes out, else of today. */
export function planNextIssue(
  place: PublicationPlace,
  { numbering }: Pick<PublicationReading, 'numbering'>,
  dates: { readonly wanted: CalendarDate | null; readonly today: CalendarDate },
): NextIssuePlan {
  const issues = numberedIssues(place.publication)
  const newest = issues.at(-1) ?? null
  const date = dates.wanted ?? (newest && nextDate(newest.date, numbering.frequency)) ?? dates.today
  const own: Numbered = { file: '\uffff', date, number: null, total: null, supplement: false }
  const all = numberIssues([...issues, own], numbering)
  const numbers = all.get(own.file) as Numbers
  const folder = issues.length === 0 ? join(place.root, 'issues') : join(place.root, usualFolder(issues))
  const known = newest === null ? null : (all.get(newest.file)?.number ?? null)
  const name = nameLike(newest, known, date, numbers.number)
  const label = issueLabel(date, numbers, numbering.text?.value ?? null)
  return { file: join(folder, `${name}.yaml`), date, label }
}

/** What its file says before it is written. */
export function nextIssueText(
  { root }: PublicationPlace,
  { file, date, label }: NextIssuePlan,
  { sections }: Pick<PublicationReading, 'sections'>,
  { language, keys }: { readonly language: Language; readonly keys: 'zh' | 'en' },
): string {
  const path = join(root, 'schema', 'issue.schema.json')
  const schema = existsSync(path) ? relative(dirname(file), path).split(sep).join('/') : null
  const text = nextIssueTemplate({ date: isoDate(date), label, sections, schema }, language)
  return inKeys(file, text, keys)
}

/** 期号 as the publication's pattern has it. */
export function issueLabel(date: CalendarDate, { number, total }: Numbers, pattern: string | null): string {
  const text = pattern ?? '{yyyy}年第{n}期（总第{total}期）'
  const values = { ...dateValues(date), ...numberValues(number, total) }
  return fillPattern(total === null ? withoutTotal(text) : text, values)
}

/** The folder of the issues: `issues` where any lies in it, else the newest's. */
function usualFolder(issues: readonly Numbered[]): string {
  const folders = issues.map(({ file }) => dirname(file)).reverse()
  return folders.find((one) => one === 'issues') ?? (folders[0] as string)
}

/** A file name after the fashion of the newest issue's: by number, by month or by day. */
function nameLike(newest: Numbered | null, number: number | null, date: CalendarDate, next: number): string {
  const stem = newest === null ? '' : basename(newest.file).replace(/\.ya?ml$/i, '')
  const { yyyy, mm, date: day } = dateValues(date)
  if (/^\d{4}-\d{2}-\d{2}$/.test(stem)) return String(day)
  const match = /^(\d{4})-(\d{2,3})$/.exec(stem)
  const byMonth =
    newest !== null && match !== null && Number(match[2]) !== number && Number(match[2]) === newest.date.month
  return byMonth ? `${yyyy}-${mm}` : `${yyyy}-${String(next).padStart(match?.[2]?.length ?? 2, '0')}`
}
