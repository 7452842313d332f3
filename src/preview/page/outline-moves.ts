import type { Span } from '../../base/source.ts'
import type {
  HeadAct,
  HeadField,
  ItemPlace,
  OutlineAct,
  OutlineSection,
} from '../../issue/write/outline-acts.ts'

/** Makes a change of the outline. */
export type Do = (act: OutlineAct | HeadAct) => void

/** One place up or down, into the neighbouring section at the end of one; null where there is none. */
export function placeBeside(
  outline: readonly OutlineSection[],
  { section, item }: ItemPlace,
  by: number,
): ItemPlace | null {
  const count = outline[section]?.items.length ?? 0
  const to = item + by
  if (to >= 0 && to < count) return { section, item: to }
  const next = section + by
  const there = outline[next]
  if (there === undefined) return null
  return { section: next, item: by < 0 ? there.items.length : 0 }
}

/** The article that a place of a text is in; null where it is in none. */
export function pieceAt(
  outline: readonly OutlineSection[],
  { file, from }: Pick<Span, 'file' | 'from'>,
): ItemPlace | null {
  for (const [section, { items }] of outline.entries()) {
    const item = items.findIndex(
      ({ kind, own, span }) =>
        kind === 'article' && (own === file || (span.file === file && from >= span.from && from <= span.to)),
    )
    if (item >= 0) return { section, item }
  }
  return null
}

/** The project path of a file that another one names. */
export function besideOf(file: string, named: string): string {
  const base = `http://x/${file.split('/').map(encodeURIComponent).join('/')}`
  const { pathname } = new URL(named.split('/').map(encodeURIComponent).join('/'), base)
  return decodeURIComponent(pathname.slice(1))
}

/** A section's name that none has yet: the wished one, or with a number behind it. */
export function freeSectionName(outline: readonly OutlineSection[], wished: string): string {
  const names = new Set(outline.map(({ name }) => name))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wished : `${wished}${number}`
    if (!names.has(name)) return name
  }
}

/** What was typed into a field of the issue, without what the field says already: 第３期, 8页. */
export function tidied(field: HeadField, typed: string): string {
  const text = typed.normalize('NFKC').trim()
  return field === 'date' ? text : text.replace(/^第?\s*(\d+)\s*[期页]?$/, '$1')
}
