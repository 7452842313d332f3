import type { FindingKind } from './finding-words.ts'

/**
 * Something the editor should know of a contribution (导入记录): what was met, where, and what was done. Its words are in
 * `finding-words.ts`, in both languages.
 */
export interface ImportFinding {
  readonly kind: FindingKind
  /** The words around, or the whole text that went elsewhere or nowhere: nothing of it is cut off. */
  readonly text: string
  /** What fills the `{placeholders}` of its words. */
  readonly values: Readonly<Record<string, string | number>>
}

/** Takes findings as they come. */
export type Report = (kind: FindingKind, text: string, values?: ImportFinding['values']) => void

/** Collects findings; those of kinds that come by the dozen with the same text once. */
export function findingList(): { readonly findings: ImportFinding[]; readonly report: Report } {
  const findings: ImportFinding[] = []
  return { findings, report: (kind, text, values = {}) => findings.push({ kind, text, values }) }
}
