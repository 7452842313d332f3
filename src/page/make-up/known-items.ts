import type { Pt } from '../../base/units.ts'
import type { DisplayItem, DisplayPage } from '../../display/display-list.ts'
import type { Mark } from '../search/strip.ts'
import { type ColumnMemory, columnMemory } from './known-columns.ts'

/** The pages of an issue's last state, and what its marks were drawn as: what is the same again is the same object. */
export interface ItemMemory {
  readonly marks: WeakMap<Mark, readonly DrawnMark[]>
  readonly columns: ColumnMemory
  pages: readonly DisplayPage[]
}

interface DrawnMark {
  readonly dx: Pt
  readonly dy: Pt
  readonly node: number | null
  readonly items: readonly DisplayItem[]
}

export function itemMemory(): ItemMemory {
  return { marks: new WeakMap(), columns: columnMemory(), pages: [] }
}

/** A mark is drawn in so many places at most: a table's head in each of its columns. */
const MOST_PLACES = 4

/** A mark's items as they were drawn at this place, else drawn now. */
export function knownItems(
  mark: Mark,
  place: Omit<DrawnMark, 'items'>,
  memory: ItemMemory | null,
  draw: () => readonly DisplayItem[],
): readonly DisplayItem[] {
  // A page number is only known when all pages are; what is turned belongs to several nodes.
  if (memory === null || mark.kind === 'page-number' || mark.kind === 'turned') return draw()
  const known = memory.marks.get(mark) ?? []
  const { dx, dy, node } = place
  const drawn = known.find((one) => one.dx === dx && one.dy === dy && one.node === node)
  if (drawn !== undefined) return drawn.items
  const items = draw()
  memory.marks.set(mark, [{ ...place, items }, ...known].slice(0, MOST_PLACES))
  return items
}

/** The pages with those of the last state, or their items, in place of their equals. */
export function steadyPages(pages: readonly DisplayPage[], memory: ItemMemory): readonly DisplayPage[] {
  const steady = pages.map((page, index) => steadyPage(page, memory.pages[index]))
  memory.pages = steady
  return steady
}

function steadyPage(page: DisplayPage, last: DisplayPage | undefined): DisplayPage {
  if (last === undefined) return page
  let isLast =
    page.items.length === last.items.length && page.width === last.width && page.height === last.height
  const items = page.items.map((item, index) => {
    const before = last.items[index]
    if (before !== undefined && isSame(item, before)) return before
    isLast = false
    return item
  })
  return isLast ? last : { ...page, items }
}

function isSame(item: DisplayItem, before: DisplayItem): boolean {
  if (item === before) return true
  if (item.kind !== before.kind || item.node !== before.node) return false
  return isAlike(item, before)
}

/** Whether two values of plain data say the same; written out they would have to be made for that first. */
function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one))
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((value, index) => isAlike(value, other[index]))
    )
  const keys = Object.keys(one) as (keyof typeof one)[]
  return (
    !Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && isAlike(one[key], other[key]))
  )
}
