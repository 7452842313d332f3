import { done, hasErrors, type Outcome, refused } from '../../base/diagnostic.ts'
import { failedRun } from '../../build/issue-run.ts'
import type { CalendarDate } from '../../issue/issue.ts'
import { dayNumber, isoDate } from '../../issue/language/dates.ts'
import { type ContributionCount, type Contributions, contributionsOf } from '../../project/contributions.ts'
import { everyIssue } from '../../project/find-issue.ts'
import { type PieceFacts, piecesOf } from '../../project/issue-facts.ts'
import { headsOnDisk, heldHeads } from '../../project/issue-heads.ts'
import { projectAt } from '../../project/issue-project.ts'
import { loadIssue } from '../../project/load.ts'
import { counted } from '../../report/words.ts'
import type { Given } from '../command-table.ts'
import { csvOf } from '../csv.ts'
import { dateOption } from '../date-option.ts'
import { reportFailure, reportFaults } from '../report-runs.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'
import { type TableColumn, textTable } from '../text-table.ts'

interface Period {
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

/** `jianbao stats [--from DATE] [--to DATE] [--csv]`: who contributed how much. */
export async function run(terminal: Terminal, { options }: Given): Promise<number> {
  const { value: period, diagnostics: unclear } = periodOf(
    options.from as string | undefined,
    options.to as string | undefined,
  )
  if (period === null) return reportFaults(terminal, unclear)
  const heads = heldHeads(headsOnDisk)
  const { value: places, diagnostics: missing } = everyIssue(process.cwd(), heads)
  if (places === null) return reportFaults(terminal, missing)
  const pieces: PieceFacts[] = []
  const issues: string[] = []
  for (const place of places) {
    const { value, diagnostics } = loadIssue(projectAt(place, heads), {
      encoding: options.encoding as string | undefined,
    })
    if (value.issue === null || hasErrors(diagnostics)) {
      return reportFailure(terminal, { ...failedRun(place.issue, diagnostics), sources: value.sources })
    }
    if (!within(value.issue.date, period)) continue
    issues.push(shownFile(place.issue))
    pieces.push(...piecesOf(value.issue))
  }
  const found = contributionsOf(pieces)
  if (options.csv) terminal.result(csvStats(terminal, found))
  else if (terminal.format === 'json') {
    terminal.result(`${JSON.stringify({ ...shownPeriod(period), issues, ...found }, null, 2)}\n`)
  } else terminal.result(textStats(terminal, found, issues.length, period))
  return 0
}

function periodOf(from: string | undefined, to: string | undefined): Outcome<Period | null> {
  const dates = Object.entries({ '--from': from, '--to': to }).map(([option, written]) =>
    written === undefined ? done(null) : dateOption(option, written),
  )
  const faults = dates.flatMap((one) => one.diagnostics)
  if (faults.length > 0) return refused(...faults)
  const [first, last] = dates.map((one) => one.value) as [CalendarDate | null, CalendarDate | null]
  return done({ from: first, to: last })
}

function within(date: CalendarDate, { from, to }: Period): boolean {
  const day = dayNumber(date)
  return (from === null || day >= dayNumber(from)) && (to === null || day <= dayNumber(to))
}

function shownPeriod({ from, to }: Period): { readonly from: string | null; readonly to: string | null } {
  return { from: from && isoDate(from), to: to && isoDate(to) }
}

function titles({ words }: Terminal): readonly TableColumn[] {
  return [
    { title: words('单位', 'Unit') },
    { title: words('姓名', 'Name') },
    { title: words('文章', 'Articles'), align: 'right' },
    { title: words('简讯', 'Briefs'), align: 'right' },
    { title: words('字数', 'Characters'), align: 'right' },
    { title: words('图片', 'Pictures'), align: 'right' },
  ]
}

function cells(row: ContributionCount): readonly (string | number)[] {
  return [row.unit, row.person, row.articles, row.briefs, row.characters, row.pictures]
}

/** Each unit with its people below it, and the total. */
function rowsOf(
  { words }: Terminal,
  { units, people, total }: Contributions,
): readonly (readonly (string | number)[])[] {
  const rows = units.flatMap((unit) => [
    cells(unit),
    ...people.filter((one) => one.unit === unit.unit).map(cells),
  ])
  return [...rows, cells({ ...total, unit: words('合计', 'Total') })]
}

function csvStats(terminal: Terminal, found: Contributions): string {
  return csvOf([titles(terminal).map((one) => one.title), ...rowsOf(terminal, found)])
}

function textStats(terminal: Terminal, found: Contributions, issues: number, period: Period): string {
  const { words } = terminal
  const { from, to } = shownPeriod(period)
  const span =
    from === null && to === null ? words('全部各期', 'all issues') : `${from ?? '…'} – ${to ?? '…'}`
  const rows = rowsOf(terminal, found).map((row, at, all) => [
    row[1] === '' || at === all.length - 1 ? String(row[0]) : '',
    ...row.slice(1).map(String),
  ])
  const notes = [
    words(
      '几个单位、几个人合写的稿件，各计一次；合计只计一次。',
      'A piece by several units or people counts for each; once in the total.',
    ),
    ...(found.creditedByText > 0
      ? [
          words(
            `有 ${found.creditedByText} 篇（条）的供稿是一段文字，不计入单位；要计入，写成 { 单位: 姓名 }。`,
            `${counted(found.creditedByText, 'piece')} credited by a text, which counts for no unit; write { unit: name } to have it counted.`,
          ),
        ]
      : []),
    ...(found.uncredited > 0
      ? [words(`有 ${found.uncredited} 篇（条）没有写供稿。`, `${found.uncredited} pieces have no credit.`)]
      : []),
  ]
  return [
    `${words('供稿统计', 'Contributions')}　${span}　${words(`共 ${issues} 期`, `${issues} issues`)}\n`,
    textTable(titles(terminal), rows),
    ...notes.map((note) => `${note}`),
    '',
  ].join('\n')
}
