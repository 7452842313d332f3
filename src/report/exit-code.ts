import { type Code, catalogue } from '../base/catalogue.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { MessageText } from '../base/message-text.ts'
import { checkMessages } from '../base/messages/checks.ts'

/** What counts as a failure besides errors. */
export interface Strictness {
  /** `--strict`: a layout that could not be made as asked fails. */
  readonly strict?: boolean | undefined
  /** `check.fail_on`: from which severity on the proof checks' findings fail. */
  readonly failOn?: 'error' | 'warning' | 'never' | undefined
}

/** The layout could not meet what was asked. */
const UNMET = 4

/**
 * The exit code of a run with these diagnostics (退出码): the first error's; under `--strict` that of an unmet
 * wish of layout; 1 for findings that the publication lets fail; 0 otherwise.
 */
export function exitCodeOf(diagnostics: readonly Diagnostic[], strictness: Strictness = {}): number {
  const error = diagnostics.find((one) => isError(one, strictness))
  if (error) return (catalogue()[error.code] as MessageText).exit ?? 1
  if (strictness.strict && diagnostics.some(isUnmetWish)) return UNMET
  return strictness.failOn === 'warning' &&
    diagnostics.some((one) => isFinding(one) && one.severity === 'warning')
    ? 1
    : 0
}

function isError(one: Diagnostic, { failOn }: Strictness): boolean {
  return one.severity === 'error' && !(failOn === 'never' && isFinding(one))
}

function isUnmetWish(one: Diagnostic): boolean {
  return one.severity === 'warning' && (catalogue()[one.code] as MessageText).exit === UNMET
}

/** Whether a proof check found it. */
export function isFinding({ code }: { readonly code: Code }): boolean {
  return Object.hasOwn(checkMessages(), code)
}
