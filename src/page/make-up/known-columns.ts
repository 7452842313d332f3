import type { DisplayItem } from '../../display/display-list.ts'
import type { ColumnContent } from '../search/column-strips.ts'
import type { Owner } from '../search/strip.ts'
import type { Column, Page } from './page.ts'
import type { PageStructure } from './structure.ts'

/** The columns of an issue's last state, and what was made of them: one that holds the same again is the same object. */
export interface ColumnMemory {
  pages: readonly Page[]
  readonly made: WeakMap<ColumnContent, MadeColumn>
  readonly items: WeakMap<Column, ColumnItems>
  /** Columns that hold all their text. */
  readonly inside: WeakSet<Column>
  /** What has no line to speak of. */
  readonly plain: WeakSet<ColumnContent>
}

/** A column as it was made up, and all that its place depends on besides what it holds. */
interface MadeColumn {
  readonly place: string
  readonly column: Column
}

/** A column as it was drawn, with the nodes that it asked for. */
interface ColumnItems {
  readonly items: readonly DisplayItem[]
  readonly nodes: ReadonlyMap<Owner, number | null>
  readonly withReadings: boolean
}

export function columnMemory(): ColumnMemory {
  return { pages: [], made: new WeakMap(), items: new WeakMap(), inside: new WeakSet(), plain: new WeakSet() }
}

/** A column as it was made up of this content in this place before, else made up now. */
export function madeColumn(
  content: ColumnContent,
  place: readonly unknown[],
  memory: ColumnMemory | null,
  make: () => Column,
): Column {
  if (memory === null) return make()
  const known = memory.made.get(content)
  const at = place.join()
  if (known?.place === at) return known.column
  const column = make()
  memory.made.set(content, { place: at, column })
  return column
}

/** The pages with the columns of the last state in place of their equals. */
export function withKnownColumns(pages: readonly Page[], memory: ColumnMemory): readonly Page[] {
  const steady = pages.map((page, index) => {
    const last = memory.pages[index]
    if (last === undefined || JSON.stringify(page.area) !== JSON.stringify(last.area)) return page
    const columns = page.columns.map((column, at) => {
      const before = last.columns[at]
      return before !== undefined && isSameColumn(column, before) ? before : column
    })
    return { ...page, columns }
  })
  memory.pages = steady
  return steady
}

function isSameColumn(column: Column, before: Column): boolean {
  if (column === before) return true
  const { strips, frames, ...own } = column
  const { strips: stripsBefore, frames: _, ...ownBefore } = before
  return (
    strips.length === stripsBefore.length &&
    strips.every((one, at) => isSamePlace(one, stripsBefore[at] as Column['strips'][number])) &&
    JSON.stringify(own) === JSON.stringify(ownBefore)
  )
}

type Placed = Column['strips'][number]

function isSamePlace(one: Placed, before: Placed): boolean {
  return (
    one.strip === before.strip &&
    one.block === before.block &&
    one.row === before.row &&
    one.shift === before.shift
  )
}

/** A column's items as they were drawn, when its parts have the same nodes still; else drawn now, by nodes that are noted. */
export function knownColumn(
  column: Column,
  { nodeOf }: Pick<PageStructure, 'nodeOf'>,
  withReadings: boolean,
  memory: ColumnMemory,
  draw: (nodeOf: PageStructure['nodeOf']) => readonly DisplayItem[],
): readonly DisplayItem[] {
  const known = memory.items.get(column)
  if (known?.withReadings === withReadings && hasNodes(known.nodes, nodeOf)) return known.items
  const nodes = new Map<Owner, number | null>()
  const items = draw((owner) => {
    const node = nodeOf(owner)
    nodes.set(owner, node)
    return node
  })
  // Page numbers are only known when all pages are.
  const isAlike = column.strips.every(({ strip }) => strip.marks.every(({ kind }) => kind !== 'page-number'))
  if (isAlike) memory.items.set(column, { items, nodes, withReadings })
  return items
}

function hasNodes(nodes: ColumnItems['nodes'], nodeOf: PageStructure['nodeOf']): boolean {
  for (const [owner, node] of nodes) if (nodeOf(owner) !== node) return false
  return true
}
