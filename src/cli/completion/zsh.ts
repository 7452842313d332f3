import type { Language } from '../../report/words.ts'
import { commands } from '../command-table.ts'
import { argumentWords, type CompletionOption, optionsOf, takesFiles } from './words-of-table.ts'

/** A completion script for zsh, with what each word is for. */
export function zshCompletion(language: Language): string {
  const names = commands.map(
    (one) => `    ${zshQuoted(`${one.name}:${one.about[language].replace(/:/g, '：')}`)}`,
  )
  const cases = commands.map((command) => {
    const options = optionsOf(command).flatMap((option) => specs(option, language))
    const words = action(argumentWords(command), takesFiles(command))
    const rest =
      words === '' ? [] : [zshQuoted(`*:${command.args[0]?.about[language].replace(/:/g, '：')}:${words}`)]
    return `    ${command.name}) _arguments ${[...options, ...rest].join(' ')} ;;`
  })
  return `#compdef jianbao
# jianbao: zsh completion. Use: source <(jianbao completion zsh), or save as _jianbao in a folder of $fpath
_jianbao() {
  local -a names
  names=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe jianbao names
    return
  fi
  local command=\${words[2]}
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [[ "\${funcstack[1]}" == _jianbao ]]; then _jianbao "$@"; else compdef _jianbao jianbao; fi
`
}

function specs(option: CompletionOption, language: Language): readonly string[] {
  const { long, short, row, takesValue } = option
  const about = row.about[language].replace(/[[\]]/g, '').replace(/:/g, '：')
  const value = takesValue ? `:${long.slice(2)}:${action(row.values ?? [], row.path ?? null)}` : ''
  const many = row.repeat ? '*' : ''
  return [long, ...(short ? [short] : [])].map((flag) => zshQuoted(`${many}${flag}[${about}]${value}`))
}

function action(values: readonly string[], path: 'file' | 'folder' | null): string {
  if (values.length > 0) return `(${values.join(' ')})`
  if (path === 'folder') return '_files -/'
  return path === 'file' ? '_files' : ''
}

function zshQuoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`
}
