import { type CommandRow, globalOptions, type OptionRow } from '../command-table.ts'
import { longFlag, shortFlag } from '../usage.ts'

/** An option as a shell completes it. */
export interface CompletionOption {
  readonly long: string
  readonly short: string | null
  readonly takesValue: boolean
  readonly row: OptionRow
}

const HELP: OptionRow = { flags: '-h, --help', about: { zh: '帮助', en: 'help' } }

/** A command's options and those of every command. */
export function optionsOf(command: CommandRow): readonly CompletionOption[] {
  return [...command.options, ...globalOptions, HELP].map(completionOption)
}

/** The options that stand before a command too. */
export function sharedOptions(): readonly CompletionOption[] {
  return [...globalOptions, HELP].map(completionOption)
}

function completionOption(row: OptionRow): CompletionOption {
  return {
    long: longFlag(row.flags),
    short: shortFlag(row.flags),
    takesValue: /[<[]/.test(row.flags),
    row,
  }
}

/** Words that a command's first argument takes, if only some. */
export function argumentWords(command: CommandRow): readonly string[] {
  return command.args[0]?.values ?? []
}

/** Whether a command's arguments are files or folders. */
export function takesFiles(command: CommandRow): 'file' | 'folder' | null {
  return command.args[0]?.path ?? null
}
