import { isSameList } from '../../base/same-list.ts'
import type { DisplayPage, StructureNode } from '../../display/display-list.ts'
import type { Container, Ref } from './container.ts'
import {
  attributes,
  type Element,
  Figures,
  hasAttributes,
  isUsed,
  NOWHERE,
  noteId,
} from './structure-attributes.ts'
import { asWritten, name, type PdfDictionary, type PdfValue, textString } from './syntax.ts'

/** Elements of the last file, by their place in its list of nodes: those that stand there again are taken again. */
export interface TagMemory {
  elements: readonly Element[]
}

/** The document's tags (ISO 32000-1, 14.7–14.8): filled while pages are painted, written at the end. */
export class StructureTree {
  readonly #container: Container
  readonly #isKept: boolean
  /** By their nodes' numbers. */
  readonly #elements: (Element | undefined)[] = []
  readonly #roots: Element[] = []
  readonly #parents: PdfValue[][] = []
  readonly #annotations: PdfValue[] = []
  readonly #root: Ref
  /** Pieces of the file that hang on an element, in the order of painting over all pages: marked content, annotations. */
  readonly #pages: number[] = []
  /** By leaf: the number of its mark on its page; -1 for an annotation. */
  readonly #marks: number[] = []
  readonly #annotationOf = new Map<number, Ref>()
  /** By leaf: the next of the same element; -1 for none. */
  readonly #nextLeaf: number[] = []

  constructor(container: Container, nodes: readonly StructureNode[], memory: TagMemory | null = null) {
    this.#container = container
    this.#isKept = memory !== null
    this.#root = container.reserve()
    const elements: Element[] = []
    for (const [at, node] of nodes.entries()) {
      const parent = node.parent === -1 ? null : this.#element(node.parent)
      const element = this.#add(node.role, node, parent, memory?.elements[at])
      this.#elements[node.id] = element
      elements.push(element)
    }
    if (memory !== null) memory.elements = elements
  }

