import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeFolder } from '../assets/make-folder.ts'
import { type Diagnostic, diagnostic, type Outcome, refused } from '../base/diagnostic.ts'

/** A profile's bytes, and the file they are from when it is one of the program's own. */
export interface Profile {
  readonly icc: Uint8Array
  readonly file?: string
}

const PREFIX = 'jianbao-icc-'

const CODES: Readonly<Record<string, 'E-WRITE-DENIED' | 'E-WRITE-FULL'>> = {
  EACCES: 'E-WRITE-DENIED',
  EPERM: 'E-WRITE-DENIED',
  EROFS: 'E-WRITE-DENIED',
  ENOSPC: 'E-WRITE-FULL',
  EDQUOT: 'E-WRITE-FULL',
}

function writeFailure(folder: string, error: unknown): Diagnostic {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return diagnostic(CODES[code] ?? 'E-WRITE', null, { file: folder, code })
}

async function fileIn(parent: string, icc: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(parent, PREFIX))
  try {
    await writeFile(join(folder, 'output.icc'), icc)
    return folder
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/**
 * Holds a profile in a file while the work lasts, since sharp takes no bytes: in the system's temporary folder or,
 * where that is full or missing, in `spare`. null and the reason when neither can be written to.
 */
export async function withProfileFile<T>(
  profile: Profile | undefined,
  spare: string | null,
  run: (file: string | null) => Promise<T>,
): Promise<Outcome<T | null>> {
  if (!profile || profile.file !== undefined)
    return { value: await run(profile?.file ?? null), diagnostics: [] }
  let folder: string
  try {
    folder = await fileIn(tmpdir(), profile.icc).catch(async (error) => {
      if (spare === null) throw error
      makeFolder(spare, 0o700)
      return fileIn(spare, profile.icc)
    })
  } catch (error) {
    return refused(writeFailure(tmpdir(), error))
  }
  try {
    return { value: await run(join(folder, 'output.icc')), diagnostics: [] }
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}
