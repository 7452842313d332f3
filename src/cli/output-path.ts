import { isAbsolute, parse, relative, resolve } from 'node:path'
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { Issue } from '../issue/issue.ts'
import { dateValues, fillPattern, numberValues, withoutTotal } from '../issue/numbering/number-text.ts'

/** Signs that some file system does not take in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them
const NOT_IN_NAMES = /[\\/:*?"<>|\u0000-\u001f]/g
/** Most systems take 255 bytes; a Han character has three. */
const LONGEST_NAME = 80

/** Where a product goes by the publication's `output:`; it must stay inside the project (safety.md B 26). */
export function outputPath(root: string, issue: Issue, kind: string): string | Diagnostic {
  const { dir, name } = issue.publication.output
  const values = {
    name: issue.publication.name,
    title: issue.title,
    ...dateValues(issue.date),
    ...numberValues(issue.number, issue.total),
    kind,
  }
  const pattern = issue.total === null ? withoutTotal(name) : name
  const filled = fillPattern(pattern, values)
  const marked = kind === 'pdf' || name.includes('{kind}') ? filled : `${filled}-${kind}`
  const supplement = issue.supplement ? `${marked}-增刊` : marked
  const file = resolve(root, dir, `${fileName(supplement)}.pdf`)
  const inside = relative(root, file)
  if (inside.startsWith('..') || isAbsolute(inside)) {
    return diagnostic('E-OUTPUT-OUTSIDE', issue.publication.span, { dir })
  }
  return file
}

/** The file given by `-o`; with several products, each but the first has its kind in the name. */
export function namedOutput(file: string, kind: string, first: boolean): string {
  if (first) return file
  const { dir, name, ext } = parse(file)
  return resolve(dir, `${name}-${kind}${ext || '.pdf'}`)
}

function fileName(text: string): string {
  const plain = text
    .replace(NOT_IN_NAMES, '_')
    .replace(/^\.+/, '_')
    .replace(/[ .]+$/, '')
  return [...(plain === '' ? '简报' : plain)].slice(0, LONGEST_NAME).join('')
}
