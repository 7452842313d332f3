import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageFolder } from './package-folder.ts'

/** The optional package with the fonts that are too large for this one: every Han of extensions A to F, bold rare forms. */
const PACKAGE = 'jianbao-fonts-rare'

/**
 * The folders of fonts beyond the program's own: that of the optional package where it is installed beside the program
 * (or made in its repository), else none. A project cannot name one, and nothing is fetched.
 */
export function moreFonts(program = packageFolder): readonly string[] {
  const places = [
    join(dirname(program), PACKAGE),
    join(program, 'node_modules', PACKAGE),
    join(program, 'packages/fonts-rare'),
  ]
  const folder = places
    .map((place) => join(place, 'fonts'))
    .find((place) => existsSync(join(place, 'manifest.json')))
  return folder === undefined ? [] : [folder]
}
