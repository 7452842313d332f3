import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'

/**
 * The same, with each character that no font has as an error: a draft is set with 〓 in its place so that there is a
 * proof to read, but neither a check nor a final issue may pass with it.
 */
export function lackingIsError(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((one) => {
    if (one.code !== 'W-NO-GLYPH') return one
    return diagnostic('E-GLYPH', one.span, one.values, one.related ? { related: one.related } : {})
  })
}
