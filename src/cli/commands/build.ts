import { relative } from 'node:path'
import { type BuildResult, build } from '../build-issue.ts'
import { exitCodeOf, formatReport, jsonReport } from '../report.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly output?: string
  readonly open?: boolean
  readonly encoding?: string
}

/** `jianbao build [ISSUE] [-o FILE] [--open]`. */
export async function run(terminal: Terminal, [issue]: readonly string[], options: Options): Promise<number> {
  const start = performance.now()
  const steps = {
    read: terminal.words('读取…', 'Reading…'),
    typeset: terminal.words('排版…', 'Typesetting…'),
    paint: terminal.words('生成 PDF…', 'Making the PDF…'),
    write: terminal.words('写出…', 'Writing…'),
  }
  const result = await build({
    issue,
    output: options.output,
    encoding: options.encoding,
    onStep: (step) => terminal.progress(steps[step]),
  })
  report(terminal, result)
  const code = exitCodeOf(result.diagnostics)
  if (code !== 0 || result.bytes === null) return code
  if (result.file === null) process.stdout.write(result.bytes)
  terminal.say(summary(terminal, result, performance.now() - start))
  if (options.open && result.file !== null) await (await import('../open-file.ts')).openFile(result.file)
  return 0
}

function report(terminal: Terminal, { diagnostics, sources }: BuildResult): void {
  if (terminal.json) {
    terminal.result(`${JSON.stringify(jsonReport(diagnostics, sources, terminal.language), null, 2)}\n`)
    return
  }
  const shown = diagnostics.filter((one) => one.severity !== 'info' || terminal.verbose)
  if (shown.length > 0) terminal.complain(formatReport(shown, sources, terminal))
}

/** “output/….pdf　8 页　412 KB　0.18 秒　警告 2”. */
function summary(terminal: Terminal, result: BuildResult, milliseconds: number): string {
  const file = result.file === null ? '-' : relative(process.cwd(), result.file)
  const size = result.bytes?.length ?? 0
  const kilobytes = size >= 1e6 ? `${(size / 1e6).toFixed(1)} MB` : `${Math.ceil(size / 1000)} KB`
  const seconds = (milliseconds / 1000).toFixed(2)
  const warnings = result.diagnostics.filter((one) => one.severity === 'warning').length
  const pages = result.pages
  return terminal.words(
    `${file}　${pages} 页　${kilobytes}　${seconds} 秒　警告 ${warnings}`,
    `${file}  ${pages} pages  ${kilobytes}  ${seconds} s  ${warnings} warnings`,
  )
}
