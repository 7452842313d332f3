import { spawn } from 'node:child_process'

/** Opens a file in the program the desktop has for it; says nothing when there is none. */
export async function openFile(file: string): Promise<void> {
  const [command, ...args] = openerOf(process.platform, file)
  const child = spawn(command, args, { detached: true, stdio: 'ignore' })
  child.on('error', () => {})
  child.unref()
}

function openerOf(platform: NodeJS.Platform, file: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', file]
  // The empty argument is the window's title, which `start` takes first.
  if (platform === 'win32') return ['cmd', '/c', 'start', '', file]
  return ['xdg-open', file]
}
