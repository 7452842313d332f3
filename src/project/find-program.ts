import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { isInside } from '../assets/resource.ts'

/** The environment's variables, of which the caller tells: those of a process, or fewer. */
export interface Environment {
  readonly [name: string]: string | undefined
}

/**
 * The folders of PATH that a program may come from: absolute, and none in the project or the working folder, whose
 * files came from others. (`npm exec` and the like put the project's own `node_modules/.bin` first.)
 */
export function programFolders(env: Environment, foreign: readonly string[]): readonly string[] {
  const path = env.PATH ?? env.Path ?? ''
  const outside = foreign.map(real)
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !outside.some((one) => isInside(one, real(folder))))
}

/** The absolute path of a program in those folders; null when it is in none. On Windows only an `.exe` runs without a shell. */
export function findProgram(name: string, env: Environment, foreign: readonly string[]): string | null {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  const found = programFolders(env, foreign).map((folder) => join(folder, file))
  return found.find(isProgram) ?? null
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
