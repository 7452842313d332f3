import type { Pt } from '../../base/units.ts'
import type { DisplayItem, DisplayPage, StructureNode } from '../../display/display-list.ts'
import type { Ref } from './container.ts'
import { name, type PdfDictionary, type PdfValue, textString } from './syntax.ts'

/** A structure element while the pages are painted (ISO 32000-1, 14.7.2). Children and leaves are linked lists. */
export interface Element {
  readonly role: StructureNode['role']
  readonly parent: Element | null
  node: StructureNode | null
  /** Reserved when the first piece of it is painted. */
  ref: Ref | null
  child: Element | null
  lastChild: Element | null
  /** The next one with the same parent. */
  next: Element | null
  /** Its first leaf and its last by their order; -1 for none. */
  leaf: number
  lastLeaf: number
  /** The first leaf of it and of all below it; `NOWHERE` when nothing of it is on a page. */
  first: number
  /** As it was written last; null where attributes belong to it, or where it never was. */
  written: WrittenElement | null
}

/** More than any leaf's number, and a small one to V8. */
export const NOWHERE = 2 ** 31 - 1

/** What an element without attributes is written of, and how it was. */
export interface WrittenElement {
  readonly parent: Ref
  readonly page: Ref | undefined
  /** Numbers of objects, and of marks on the page as -1 and less. */
  readonly kids: readonly number[]
  readonly value: PdfValue
}

/** An element's children in order. */
export function elementsIn(element: Element): readonly Element[] {
  const children: Element[] = []
  for (let one = element.child; one !== null; one = one.next) children.push(one)
  return children
}

/** Whether anything of an element is on a page. An empty cell is one of its row's (ISO 14289-1, 7.5). */
export function isUsed(element: Element): boolean {
  const isCell = element.role === 'TH' || element.role === 'TD'
  if (isCell && element.parent) return isUsed(element.parent)
  return element.first !== NOWHERE
}

/** The name of a note's element. */
export function noteId(element: Element): string {
  return `note-${element.node?.id}`
}

interface PlacedItem {
  readonly page: number
  readonly item: DisplayItem
}

/** What the items of pictures and labels show, indexed when the first of these asks for it. */
export class Figures {
  readonly #list: readonly DisplayPage[]
  readonly #elements: readonly (Element | undefined)[]
  #items: Map<number, PlacedItem[]> | null = null

  constructor(list: readonly DisplayPage[], elements: readonly (Element | undefined)[]) {
    this.#list = list
    this.#elements = elements
  }

  #of(element: Element): readonly PlacedItem[] {
    this.#items ??= this.#index()
    return (element.node && this.#items.get(element.node.id)) ?? []
  }

