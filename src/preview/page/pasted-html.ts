import type { BodyDraft } from '../../issue/write/write-body.ts'
import { type PastedChar, runsOf } from './pasted-text.ts'

/** What a page or a Word file gave. */
export interface PastedBody {
  readonly blocks: readonly BodyDraft[]
  /** Pictures that were among it; they cannot be pasted. */
  readonly pictures: number
}

/** What an element gives to what is in it. */
interface Around {
  readonly bold: boolean
  readonly raised: PastedChar['raised']
  readonly heading: boolean
  /** Whether line ends are line ends. */
  readonly pre: boolean
  /** 0 outside of lists. */
  readonly depth: number
}

interface ItemMark {
  readonly level: number
  /** null for a bullet. */
  readonly number: number | null
}

type ListDraft = Extract<BodyDraft, { kind: 'list' }>
type TableDraft = Extract<BodyDraft, { kind: 'table' }>
type CellDraft = TableDraft['header'][number]

const BLOCKS =
  /^(?:P|DIV|LI|H[1-6]|TR|TD|TH|BLOCKQUOTE|SECTION|ARTICLE|TABLE|UL|OL|DL|DT|DD|PRE|FIGURE|FIGCAPTION|HEADER|FOOTER|MAIN|ASIDE|NAV|ADDRESS|CENTER|FORM|FIELDSET|HR|CAPTION|DETAILS|SUMMARY)$/
const HIDDEN =
  /^(?:STYLE|SCRIPT|TITLE|META|LINK|HEAD|TEMPLATE|XML|DEL|NOSCRIPT|SELECT|TEXTAREA|BUTTON|IFRAME|OBJECT|AUDIO|VIDEO)$/
/** Hidden text, Word's comments and what leads to them. */
const HIDDEN_STYLE = /display:\s*none|mso-hide:\s*all|mso-element:\s*comment/i
const COMMENT = /\b(?:msocom|MsoCommentReference)/
const DEEPEST = 2
/** Columns of a table; a page could say thousands. */
const MOST_COLUMNS = 40

/** Paragraphs, sub-headings, lists and tables of a page or of Word's HTML; bold and raised signs are kept as marks. */
export function bodyOfHtml(html: string): PastedBody {
  const reader = new HtmlReader()
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  reader.visit(body, { bold: false, raised: undefined, heading: false, pre: false, depth: 0 })
  reader.end(false)
  return reader
}

class HtmlReader implements PastedBody {
  readonly blocks: BodyDraft[] = []
  pictures = 0
  #line: PastedChar[] = []
  /** Of the item that has no words yet. */
  #item: ItemMark | null = null

  /** The line is whole. */
  end(heading: boolean): void {
    const text = runsOf(this.#line)
    this.#line = []
    if (text.length === 0) return
    const item = this.#item
    this.#item = null
    if (item !== null) this.#addItem(item, text)
    else if (heading) this.blocks.push({ kind: 'subheading', level: 2, text: text.map(withoutBold) })
    else this.blocks.push({ kind: 'paragraph', text })
  }

  visit(node: Node, around: Around): void {
    if (node.nodeType === Node.TEXT_NODE || node.nodeName === 'math')
      this.#addText(node.textContent ?? '', around)
    if (!(node instanceof HTMLElement)) return
    const style = node.getAttribute('style') ?? ''
    if (HIDDEN.test(node.tagName) || HIDDEN_STYLE.test(style) || COMMENT.test(node.className)) return
    if (/mso-list:\s*ignore/i.test(style)) this.#addMarker(node, around)
    else if (node.tagName === 'IMG') this.pictures += isSeen(node as HTMLImageElement) ? 1 : 0
    else if (node.tagName === 'BR') this.#break(around)
    else if (node.tagName !== 'TABLE' || !this.#hasTable(node as HTMLTableElement))
      this.#visitElement(node, style, around)
  }

  #visitElement(node: HTMLElement, style: string, around: Around): void {
    const { tagName } = node
    const block = BLOCKS.test(tagName) || /display:\s*block/i.test(style)
    if (block) this.end(around.heading)
    if (tagName === 'LI') this.#item = itemOf(node, around.depth)
    const within = insideOf(node, style, around)
    for (const child of node.childNodes) this.visit(child, within)
    if (block) this.end(within.heading)
    if (tagName === 'LI') this.#item = null
  }

  #addText(text: string, { bold, raised, pre }: Around): void {
    const lines = pre ? text.split('\n') : [text]
    for (const [at, line] of lines.entries()) {
      if (at > 0) this.end(false)
      for (const char of line) this.#line.push({ char, bold, raised })
    }
  }

