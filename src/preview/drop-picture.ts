import { existsSync } from 'node:fs'
import { basename, dirname, extname, join, parse, posix } from 'node:path'
import { pictureKindOf } from '../assets/picture-kind.ts'
import { readImage } from '../assets/read-image.ts'
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { shownPath } from '../project/read-source.ts'
import { writeNewFiles } from '../project/write-new-file.ts'

/** A picture in the project: its path as the issue names it, or why there is none. */
export type Dropped = { readonly src: string } | { readonly reason: Diagnostic }

const ENDINGS: Readonly<Record<string, string>> = { JPEG: '.jpg', PNG: '.png' }

/** Puts a picture that was dropped on the page into the folder of the issue's pictures, under a name that is free. */
export async function dropPicture(place: IssuePlace, name: string, bytes: Uint8Array): Promise<Dropped> {
  const kind = pictureKindOf(bytes)
  const plain = plainName(name, ENDINGS[kind] ?? '')
  const { value, diagnostics } = readImage(plain, bytes, null)
  const [reason] = diagnostics.filter((one) => one.severity === 'error')
  if (value === null) return { reason: reason ?? (diagnostics[0] as Diagnostic) }
  const folder = join(dirname(place.issue), parse(place.issue).name)
  const path = join(folder, freeName(folder, plain))
  const faults = await writeNewFiles([{ path, text: bytes }], place.root, place.root)
  if (hasErrors(faults)) return { reason: faults[0] as Diagnostic }
  const issue = shownPath(place.root, place.issue)
  return { src: posix.relative(posix.dirname(issue), shownPath(place.root, path)) }
}

/** Letters, digits and Han of the name alone, so that it is one on every machine and is no way to another folder. */
function plainName(name: string, ending: string): string {
  const given = basename(name.replaceAll('\\', '/'))
  const stem = given.slice(0, given.length - extname(given).length).normalize('NFC')
  const words = stem.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  const short = [...words].slice(0, 60).join('')
  const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(short)
  return `${short === '' || device ? 'picture' : short}${ending || extname(given).toLowerCase()}`
}

function freeName(folder: string, name: string): string {
  const { name: stem, ext } = parse(name)
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${stem}-${number}${ext}`
    if (!existsSync(join(folder, tried))) return tried
  }
}
