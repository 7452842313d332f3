import type { FontFace } from '../assets/font.ts'
import type { Assets } from '../assets/image.ts'
import type { Colour } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { DisplayItem, DisplayList } from '../display/display-list.ts'
import { cmykOf, type Inks } from '../paint/pdf/ink.ts'
import type { Sheet } from '../paint/pdf/options.ts'
import { pictureUses, ppiOf } from './picture-uses.ts'

type Box = readonly [left: Pt, bottom: Pt, right: Pt, top: Pt]

/** What a print shop asks of a file before it takes it (印前检查); plain data, for people and as JSON. */
export interface Preflight {
  readonly standard: 'PDF/X-4'
  readonly outputCondition: string
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
  }[]
  /** Plates that carry something, in printing order. */
  readonly plates: readonly string[]
  /** Whether all black text is on the black plate alone. */
  readonly blackText: 'black plate only'
}

const PLATES = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const

function hundredths(length: Pt): Pt {
  return Math.round(length * 100) / 100
}

function coloursOf(item: DisplayItem): readonly Colour[] {
  if (item.kind === 'glyphs' || item.kind === 'rule') return [item.colour]
  if (item.kind === 'path') return [item.fill, item.stroke?.colour ?? null].filter((one) => one !== null)
  return []
}

function inkParts(colour: Colour, inks: Inks): readonly number[] {
  if (colour === 'black') return [0, 0, 0, 1]
  if (colour !== 'accent') return cmykOf(colour)
  return inks.accentInk && 'spot' in inks.accentInk
    ? [0, 0, 0, 0]
    : (inks.accentInk?.process ?? cmykOf(inks.accent))
}

function platesOf(list: DisplayList, assets: Assets, inks: Inks): string[] {
  const used = new Set<string>()
  const items = list.pages.flatMap((page) => page.items)
  const colours = new Set(items.flatMap(coloursOf))
  for (const colour of colours) {
    for (const [i, part] of inkParts(colour, inks).entries()) if (part > 0) used.add(PLATES[i]!)
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

/** Takes the pages as they go to press; gives the list of fonts, pictures, plates and boxes. */
export function preflight(
  list: DisplayList,
  assets: Assets,
  how: { readonly inks: Inks; readonly sheet: Sheet; readonly intent: string },
): Preflight {
  const { margin, bleed } = how.sheet
  const first = list.pages[0] ?? { width: 0, height: 0 }
  const around = (by: Pt) =>
    [margin - by, margin - by, margin + first.width + by, margin + first.height + by].map(
      hundredths,
    ) as unknown as Box
  const faces = new Set<string>()
  for (const page of list.pages)
    for (const item of page.items) if (item.kind === 'glyphs') faces.add(item.font)
  const pictures = [...pictureUses(list, assets.images)].flatMap(([image, { asset, uses }]) =>
    uses.map(({ page, item }) => ({
      image,
      page: page + 1,
      ppi: Math.round(ppiOf(asset, item) * 10) / 10,
      colour: asset.colour,
      width: asset.width,
      height: asset.height,
    })),
  )
  return {
    standard: 'PDF/X-4',
    outputCondition: how.intent,
    boxes: { pages: list.pages.length, media: around(margin), bleed: around(bleed), trim: around(0) },
    fonts: [...faces].map((id) => {
      const face = assets.fonts.face(id)
      return {
        name: face.postScriptName,
        embedded: true,
        subset: true,
        embedding: face.descriptor.embedding,
      } as const
    }),
    pictures: pictures.sort((a, b) => a.page - b.page),
    plates: platesOf(list, assets, how.inks),
    blackText: 'black plate only',
  }
}
