import type { Pt } from '../../base/units.ts'
import type { DisplayItem, DisplayPage, StructureNode } from '../../display/display-list.ts'
import type { Container, Ref } from './container.ts'
import { name, type PdfDictionary, type PdfValue, textString } from './syntax.ts'

/** A piece of the file that hangs on a structure element: marked content or an annotation. */
interface Leaf {
  /** Place in the order of painting over all pages. */
  readonly order: number
  readonly page: number
  readonly content: { readonly mcid: number } | { readonly annotation: Ref }
}

interface Element {
  readonly role: StructureNode['role']
  readonly node: StructureNode | null
  readonly parent: Element | null
  /** Reserved when the first piece of it is painted. */
  ref: Ref | null
  readonly children: Element[]
  readonly leaves: Leaf[]
  /** Of the first leaf below it; infinite when nothing of it is on a page. */
  first: number
}

/** The document's tags (ISO 32000-1, 14.7–14.8): filled while pages are painted, written at the end. */
export class StructureTree {
  readonly #container: Container
  /** By their nodes' numbers. */
  readonly #elements: (Element | undefined)[] = []
  readonly #roots: Element[] = []
  readonly #parents: PdfValue[][] = []
  readonly #annotations: PdfValue[] = []
  readonly #root: Ref
  #order = 0

  constructor(container: Container, nodes: readonly StructureNode[]) {
    this.#container = container
    this.#root = container.reserve()
    for (const node of nodes) {
      const parent = node.parent === -1 ? null : this.#element(node.parent)
      this.#elements[node.id] = this.#add(node.role, node, parent)
    }
  }