  #break({ heading }: Around): void {
    if (heading) this.#line.push({ char: '\n', bold: false, raised: undefined })
    else this.end(false)
  }

  /** The number or bullet that Word wrote out: a bullet and `1.` are those of a list, others are words. */
  #addMarker(node: HTMLElement, around: Around): void {
    const words = (node.textContent ?? '').replace(/[\s\u00a0]+/g, '')
    const own = node.closest('[style*="mso-list"]:not([style*="gnore"])')?.getAttribute('style') ?? ''
    const level = Math.min(Number(/level(\d+)/.exec(own)?.[1] ?? 1) - 1, DEEPEST)
    const number = /^(\d{1,3})\.$/.exec(words)?.[1]
    if (number !== undefined) this.#item = { level, number: Number(number) }
    else if ([...words].length <= 1 && !/[\d\p{Script=Han}①-⑳]/u.test(words))
      this.#item = { level, number: null }
    else this.#addText(/[、）)]$/.test(words) ? words : `${words} `, around)
  }

  #addItem({ level, number }: ItemMark, text: CellDraft['text']): void {
    const last = this.blocks.at(-1)
    const list = last?.kind === 'list' && goesOn(last, { level, number }) ? last : null
    if (list === null) {
      const start = number === null || number === 1 ? {} : { start: number }
      this.blocks.push({ kind: 'list', ordered: number !== null, items: [text], ...start })
      return
    }
    const flat = list.items.map(() => ({ level: 0, number: null }))
    const nested = list.nested ?? (level > 0 ? flat : undefined)
    const deepest = (nested?.at(-1)?.level ?? 0) + 1
    const own = { level: Math.min(level, deepest), number: level > 0 ? number : null }
    this.blocks[this.blocks.length - 1] = {
      ...list,
      items: [...list.items, text],
      ...(nested && { nested: [...nested, own] }),
    }
  }

  /** Whether a table was one: what is a frame around other things is read as what is in it. */
  #hasTable(table: HTMLTableElement): boolean {
    const cells = isTable(table) ? cellsOf(table) : null
    if (cells !== null) this.#addTable(table, cells)
    return cells !== null
  }

  #addTable(table: HTMLTableElement, [header = [], ...rows]: readonly (readonly CellDraft[])[]): void {
    this.end(false)
    this.pictures += [...table.querySelectorAll('img')].filter(isSeen).length
    const caption = table.caption ? cellText(table.caption) : []
    this.blocks.push({
      kind: 'table',
      ...(caption.length > 0 && { caption: caption.map(withoutBold) }),
      header: header.map(({ text, ...cell }) => ({ ...cell, text: text.map(withoutBold) })),
      align: header.map(() => 'auto' as const),
      rows,
    })
  }
}

function insideOf(node: HTMLElement, style: string, around: Around): Around {
  const { tagName } = node
  return {
    heading: around.heading || /^H[1-6]$/.test(tagName),
    bold: isBold(node, around.bold),
    raised: raisedBy(node) ?? around.raised,
    pre: around.pre || tagName === 'PRE' || /white-space:\s*pre/i.test(style),
    depth: around.depth + (/^(?:UL|OL)$/.test(tagName) ? 1 : 0),
  }
}

