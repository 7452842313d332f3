import type { Language } from '../../report/words.ts'
import { commands } from '../command-table.ts'
import {
  argumentWords,
  type CompletionOption,
  optionsOf,
  sharedOptions,
  takesFiles,
} from './words-of-table.ts'

/** A completion script for fish. */
export function fishCompletion(language: Language): string {
  const names = commands.map(
    (one) =>
      `complete -c jianbao -n __fish_use_subcommand -a ${one.name} -d ${fishQuoted(one.about[language])}`,
  )
  const shared = sharedOptions().map((option) => optionLine(option, language, '__fish_use_subcommand'))
  const own = commands.flatMap((command) => {
    const seen = `'__fish_seen_subcommand_from ${command.name}'`
    const words = argumentWords(command)
    return [
      ...optionsOf(command).map((option) => optionLine(option, language, seen)),
      ...(words.length > 0 ? [`complete -c jianbao -n ${seen} -a ${fishQuoted(words.join(' '))}`] : []),
      ...(takesFiles(command) ? [`complete -c jianbao -n ${seen} -F`] : []),
    ]
  })
  return `# jianbao: fish completion. Use: jianbao completion fish | source
complete -c jianbao -f
${[...names, ...shared, ...own].join('\n')}
`
}

function optionLine(
  { long, short, row, takesValue }: CompletionOption,
  language: Language,
  when: string,
): string {
  return [
    `complete -c jianbao -n ${when}`,
    `-l ${long.slice(2)}`,
    ...(short ? [`-s ${short.slice(1)}`] : []),
    ...(takesValue ? ['-r'] : []),
    ...(row.path ? ['-F'] : []),
    ...(row.values ? [`-a ${fishQuoted(row.values.join(' '))}`] : []),
    `-d ${fishQuoted(row.about[language])}`,
  ].join(' ')
}

function fishQuoted(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`
}
