import { type Diagnostic, diagnostic, type MessageValues } from '../../base/diagnostic.ts'

/** Codes of what keeps one file from being read. */
export type ImportCode = Extract<Diagnostic['code'], `E-IMPORT-${string}` | 'E-BOMB'>

/**
 * Why a file handed in cannot be read. Thrown while it is taken apart and caught where its reading began, so that the
 * other files are read all the same.
 */
export class ImportFault extends Error {
  readonly code: ImportCode
  readonly values: MessageValues

  constructor(code: ImportCode, values: MessageValues = {}) {
    super(code)
    this.code = code
    this.values = values
  }

  /** As it is reported, of the file called `file`. */
  diagnosticOf(file: string): Diagnostic {
    return diagnostic(this.code, null, { file, ...this.values })
  }
}

/** More of something than is taken from one file. */
export function tooMany(whatZh: string, whatEn: string, limit: number): ImportFault {
  return new ImportFault('E-IMPORT-LIMIT', { whatZh, whatEn, limit })
}
