import { assetMessages } from './messages/assets.ts'
import { checkMessages } from './messages/checks.ts'
import { cliMessages } from './messages/cli.ts'
import { issueMessages } from './messages/issue.ts'
import { layoutMessages } from './messages/layout.ts'
import { outputMessages } from './messages/output.ts'

/** Every diagnostic's words, by stable code. `jianbao explain` holds the longer texts. */
export const catalogue = {
  ...issueMessages,
  ...assetMessages,
  ...layoutMessages,
  ...outputMessages,
  ...checkMessages,
  ...cliMessages,
} as const

/** A diagnostic's stable code, such as `E-COLON`. */
export type Code = keyof typeof catalogue