/** A property in an element's own style, which is read as it is written: a page with our policy applies none of it. */
function styleOf(node: HTMLElement, property: string): string {
  const value = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;!]*)`, 'i').exec(
    node.getAttribute('style') ?? '',
  )?.[1]
  return value?.trim().toLowerCase() ?? ''
}

function isBold(node: HTMLElement, around: boolean): boolean {
  const { tagName } = node
  const weight = styleOf(node, 'font-weight')
  if (weight !== '') return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  return around || /^(?:B|STRONG)$/.test(tagName)
}

function raisedBy(node: HTMLElement): PastedChar['raised'] {
  const { tagName } = node
  const align = styleOf(node, 'vertical-align')
  if (tagName === 'SUP' || align === 'super') return 'superscript'
  return tagName === 'SUB' || align === 'sub' ? 'subscript' : undefined
}

const withoutBold = <T extends { readonly bold?: true }>({ bold: _, ...run }: T) => run

/** What counts pages or holds a place is none that was meant. */
function isSeen(image: HTMLImageElement): boolean {
  const size = (name: string) => Number(image.getAttribute(name) ?? 99)
  return size('width') > 2 && size('height') > 2
}

function itemOf(node: HTMLElement, depth: number): ItemMark {
  const level = Math.min(Math.max(0, depth - 1), DEEPEST)
  const list = node.parentElement
  if (list?.tagName !== 'OL') return { level, number: null }
  const before = [...list.children].filter((one) => one.tagName === 'LI').indexOf(node)
  const value = Number(node.getAttribute('value'))
  const first = Number(list.getAttribute('start') ?? 1)
  const number = value > 0 ? value : (Number.isInteger(first) && first > 0 ? first : 1) + before
  return { level, number: number > 999 ? null : number }
}

/** Whether an item is the next of a list. */
function goesOn(list: ListDraft, { level, number }: ItemMark): boolean {
  if (level > 0) return true
  if (list.ordered !== (number !== null)) return false
  const outer = list.items.length - (list.nested?.filter((one) => one.level > 0).length ?? 0)
  return number === null || number === (list.start ?? 1) + outer
}

/** Whether a table is one, and no frame around other things. */
function isTable(table: HTMLTableElement): boolean {
  const columns = Math.max(0, ...[...table.rows].map(({ cells }) => cells.length))
  const framed = table.getAttribute('role') === 'presentation' || table.querySelector('table') !== null
  return !framed && table.rows.length > 1 && columns > 1
}

/** The cells row by row, each row as long; what a cell reaches over is one with it. null for too many columns. */
function cellsOf(table: HTMLTableElement): readonly (readonly CellDraft[])[] | null {
  const grid: CellDraft[][] = [...table.rows].map(() => [])
  for (const [at, row] of [...table.rows].entries())
    for (const cell of row.cells) {
      const own = grid[at] as CellDraft[]
      const free = own.findIndex((_, column) => own[column] === undefined)
      const column = free < 0 ? own.length : free
      if (column + cell.colSpan > MOST_COLUMNS) return null
      for (let down = 0; down < Math.max(1, cell.rowSpan) && at + down < grid.length; down += 1)
        for (let across = 0; across < Math.max(1, cell.colSpan); across += 1)
          (grid[at + down] as CellDraft[])[column + across] = spanned(cell, down, across)
    }
  const width = Math.max(...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? { text: [] }))
}

function spanned(cell: HTMLTableCellElement, down: number, across: number): CellDraft {
  if (across > 0) return { text: [], merged: 'left' }
  return down > 0 ? { text: [], merged: 'above' } : { text: cellText(cell) }
}

/** All of a cell on one line. */
function cellText(cell: HTMLElement): CellDraft['text'] {
  const reader = new HtmlReader()
  const around: Around = { bold: false, raised: undefined, heading: false, pre: false, depth: 0 }
  for (const child of cell.childNodes) reader.visit(child, around)
  reader.end(false)
  return reader.blocks.flatMap((block, at): CellDraft['text'] => {
    const texts = block.kind === 'list' ? block.items : 'text' in block ? [block.text] : []
    return texts.flatMap((text, index) => (at + index > 0 ? [{ text: ' ' }, ...text] : text))
  })
}
