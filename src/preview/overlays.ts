import type { ImageAsset } from '../assets/image.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { DisplayList, Image, Path } from '../display/display-list.ts'
import { placeholderPanels } from '../display/placeholders.ts'
import type { PageBox } from '../display/source-map.ts'
import { wordsOf } from '../report/words.ts'
import { columnOf } from './grid-columns.ts'
import type { GridFacts, Overlay } from './protocol.ts'

/** What the overlays are found in: the pages, what was said of them, and what they were made with. */
export interface OverlayFacts {
  readonly list: DisplayList
  readonly diagnostics: readonly Diagnostic[]
  readonly grid: GridFacts
  /** By the key that items of the pages name them by. */
  readonly images: ReadonlyMap<string, Pick<ImageAsset, 'width' | 'height'>>
  /** Pixels an inch below which a photograph is coarse. */
  readonly minPpi: number
}

const POINTS_PER_INCH = 72

/** The places that an editor can have shown on the pages: loose lines, holes, coarse photographs, open pictures. */
export function overlaysOf(facts: OverlayFacts): readonly Overlay[] {
  return [...saidOverlays(facts), ...coarsePictures(facts), ...openPictures(facts.list)]
}

/** Lines and column ends that messages tell of by page, column, and line or number of lines. */
function saidOverlays({ list, diagnostics, grid }: OverlayFacts): Overlay[] {
  return diagnostics.flatMap((one): Overlay[] => {
    const { page, column, line, lines } = one.values
    if (typeof page !== 'number' || typeof column !== 'number') return []
    const words = { zh: wordsOf(one, 'zh').message, en: wordsOf(one, 'en').message }
    const boxOf = (row: number, rows: number): PageBox =>
      rowsBox(list, grid, [page - 1, column - 1], row, rows)
    if (LOOSE.has(one.code) && typeof line === 'number')
      return [{ kind: 'loose', words, box: boxOf(line - 1, 1) }]
    if (one.code === 'W-HOLE' && typeof lines === 'number')
      return [{ kind: 'holes', words, box: boxOf(rowsOf(list, grid, page - 1) - lines, lines) }]
    return []
  })
}

const LOOSE: ReadonlySet<string> = new Set(['W-LINE-LOOSE', 'I-LINE-LOOSE'])

/** Whole lines of a page's type area. */
function rowsOf({ pages }: DisplayList, { top, bottom, lineHeight }: GridFacts, page: number): number {
  return Math.round(((pages[page]?.height ?? 0) - top - bottom) / lineHeight)
}

/** Rows of a column, from `row` on; counted from 0. */
function rowsBox(
  { pages }: DisplayList,
  grid: GridFacts,
  [page, column]: readonly [number, number],
  row: number,
  rows: number,
): PageBox {
  const { top, lineHeight } = grid
  const box = columnOf(grid, { index: page, width: pages[page]?.width ?? 0 }, column)
  return { page, ...box, y: top + row * lineHeight, height: rows * lineHeight }
}

/** Photographs with fewer pixels an inch than the design wants, of the part that is shown. */
function coarsePictures({ list, images, minPpi }: OverlayFacts): Overlay[] {
  return list.pages.flatMap(({ items }, page) =>
    items.flatMap((item): Overlay[] => {
      if (item.kind !== 'image') return []
      const ppi = Math.round(ppiOf(item, images.get(item.image)))
      if (ppi >= minPpi) return []
      const { x, y, width, height } = item
      const words = { zh: `${ppi} ppi，不到 ${minPpi}`, en: `${ppi} ppi, less than ${minPpi}` }
      return [{ kind: 'pixels', words, box: { page, x, y, width, height } }]
    }),
  )
}

/** Pixels an inch, the fewer of across and down; infinite for a picture that is not known. */
function ppiOf(
  { width, height, crop }: Image,
  pixels: Pick<ImageAsset, 'width' | 'height'> | undefined,
): number {
  if (pixels === undefined) return Number.POSITIVE_INFINITY
  const across = (pixels.width * (crop.right - crop.left)) / width
  const down = (pixels.height * (crop.bottom - crop.top)) / height
  return Math.min(across, down) * POINTS_PER_INCH
}

function openPictures(list: DisplayList): Overlay[] {
  const words = { zh: '图片待补', en: 'A picture still to come' }
  return placeholderPanels(list).map(({ page, panel }) => ({
    kind: 'placeholders',
    words,
    box: { page, ...boundsOf(panel) },
  }))
}

function boundsOf({ commands }: Path): Omit<PageBox, 'page'> {
  const numbers = commands.flatMap(([, ...values]) => values)
  const xs = numbers.filter((_, at) => at % 2 === 0)
  const ys = numbers.filter((_, at) => at % 2 === 1)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
