import { zipSync } from 'fflate'

/** A file in an archive. */
export interface ZipPart {
  readonly name: string
  readonly bytes: Uint8Array
  /** Packed already, as pictures are, or to be found by its words. */
  readonly stored?: true
}

/** The first day that an archive can name: the same parts give the same bytes on every day and machine. */
const FIRST_DAY = new Date(1980, 0, 1)

/** An archive of these files, in this order. */
export function zipFile(parts: readonly ZipPart[]): Uint8Array {
  const entries = parts.map(
    ({ name, bytes, stored }) => [name, [bytes, { level: stored ? 0 : 6, mtime: FIRST_DAY }]] as const,
  )
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0])
}
