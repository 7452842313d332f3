import type { Language } from '../../report/words.ts'
import type { Given } from '../command-table.ts'
import { bashCompletion } from '../completion/bash.ts'
import { fishCompletion } from '../completion/fish.ts'
import { powershellCompletion } from '../completion/powershell.ts'
import { zshCompletion } from '../completion/zsh.ts'
import type { Terminal } from '../terminal.ts'

const SCRIPTS: Readonly<Record<string, (language: Language) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
}

/** `jianbao completion SHELL`: a script on stdout. */
export async function run(terminal: Terminal, { args }: Given): Promise<number> {
  const script = SCRIPTS[args[0] ?? '']
  if (!script) throw new Error('the shell was not looked at before')
  terminal.result(script(terminal.language))
  return 0
}
