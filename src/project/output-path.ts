import { parse, resolve } from 'node:path'
import { isInside, looksOutside } from '../assets/resource.ts'
import { diagnostic, done, type Outcome, refused } from '../base/diagnostic.ts'
import type { Issue } from '../issue/issue.ts'
import { dateValues, fillPattern, numberValues, withoutTotal } from '../issue/numbering/number-text.ts'

/**
 * Signs that some file system does not take in a name, and those that are not seen in one: control, direction and
 * zero-width characters, halves of characters.
 */
const notInNames = () => /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
/** Names that Windows takes for devices, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
/** Most systems take 255 bytes, `(新).pdf` and the like included. */
const MOST_BYTES = 200

/** Where a product goes by the publication's `output:`; it must stay inside the project (SECURITY.md, Output). */
export function outputPath(root: string, issue: Issue, kind: string): Outcome<string | null> {
  const { dir, name: pattern } = issue.publication.output
  const folder = resolve(root, dir.replaceAll('\\', '/'))
  if (looksOutside(dir) || !isInside(root, folder)) {
    return refused(
      diagnostic('E-OUTPUT-OUTSIDE', issue.publication.span, { dir }, { keys: ['publication.output.dir'] }),
    )
  }
  // A name that does not say its kind has it at its end, where shortening leaves it.
  const filled = fileName(filledName(issue, pattern, kind))
  const says = kind === 'pdf' || kind === 'docx' || (pattern.includes('{kind}') && filled.includes(kind))
  const name = `${filled}${says ? '' : `-${kind}`}${issue.supplement ? '-增刊' : ''}`
  return done(resolve(folder, `${name}.${kind === 'docx' ? 'docx' : 'pdf'}`))
}

function filledName(issue: Issue, name: string, kind: string): string {
  const values = {
    name: issue.publication.name,
    title: issue.title,
    ...dateValues(issue.date),
    ...numberValues(issue.number, issue.total),
    kind,
  }
  return fillPattern(issue.total === null ? withoutTotal(name) : name, values)
}

/** The file given by `-o`; with several products, each but the first has its kind in the name. */
export function namedOutput(file: string, kind: string, first: boolean): string {
  if (first) return file
  const { dir, name, ext } = parse(file)
  return resolve(dir, kind === 'docx' ? `${name}.docx` : `${name}-${kind}${ext || '.pdf'}`)
}

function fileName(text: string): string {
  const plain = text
    .replace(notInNames(), '_')
    .replace(/^[.~-]+/, '_')
    .replace(DEVICE, '_$1')
  const short = shortened(plain).replace(/[ .]+$/, '')
  return short === '' ? '简报' : short
}

function shortened(text: string): string {
  let bytes = 0
  let kept = ''
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > MOST_BYTES) break
    kept += character
  }
  return kept
}
