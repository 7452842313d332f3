// Files that recipes name: pictures and fonts of the project's own stand in for them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const STANDS_FOR = {
  'fonts/仿宋.ttf': 'fonts/jianbao-kai-regular.ttf',
  'fonts/小标宋.ttf': 'fonts/jianbao-song-bold.ttf',
  'fonts/补字.ttf': 'fonts/jianbao-song-rare.ttf',
  'pictures/masthead.png': 'issues/2026-06/salon.jpg',
  'pictures/logo.png': 'issues/2026-06/dating.png',
  'press.icc': 'profiles/FOGRA39L_coated.icc',
}

/** A file's bytes by its path from the publication's folder; undefined for one that no recipe has. */
export function fileOf(root, path) {
  const stands =
    STANDS_FOR[path] ?? (/^issues\/2026-06\/[\w-]+\.(?:jpg|png|md)$/.test(path) ? path : undefined)
  return stands === undefined ? undefined : readFileSync(join(root, stands))
}