  /** Nothing else is asked for, and a long issue has very many items. */
  #index(): Map<number, PlacedItem[]> {
    const items = new Map<number, PlacedItem[]>()
    const want = (element: Element) => {
      if (element.node) items.set(element.node.id, [])
      elementsIn(element).forEach(want)
    }
    for (const element of this.#elements)
      if (element?.role === 'Figure' || element?.role === 'Lbl') want(element)
    for (const [page, { items: shown }] of this.#list.entries())
      for (const item of shown) if (item.node !== null) items.get(item.node)?.push({ page, item })
    return items
  }

  /** The characters of an element and of all below it. */
  text(element: Element): string {
    const own = this.#of(element).map(({ item }) => (item.kind === 'glyphs' ? item.texts.join('') : ''))
    return (
      own.join('') +
      elementsIn(element)
        .map((child) => this.text(child))
        .join('')
    )
  }

  /** The box around what a figure shows on a page, upwards from the page's foot; null when it shows nothing there. */
  box(page: number, element: Element): readonly [Pt, Pt, Pt, Pt] | null {
    const height = (this.#list[page] as DisplayPage).height
    const extent = new Extent()
    for (const one of this.#of(element)) if (one.page === page) extent.addItem(one.item)
    const { left, top, right, bottom } = extent
    return left > right ? null : [left, height - bottom, right, height - top]
  }
}

/** How far items reach, downwards from the page's top; empty at first. */
class Extent {
  left: Pt = Number.POSITIVE_INFINITY
  top: Pt = Number.POSITIVE_INFINITY
  right: Pt = Number.NEGATIVE_INFINITY
  bottom: Pt = Number.NEGATIVE_INFINITY

  #add(left: Pt, top: Pt, right: Pt, bottom: Pt): void {
    this.left = Math.min(this.left, left)
    this.top = Math.min(this.top, top)
    this.right = Math.max(this.right, right)
    this.bottom = Math.max(this.bottom, bottom)
  }

  /** Letters by their em squares; nothing for links. */
  addItem(item: DisplayItem): void {
    if (item.kind === 'glyphs') {
      const { xs, y, size } = item
      for (const x of xs) this.#add(x, y - size * 0.88, x + size, y + size * 0.12)
    } else if (item.kind === 'path') {
      for (const [, ...places] of item.commands)
        for (let i = 0; i + 1 < places.length; i += 2) {
          const [x, y] = [places[i] as Pt, places[i + 1] as Pt]
          this.#add(x, y, x, y)
        }
    } else if (item.kind === 'image' || item.kind === 'rule') {
      this.#add(item.x, item.y, item.x + item.width, item.y + item.height)
    }
  }
}

function figureAttributes(
  element: Element,
  figures: Figures,
  page: number | undefined,
  language: string,
): PdfDictionary {
  const box = page === undefined ? null : figures.box(page, element)
  const fallback = language.startsWith('zh') ? '图' : 'Figure'
  return {
    Alt: textString(element.node?.alt || element.node?.title || figures.text(element) || fallback),
    A: box ? { O: name('Layout'), Placement: name('Block'), BBox: [...box] } : undefined,
  }
}

/** Whether anything but its place and its parts is told of an element. */
export function hasAttributes({ role, node }: Element): boolean {
  if (role === 'Figure' || role === 'TH' || role === 'Note' || role === 'L') return true
  return node !== null && Boolean(node.title || node.language || node.alt || node.spans)
}

/** Attributes that PDF/UA-1 asks for by role (ISO 14289-1, 7.3–7.9); `page` has the element's first leaf. */
export function attributes(
  element: Element,
  figures: Figures,
  page: number | undefined,
  language: string,
): PdfDictionary {
  const { role, node } = element
  const title = {
    ...(node?.title ? { T: textString(node.title) } : {}),
    ...(node?.language ? { Lang: textString(node.language) } : {}),
  }
  if (role === 'Figure') return { ...title, ...figureAttributes(element, figures, page, language) }
  const alt = node?.alt ? { Alt: textString(node.alt) } : {}
  if (role === 'TH' || (role === 'TD' && node?.spans))
    return { ...title, ...alt, A: { O: name('Table'), ...cellAttributes(element) } }
  if (role === 'Note') return { ...title, ...alt, ID: textString(noteId(element)) }
  if (role === 'L')
    return { ...title, ...alt, A: { O: name('List'), ListNumbering: name(numbering(element, figures)) } }
  return { ...title, ...alt }
}

/** Which cells a head cell heads, and how many rows and columns a merged one takes (ISO 32000-1, 14.8.5.7). */
function cellAttributes(cell: Element): PdfDictionary {
  const [rows, columns] = cell.node?.spans ?? [1, 1]
  return {
    ...(cell.role === 'TH' ? { Scope: name(scopeOf(cell)) } : {}),
    ...(rows > 1 ? { RowSpan: rows } : {}),
    ...(columns > 1 ? { ColSpan: columns } : {}),
  }
}

/** A head cell stands above a column, or in the body before a row. */
function scopeOf(cell: Element): 'Column' | 'Row' {
  return cell.parent?.parent?.role === 'TBody' ? 'Row' : 'Column'
}

/** A list's kind from its first label: a number, a sign, or none. */
function numbering(list: Element, figures: Figures): string {
  const label = list.child && elementsIn(list.child).find((child) => child.role === 'Lbl')
  if (!label) return 'None'
  return /[0-9０-９①-⑳㉑-㉟]/.test(figures.text(label)) ? 'Decimal' : 'Disc'
}
