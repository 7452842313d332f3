import { commands } from '../command-table.ts'
import { argumentWords, optionsOf, sharedOptions, takesFiles } from './words-of-table.ts'

/** A completion script for bash 3.2 and later, without bash-completion. */
export function bashCompletion(): string {
  const names = commands.map((one) => one.name).join(' ')
  const shared = sharedOptions()
    .map((one) => one.long)
    .join(' ')
  return `# jianbao: bash completion. Use: source <(jianbao completion bash)
_jianbao() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command='' word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in -*) ;; *) command=$word; break ;; esac
  done
  case "$command $before" in
${valueCases()}
  esac
  case $command in
${commandCases()}
    *) COMPREPLY=($(compgen -W '${names} ${shared}' -- "$current")) ;;
  esac
}
complete -o filenames -F _jianbao jianbao
`
}

/** After an option that takes a value. */
function valueCases(): string {
  const cases = commands.flatMap((command) =>
    optionsOf(command)
      .filter((option) => option.takesValue)
      .map(({ long, short, row }) => {
        const patterns = [long, ...(short ? [short] : [])]
          .map((flag) => `'${command.name} ${flag}'`)
          .join(' | ')
        return `    ${patterns}) COMPREPLY=(${generator(row.values ?? [], row.path ?? null)}); return ;;`
      }),
  )
  return cases.join('\n')
}

function commandCases(): string {
  return commands
    .map((command) => {
      const flags = optionsOf(command)
        .map((one) => one.long)
        .join(' ')
      const words = generator(argumentWords(command), takesFiles(command))
      return `    ${command.name}) case $current in -*) COMPREPLY=($(compgen -W '${flags}' -- "$current")) ;; *) COMPREPLY=(${words}) ;; esac ;;`
    })
    .join('\n')
}

function generator(values: readonly string[], path: 'file' | 'folder' | null): string {
  if (values.length > 0) return `$(compgen -W '${values.join(' ')}' -- "$current")`
  if (path === 'folder') return '$(compgen -d -- "$current")'
  return path === 'file' ? '$(compgen -f -- "$current")' : ''
}
