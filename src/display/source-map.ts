import type { Span } from '../base/source.ts'
import type { Pt } from '../base/units.ts'
import type { DisplayItem, DisplayList } from './display-list.ts'

/** A place on the pages: the page by index, and a point or box from its top left. */
export interface PageBox {
  readonly page: number
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
}

/** Parts of an em by which glyphs rise above their baseline, and how tall they are. */
const ASCENT_EM = 0.88
const HEIGHT_EM = 1.12

/** Degrees by which a table on its side, or a word in a vertical title, is turned. */
const QUARTER = 90

/** What stands at a point of a page comes from here in the sources; null where nothing does that has a place in them. */
export function spanAt(list: DisplayList, { page, x, y }: Pick<PageBox, 'page' | 'x' | 'y'>): Span | null {
  const items = list.pages[page]?.items ?? []
  // What is painted last lies on top.
  const found = items.findLast((item) => {
    const box = item.span && boxOf(item)
    return box && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
  })
  return found?.span ?? null
}

/** Where the pages show what stands in the sources at an offset of a file, line by line. */
export function boxesAt(list: DisplayList, file: string, offset: number): readonly PageBox[] {
  return list.pages.flatMap(({ items }, page) =>
    items.flatMap((item): readonly PageBox[] => {
      const { span } = item
      if (span === null || span.file !== file || offset < span.from || offset >= span.to) return []
      const box = boxOf(item)
      return box === null ? [] : [{ page, ...box }]
    }),
  )
}

function boxOf(item: DisplayItem): Omit<PageBox, 'page'> | null {
  if (item.kind === 'path') return null
  if (item.kind !== 'glyphs') return { x: item.x, y: item.y, width: item.width, height: item.height }
  const { xs, y, size } = item
  const left = xs[0]
  if (left === undefined) return null
  const width = Math.max(...xs) + size - left
  if (item.angle === -QUARTER)
    return { x: left - (HEIGHT_EM - ASCENT_EM) * size, y, width: HEIGHT_EM * size, height: width }
  if (item.angle === QUARTER)
    return { x: left - ASCENT_EM * size, y: y - width, width: HEIGHT_EM * size, height: width }
  return { x: left, y: y - ASCENT_EM * size, width, height: HEIGHT_EM * size }
}
