import { done, hasErrors, type Outcome } from '../../base/diagnostic.ts'
import { failedRun } from '../../build/issue-run.ts'
import type { CalendarDate } from '../../issue/issue.ts'
import { isoDate } from '../../issue/language/dates.ts'
import { findPublication } from '../../project/find-issue.ts'
import { loadPublication } from '../../project/load-publication.ts'
import { type NextIssuePlan, nextIssueText, planNextIssue } from '../../project/next-issue.ts'
import { keysOf } from '../../project/templates/in-keys.ts'
import { writeNewFiles } from '../../project/write-new-file.ts'
import { calledAs } from '../called.ts'
import type { Given } from '../command-table.ts'
import { dateOption } from '../date-option.ts'
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
  const { value: wanted, diagnostics: unclear } = wantedDate(args[0])
  if (wanted === null && unclear.length > 0) return reportFaults(terminal, unclear)
  const plan = planNextIssue(place, value.reading, { wanted, today: today() })
  const text = nextIssueText(place, plan, value.reading, { language: terminal.language, keys })
  const faults = await writeNewFiles([{ path: plan.file, text }], place.root, process.cwd())
  if (hasErrors(faults)) return reportFaults(terminal, faults)
  tellIssue(terminal, plan)
  return 0
}

/** null for the date that follows. */
function wantedDate(wanted: string | undefined): Outcome<CalendarDate | null> {
  if (wanted === undefined || wanted === 'next' || wanted === '下一期') return done(null)
  return dateOption('new', wanted)
}

function tellIssue(terminal: Terminal, { file, date, label }: NextIssuePlan): void {
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
