import type { FontFace } from '../assets/font.ts'
import type { Assets } from '../assets/image.ts'
import type { Pt } from '../base/units.ts'
import type { DisplayList } from '../display/display-list.ts'
import type { Inks } from '../paint/pdf/ink.ts'
import type { OutputIntent, Sheet } from '../paint/pdf/options.ts'
import type { Unfit } from './fitness.ts'
import type { InkLimit } from './ink-limit.ts'
import { boxOf, coloursOf, type InkTotal, inkParts, inkTotal } from './ink-totals.ts'
import type { Paper } from './output-profile.ts'
import type { PictureInk } from './picture-ink.ts'
import { pictureUses, ppiOf } from './picture-uses.ts'

type Box = readonly [left: Pt, bottom: Pt, right: Pt, top: Pt]

/** What a print shop asks of a file before it takes it (印前检查); plain data, for people and as JSON. */
export interface Preflight {
  readonly standard: 'PDF/X-4'
  /** Name of the printing condition, and the profile's own name. */
  readonly outputCondition: string
  readonly profile: string
  /** null where the publication's own profile speaks for it. */
  readonly paper: Paper | null
  /** Lengths in pt, from the medium's bottom left: left, bottom, right, top. */
  readonly boxes: {
    readonly pages: number
    readonly media: Box
    readonly bleed: Box
    readonly trim: Box
  }
  readonly fonts: readonly {
    readonly name: string
    readonly embedded: true
    readonly subset: true
    readonly embedding: FontFace['descriptor']['embedding']
  }[]
  readonly pictures: readonly {
    readonly image: string
    /** From 1. */
    readonly page: number
    readonly ppi: number
    readonly colour: 'gray' | 'rgb' | 'cmyk'
    readonly width: number
    readonly height: number
    /** Whether it is coarser than `leastPpi`. */
    readonly coarse: boolean
  }[]
  /** What pictures should have for the press. */
  readonly leastPpi: number
  /** Total ink (总墨量), in percent. */
  readonly ink: {
    readonly limit: number
    /** Whether the limit is the profile's own or what is usual for the paper. */
    readonly from: InkLimit['from']
    readonly most: number
    /** The pages that pass the limit. */
    readonly over: readonly InkTotal[]
  }
  /** Why the pages are not fit for the press; empty when they are. */
  readonly unfit: readonly Unfit[]
  /** What is no fault and yet worth knowing. */
  readonly remarks: readonly Remark[]
  /** Plates that carry something, in printing order. */
  readonly plates: readonly string[]
  /** Whether all black text is on the black plate alone. */
  readonly blackText: 'black plate only'
}

/** A page count that cannot be folded without blanks; a bleed that nothing is printed in. */
export type Remark =
  | { readonly kind: 'pages'; readonly pages: number; readonly blanks: number }
  | { readonly kind: 'bleed'; readonly bleed: Pt }

/** How a press file was made, and what is known of it. */
export interface PressFacts {
  readonly inks: Inks
  readonly sheet: Sheet
  readonly intent: OutputIntent
  readonly paper: Paper | null
  readonly limit: InkLimit
  readonly pictureInks: ReadonlyMap<string, PictureInk>
  readonly leastPpi: number
  readonly unfit: readonly Unfit[]
}

const PLATES = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const

function hundredths(length: Pt): Pt {
  return Math.round(length * 100) / 100
}

function platesOf(list: DisplayList, assets: Assets, inks: Inks): string[] {
  const used = new Set<string>()
  const items = list.pages.flatMap((page) => page.items)
  const colours = new Set(items.flatMap(coloursOf))
  for (const colour of colours) {
    for (const [i, part] of inkParts(colour, inks).entries()) if (part > 0) used.add(PLATES[i] as string)
  }
  for (const item of items) {
    if (item.kind !== 'image') continue
    const gray = assets.images.get(item.image)?.colour === 'gray'
    for (const plate of gray ? (['Black'] as const) : PLATES) used.add(plate)
  }
  const spot =
    colours.has('accent') && inks.accentInk && 'spot' in inks.accentInk ? [inks.accentInk.spot] : []
  return [...PLATES.filter((plate) => used.has(plate)), ...spot]
}