  #element(id: number): Element {
    const element = this.#elements[id]
    if (!element) throw new Error(`structure node ${id} is not in the list`)
    return element
  }

  #add(
    role: Element['role'],
    node: StructureNode | null,
    parent: Element | null,
    before: Element | undefined,
  ): Element {
    const isSame = before !== undefined && before.role === role && before.parent === parent
    const element = isSame ? emptied(before, node) : newElement(role, node, parent)
    if (parent === null) this.#roots.push(element)
    else if (parent.lastChild === null) parent.child = element
    else parent.lastChild.next = element
    if (parent !== null) parent.lastChild = element
    return element
  }

  #hang(element: Element, page: number, mark: number): number {
    const leaf = this.#pages.push(page) - 1
    this.#marks.push(mark)
    this.#nextLeaf.push(-1)
    if (element.lastLeaf < 0) element.leaf = leaf
    else this.#nextLeaf[element.lastLeaf] = leaf
    element.lastLeaf = leaf
    for (let one: Element | null = element; one && leaf < one.first; one = one.parent) one.first = leaf
    return leaf
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
    return `${name(this.roleOf(node)).written} <</MCID ${this.markAgain(page, node)}>>`
  }

  /** The same for a page whose operators are known already: the mark's number alone. */
  markAgain(page: number, node: number): number {
    const element = this.#element(node)
    this.#parents[page] ??= []
    const marks = this.#parents[page]
    const mcid = marks.push(this.#ref(element).value) - 1
    this.#hang(element, page, mcid)
    return mcid
  }

  /** Hangs a link's annotation on its Link element, made where the list has none; gives the StructParent key. */
  link(page: number, node: number | null, annotation: Ref, pages: number): number {
    const owner = node === null ? (this.#roots[0] ?? null) : this.#element(node)
    const element = owner?.role === 'Link' ? owner : this.#add('Link', null, owner, undefined)
    this.#annotationOf.set(this.#hang(element, page, -1), annotation)
    this.#annotations.push(this.#ref(element).value)
    return pages + this.#annotations.length - 1
  }

  /** Writes all elements that have something on a page, and the trees that lead from page to element. */
  finish(pages: readonly Ref[], list: readonly DisplayPage[], language: string): Ref {
    const figures = new Figures(list, this.#elements)
    const writeElement = (element: Element, parent: Ref): void => {
      const page = element.leaf < 0 ? undefined : (this.#pages[element.leaf] as number)
      // What nobody will ask for again is not kept.
      const value =
        !this.#isKept || hasAttributes(element)
          ? this.#value(element, parent, pages, attributes(element, figures, page, language))
          : this.#plain(element, parent, pages)
      this.#container.put(this.#ref(element), value)
      for (let child = element.child; child !== null; child = child.next)
        if (isUsed(child)) writeElement(child, this.#ref(element))
    }
    for (const root of this.#roots) if (isUsed(root)) writeElement(root, this.#root)
    this.#container.put(this.#root, this.#treeRoot(pages.length))
    return this.#root
  }

  #value(element: Element, parent: Ref, pages: readonly Ref[], more: PdfDictionary): PdfDictionary {
    const page = this.#pages[element.leaf]
    const kids = this.#kids(element).map((kid) =>
      typeof kid === 'number' ? this.#leafValue(kid, page, pages) : this.#ref(kid).value,
    )
    return {
      S: name(element.role),
      P: parent.value,
      Pg: page === undefined ? undefined : (pages[page] as Ref).value,
      K: kids.length > 1 ? kids : kids[0],
      ...more,
    }
  }

  /** The value of an element without attributes: as it was written last where it is made of the same. */
  #plain(element: Element, parent: Ref, pages: readonly Ref[]): PdfValue {
    const first = this.#pages[element.leaf]
    const page = first === undefined ? undefined : (pages[first] as Ref)
    const kids = this.#kids(element).map((kid) =>
      typeof kid !== 'number'
        ? this.#ref(kid).id
        : this.#pages[kid] === first
          ? -1 - (this.#marks[kid] as number)
          : 0,
    )
    const { written: before } = element
    if (before?.parent === parent && before.page === page && isSameList(before.kids, kids))
      return before.value
    const value = asWritten(this.#value(element, parent, pages, {}))
    // What hangs on it elsewhere, on another page or as an annotation, these numbers do not tell.
    element.written = kids.includes(0) ? null : { parent, page, kids, value }
    return value
  }

  /** Children in the order of the list, and between them the element's own leaves where they were painted. */
  #kids(element: Element): (Element | number)[] {
    const kids: (Element | number)[] = []
    let leaf = element.leaf
    const takeLeaves = (before: number) => {
      for (; leaf >= 0 && leaf < before; leaf = this.#nextLeaf[leaf] as number) kids.push(leaf)
    }
    for (let child = element.child; child !== null; child = child.next) {
      if (!isUsed(child)) continue
      takeLeaves(child.first)
      kids.push(child)
    }
    takeLeaves(NOWHERE)
    return kids
  }

  #leafValue(leaf: number, page: number | undefined, pages: readonly Ref[]): PdfValue {
    const pageRef = (pages[this.#pages[leaf] as number] as Ref).value
    const annotation = this.#annotationOf.get(leaf)
    if (annotation !== undefined) return { Type: name('OBJR'), Pg: pageRef, Obj: annotation.value }
    const mcid = this.#marks[leaf] as number
    return this.#pages[leaf] === page ? mcid : { Type: name('MCR'), Pg: pageRef, MCID: mcid }
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

function newElement(role: Element['role'], node: StructureNode | null, parent: Element | null): Element {
  return {
    role,
    parent,
    node,
    ref: null,
    child: null,
    lastChild: null,
    next: null,
    leaf: -1,
    lastLeaf: -1,
    first: NOWHERE,
    written: null,
  }
}

/** An element of the last file for this one: nothing hangs on it yet. */
function emptied(element: Element, node: StructureNode | null): Element {
  element.node = node
  element.ref = null
  element.child = null
  element.lastChild = null
  element.next = null
  element.leaf = -1
  element.lastLeaf = -1
  element.first = NOWHERE
  return element
}
