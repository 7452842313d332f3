import type { Diagnostic } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import type { FitReport } from '../page/fit/report.ts'
import type { Preflight } from '../products/preflight.ts'
import type { Strictness } from '../report/exit-code.ts'
import type { BuildResult } from './build-issue.ts'

/** A file that was made, without its bytes. */
export interface MadeFile {
  readonly kind: string
  readonly file: string | null
  readonly size: number
  readonly preflight: Preflight | null
}

/** What a run made of one issue and had to say of it: plain data that a thread can send. */
export interface IssueRun {
  readonly issue: string | null
  readonly pages: number
  readonly files: readonly MadeFile[]
  /** The first product's, where it was written to no file. */
  readonly bytes: Uint8Array | null
  /** Every file it was or would have been made from, by absolute path. */
  readonly inputs: readonly string[]
  readonly fit: FitReport | null
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, SourceText>
  readonly failOn: NonNullable<Strictness['failOn']>
  readonly milliseconds: number
}

/** A build's result without the bytes of what was written. */
export function runOf(result: BuildResult, milliseconds: number): IssueRun {
  const { issue, pages, fit, diagnostics, sources, failOn, inputs } = result
  const bytes = result.file === null ? result.bytes : null
  const files = result.products.map(({ kind, file, bytes, preflight }) => ({
    kind,
    file,
    size: bytes.length,
    preflight,
  }))
  return { issue, pages, files, bytes, inputs, fit, diagnostics, sources, failOn, milliseconds }
}

/** A run that ended before anything was read. */
export function failedRun(issue: string | null, diagnostics: readonly Diagnostic[]): IssueRun {
  return {
    issue,
    pages: 0,
    files: [],
    bytes: null,
    inputs: [],
    fit: null,
    diagnostics,
    sources: new Map(),
    failOn: 'error',
    milliseconds: 0,
  }
}
