import type { Content } from '../../content/content.ts'
import { coveredPlaces } from '../../content/merged-cells.ts'
import type { StructureNode } from '../../display/display-list.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { isAboveTable } from '../blocks/beside-headings.ts'
import type { Owner } from '../search/strip.ts'

/** The document's logical structure, and which node each mark's owner belongs to. */
export interface PageStructure {
  readonly nodes: readonly StructureNode[]
  nodeOf(owner: Owner): number | null
}

type Role = StructureNode['role']

/** A tree being written down in reading order. */
class Tree {
  readonly nodes: StructureNode[] = []
  readonly owners = new Map<object, number>()
  readonly #divided = new Set<number>()

  add(
    parent: number,
    role: Role,
    more: { alt?: string; title?: string; spans?: readonly [number, number] } = {},
  ): number {
    const id = this.nodes.length
    this.nodes.push({ id, parent, role, ...more })
    return id
  }

  own(owner: object | null | undefined, node: number): void {
    if (owner) this.owners.set(owner, node)
  }

  /** A heading's level: one below what stands above it, for none may be left out (ISO 14289-1, 7.4.2). */
  heading(parent: number, of: 'section' | 'headline' | 'subhead' | 'subhead3', title: string): number {
    if (of === 'section') return this.add(parent, 'H2', { title })
    if (of === 'headline') return this.add(parent, 'H3', { title })
    if (of === 'subhead') this.#divided.add(parent)
    return this.add(parent, of === 'subhead3' && this.#divided.has(parent) ? 'H5' : 'H4', { title })
  }
}

/** Document > Sect per section > Art per article > headings, paragraphs, figures …, in reading order (R90). */
export function structureOf(blocks: readonly ShapedBlock[], metadata: Content['metadata']): PageStructure {
  const tree = new Tree()
  const root = tree.add(-1, 'Document', { title: metadata.title })
  const parents = new Map<string, number>()
  const parentFor = (block: ShapedBlock): number => {
    const { section, article } = block.place
    if (section < 0) return root
    const sect = known(parents, `${section}`, () =>
      tree.add(root, 'Sect', titled(metadata.sections[section]?.name)),
    )
    if (article < 0 || isBrief(block)) return sect
    return known(parents, `${section}/${article}`, () =>
      tree.add(sect, 'Art', titled(metadata.sections[section]?.articles[article])),
    )
  }
  tagBlocks(tree, blocks, parentFor)
  return { nodes: tree.nodes, nodeOf: (owner) => (owner ? (tree.owners.get(owner) ?? null) : null) }
}

function titled(title: string | undefined): { title?: string } {
  return title ? { title } : {}
}

function isBrief(block: ShapedBlock): boolean {
  return block.kind === 'paragraph' && block.role === 'brief'
}

function known(map: Map<string, number>, key: string, make: () => number): number {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

/** Blocks in order; neighbouring list items and briefs share one list, neighbouring quotations one quotation. */
function tagBlocks(
  tree: Tree,
  blocks: readonly ShapedBlock[],
  parentFor: (block: ShapedBlock) => number,
): void {
  let group = -1
  let groupOf: string | null = null
  let captions: ShapedBlock[] = []
  /** The open lists, each inside the last item of the one before. */
  let lists: { readonly list: number; readonly body: number }[] = []
  /** What holds the notes of the last paragraph, where it is not what holds the paragraph. */
  let note = -1
  for (const block of blocks) {
    if (isAboveTable(block)) {
      captions.push(block)
      continue
    }
    if (block.kind === 'paragraph' && block.role === 'footnote') {
      tagFootnote(tree, note < 0 ? parentFor(block) : note, block)
      continue
    }
    const role = groupRole(block)
    note = -1
    if (block.kind === 'turnable') {
      groupOf = null
      tagBlocks(tree, block.blocks, parentFor)
      continue
    }
    if (role === null || block.kind !== 'paragraph') {
      groupOf = null
      if (block.kind === 'table') tagTable(tree, parentFor(block), block, captions)
      else tagBlock(tree, parentFor(block), block)
      captions = []
      continue
    }
    if (groupOf !== role) {
      group = tree.add(parentFor(block), role === 'quotation' ? 'BlockQuote' : 'L')
      lists = [{ list: group, body: group }]
    }
    groupOf = role
    if (role === 'quotation') {
      note = group
      tagText(tree, tree.add(group, 'P'), block)
      continue
    }
    const { level = 0 } = block
    lists.length = Math.min(lists.length, level + 1)
    const above = lists[level - 1]
    const list = lists[level]?.list ?? tree.add(above?.body ?? group, 'L')
    const item = tree.add(list, 'LI')
    if (block.marker) tree.own(block.marker, tree.add(item, 'Lbl'))
    const words = tree.add(item, 'LBody')
    lists[level] = { list, body: words }
    note = words
    tagText(tree, hasNotes(block) ? tree.add(words, 'P') : words, block)
  }
}

/** A paragraph's text, and the marks of footnotes in it. */
function tagText(tree: Tree, node: number, block: Extract<ShapedBlock, { kind: 'paragraph' }>): void {
  tree.own(block, node)
  for (const { run } of block.text.runs)
    if (run.note !== undefined) tree.own(run, tree.add(node, 'Reference'))
}

function hasNotes({ text }: Extract<ShapedBlock, { kind: 'paragraph' }>): boolean {
  return text.runs.some(({ run }) => run.note !== undefined)
}

/** A footnote behind the paragraph that has its mark, wherever it stands on the page. */
function tagFootnote(tree: Tree, parent: number, block: Extract<ShapedBlock, { kind: 'paragraph' }>): void {
  const note = tree.add(parent, 'Note')
  if (block.marker) tree.own(block.marker, tree.add(note, 'Lbl'))
  tree.own(block, tree.add(note, 'P'))
}

/** What panels are to readers who do not see them, where they are more than a group. */
const PANEL_ROLES: { readonly [look: string]: 'Note' | 'BlockQuote' } = { note: 'Note', quote: 'BlockQuote' }

const GROUPED: readonly string[] = ['list-item', 'brief', 'quotation']

function groupRole(block: ShapedBlock): string | null {
  return block.kind === 'paragraph' && GROUPED.includes(block.role) ? block.role : null
}

function tagBlock(tree: Tree, parent: number, block: Exclude<ShapedBlock, { kind: 'table' }>): void {
  switch (block.kind) {
    case 'heading':
      if (block.shoulder) tree.own(block.shoulder, tree.add(parent, 'P'))
      tree.own(block, tree.heading(parent, block.role, block.outline))
      if (block.subtitle) tree.own(block.subtitle, tree.add(parent, 'P'))
      break
    case 'paragraph':
      tagText(tree, tree.add(parent, 'P'), block)
      if (block.signature?.seal)
        tree.own(block.signature.seal, tree.add(parent, 'Figure', { alt: block.signature.seal.alt }))
      break
    case 'figure':
      for (const picture of block.pictures) {
        tree.own(picture, tree.add(parent, 'Figure', { alt: picture.alt }))
        // Beside the figure: what stands below an alternative text is passed over by screen readers.
        if (picture.caption) tree.own(picture.caption, tree.add(parent, 'Caption'))
      }
      if (block.caption) tree.own(block.caption, tree.add(parent, 'Caption'))
      break
    case 'panel': {
      const panel = tree.add(parent, PANEL_ROLES[block.look] ?? 'Div')
      tagBlocks(tree, block.blocks, () => panel)
      break
    }
    case 'masthead':
      tagMasthead(tree, parent, block)
      break
    case 'colophon':
      for (const row of block.rows) {
        const line = tree.add(parent, 'P')
        for (const text of [row.label, row.text, row.right]) tree.own(text, line)
      }
      if (block.code) tree.own(block.code, tree.add(parent, 'Figure', { alt: block.code.alt }))
      break
    case 'blank':
    case 'start':
      break
  }
}

/** Caption, head and body; the head's cells are above their columns, a first column's beside their rows. */
function tagTable(
  tree: Tree,
  parent: number,
  { header, rows, rowHeads, headRows = 0, merged = [] }: Extract<ShapedBlock, { kind: 'table' }>,
  above: readonly ShapedBlock[],
): void {
  const table = tree.add(parent, 'Table')
  const caption = above.length > 0 ? tree.add(table, 'Caption') : table
  for (const words of above) tree.own(words, caption)
  const spans = new Map(merged.map((one) => [`${one.row}/${one.column}`, one]))
  const covered = coveredPlaces(merged)
  const addRow = (
    part: number,
    at: number,
    cells: readonly ShapedText[],
    roleOf: (column: number) => 'TH' | 'TD',
  ) => {
    const row = tree.add(part, 'TR')
    for (const [column, cell] of cells.entries()) {
      const place = `${at}/${column}`
      if (covered.has(place)) continue
      const one = spans.get(place)
      tree.own(cell, tree.add(row, roleOf(column), one ? { spans: [one.rows, one.columns] } : {}))
    }
  }
  // An empty corner heads nothing.
  const isCorner = (column: number) => column === 0 && header[0]?.plain === ''
  if (header.length > 0) {
    const head = tree.add(table, 'THead')
    addRow(head, 0, header, (column) => (isCorner(column) ? 'TD' : 'TH'))
    for (const [at, cells] of rows.slice(0, headRows).entries()) addRow(head, at + 1, cells, () => 'TH')
  }
  if (rows.length <= headRows) return
  const body = tree.add(table, 'TBody')
  for (const [at, cells] of rows.slice(headRows).entries())
    addRow(body, headRows + at + 1, cells, (column) => (rowHeads && column === 0 ? 'TH' : 'TD'))
}

function tagMasthead(tree: Tree, parent: number, block: Extract<ShapedBlock, { kind: 'masthead' }>): void {
  for (const text of [block.classification, block.copyNumber]) if (text) tree.own(text, tree.add(parent, 'P'))
  const name = tree.add(parent, 'H1', { title: block.name.plain })
  tree.own(block.name, name)
  // The picture stands for the name: without it the document would begin with a heading of the second level.
  const isPicture = block.image !== null && block.pixels !== undefined
  tree.own(block, isPicture ? tree.add(name, 'Figure', { alt: block.name.plain }) : name)
  for (const text of [block.specialTitle, block.subtitle, block.issueLabel, block.issuer, block.date]) {
    if (text) tree.own(text, tree.add(parent, 'P'))
  }
  if (block.ear) tagBlock(tree, parent, block.ear)
  if (!block.contents) return
  tree.own(block.contents.title, tree.add(parent, 'P'))
  const list = tree.add(parent, 'TOC')
  for (const line of block.contents.lines) tree.own(line.text, tree.add(tree.add(list, 'TOCI'), 'Reference'))
}
