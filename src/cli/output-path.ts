import { isAbsolute, relative, resolve } from 'node:path'
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { Issue } from '../issue/issue.ts'

/** Signs that some file system does not take in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them
const NOT_IN_NAMES = /[\\/:*?"<>|\u0000-\u001f]/g

/** Where a product goes by the publication's `output:`; it must stay inside the project (safety.md B 26). */
export function outputPath(root: string, issue: Issue, kind: string): string | Diagnostic {
  const { dir, name } = issue.publication.output
  const values: Record<string, string> = {
    name: issue.publication.name,
    yyyy: String(issue.date.year),
    mm: String(issue.date.month).padStart(2, '0'),
    dd: String(issue.date.day).padStart(2, '0'),
    n: String(issue.number),
    nn: String(issue.number).padStart(2, '0'),
    total: issue.total === null ? '' : String(issue.total),
    kind,
  }
  const filled = name.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
  const marked = kind === 'pdf' || name.includes('{kind}') ? filled : `${filled}-${kind}`
  const file = resolve(root, dir, `${marked.replace(NOT_IN_NAMES, '_')}.pdf`)
  const inside = relative(root, file)
  if (inside.startsWith('..') || isAbsolute(inside)) {
    return diagnostic('E-OUTPUT-OUTSIDE', issue.publication.span, { dir })
  }
  return file
}
