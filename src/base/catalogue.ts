import { assetMessages } from './messages/assets.ts'
import { checkMessages } from './messages/checks.ts'
import { cliMessages } from './messages/cli.ts'
import { importMessages } from './messages/import.ts'
import { issueMessages } from './messages/issue.ts'
import { layoutMessages } from './messages/layout.ts'
import { outputMessages } from './messages/output.ts'

let made: ReturnType<typeof makeCatalogue> | null = null

function makeCatalogue() {
  return {
    ...issueMessages(),
    ...assetMessages(),
    ...layoutMessages(),
    ...outputMessages(),
    ...checkMessages(),
    ...cliMessages(),
    ...importMessages(),
  } as const
}

/**
 * Every diagnostic's words, by stable code. `jianbao explain` holds the longer texts. Made when first asked for: most
 * builds have nothing to say.
 */
export function catalogue(): ReturnType<typeof makeCatalogue> {
  made ??= makeCatalogue()
  return made
}

/** A diagnostic's stable code, such as `E-COLON`; its letter is its severity. */
export type Code = keyof ReturnType<typeof makeCatalogue>
