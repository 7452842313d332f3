import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import { didYouMean } from '../issue/language/did-you-mean.ts'
import {
  type ArgumentRow,
  type CommandRow,
  commands,
  globalOptions,
  type OptionRow,
} from './command-table.ts'

/** The fault that the parser of the command line threw, in our words (用法). */
export function usageFault(code: string, message: string, command: CommandRow | null): Diagnostic {
  const word = /'([^']*)'/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'commander.unknownCommand':
      return asked(
        'E-COMMAND',
        { command: word },
        didYouMean(
          word,
          commands.map((one) => one.name),
        ),
      )
    case 'commander.unknownOption':
      return asked('E-OPTION', { option: word }, nearOption(word, command))
    case 'commander.optionMissingArgument':
      return diagnostic('E-OPTION-EMPTY', null, { option: longFlag(word) })
    case 'commander.missingArgument':
      return diagnostic('E-ARGUMENT', null, { argument: word, command: command?.name ?? '' })
    case 'commander.excessArguments':
      return diagnostic('E-ARGUMENTS', null, { command: command?.name ?? '' })
    default:
      return diagnostic('E-USAGE', null, { problem: message.replace(/^error: /, '') })
  }
}

/** The first option or argument that has none of the words it takes; null when all have. */
export function valueFault(
  command: CommandRow,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Diagnostic | null {
  for (const row of [...command.options, ...globalOptions]) {
    const fault = wordFault(row, options[optionName(row)])
    if (fault) return fault
  }
  for (const [at, row] of command.args.entries()) {
    const word = args[at]
    if (row.values && word !== undefined && !row.values.includes(word))
      return wrongWord(argumentName(row), word, row.values)
  }
  return null
}

function wordFault(row: OptionRow, value: unknown): Diagnostic | null {
  if (!row.values || typeof value !== 'string') return null
  const given = row.many ? value.split(/[,，、]/).map((one) => one.trim()) : [value.toLowerCase()]
  const wrong = given.find((one) => !row.values?.includes(row.names?.[one] ?? one))
  return wrong === undefined ? null : wrongWord(longFlag(row.flags), wrong, row.values)
}

function wrongWord(option: string, word: string, values: readonly string[]): Diagnostic {
  const near = didYouMean(word, values)
  const all = { askZh: `，可以是：${values.join('、')}`, askEn: `; it is one of: ${values.join(', ')}` }
  if (near === null) return diagnostic('E-OPTION-VALUE', null, { option, value: word, ...all })
  return asked('E-OPTION-VALUE', { option, value: word }, near)
}

function asked(
  code: 'E-COMMAND' | 'E-OPTION' | 'E-OPTION-VALUE',
  values: Readonly<Record<string, string>>,
  near: string | null,
): Diagnostic {
  const ask =
    near === null
      ? { askZh: '', askEn: '' }
      : { askZh: `，是不是“${near}”？`, askEn: `; did you mean “${near}”?` }
  return diagnostic(code, null, { ...values, ...ask })
}

function nearOption(word: string, command: CommandRow | null): string | null {
  const flags = [...(command?.options ?? []), ...globalOptions].map((row) => longFlag(row.flags))
  const near = didYouMean(
    word.replace(/^-+/, ''),
    flags.map((flag) => flag.slice(2)),
  )
  return near === null ? null : `--${near}`
}

/** `--output` of `-o, --output <file>`. */
export function longFlag(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags
}

/** `-o` of `-o, --output <file>`; null when it has no short form. */
export function shortFlag(flags: string): string | null {
  return /(?:^|\s)(-[A-Za-z])\b/.exec(flags)?.[1] ?? null
}

function optionName(row: OptionRow): string {
  return longFlag(row.flags)
    .slice(2)
    .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** `file` of `<file>` and of `[file...]`. */
export function argumentName({ name }: ArgumentRow): string {
  return name.replace(/[<>[\]]|\.\.\./g, '')
}
