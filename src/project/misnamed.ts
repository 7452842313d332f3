import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A file under a name by which it is not found, and the name that it should have; its folder counts from the one looked in. */
export interface Misnamed {
  readonly file: string
  readonly name: string
}

/** What Windows' editors put behind a name whose end they hide, other dots than the plain one, and slips in its letters. */
const WRONG_END = /[.．。](?:ya?ml|yam|yal|yma|ymal|yamal|yeml|yalm)(?:[.．]txt)?$|[.．]txt$/i

/** The settings or an issue under another name, in a folder or `issues/` below it; null when nothing is like one. */
export function misnamedIn(folder: string, isIssue: (file: string) => boolean): Misnamed | null {
  const folders = ['', 'issues'].filter((below) => existsSync(join(folder, below)))
  const files = folders.flatMap((below) =>
    readdirSync(join(folder, below), { withFileTypes: true })
      .filter((entry) => entry.isFile() && WRONG_END.test(entry.name))
      .map((entry) => join(below, entry.name)),
  )
  const named = files.map((file) => ({ file, name: plainName(file) }))
  const publication = named.find(({ file, name }) => name === 'publication.yaml' && !file.endsWith(name))
  if (publication) return publication
  return named.find(({ file, name }) => !file.endsWith(name) && isIssue(join(folder, file))) ?? null
}

function plainName(file: string): string {
  const stem = (file.split(/[\\/]/).at(-1) as string).replace(WRONG_END, '')
  return /^publication$/i.test(stem) ? 'publication.yaml' : `${stem}.yaml`
}
