import { diagnostic, done, type Outcome, refused } from '../base/diagnostic.ts'

export interface SetOption {
  readonly key: string
  readonly value: string
}

/** `--set key=value`, or `key：value` as files have it, each taken apart; refused for the first that is not so written. */
export function setsOf(written: readonly string[]): Outcome<readonly SetOption[] | null> {
  const sets: SetOption[] = []
  for (const one of written) {
    const at = one.search(/[=＝]/) < 0 ? one.search(/[:：]/) : one.search(/[=＝]/)
    const key = one.slice(0, Math.max(at, 0)).trim()
    if (key === '') return refused(diagnostic('E-OPTION-SET', null, { value: one }))
    sets.push({ key, value: one.slice(at + 1).trim() })
  }
  return done(sets)
}
