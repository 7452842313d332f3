import type { Diagnostic } from '../base/diagnostic.ts'
import { version } from '../project/package-folder.ts'
import { languageOf } from '../report/words.ts'
import type { CommandRow, Given } from './command-table.ts'
import { workOf } from './command-works.ts'
import type { Chosen } from './program.ts'
import { tellStreamFaultsIn, toStdout } from './streams.ts'
import { PREVIEW, WORKER } from './worker-argument.ts'

const language = languageOf(argumentOf('--lang', process.argv), process.env)

function argumentOf(flag: string, argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === flag || argument.startsWith(`${flag}=`))
  if (at < 0) return undefined
  return argv[at]?.includes('=') ? argv[at]?.slice(flag.length + 1) : argv[at + 1]
}

async function main(): Promise<void> {
  tellStreamFaultsIn(language)
  if (process.argv[2] === WORKER) {
    await (await import('../build/build-worker.ts')).work()
    return
  }
  if (process.argv[2] === PREVIEW) {
    ;(await import('../preview/engine-work.ts')).engineWork()
    return
  }
  // What is thrown where nobody waits for it is a fault of ours like any other.
  process.on('uncaughtException', (error) => void endWith(error))
  try {
    await parse()
  } catch (error) {
    await endWith(error)
  }
}

async function endWith(error: unknown): Promise<never> {
  try {
    const { reportOwnFault } = await import('./own-fault.ts')
    process.exit(reportOwnFault(error, language))
  } catch {
    // Thrown on, it would come here again, and again: the code alone must tell.
    process.exit(70)
  }
}

/** `help build` means `build --help`, `help 字体` means `explain 字体`. */
async function helpAsOption([first, second, ...more]: readonly string[]): Promise<readonly string[]> {
  if (first !== 'help') return [first, second, ...more].filter((word) => word !== undefined)
  if (second === undefined) return []
  const { commands } = await import('./command-table.ts')
  return commands.some(({ name }) => name === second) ? [second, '--help'] : ['explain', second, ...more]
}

async function parse(): Promise<void> {
  const [first, ...more] = process.argv.slice(2)
  if (more.length === 0 && (first === '-V' || first === '--version')) {
    toStdout(`${version()}\n`)
    return
  }
  const words = await helpAsOption(process.argv.slice(2))
  if (words.length === 0) {
    const { programHelp } = await import('./help.ts')
    toStdout(programHelp(language))
    return
  }
  const { program } = await import('./program.ts')
  let current: CommandRow | null = null
  const chosen: Chosen = async (row, given) => {
    current = row
    process.exitCode = await runCommand(row, given)
  }
  const root = program(language, chosen, words)
  try {
    await root.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!isCommanderError(error)) throw error
    if (error.exitCode === 0) return
    const { commands } = await import('./command-table.ts')
    const named =
      current ??
      commands.find((one) => one.name === process.argv.slice(2).find((word) => !word.startsWith('-')))
    const { usageFault } = await import('./usage.ts')
    process.exitCode = await complain(usageFault(error.code, error.message, named ?? null), named?.name)
  }
}

async function runCommand(row: CommandRow, given: Given): Promise<number> {
  const { valueFault } = await import('./usage.ts')
  const fault = valueFault(row, given.args, given.options)
  if (fault) return complain(fault, row.name)
  const { openTerminal } = await import('./terminal.ts')
  const { run } = await workOf(row.name)
  return run(openTerminal(given.options, language, process.env), given)
}

/** Wrong usage: says what was wrong and where the right usage is told. */
async function complain(fault: Diagnostic, command: string | undefined): Promise<number> {
  const { openTerminal } = await import('./terminal.ts')
  const { formatReport } = await import('../report/report.ts')
  const { exitCodeOf } = await import('../report/exit-code.ts')
  const terminal = openTerminal({}, language, process.env)
  terminal.complain(formatReport([fault], new Map(), terminal))
  const help = ['jianbao', ...(command === undefined ? [] : [command]), '--help'].join(' ')
  terminal.complain(terminal.words(`   用法见：${help}\n`, `   For its usage: ${help}\n`))
  return exitCodeOf([fault])
}

function isCommanderError(error: unknown): error is { code: string; exitCode: number; message: string } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}

void main()
