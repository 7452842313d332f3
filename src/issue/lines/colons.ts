import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import { colonProblems } from '../../base/messages/issue-words.ts'
import { contentStart, type SourceLine, spanInLine } from './line.ts'

/** A line `key：value` or `key:value`, as its author meant it. */
export interface MeantPair {
  readonly key: string
  readonly value: string
  readonly problem: 'wide' | 'tight'
  /** Offsets in the line of the key and of the colon. */
  readonly keyAt: number
  readonly colonAt: number
}

/** Colons that look like the one of ASCII: wide, small, of ratios, of upright text. */
const COLON = '：﹕︰∶꞉'

const PAIR = new RegExp(
  `^([^\\s"'#[\\]{},:${COLON}|>&*!%@\`-][^:${COLON}\\n]{0,60}?)[ \\t\\u3000]*(?:([${COLON}])[ \\t\\u3000]*|(:)(?=[^\\s/]))(.*)$`,
)

/** Reads a line as a key and a value with the wrong colon between; null when it is not like one. */
export function meantPair(text: string): MeantPair | null {
  const keyAt = contentStart(text)
  const content = text.slice(keyAt)
  const match = PAIR.exec(content)
  if (!match) return null
  const [, key = '', wide, , value = ''] = match
  const colonAt = keyAt + content.indexOf(wide ?? ':', key.length)
  return { key, value: value.trimEnd(), problem: wide === undefined ? 'tight' : 'wide', keyAt, colonAt }
}

/** Says that a key has the wrong colon, and what to type. */
export function colonDiagnostic(line: SourceLine, pair: MeantPair): Diagnostic {
  const { zh, en } = colonProblems[pair.problem]
  const span = spanInLine(line, pair.colonAt, pair.colonAt + 1)
  const values = { key: pair.key, whatZh: zh, whatEn: en }
  const replacement = pair.value === '' ? `${pair.key}:` : `${pair.key}: ${pair.value}`
  const replaces = spanInLine(line, pair.keyAt, line.text.trimEnd().length)
  return diagnostic('E-COLON', span, values, { replacement, replaces })
}
