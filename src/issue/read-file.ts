import { type Diagnostic, diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import type { Reading } from './language/kind.ts'
import { quotedText } from './language/values.ts'
import type { InputLimits } from './limits.ts'
import { scanCharacters, scanEscaped } from './lines/characters.ts'
import { scanLines } from './lines/scan-lines.ts'
import { explainFaults } from './yaml/explain-fault.ts'
import type { Node } from './yaml/nodes.ts'
import { type CloseComment, readYaml } from './yaml/read-yaml.ts'

/** How files are read. */
export interface FileOptions {
  readonly limits: InputLimits
  /** `check: { bidi: off }`: invisible characters are left in the text and not spoken of. */
  readonly keepInvisible: boolean
}

/**
 * The first two of a file's three phases: its lines, then its structure. Stops after the first that has
 * errors, so that one slip is said once. Adds to `headers` as `scanLines` does.
 */
export function readNodes(
  source: SourceText,
  options: FileOptions,
  headers: number[] = [],
): Outcome<Node | null> {
  const lines = scanText(source, options.limits.yamlSize, options)
  if (hasErrors(lines)) return { value: null, diagnostics: lines }
  const slips = scanLines(source, headers)
  if (hasErrors(slips)) return { value: null, diagnostics: [...lines, ...slips] }
  const { value, faults, closeComments, escaped } = readYaml(source, options.limits, options.keepInvisible)
  const structure = [
    ...explainFaults(faults, source, options.limits),
    ...(faults.length > 0 ? [] : closeComments.map((one) => lostWords(one, source))),
  ]
  if (value === null && faults.length === 0) structure.push(blankFile(source))
  const said = spoken(scanEscaped(source.file, escaped), options)
  return { value, diagnostics: [...lines, ...slips, ...structure, ...said] }
}

function spoken(found: readonly Diagnostic[], { keepInvisible }: FileOptions): readonly Diagnostic[] {
  return keepInvisible ? found.filter((one) => one.code !== 'W-BIDI') : found
}

/** What can be said of any text file before it is read: empty, too large, or with characters that cannot be. */
export function scanText(source: SourceText, size: number, options: FileOptions): readonly Diagnostic[] {
  if (source.text.trim() === '' || source.text === '\ufeff') return [blankFile(source)]
  if (byteLength(source.text) > size) {
    return [diagnostic('E-SIZE', null, { what: source.file, limit: `${Math.floor(size / 1_000_000)} MB` })]
  }
  return spoken(scanCharacters(source), options)
}

function blankFile({ file }: SourceText): Diagnostic {
  return diagnostic('E-BLANK-FILE', { file, from: 0, to: 0 }, { file })
}

/** Length in UTF-8; a UTF-16 unit takes at most three bytes, so that most files need no count. */
function byteLength(text: string): number {
  return text.length > 500_000 ? new TextEncoder().encode(text).length : text.length
}

function lostWords({ textFrom, from, to }: CloseComment, { file, text }: SourceText): Diagnostic {
  const lost = text.slice(from, to)
  const whole = text.slice(textFrom, to).trimEnd()
  const replaces = { file, from: textFrom, to: textFrom + whole.length }
  const values = { lost: lost.length > 24 ? `${lost.slice(0, 24)}…` : lost }
  return diagnostic('W-HASH', { file, from, to }, values, { guess: quotedText(whole), replaces })
}

/** What the third phase needs while it reads a file's values. */
export function readingOf(source: SourceText, diagnostics: Diagnostic[], partial = false): Reading {
  return {
    report: (one) => diagnostics.push(one),
    partial,
    sourceOf: ({ from, to }) => source.text.slice(from, to),
  }
}

/** The line that begins and ends front matter. */
const FENCE = /^---[ \t]*\r?$/m

/**
 * An article's front matter, up to its closing `---`; null without one. Offsets are those of the whole file:
 * the opening line is blanked, not cut.
 */
export function frontMatterOf({ file, text: typed }: SourceText): SourceText | null {
  const text = typed.replace(/\r(?!\n)/g, '\n')
  const opening = /^\ufeff?---[ \t]*\r?\n/.exec(text)?.[0]
  const fence = opening === undefined ? null : FENCE.exec(text.slice(opening.length))
  if (opening === undefined || !fence) return null
  const blank = opening.replace(/[^\r\n]/g, ' ')
  return { file, text: blank + text.slice(opening.length, opening.length + fence.index) }
}
