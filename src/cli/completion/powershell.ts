import type { Language } from '../../report/words.ts'
import { commands } from '../command-table.ts'
import { argumentWords, optionsOf, sharedOptions } from './words-of-table.ts'

/** A completion script for PowerShell 5 and later; where nothing of ours fits, it completes files. */
export function powershellCompletion(language: Language): string {
  const names = commands.map((one) => entry(one.name, one.about[language]))
  const shared = sharedOptions().map((one) => entry(one.long, one.row.about[language]))
  const cases = commands.map((command) => {
    const options = optionsOf(command).map((one) => entry(one.long, one.row.about[language]))
    const words = argumentWords(command).map((word) => entry(word, word))
    return `      '${command.name}' { ${[...words, ...options].join('; ')}; break }`
  })
  return `# jianbao: PowerShell completion. Use: jianbao completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName jianbao -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $command = $commandAst.CommandElements | Select-Object -Skip 1 |
    ForEach-Object { $_.ToString() } | Where-Object { $_ -notlike '-*' -and $_ -ne $wordToComplete } | Select-Object -First 1
  function word($text, $about) { @{ Text = $text; About = $about } }
  $words = switch ($command) {
${cases.join('\n')}
      default { ${[...names, ...shared].join('; ')} }
  }
  $words | Where-Object { $_.Text -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_.Text, $_.Text, 'ParameterValue', $_.About)
  }
}
`
}

function entry(text: string, about: string): string {
  return `word ${powershellQuoted(text)} ${powershellQuoted(about)}`
}

function powershellQuoted(text: string): string {
  return `'${text.replace(/['‘’]/g, "''")}'`
}
