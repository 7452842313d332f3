import { spawn } from 'node:child_process'
import { win32 } from 'node:path'
import { findProgram } from '../project/find-program.ts'

/** A program by its absolute path, and what it is told. */
type Opener = readonly [program: string, ...args: string[]]

/** Opens a file in the program the desktop has for it; says nothing when there is none. */
export async function openFile(file: string): Promise<void> {
  const opener = openerOf(process.platform, file, process.env)
  if (opener === null) return
  const [program, ...args] = opener
  const child = spawn(program, args, { detached: true, stdio: 'ignore' })
  child.on('error', () => {})
  child.unref()
}

/**
 * The desktop's opener and its arguments. No shell is among them: on Windows `&` and `%` in a name would mean something
 * to it. Nothing is looked up in the working folder.
 */
export function openerOf(platform: NodeJS.Platform, file: string, env: NodeJS.ProcessEnv): Opener | null {
  if (platform === 'darwin') return ['/usr/bin/open', file]
  if (platform === 'win32') {
    const system = win32.join(env.SystemRoot ?? 'C:\\Windows', 'System32')
    return [win32.join(system, 'rundll32.exe'), `${win32.join(system, 'url.dll')},FileProtocolHandler`, file]
  }
  const program = findProgram('xdg-open', env, [process.cwd()])
  return program === null ? null : [program, file]
}
