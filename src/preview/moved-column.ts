import type { Pt } from '../base/units.ts'
import type { DisplayItem, DisplayPage } from '../display/display-list.ts'

/** A column of a page from a height on. */
export interface ColumnFoot {
  readonly x: Pt
  readonly width: Pt
  /** What begins below it is meant. */
  readonly from: Pt
  /** What begins below it stands below all columns. */
  readonly to: Pt
}

/** Items that went out of their column below: they come back when room is made. */
const pushedOut = new WeakSet<DisplayItem>()

/** What may stand out of a column, or of a line: ink is not measured here. */
const SLACK = 2

/**
 * The items of a page with those at a column's foot so much lower, or higher; null where something there reaches into
 * another column, so that more than one would move.
 */
export function withFootMoved(
  items: readonly DisplayItem[],
  foot: ColumnFoot,
  down: Pt,
): DisplayPage['items'] | null {
  const moved: DisplayItem[] = []
  for (const item of items) {
    const box = boxOf(item)
    const right = foot.x + foot.width
    const below = box.top > foot.from && (box.top < foot.to || pushedOut.has(item))
    const touches = box.left < right - SLACK && box.right > foot.x + SLACK
    if (!below || !touches) {
      moved.push(item)
      continue
    }
    if (box.left < foot.x - SLACK || box.right > right + SLACK) return null
    const made = lower(item, down)
    if (box.top + down >= foot.to) pushedOut.add(made)
    moved.push(made)
  }
  return moved
}

function boxOf(item: DisplayItem): { readonly left: Pt; readonly right: Pt; readonly top: Pt } {
  if (item.kind === 'glyphs') {
    const last = item.xs.at(-1) ?? 0
    // Its lines' places are those of their baselines: what is compared with them too.
    return { left: item.xs[0] ?? 0, right: last, top: item.y }
  }
  if (item.kind !== 'path') return { left: item.x, right: item.x + item.width, top: item.y }
  const xs = item.commands.flatMap(([, ...places]) => places.filter((_, at) => at % 2 === 0))
  const ys = item.commands.flatMap(([, ...places]) => places.filter((_, at) => at % 2 === 1))
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys) }
}

function lower(item: DisplayItem, down: Pt): DisplayItem {
  if (item.kind !== 'path') return { ...item, y: item.y + down }
  const commands = item.commands.map(([sign, ...places]) => [
    sign,
    ...places.map((place, at) => (at % 2 === 1 ? place + down : place)),
  ])
  return { ...item, commands: commands as unknown as typeof item.commands }
}
