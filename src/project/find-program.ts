import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { posix, win32 } from 'node:path'

/** The environment's variables, of which the caller tells: those of a process, or fewer. */
export interface Environment {
  readonly [name: string]: string | undefined
}

/** A folder on a drive of this machine: `\bin` hangs on the drive that one is in, `\\server\x` lies on a network. */
const ON_DRIVE = /^[a-z]:[\\/]/i

/**
 * The folders of PATH that a program may come from: absolute, and none in the project or the working folder, whose
 * files came from others. (`npm exec` and the like put the project's own `node_modules/.bin` first.) On Windows only
 * those on a drive.
 */
export function programFolders(
  env: Environment,
  foreign: readonly string[],
  platform: string = process.platform,
): readonly string[] {
  const path = platform === 'win32' ? win32 : posix
  const named = env.PATH ?? env.Path ?? ''
  const outside = foreign.map(real)
  const isForeign = (folder: string) =>
    outside.some((one) => {
      const way = path.relative(one, real(folder))
      return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
    })
  return named
    .split(path.delimiter)
    .map((folder) => (platform === 'win32' ? folder.replace(/^"(.*)"$/, '$1') : folder))
    .filter((folder) => (platform === 'win32' ? ON_DRIVE.test(folder) : path.isAbsolute(folder)))
    .filter((folder) => !isForeign(folder))
}

/** Where a program may lie, in PATH's order, by absolute paths. On Windows only an `.exe` runs without a shell. */
export function programPlaces(
  name: string,
  env: Environment,
  foreign: readonly string[],
  platform: string = process.platform,
): readonly string[] {
  const path = platform === 'win32' ? win32 : posix
  const file = platform === 'win32' ? `${name}.exe` : name
  return programFolders(env, foreign, platform).map((folder) => path.join(folder, file))
}

/** The absolute path of a program in those places; null when it is in none. */
export function findProgram(name: string, env: Environment, foreign: readonly string[]): string | null {
  return programPlaces(name, env, foreign).find(isProgram) ?? null
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

function real(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    return folder
  }
}