/** Less than this over a page's edge is no bleed. */
const REACH: Pt = 0.1

/** Whether anything is printed beyond a page's edge. */
function reachesBleed({ pages }: DisplayList): boolean {
  return pages.some(({ width, height, items }) =>
    items.some((item) => {
      const box = boxOf(item)
      if (box === null) return false
      const over = Math.max(-box.left, -box.top, box.right - width, box.bottom - height)
      return over > REACH
    }),
  )
}

function remarksOn(list: DisplayList, { sheet }: PressFacts): Remark[] {
  const pages = list.pages.length
  const blanks = (4 - (pages % 4)) % 4
  return [
    ...(blanks > 0 ? [{ kind: 'pages' as const, pages, blanks }] : []),
    ...(reachesBleed(list) ? [] : [{ kind: 'bleed' as const, bleed: sheet.bleed }]),
  ]
}

function inkFacts(list: DisplayList, { inks, limit, pictureInks }: PressFacts): Preflight['ink'] {
  const totals = list.pages.flatMap((page, index) => inkTotal(page, index + 1, inks, pictureInks) ?? [])
  const most = Math.round(limit.total * 100)
  return {
    limit: most,
    from: limit.from,
    most: Math.max(0, ...totals.map((one) => one.total)),
    over: totals.filter((one) => one.total > most),
  }
}

function picturesOf(list: DisplayList, assets: Assets, leastPpi: number): Preflight['pictures'] {
  const pictures = [...pictureUses(list, assets.images)].flatMap(([image, { asset, uses }]) =>
    uses.map(({ page, item }) => {
      const { colour, width, height } = asset
      const ppi = Math.round(ppiOf(asset, item) * 10) / 10
      return { image, page: page + 1, ppi, colour, width, height, coarse: ppi < leastPpi }
    }),
  )
  return pictures.sort((a, b) => a.page - b.page)
}

/** The fonts of all that is printed, the sheet's marks too. */
function fontsOf({ pages }: DisplayList, { fonts }: Assets): Preflight['fonts'] {
  const faces = new Set<string>()
  for (const { items } of pages) for (const item of items) if (item.kind === 'glyphs') faces.add(item.font)
  return [...faces].map((id) => {
    const { postScriptName, descriptor } = fonts.face(id)
    return { name: postScriptName, embedded: true, subset: true, embedding: descriptor.embedding } as const
  })
}

function boxesOf({ pages }: DisplayList, { margin, bleed }: Sheet): Preflight['boxes'] {
  const first = pages[0] ?? { width: 0, height: 0 }
  const around = (by: Pt) =>
    [margin - by, margin - by, margin + first.width + by, margin + first.height + by].map(
      hundredths,
    ) as unknown as Box
  return { pages: pages.length, media: around(margin), bleed: around(bleed), trim: around(0) }
}

/** Takes the pages, and the same with the sheets' marks as they go to press; gives the list that goes with the file. */
export function preflight(
  pages: DisplayList,
  marked: DisplayList,
  assets: Assets,
  facts: PressFacts,
): Preflight {
  const { intent, leastPpi } = facts
  return {
    standard: 'PDF/X-4',
    outputCondition: intent.identifier,
    profile: intent.info,
    paper: facts.paper,
    boxes: boxesOf(pages, facts.sheet),
    fonts: fontsOf(marked, assets),
    pictures: picturesOf(pages, assets, leastPpi),
    leastPpi,
    ink: inkFacts(pages, facts),
    unfit: facts.unfit,
    remarks: remarksOn(pages, facts),
    plates: platesOf(marked, assets, facts.inks),
    blackText: 'black plate only',
  }
}
