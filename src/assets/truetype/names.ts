import type { Sfnt } from './sfnt.ts'

/** The names by which people ask for a face: PostScript, full, family and typographic family. */
export interface FaceNames {
  readonly postScript: string
  readonly all: readonly string[]
  /** Of the family, which faces of other weights have as well. */
  readonly families: readonly string[]
}

const WANTED = { family: 1, full: 4, postScript: 6, typographic: 16 } as const
const WINDOWS = 3
const MACINTOSH = 1

function decode(bytes: Uint8Array, wide: boolean): string {
  let text = ''
  for (let at = 0; at + (wide ? 1 : 0) < bytes.length; at += wide ? 2 : 1) {
    text += String.fromCharCode(
      wide ? ((bytes[at] as number) << 8) | (bytes[at + 1] as number) : (bytes[at] as number),
    )
  }
  return text
}

/** A name that is safe inside a PDF name: printable ASCII without its delimiters, at most 63 characters. */
function safePostScript(name: string): string {
  return name.replace(/[^!-~]|[[\](){}<>/%]/g, '').slice(0, 63)
}

/** Takes a face; gives its names, in every language the file has. Never fails: a broken table has no names. */
export function readNames(sfnt: Sfnt): FaceNames {
  const table = sfnt.tables.get('name')
  if (table === undefined || table.length < 6) return { postScript: 'Unnamed', all: [], families: [] }
  const { view, bytes } = sfnt
  const count = Math.min(view.getUint16(table.offset + 2), Math.floor((table.length - 6) / 12))
  const strings = table.offset + view.getUint16(table.offset + 4)
  const all = new Set<string>()
  const families = new Set<string>()
  let postScript = ''
  for (let at = table.offset + 6; at < table.offset + 6 + 12 * count; at += 12) {
    const platform = view.getUint16(at)
    const name = view.getUint16(at + 6)
    if (!(Object.values(WANTED) as number[]).includes(name)) continue
    const from = strings + view.getUint16(at + 10)
    const to = from + view.getUint16(at + 8)
    if (to > table.offset + table.length) continue
    const roman = platform === MACINTOSH && view.getUint16(at + 2) === 0
    if (platform === MACINTOSH && !roman) continue
    const text = decode(bytes.subarray(from, to), !roman)
    if (text === '') continue
    all.add(text)
    if (name === WANTED.family || name === WANTED.typographic) families.add(text)
    if (name === WANTED.postScript && (postScript === '' || platform === WINDOWS)) postScript = text
  }
  return { postScript: safePostScript(postScript) || 'Unnamed', all: [...all], families: [...families] }
}
