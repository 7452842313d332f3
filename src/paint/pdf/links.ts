import type { Pt } from '../../base/units.ts'
import type { DisplayPage, Link } from '../../display/display-list.ts'
import type { Container, Ref } from './container.ts'
import type { StructureTree } from './structure.ts'
import { asciiString, name, type PdfDictionary, type PdfValue, textString } from './syntax.ts'

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const LONGEST_ADDRESS = 2000

/** The address as a PDF may hold it, or null when it is no http, https, mailto or tel address. */
export function safeAddress(target: string): string | null {
  // Controls, spaces, zero-width and bidi characters hide a scheme from careless readers.
  const trimmed = target.replace(/[\p{Cc}\p{Zs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '')
  if (!URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  if (!SCHEMES.has(url.protocol) || url.href.length > LONGEST_ADDRESS) return null
  return /^[!-~]+$/.test(url.href) ? url.href : null
}

/** A destination at the left edge of a page at height `y` of the list (12.3.2.2). */
export function destination(
  pages: readonly Ref[],
  list: readonly DisplayPage[],
  to: { page: number; y: Pt },
): PdfValue {
  const page = Math.min(Math.max(0, to.page), pages.length - 1)
  return [(pages[page] as Ref).value, name('XYZ'), 0, (list[page] as DisplayPage).height - to.y, null]
}

function action(link: Link, pages: readonly Ref[], list: readonly DisplayPage[]): PdfDictionary | null {
  if (typeof link.target !== 'string') {
    return { Dest: destination(pages, list, link.target), Contents: textString(`→ ${link.target.page + 1}`) }
  }
  const address = safeAddress(link.target)
  if (!address) return null
  return { A: { S: name('URI'), URI: asciiString(address) }, Contents: textString(address) }
}

/** Writes a page's link annotations (12.5.6.5); links to anything else than the allowed schemes are left out. */
export function putLinks(
  container: Container,
  pageIndex: number,
  pages: readonly Ref[],
  list: readonly DisplayPage[],
  structure: StructureTree | null,
): PdfValue[] {
  const page = list[pageIndex] as DisplayPage
  const annotations: PdfValue[] = []
  for (const item of page.items) {
    const does = item.kind === 'link' ? action(item, pages, list) : null
    if (item.kind !== 'link' || !does) continue
    const ref = container.reserve()
    const bottom = page.height - item.y - item.height
    container.put(ref, {
      Type: name('Annot'),
      Subtype: name('Link'),
      Rect: [item.x, bottom, item.x + item.width, bottom + item.height],
      Border: [0, 0, 0],
      F: 4,
      StructParent: structure?.link(pageIndex, item.node, ref, pages.length),
      ...does,
    })
    annotations.push(ref.value)
  }
  return annotations
}
