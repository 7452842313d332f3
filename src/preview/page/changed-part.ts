import type { PaintedItem, ScreenPage } from '../protocol.ts'

/** A part of a page, in pt from its top left. */
export interface PagePart {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Parts of an em that glyphs reach at most over their baseline, under it, and to the sides of their places. */
const OVER_EM = 1.4
const UNDER_EM = 0.7
const BESIDE_EM = 1.6

/** The part in which two states of a page look otherwise; null for none, or for a page of another size: `whole`. */
export function changedPart(before: ScreenPage, after: ScreenPage): PagePart | 'whole' | null {
  if (before.width !== after.width || before.height !== after.height) return 'whole'
  const [old, now] = [before, after].map(({ items }) => items.map((item) => JSON.stringify(item))) as [
    string[],
    string[],
  ]
  let from = 0
  while (from < Math.min(old.length, now.length) && old[from] === now[from]) from += 1
  let end = 0
  while (end < Math.min(old.length, now.length) - from && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const changed = [before, after].flatMap(({ items }) => items.slice(from, items.length - end))
  if (changed.length === 0) return null
  const parts = changed.map(partOf)
  return {
    left: Math.min(...parts.map((one) => one.left)),
    top: Math.min(...parts.map((one) => one.top)),
    right: Math.max(...parts.map((one) => one.right)),
    bottom: Math.max(...parts.map((one) => one.bottom)),
  }
}

const EVERYWHERE: PagePart = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
}

/** Where an item's ink may be. */
function partOf(item: PaintedItem): PagePart {
  if (item.kind === 'path') return partOfPath(item)
  if (item.kind !== 'glyphs') {
    const { x, y, width, height } = item
    return { left: x, top: y, right: x + width, bottom: y + height }
  }
  const { xs, y, size, angle } = item
  if (angle) return EVERYWHERE
  return {
    left: Math.min(...xs) - BESIDE_EM * size,
    top: y - OVER_EM * size,
    right: Math.max(...xs) + BESIDE_EM * size,
    bottom: y + UNDER_EM * size,
  }
}

function partOfPath({ commands, stroke }: PaintedItem & { readonly kind: 'path' }): PagePart {
  const numbers = commands.flatMap(([, ...values]) => values)
  const xs = numbers.filter((_, at) => at % 2 === 0)
  const ys = numbers.filter((_, at) => at % 2 === 1)
  const more = stroke?.width ?? 0
  return {
    left: Math.min(...xs) - more,
    top: Math.min(...ys) - more,
    right: Math.max(...xs) + more,
    bottom: Math.max(...ys) + more,
  }
}

/** The items that may have ink in a part. */
export function itemsIn(items: readonly PaintedItem[], part: PagePart): readonly PaintedItem[] {
  return items.filter((item) => {
    const { left, top, right, bottom } = partOf(item)
    return left <= part.right && right >= part.left && top <= part.bottom && bottom >= part.top
  })
}
