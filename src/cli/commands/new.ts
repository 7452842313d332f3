import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { done, hasErrors, type Outcome, refused } from '../../base/diagnostic.ts'
import { failedRun } from '../../build/issue-run.ts'
import type { CalendarDate } from '../../issue/issue.ts'
import { isoDate } from '../../issue/language/dates.ts'
import { dateValues, fillPattern, numberValues, withoutTotal } from '../../issue/numbering/number-text.ts'
import { type Numbered, type Numbers, numberIssues } from '../../issue/numbering/series.ts'
import type { PublicationReading } from '../../issue/settings/read-publication.ts'
import { findPublication, numberedIssues, type PublicationPlace } from '../../project/find-issue.ts'
import { loadPublication } from '../../project/load-publication.ts'
import { nextDate } from '../../project/next-date.ts'
import { nextIssueTemplate } from '../../project/templates/next-issue-template.ts'
import { writeNewFiles } from '../../project/write-new-file.ts'
import { calledAs } from '../called.ts'
import type { Given } from '../command-table.ts'
import { dateOption } from '../date-option.ts'
import { inKeys, keysOf } from '../in-keys.ts'
import { reportFailure, reportFaults } from '../report-runs.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'
import { today } from '../today.ts'

/** `jianbao new [DATE|next]`: the next issue's file, its date and number computed. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const { value: place, diagnostics: missing } = findPublication(process.cwd())
  if (place === null) return reportFaults(terminal, missing)
  const { value, diagnostics } = loadPublication(place)
  if (value.reading === null)
    return reportFailure(terminal, { ...failedRun(null, diagnostics), sources: value.sources })
  const own = [...value.sources.values()][0]?.text ?? ''
  const keys = options.keys === 'zh' || options.keys === 'en' ? options.keys : keysOf(own)
  const { value: plan, diagnostics: unclear } = planned(place, value.reading, args[0])
  if (plan === null) return reportFaults(terminal, unclear)
  const text = inKeys(plan.file, issueText(terminal, place, plan, value.reading), keys)
  const faults = await writeNewFiles([{ path: plan.file, text }], place.root, process.cwd())
  if (hasErrors(faults)) return reportFaults(terminal, faults)
  tellIssue(terminal, plan)
  return 0
}

/** What the new issue will be. */
interface Plan {
  readonly file: string
  readonly date: CalendarDate
  readonly numbers: Numbers
  readonly label: string
}

function planned(
  place: PublicationPlace,
  { numbering }: PublicationReading,
  wanted: string | undefined,
): Outcome<Plan | null> {
  const issues = numberedIssues(place.publication)
  const newest = issues.at(-1) ?? null
  const { value: date, diagnostics } = wantedDate(wanted, newest, numbering.frequency)
  if (date === null) return refused(...diagnostics)
  const own: Numbered = { file: '\uffff', date, number: null, total: null, supplement: false }
  const all = numberIssues([...issues, own], numbering)
  const numbers = all.get(own.file) as Numbers
  const folder = issues.length === 0 ? join(place.root, 'issues') : join(place.root, usualFolder(issues))
  const name = nameLike(
    newest,
    newest === null ? null : (all.get(newest.file)?.number ?? null),
    date,
    numbers.number,
  )
  const label = labelOf(date, numbers, numbering.text?.value ?? null)
  return done({ file: join(folder, `${name}.yaml`), date, numbers, label })
}

/** The folder of the issues: `issues` where any lies in it, else the newest's. */
function usualFolder(issues: readonly Numbered[]): string {
  const folders = issues.map(({ file }) => dirname(file)).reverse()
  return folders.find((one) => one === 'issues') ?? (folders[0] as string)
}

function wantedDate(
  wanted: string | undefined,
  newest: Numbered | null,
  frequency: PublicationReading['numbering']['frequency'],
): Outcome<CalendarDate | null> {
  if (wanted === undefined || wanted === 'next' || wanted === '下一期') {
    return done((newest && nextDate(newest.date, frequency)) ?? today())
  }
  return dateOption('new', wanted)
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

function labelOf(date: CalendarDate, { number, total }: Numbers, pattern: string | null): string {
  const text = pattern ?? '{yyyy}年第{n}期（总第{total}期）'
  const values = { ...dateValues(date), ...numberValues(number, total) }
  return fillPattern(total === null ? withoutTotal(text) : text, values)
}

function issueText(
  terminal: Terminal,
  place: PublicationPlace,
  plan: Plan,
  reading: PublicationReading,
): string {
  const schema = join(place.root, 'schema', 'issue.schema.json')
  const way = existsSync(schema) ? relative(dirname(plan.file), schema).split(sep).join('/') : null
  return nextIssueTemplate(
    { date: isoDate(plan.date), label: plan.label, sections: reading.sections, schema: way },
    terminal.language,
  )
}

function tellIssue(terminal: Terminal, { file, date, label }: Plan): void {
  if (terminal.format === 'json') {
    terminal.result(`${JSON.stringify({ file: shownFile(file), date: isoDate(date), label })}\n`)
    return
  }
  const next = `${calledAs(process.argv[1])} build --open`
  terminal.say(
    terminal.words(
      `已新建 ${shownFile(file)}：${label}，${isoDate(date)}\n写好后：${next}`,
      `Made ${shownFile(file)}: ${label}, ${isoDate(date)}\nWhen it is written: ${next}`,
    ),
  )
}
