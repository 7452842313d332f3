import { hasErrors } from '../base/diagnostic.ts'
import type { IssueRun, MadeFile } from '../build/issue-run.ts'
import { counted } from '../report/words.ts'
import { linked } from './linked.ts'
import { preflightLines } from './preflight-lines.ts'
import { shownFile } from './shown-file.ts'
import type { Terminal } from './terminal.ts'

/** One line for each file that came out: “output/….pdf　8 页　412 KB　0.18 秒　警告 2”. */
export function saySummary(terminal: Terminal, run: IssueRun): void {
  const failed = hasErrors(run.diagnostics)
  const out = run.files.filter(({ file }) => file !== null || !failed)
  for (const [at, made] of out.entries()) {
    terminal.say(fileLine(terminal, run, made, at === 0))
    if (made.preflight) for (const line of preflightLines(terminal, made.preflight)) terminal.say(line)
  }
}

function fileLine(terminal: Terminal, run: IssueRun, { file, size }: MadeFile, first: boolean): string {
  const name = file === null ? '-' : nameOf(terminal, file)
  const warnings = run.diagnostics.filter((one) => one.severity === 'warning').length
  const { pages } = run
  if (!first) return `${name}${terminal.words('　', '  ')}${sizeText(size)}`
  const seconds = (run.milliseconds / 1000).toFixed(2)
  return terminal.words(
    `${name}　${pages} 页　${sizeText(size)}　${seconds} 秒　警告 ${warnings}`,
    `${name}  ${counted(pages, 'page')}  ${sizeText(size)}  ${seconds} s  ${counted(warnings, 'warning')}`,
  )
}

/** The file as it is told, to be opened at a click where the terminal can. */
function nameOf({ links }: Terminal, file: string): string {
  return links ? linked(shownFile(file), file) : shownFile(file)
}

function sizeText(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} KB`
}

/** What to cut or add in each article so that the wished page count comes out. */
export function sayFit(terminal: Terminal, { fit }: IssueRun): void {
  if (fit === null || fit.wanted === null) return
  if (fit.pages === fit.wanted) {
    const room = fit.linesUnder
    terminal.say(
      terminal.words(
        `排成 ${fit.pages} 页，正合要求${room > 0 ? `，末页还空 ${room} 行` : ''}`,
        `${counted(fit.pages, 'page')}, as wanted${room > 0 ? `; ${counted(room, 'line')} free on the last` : ''}`,
      ),
    )
    return
  }
  for (const article of fit.articles.filter((one) => one.change !== 0)) {
    const much = Math.abs(article.change)
    terminal.say(
      terminal.words(
        `  《${article.title}》${article.change > 0 ? '删' : '加'}约 ${much} 字（现有 ${article.characters} 字）`,
        `  “${article.title}”: ${article.change > 0 ? 'cut' : 'add'} about ${counted(much, 'character')} (of ${article.characters})`,
      ),
    )
  }
}

/** The last line of a run over several issues. */
export function sayTotal(terminal: Terminal, runs: readonly IssueRun[], milliseconds: number): void {
  const failed = runs.filter(
    (run) => run.files.length === 0 || run.files.some((file) => file.file === null),
  ).length
  const seconds = (milliseconds / 1000).toFixed(2)
  terminal.say(
    terminal.words(
      `共 ${runs.length} 期，成功 ${runs.length - failed}，失败 ${failed}，用时 ${seconds} 秒`,
      `${counted(runs.length, 'issue')}: ${runs.length - failed} made, ${failed} failed, ${seconds} s`,
    ),
  )
}
