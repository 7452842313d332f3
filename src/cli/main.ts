#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { version } from './package-folder.ts'
import { type GlobalOptions, openTerminal, type Terminal } from './terminal.ts'
import { languageOf } from './words.ts'

/** A command's action: gives the exit code. */
type Action = (
  terminal: Terminal,
  args: readonly string[],
  options: Record<string, unknown>,
) => Promise<number>

/** Joins a command to its file, which is loaded only when the command runs. */
function runs(command: Command, load: () => Promise<{ run: Action }>): void {
  command.action(async () => {
    const options = command.optsWithGlobals<GlobalOptions>()
    const terminal = openTerminal(options, languageOf(options.lang, process.env), process.env)
    const { run } = await load()
    process.exitCode = await run(terminal, command.args, options as Record<string, unknown>)
  })
}

function program(): Command {
  const zh = languageOf(langArgument(process.argv), process.env) === 'zh'
  const say = (chinese: string, english: string) => (zh ? chinese : english)
  const root = new Command('jianbao')
    .description(
      say('中文简报排版：从 YAML 到可付印的 PDF', 'Typesets Chinese bulletins: from YAML to print-ready PDF'),
    )
    .version(version(), '-V, --version', say('版本', 'version'))
    .option('--lang <zh|en>', say('消息的语言', 'language of messages'))
    .option('-q, --quiet', say('只报错误和警告', 'only errors and warnings'))
    .option('-v, --verbose', say('多说一些', 'say more'))
    .option('--json', say('把诊断以 JSON 写到标准输出', 'write diagnostics to stdout as JSON'))
    .helpOption('-h, --help', say('帮助', 'help'))
    .helpCommand(false)
    .exitOverride()
  const build = root
    .command('build')
    .argument('[issue]', say('期文件；不写就是最新一期', 'issue file; the newest when left out'))
    .description(say('排成 PDF', 'make the PDF'))
    .option('-o, --output <file>', say('输出文件；- 为标准输出', 'output file; - for stdout'))
    .option('--open', say('完成后打开', 'open it when done'))
    .addHelpText('after', `\n${say('例', 'Example')}: jianbao build issues/2026-06.yaml --open`)
  runs(build, () => import('./commands/build.ts'))
  return root
}

function langArgument(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='))
  if (at < 0) return undefined
  return argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1]
}

async function main(): Promise<void> {
  try {
    await program().parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2
      return
    }
    const { reportOwnFault } = await import('./own-fault.ts')
    process.exitCode = reportOwnFault(error, languageOf(langArgument(process.argv), process.env))
  }
}

await main()
