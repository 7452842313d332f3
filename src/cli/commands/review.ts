import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readResource } from '../../assets/resource.ts'
import { diagnostic, done, hasErrors, type Outcome, refused } from '../../base/diagnostic.ts'
import { failedRun } from '../../build/issue-run.ts'
import { ReviewDesk } from '../../build/review-desk.ts'
import { ImportFault } from '../../importers/container/import-fault.ts'
import { importLimits } from '../../importers/container/limits.ts'
import { type ReturnedParagraph, readReturned } from '../../importers/docx/read-returned.ts'
import { kindOfFile } from '../../importers/formats/file-kind.ts'
import { foreignTo } from '../../office/match-returned.ts'
import { type ReviewChange, reviewChanges } from '../../office/review-changes.ts'
import { findIssue } from '../../project/find-issue.ts'
import { projectAt } from '../../project/issue-project.ts'
import { loadIssue } from '../../project/load.ts'
import { shownPath } from '../../project/read-source.ts'
import { writeTexts } from '../../project/write-texts.ts'
import { ask } from '../ask.ts'
import type { Given } from '../command-table.ts'
import { reportFailure, reportFaults } from '../report-runs.ts'
import { askedChanges } from '../review-questions.ts'
import { changeLine, tellReview } from '../review-report.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'

/** `jianbao review FILE.docx [--into ISSUE] [--take all|none|1,3]`: what reviewers changed comes back into the sources. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const { value: place, diagnostics: missing } = findIssue(options.into as string | undefined, process.cwd())
  if (place === null) return reportFaults(terminal, missing)
  const { value, diagnostics } = loadIssue(projectAt(place))
  if (value.issue === null || hasErrors(diagnostics))
    return reportFailure(terminal, { ...failedRun(place.issue, diagnostics), sources: value.sources })
  const { value: returned, diagnostics: unread } = readFile(args[0] as string)
  if (returned === null) return reportFaults(terminal, unread)
  const { root, publication: settings } = place
  const desk = new ReviewDesk({
    issue: value.issue,
    settings: settings === null ? '' : shownPath(root, settings),
    main: shownPath(root, place.issue),
    sources: value.sources,
    hasPicture: (src) => existsSync(join(root, src)),
  })
  const foreign = foreignTo(desk.sent, returned)
  if (foreign) {
    const file = shownFile(resolve(process.cwd(), args[0] as string))
    return reportFaults(terminal, [diagnostic('E-REVIEW-OTHER', null, { file, ...foreign })])
  }
  const changes = reviewChanges(desk.sent, returned)
  const edits = changes.map((one) => desk.edits(one))
  const byHand = new Set(changes.flatMap((_, at) => (edits[at] ? [] : [at])))
  const placeOf = (change: ReviewChange) => desk.place(edits[changes.indexOf(change)] ?? null)
  const wanted = await chosen(terminal, changes, byHand, placeOf, options.take as string | undefined)
  if (wanted === null) {
    const values = { option: '--take', value: String(options.take), askZh: '', askEn: '' }
    return reportFaults(terminal, [diagnostic('E-OPTION-VALUE', null, values)])
  }
  const taken = desk.takeable(changes.filter((_, at) => wanted.has(at) && !byHand.has(at)))
  const changed = [...desk.with(taken)].filter(([file, { text }]) => text !== value.sources.get(file)?.text)
  const texts = changed.map(([path, { text }]) => ({
    path,
    text,
    before: value.sources.get(path)?.text ?? '',
  }))
  const faults = await writeTexts(root, texts, process.cwd())
  // What is not on the disk was not taken.
  if (hasErrors(faults)) return reportFaults(terminal, faults)
  tellReview(terminal, {
    changes,
    returned,
    done: new Set(taken),
    asked: wanted,
    byHand,
    place: placeOf,
    why: (change) => desk.why(change),
  })
  return 0
}

function readFile(named: string): Outcome<readonly ReturnedParagraph[] | null> {
  const file = resolve(process.cwd(), named)
  const { value, diagnostics } = readResource(dirname(file), basename(file), {
    limit: importLimits.packed,
    span: null,
  })
  if (value === null) return refused(...diagnostics)
  try {
    if (kindOfFile(basename(file), value) !== 'docx')
      throw new ImportFault('E-IMPORT-KIND', { kindZh: '别的文件，不是 .docx', kindEn: 'no .docx' })
    return done(readReturned(value))
  } catch (error) {
    if (error instanceof ImportFault) return refused(error.diagnosticOf(shownFile(file)))
    throw error
  }
}

/** Indices of the changes to be taken; asked one after the other where somebody is there; null for a wrong list. */
async function chosen(
  terminal: Terminal,
  changes: readonly ReviewChange[],
  byHand: ReadonlySet<number>,
  place: (change: ReviewChange) => string,
  take: string | undefined,
): Promise<ReadonlySet<number> | null> {
  if (take === 'all' || take === '全部') return new Set(changes.keys())
  if (take === 'none' || take === '不') return new Set()
  if (take !== undefined) {
    const numbers = take.split(/[,，、\s]+/).map(Number)
    return numbers.every((one) => Number.isInteger(one) && one >= 1 && one <= changes.length)
      ? new Set(numbers.map((one) => one - 1))
      : null
  }
  if (!terminal.asks) return new Set()
  const questions = changes.flatMap((one, at) =>
    byHand.has(at) ? [] : [{ at, line: changeLine(terminal, one, at, place(one)) }],
  )
  return askedChanges(terminal, questions, ask)
}
