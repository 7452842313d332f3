import { spawnSync } from 'node:child_process'

/** Whether a program is on this machine. */
export function hasTool(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined
}

/** Runs a program on a PDF given by its path; gives what it printed. Throws with its complaint when it fails. */
export function runTool(name: string, args: readonly string[]): string {
  const run = spawnSync(name, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (run.status !== 0) throw new Error(`${name} ended with ${run.status}: ${run.stdout}${run.stderr}`)
  return run.stdout
}
