import { Command, Option } from 'commander'
import { version } from '../project/package-folder.ts'
import type { Language } from '../report/words.ts'
import { type CommandRow, commands, type Given, globalOptions, type OptionRow } from './command-table.ts'
import { commandHelp, programHelp } from './help.ts'
import { toStdout } from './streams.ts'

/** Told which command was chosen and with what. */
export type Chosen = (command: CommandRow, given: Given) => Promise<void>

/**
 * The parser of the command line, made from the table; its own words are never shown. Of `words` that begin with a
 * command's name only that command is made.
 */
export function program(language: Language, chosen: Chosen, words: readonly string[] = []): Command {
  const root = quietly(new Command('jianbao'), () => programHelp(language))
  root.version(version(), '-V, --version').helpCommand(false)
  for (const row of globalOptions) root.addOption(optionOf(row))
  const named = commands.filter((row) => row.name === words[0])
  const rows = named.length > 0 ? named : commands
  for (const row of rows) root.addCommand(commandOf(row, language, chosen))
  return root
}

function commandOf(row: CommandRow, language: Language, chosen: Chosen): Command {
  const command = quietly(new Command(row.name), () => commandHelp(row, language))
  for (const { name } of row.args) command.argument(name)
  for (const option of row.options) command.addOption(optionOf(option))
  command.action(() => chosen(row, { args: command.args, options: command.optsWithGlobals() }))
  return command
}

function quietly(command: Command, help: () => string): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help')
    .configureHelp({ formatHelp: help })
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: toStdout, writeErr: () => {}, outputError: () => {} })
}

function optionOf({ flags, repeat }: OptionRow): Option {
  const option = new Option(flags)
  return repeat
    ? option.argParser((value, before: string[] | undefined) => [...(before ?? []), value])
    : option
}
