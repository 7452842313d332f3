import { lstatSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

/**
 * Where pictures made ready for a product are kept between builds: in `JIANBAO_CACHE`, else in the place the system
 * has for such files; null when it says `off`, when nobody says where the user's home is, or where a link lies in the
 * way: somebody may have put it into a shared folder.
 */
export function cacheFolder(env: NodeJS.ProcessEnv): string | null {
  const own = env.JIANBAO_CACHE?.trim() ?? ''
  if (own !== '') return NO_FOLDER.test(own) ? null : ownIn(resolve(own))
  const base = systemCache(env)
  return base === null ? null : ownIn(base)
}

/** `off`, and what a folder in the working folder would be made for: a home that no shell put in, an address. */
const NO_FOLDER = /^off$|^~|^[a-z][a-z0-9+.-]+:\/\/|\0/i

/** Whatever folder is named, only this one in it is ours: entries are made and removed nowhere else. */
function ownIn(base: string): string | null {
  const [ours, pictures] = [join(base, 'jianbao'), join(base, 'jianbao', 'pictures')]
  return isLink(ours) || isLink(pictures) ? null : pictures
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

function systemCache(env: NodeJS.ProcessEnv): string | null {
  const named = process.platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME
  if (process.platform !== 'darwin' && named && isAbsolute(named)) return named
  const home = homeOf()
  if (home === null) return null
  if (process.platform === 'win32') return join(home, 'AppData', 'Local')
  return process.platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache')
}

/** An empty HOME, or a user the system does not know, has no home. */
function homeOf(): string | null {
  try {
    const home = homedir()
    return isAbsolute(home) ? home : null
  } catch {
    return null
  }
}
