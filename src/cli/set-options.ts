import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'

export interface SetOption {
  readonly key: string
  readonly value: string
}

/** `--set key=value`, each taken apart; a diagnostic for the first that is not so written. */
export function setsOf(written: readonly string[]): readonly SetOption[] | Diagnostic {
  const sets: SetOption[] = []
  for (const one of written) {
    const at = one.search(/[=＝]/)
    const key = one.slice(0, Math.max(at, 0)).trim()
    if (key === '') return diagnostic('E-OPTION-SET', null, { value: one })
    sets.push({ key, value: one.slice(at + 1).trim() })
  }
  return sets
}
