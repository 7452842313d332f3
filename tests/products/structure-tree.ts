import {
  type Dictionary,
  isDictionary,
  type Operation,
  type PdfFile,
  Reference,
  type Value,
} from '../paint/pdf-file.ts'

/** An element of the tags as a file has it. */
export interface Element {
  readonly role: string
  readonly parentRole: string | null
  readonly element: Dictionary
  readonly parent: Dictionary
  readonly kids: readonly Element[]
  /** Marked content hanging on it, in order: page's object and MCID. */
  readonly marks: readonly string[]
  /** Its marked content and the elements below it as they follow each other. */
  readonly pieces: readonly (string | Element)[]
}

interface Below {
  readonly kids: Element[]
  readonly marks: string[]
  readonly pieces: (string | Element)[]
}

/** All elements, each before those below it, in the order in which they are read. */
export function elementsOf(file: PdfFile): readonly Element[] {
  const found: Element[] = []
  const root = file.dictionary(file.catalogue.StructTreeRoot)
  const visit = (value: Value, parent: Dictionary, parentRole: string | null): Element => {
    const element = file.dictionary(value)
    const role = String(element.S).slice(1)
    const below: Below = { kids: [], marks: [], pieces: [] }
    const one: Element = { role, parentRole, element, parent, ...below }
    found.push(one)
    for (const kid of file.array(element.K)) take(kid, element, role, below)
    return one
  }
  const take = (kid: Value, element: Dictionary, role: string, below: Below): void => {
    const inside = file.get(kid)
    const marked = isDictionary(inside) && inside.Type === '/MCR'
    if (isDictionary(inside) && inside.Type === '/OBJR') return
    if (isDictionary(inside) && !marked) {
      const child = visit(kid, element, role)
      below.kids.push(child)
      below.pieces.push(child)
      return
    }
    const mark = marked ? markOf(inside.Pg, inside.MCID) : markOf(element.Pg, inside)
    below.marks.push(mark)
    below.pieces.push(mark)
  }
  for (const kid of file.array(root.K)) visit(kid, root, null)
  return found
}

function markOf(page: Value | undefined, mcid: Value | undefined): string {
  if (!(page instanceof Reference)) throw new Error('marked content without a page')
  return `${page.id} ${String(mcid)}`
}

/** A stretch of content: tagged, an artifact, or a problem. */
export interface Painted {
  readonly mark: string | null
  /** What the page's entry in the parent tree says it belongs to. */
  readonly owner: Dictionary | null
  readonly problem: string | null
}

const PAINTING = new Set('Tj TJ \' " Do f F f* B B* b b* S s sh EI'.split(' '))

/** What a page paints, by the marked content that it stands in. */
export function paintedContent(file: PdfFile, page: Reference, operations: readonly Operation[]): Painted[] {
  const owners = file.array(parentTree(file).get(Number(file.dictionary(page).StructParents)))
  const open: (Painted & { readonly artifact: boolean })[] = []
  const out: Painted[] = []
  for (const { operator, operands } of operations) {
    if (operator === 'BMC' || operator === 'BDC') {
      const mcid = isDictionary(operands[1]) ? operands[1].MCID : undefined
      const artifact = operands[0] === '/Artifact'
      const nested = open.length > 0 ? `${String(operands[0])} inside other content` : null
      const owner = mcid === undefined ? null : file.dictionary(owners[Number(mcid)])
      const mark = mcid === undefined ? null : markOf(page, mcid)
      const untold = mcid === undefined && !artifact ? `${String(operands[0])} without an MCID` : null
      open.push({ mark, owner, artifact, problem: nested ?? untold })
      if (mark !== null || nested || untold) out.push({ mark, owner, problem: nested ?? untold })
    } else if (operator === 'EMC' && open.pop() === undefined) {
      out.push({ mark: null, owner: null, problem: 'EMC without a beginning' })
    } else if (PAINTING.has(operator) && open.length === 0) {
      out.push({ mark: null, owner: null, problem: `${operator} outside all marked content` })
    }
  }
  if (open.length > 0) out.push({ mark: null, owner: null, problem: 'content is marked to no end' })
  return out
}

function parentTree(file: PdfFile): Map<number, Value> {
  const root = file.dictionary(file.catalogue.StructTreeRoot)
  const nums = file.array(file.dictionary(root.ParentTree).Nums)
  return new Map(nums.flatMap((key, i) => (i % 2 === 0 ? [[Number(key), nums[i + 1]!] as const] : [])))
}
