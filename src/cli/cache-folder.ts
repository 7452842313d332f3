import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where pictures made ready for a product are kept between builds: `JIANBAO_CACHE`, else the place the system has
 * for such files; null when it says `off`.
 */
export function cacheFolder(env: NodeJS.ProcessEnv): string | null {
  const own = env.JIANBAO_CACHE
  if (own === 'off') return null
  if (own !== undefined && own !== '') return own
  return join(systemCache(env), 'jianbao', 'pictures')
}

function systemCache(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  return env.XDG_CACHE_HOME || join(homedir(), '.cache')
}
