import type { Assets } from '../assets/image.ts'
import type { Outcome } from '../base/diagnostic.ts'
import type { Pt } from '../base/units.ts'
import type { DisplayList, DisplayPage, StructureNode } from '../display/display-list.ts'
import type { Imposition, SheetSide } from '../paint/pdf/options.ts'
import { paintPdf } from '../paint/pdf/paint-pdf.ts'
import { preparePictures } from './pictures.ts'
import { screenInks } from './screen-inks.ts'

export interface BookletOptions {
  /** Where the blank pages stand that fill up to a multiple of four: before the last page, which has the colophon, or after it. */
  readonly blanks: 'before-last' | 'end'
  /** 爬移: how far each sheet's pages move to the fold against the sheet around it; about the paper's thickness. */
  readonly creep: Pt
  readonly maxPpi: number
  readonly quality: number
  readonly cacheFolder: string | null
  /** Leaves what its makers wrote into a JPEG that goes in as it is. */
  readonly keepMetadata?: boolean
}

/** Whether an article begins on an earlier page than the last and ends on it: blanks between would break it. */
export function runsToLastPage({ pages, structure }: DisplayList): boolean {
  const nodes = new Map(structure.map((node) => [node.id, node]))
  const articlesOn = (items: DisplayPage['items']) =>
    new Set(items.map((item) => articleOf(nodes, item.node)).filter((article) => article !== null))
  const before = articlesOn(pages.slice(0, -1).flatMap((page) => page.items))
  return [...articlesOn(pages.at(-1)?.items ?? [])].some((article) => before.has(article))
}

function articleOf(nodes: ReadonlyMap<number, StructureNode>, node: number | null): number | null {
  let one = node === null ? undefined : nodes.get(node)
  while (one && one.role !== 'Art' && one.role !== 'L') one = nodes.get(one.parent)
  return one?.id ?? null
}

/** Reading order with blanks (null), a multiple of four long. */
export function withBlanks(pages: number, blanks: BookletOptions['blanks']): (number | null)[] {
  const order: (number | null)[] = Array.from({ length: pages }, (_, page) => page)
  const missing = (4 - (pages % 4)) % 4
  const at = blanks === 'end' || pages < 2 ? pages : pages - 1
  order.splice(at, 0, ...Array<null>(missing).fill(null))
  return order
}

/** Sides of the sheets from the outermost in, front and back in turn (骑马订): pages by index, left and right of the fold. */
export function saddleStitch(
  order: readonly (number | null)[],
): { readonly sheet: number; readonly left: number | null; readonly right: number | null }[] {
  const sides = []
  for (let sheet = 0; sheet < order.length / 4; sheet++) {
    const first = sheet * 2
    const last = order.length - 1 - first
    sides.push({ sheet, left: order[last]!, right: order[first]! })
    sides.push({ sheet, left: order[first + 1]!, right: order[last - 1]! })
  }
  return sides
}

/** Sheets of two pages a side; the sheet is twice as wide as the widest page. */
export function imposition(list: DisplayList, options: Pick<BookletOptions, 'blanks' | 'creep'>): Imposition {
  const width = Math.max(...list.pages.map((page) => page.width))
  const height = Math.max(...list.pages.map((page) => page.height))
  return saddleStitch(withBlanks(list.pages.length, options.blanks)).map(
    ({ sheet, left, right }): SheetSide => {
      const shift = sheet * options.creep
      const pages = [
        ...(left === null ? [] : [{ page: left, x: width - list.pages[left]!.width + shift, y: 0 }]),
        ...(right === null ? [] : [{ page: right, x: width - shift, y: 0 }]),
      ]
      return { width: width * 2, height, pages, lines: [] }
    },
  )
}

/**
 * Sheets to print on both sides (turned over the short edge), fold once and staple: two A4 pages a side on A3. Every
 * page is in the file once.
 */
export async function bookletPdf(
  list: DisplayList,
  assets: Assets,
  options: BookletOptions,
): Promise<Outcome<Uint8Array>> {
  const { value, diagnostics } = await preparePictures(list, assets, {
    maxPpi: options.maxPpi,
    quality: options.quality,
    colour: screenInks(list).mode,
    alpha: true,
    cacheFolder: options.cacheFolder,
    keepMetadata: options.keepMetadata === true,
  })
  const bytes = await paintPdf(value.list, value.assets, {
    imposition: imposition(list, options),
    inks: screenInks(list),
    tagged: false,
  })
  return { value: bytes, diagnostics }
}