  #element(id: number): Element {
    const element = this.#elements[id]
    if (!element) throw new Error(`structure node ${id} is not in the list`)
    return element
  }

  #add(role: Element['role'], node: StructureNode | null, parent: Element | null): Element {
    const element: Element = {
      role,
      node,
      parent,
      ref: null,
      children: [],
      leaves: [],
      first: Number.POSITIVE_INFINITY,
    }
    if (parent) parent.children.push(element)
    else this.#roots.push(element)
    return element
  }

  #hang(element: Element, page: number, content: Leaf['content']): void {
    const order = this.#order
    this.#order += 1
    element.leaves.push({ order, page, content })
    for (let one: Element | null = element; one && order < one.first; one = one.parent) one.first = order
  }

  #ref(element: Element): Ref {
    element.ref ??= this.#container.reserve()
    return element.ref
  }

  /** What a node is in the tags. */
  roleOf(node: number): StructureNode['role'] {
    return this.#element(node).role
  }

  /** Operands that open marked content of a node on a page. */
  mark(page: number, node: number): string {
    const element = this.#element(node)
    this.#parents[page] ??= []
    const marks = this.#parents[page]
    const mcid = marks.length
    marks.push(this.#ref(element).value)
    this.#hang(element, page, { mcid })
    return `${name(element.role).written} <</MCID ${mcid}>>`
  }

  /** Hangs a link's annotation on its Link element, made where the list has none; gives the StructParent key. */
  link(page: number, node: number | null, annotation: Ref, pages: number): number {
    const owner = node === null ? (this.#roots[0] ?? null) : this.#element(node)
    const element = owner?.role === 'Link' ? owner : this.#add('Link', null, owner)
    this.#hang(element, page, { annotation })
    this.#annotations.push(this.#ref(element).value)
    return pages + this.#annotations.length - 1
  }

  /** Writes all elements that have something on a page, and the trees that lead from page to element. */
  finish(pages: readonly Ref[], list: readonly DisplayPage[], language: string): Ref {
    const figures = new Figures(list)
    const writeElement = (element: Element, parent: Ref): void => {
      const kids = orderedKids(element)
      const page = kids.find((kid) => 'page' in kid)?.page
      const written = kids.map((kid) => ('page' in kid ? leafValue(kid, page, pages) : this.#ref(kid).value))
      const ref = this.#ref(element)
      this.#container.put(ref, {
        S: name(element.role),
        P: parent.value,
        Pg: page === undefined ? undefined : (pages[page] as Ref).value,
        K: written.length > 1 ? written : written[0],
        ...attributes(element, figures, language, list),
      })
      for (const child of element.children) if (isUsed(child)) writeElement(child, ref)
    }
    for (const root of this.#roots) if (isUsed(root)) writeElement(root, this.#root)
    this.#container.put(this.#root, this.#treeRoot(pages.length))
    return this.#root
  }

  #treeRoot(pages: number): PdfDictionary {
    const byPage = Array.from({ length: pages }, (_, page) => [page, this.#parents[page] ?? []]).flat()
    const byAnnotation = this.#annotations.flatMap((element, i) => [pages + i, element])
    const ids = this.#elements
      .filter((element): element is Element => element?.role === 'Note' && isUsed(element))
      .flatMap((element) => [textString(noteId(element)), this.#ref(element).value])
    const tree = this.#container.add({ Nums: [...byPage, ...byAnnotation] })
    return {
      Type: name('StructTreeRoot'),
      K: this.#roots.filter(isUsed).map((root) => this.#ref(root).value),
      ParentTree: tree.value,
      ParentTreeNextKey: pages + this.#annotations.length,
      IDTree: ids.length > 0 ? { Names: ids } : undefined,
    }
  }
}

/** Whether anything of an element is on a page. An empty cell is one of its row's (ISO 14289-1, 7.5). */
function isUsed(element: Element): boolean {
  const isCell = element.role === 'TH' || element.role === 'TD'
  if (isCell && element.parent) return isUsed(element.parent)
  return element.first !== Number.POSITIVE_INFINITY
}

/** Children in the order of the list, and between them the element's own pieces where they were painted. */
function orderedKids(element: Element): (Element | Leaf)[] {
  const kids: (Element | Leaf)[] = []
  const leaves = [...element.leaves]
  for (const child of element.children.filter(isUsed)) {
    while (leaves.length > 0 && (leaves[0] as Leaf).order < child.first) kids.push(leaves.shift() as Leaf)
    kids.push(child)
  }
  return [...kids, ...leaves]
}

function leafValue(leaf: Leaf, page: number | undefined, pages: readonly Ref[]): PdfValue {
  const pageRef = (pages[leaf.page] as Ref).value
  if ('annotation' in leaf.content) {
    return { Type: name('OBJR'), Pg: pageRef, Obj: leaf.content.annotation.value }
  }
  const { mcid } = leaf.content
  return leaf.page === page ? mcid : { Type: name('MCR'), Pg: pageRef, MCID: mcid }
}

function noteId(element: Element): string {
  return `note-${element.node?.id}`
}

interface PlacedItem {
  readonly page: number
  readonly item: DisplayItem
}

/** What the elements' items show, indexed when the first element asks for it. */
class Figures {
  readonly #list: readonly DisplayPage[]
  #items: Map<number, PlacedItem[]> | null = null

  constructor(list: readonly DisplayPage[]) {
    this.#list = list
  }

  #of(element: Element): readonly PlacedItem[] {
    this.#items ??= this.#index()
    return (element.node && this.#items.get(element.node.id)) ?? []
  }

  #index(): Map<number, PlacedItem[]> {
    const items = new Map<number, PlacedItem[]>()
    for (const [page, { items: shown }] of this.#list.entries()) {
      for (const item of shown) {
        if (item.node === null) continue
        const known = items.get(item.node)
        if (known) known.push({ page, item })
        else items.set(item.node, [{ page, item }])
      }
    }
    return items
  }

  /** The characters of an element and of all below it. */
  text(element: Element): string {
    const own = this.#of(element).map(({ item }) => (item.kind === 'glyphs' ? item.texts.join('') : ''))
    return own.join('') + element.children.map((child) => this.text(child)).join('')
  }

  /** The box around what a figure shows on a page, upwards from the page's foot; null when it shows nothing there. */
  box(page: number, element: Element): readonly [Pt, Pt, Pt, Pt] | null {
    const height = (this.#list[page] as DisplayPage).height
    const extents = this.#of(element).flatMap((one) => (one.page === page ? extentOf(one.item) : []))
    if (extents.length === 0) return null
    return [
      Math.min(...extents.map((one) => one.left)),
      height - Math.max(...extents.map((one) => one.bottom)),
      Math.max(...extents.map((one) => one.right)),
      height - Math.min(...extents.map((one) => one.top)),
    ]
  }
}

interface Extent {
  readonly left: Pt
  readonly top: Pt
  readonly right: Pt
  readonly bottom: Pt
}

/** How far an item reaches, downwards from the page's top: letters by their em squares; nothing for links. */
function extentOf(item: DisplayItem): readonly Extent[] {
  if (item.kind === 'glyphs') {
    const { xs, y, size } = item
    return xs.map((x) => ({ left: x, top: y - size * 0.88, right: x + size, bottom: y + size * 0.12 }))
  }
  if (item.kind === 'path') {
    return item.commands.flatMap(([, ...places]) =>
      places.flatMap((x, i) => {
        const y = places[i + 1]
        return i % 2 === 1 || y === undefined ? [] : [{ left: x, top: y, right: x, bottom: y }]
      }),
    )
  }
  if (item.kind !== 'image' && item.kind !== 'rule') return []
  const { x, y, width, height } = item
  return [{ left: x, top: y, right: x + width, bottom: y + height }]
}

function figureAttributes(element: Element, figures: Figures, language: string): PdfDictionary {
  const page = element.leaves[0]?.page
  const box = page === undefined ? null : figures.box(page, element)
  const fallback = language.startsWith('zh') ? '图' : 'Figure'
  return {
    Alt: textString(element.node?.alt || element.node?.title || figures.text(element) || fallback),
    A: box ? { O: name('Layout'), Placement: name('Block'), BBox: [...box] } : undefined,
  }
}

/** Attributes that PDF/UA-1 asks for by role (ISO 14289-1, 7.3–7.9). */
function attributes(
  element: Element,
  figures: Figures,
  language: string,
  list: readonly DisplayPage[],
): PdfDictionary {
  const { role, node } = element
  const title = {
    ...(node?.title ? { T: textString(node.title) } : {}),
    ...(node?.language ? { Lang: textString(node.language) } : {}),
  }
  if (role === 'Figure' && list.length > 0)
    return { ...title, ...figureAttributes(element, figures, language) }
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
  const label = list.children[0]?.children.find((child) => child.role === 'Lbl')
  if (!label) return 'None'
  return /[0-9０-９①-⑳㉑-㉟]/.test(figures.text(label)) ? 'Decimal' : 'Disc'
}
