import { assetMessages } from '../../base/messages/assets.ts'
import { checkMessages } from '../../base/messages/checks.ts'
import { cliMessages } from '../../base/messages/cli.ts'
import { importMessages } from '../../base/messages/import.ts'
import { issueMessages } from '../../base/messages/issue.ts'
import { layoutMessages } from '../../base/messages/layout.ts'
import { outputMessages } from '../../base/messages/output.ts'
import type { Explanation, Explanations } from './explanation.ts'

/** A code's explanation; only the file of its table is loaded. null for no code of ours. */
export async function findExplanation(code: string): Promise<Explanation | null> {
  const table = await tableOf(code)
  return table === null ? null : (table[code] ?? null)
}

async function tableOf(code: string): Promise<Explanations | null> {
  if (Object.hasOwn(issueMessages(), code)) return (await import('./issue.ts')).issueExplanations
  if (Object.hasOwn(assetMessages(), code)) return (await import('./assets.ts')).assetExplanations
  if (Object.hasOwn(layoutMessages(), code)) return (await import('./layout.ts')).layoutExplanations
  if (Object.hasOwn(outputMessages(), code)) return (await import('./output.ts')).outputExplanations
  if (Object.hasOwn(checkMessages(), code)) return (await import('./checks.ts')).checkExplanations
  if (Object.hasOwn(importMessages(), code)) return (await import('./import.ts')).importExplanations
  return Object.hasOwn(cliMessages(), code) ? (await import('./cli.ts')).cliExplanations : null
}
