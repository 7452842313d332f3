import type { Assets } from '../assets/image.ts'
import { type Diagnostic, diagnostic, type Outcome } from '../base/diagnostic.ts'
import type { InTime } from '../base/in-time.ts'
import { mm, type Pt } from '../base/units.ts'
import type { DisplayList, DisplayPage, StructureNode } from '../display/display-list.ts'
import type { Imposition, SheetSide } from '../paint/pdf/options.ts'
import { paintPdf } from '../paint/pdf/paint-pdf.ts'
import { type PictureProgress, preparePictures } from './pictures.ts'
import { screenInks } from './screen-inks.ts'

export interface BookletOptions {
  /** Where the blank pages stand that fill up to a multiple of four: before the last page, which has the colophon, or after it. */
  readonly blanks: 'before-last' | 'end'
  /** 爬移: how far each sheet's pages move to the fold against the sheet around it; about the paper's thickness. */
  readonly creep: Pt
  /** What is printed on, lying; `auto`, or nothing, is as wide as two pages. */
  readonly sheet?: 'auto' | 'A3' | 'B4' | 'A4'
  readonly maxPpi: number
  readonly quality: number
  readonly cacheFolder: string | null
  /** Hears of each picture as it is ready. */
  readonly onPicture?: PictureProgress | undefined
  /** Leaves what its makers wrote into a JPEG that goes in as it is. */
  readonly keepMetadata?: boolean
  /** By when the painting has to be done. */
  readonly inTime?: InTime | undefined
}

/** Whether an article begins on an earlier page than the last and ends on it: blanks between would break it. */
export function runsToLastPage({ pages, structure }: DisplayList): boolean {
  const nodes = new Map(structure.map((node) => [node.id, node]))
  const articlesOn = (items: DisplayPage['items']) =>
    new Set(items.map((item) => articleOrListOf(nodes, item.node)).filter((article) => article !== null))
  const before = articlesOn(pages.slice(0, -1).flatMap((page) => page.items))
  return [...articlesOn(pages.at(-1)?.items ?? [])].some((article) => before.has(article))
}

function articleOrListOf(nodes: ReadonlyMap<number, StructureNode>, node: number | null): number | null {
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
  for (let sheet = 0; sheet < order.length / 4; sheet += 1) {
    const first = sheet * 2
    const last = order.length - 1 - first
    sides.push({ sheet, left: order[last] as number, right: order[first] as number })
    sides.push({ sheet, left: order[first + 1] as number, right: order[last - 1] as number })
  }
  return sides
}

/** Lying sheets of paper, in mm (ISO 216; B4 is JIS, as in Chinese offices). */
const SHEETS = { A3: [420, 297], B4: [364, 257], A4: [297, 210] } as const

type Making = Pick<BookletOptions, 'blanks' | 'creep' | 'sheet'>

/** The sheet, and how pages go on it: never larger than they are. */
interface SheetPlan {
  readonly width: Pt
  readonly height: Pt
  readonly scale: number
}

/** Two A5 pages are a millimetre narrower than an A4 sheet: that near, a sheet is the one. */
const NEAR: Pt = mm(1.01)

function near(a: Pt, b: Pt): boolean {
  return Math.abs(a - b) < NEAR
}

/** The usual sheet of about this size; null where there is none. */
function usualSheet(width: Pt, height: Pt): keyof typeof SHEETS | null {
  const names = Object.keys(SHEETS) as (keyof typeof SHEETS)[]
  return names.find((name) => near(width, mm(SHEETS[name][0])) && near(height, mm(SHEETS[name][1]))) ?? null
}

/** The pages' own measure where it is the sheet's but for rounding: then they stand on its very edges. */
function unlessEqual(sheet: Pt, pages: Pt): Pt {
  return Math.abs(sheet - pages) < 0.01 ? pages : sheet
}

function sheetPlan(list: DisplayList, { sheet = 'auto' }: Making): SheetPlan {
  const width = 2 * Math.max(...list.pages.map((page) => page.width))
  const height = Math.max(...list.pages.map((page) => page.height))
  const name = sheet === 'auto' ? usualSheet(width, height) : sheet
  if (name === null) return { width, height, scale: 1 }
  const across = unlessEqual(mm(SHEETS[name][0]), width)
  const down = unlessEqual(mm(SHEETS[name][1]), height)
  const fits = width < across + NEAR && height < down + NEAR
  return { width: across, height: down, scale: fits ? 1 : Math.min(across / width, down / height) }
}

/** Sheets of two pages a side, which meet at the fold and stand in the middle of its height. */
export function imposition(list: DisplayList, options: Making): Imposition {
  const { width, height, scale } = sheetPlan(list, options)
  const fold = width / 2
  const placed = (page: number, left: boolean, shift: Pt) => {
    const size = list.pages[page] as DisplayPage
    const x = left ? fold - size.width * scale + shift : fold - shift
    return { page, x, y: (height - size.height * scale) / 2, ...(scale === 1 ? {} : { scale }) }
  }
  return saddleStitch(withBlanks(list.pages.length, options.blanks)).map(
    ({ sheet, left, right }): SheetSide => {
      const shift = sheet * options.creep
      const pages = [
        ...(left === null ? [] : [placed(left, true, shift)]),
        ...(right === null ? [] : [placed(right, false, shift)]),
      ]
      return { width, height, pages, lines: [] }
    },
  )
}

/** A sheet's name, or its size where it is none of the usual. */
function sheetName({ width, height }: SheetPlan): string {
  return usualSheet(width, height) ?? `${Math.round(width / mm(1))} × ${Math.round(height / mm(1))} mm`
}

/** How many sheets and blanks it takes, where the blanks stand, and whether the pages are made smaller. */
function remarks(list: DisplayList, options: Making): Diagnostic[] {
  const plan = sheetPlan(list, options)
  const pages = list.pages.length
  const order = withBlanks(pages, options.blanks)
  const blanks = order.flatMap((page, at) => (page === null ? [at + 1] : []))
  const values = { pages, sheets: order.length / 4, sheet: sheetName(plan) }
  const where = { blanks: blanks.length, places: blanks.join('、'), placesEn: blanks.join(', ') }
  const said =
    blanks.length === 0
      ? diagnostic('I-BOOKLET', null, values)
      : diagnostic('I-BOOKLET-BLANKS', null, { ...values, ...where })
  if (plan.scale === 1) return [said]
  const percent = Math.round(plan.scale * 1000) / 10
  return [said, diagnostic('I-BOOKLET-SCALED', null, { sheet: values.sheet, percent })]
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
  const { scale } = sheetPlan(list, options)
  const { value, diagnostics } = await preparePictures(list, assets, {
    maxPpi: Math.max(1, Math.round(options.maxPpi * scale)),
    quality: options.quality,
    colour: screenInks(list).mode,
    alpha: true,
    cacheFolder: options.cacheFolder,
    keepMetadata: options.keepMetadata === true,
    onPicture: options.onPicture,
  })
  const bytes = await paintPdf(value.list, value.assets, {
    imposition: imposition(list, options),
    inks: screenInks(list),
    tagged: false,
    inTime: options.inTime,
  })
  return { value: bytes, diagnostics: [...diagnostics, ...remarks(list, options)] }
}
