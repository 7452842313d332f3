import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'
import { aliasOf, plainFamilyName } from './family-names.ts'
import { nearestNames } from './nearest-names.ts'

const BUILT_IN = ['宋体', '黑体', '楷体']

/**
 * Takes a family as a publication names it and the families of its `fonts:`; says whether it is unknown
 * (`E-FONT-UNKNOWN`, with what was probably meant) or another typeface will stand in for it.
 */
export function checkFamily(family: string, own: readonly string[], span: Span | null): Diagnostic[] {
  const plain = plainFamilyName(family)
  if (own.some((name) => plainFamilyName(name) === plain)) return []
  const alias = aliasOf(family)
  if (alias === null) {
    const names = [...BUILT_IN, ...own]
    const near = nearestNames(family, names, 1)[0]
    const more = near === undefined ? {} : { guess: near }
    return [diagnostic('E-FONT-UNKNOWN', span, { family, families: names.join('、') }, more)]
  }
  if (!alias.substitute) return []
  const substitute = alias.weight === 'bold' ? `${alias.family}（粗）` : alias.family
  const code = alias.isOtherVoice ? 'W-FONT-SUBSTITUTE' : 'W-FONT-ALIKE'
  return [diagnostic(code, span, { family, substitute, plain: alias.family })]
}

/** A family without a file has to be a built-in one, and be named for a fallback's sake. */
export function checkFallbacks(family: string, fallback: readonly string[], span: Span | null): Diagnostic[] {
  if (aliasOf(family) !== null && fallback.length > 0) return []
  return [diagnostic('E-REQUIRED', span, { key: 'file', zh: '文件' })]
}
