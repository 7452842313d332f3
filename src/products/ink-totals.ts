import type { Colour } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { DisplayItem, DisplayPage, GlyphRun, Path } from '../display/display-list.ts'
import { blackOnly, cmykOf, type Inks } from '../paint/pdf/ink.ts'
import type { PictureInk } from './picture-ink.ts'

/** The most ink on one spot of a page (总墨量). */
export interface InkTotal {
  /** From 1. */
  readonly page: number
  /** In percent; 400 is all four inks solid. */
  readonly total: number
  /** The picture that has it, by its key; null for what is painted in a colour. */
  readonly image: string | null
}

interface Box {
  readonly left: Pt
  readonly top: Pt
  readonly right: Pt
  readonly bottom: Pt
}

/** Ink that lies on the page, black apart: letters in black print over it and bring their own. */
interface Ground extends PictureInk {
  readonly box: Box
  readonly image: string | null
}

/** Parts of ink of a colour, the spot plate's first where it has one. */
export function inkParts(colour: Colour, inks: Inks): readonly number[] {
  if (colour === 'black') return [0, 0, 0, 1]
  if (colour !== 'accent') return cmykOf(colour)
  return inks.accentInk && 'spot' in inks.accentInk
    ? [0, 0, 0, 0]
    : (inks.accentInk?.process ?? cmykOf(inks.accent))
}

/** A spot ink is laid on whole. */
function inkOf(colour: Colour, inks: Inks): PictureInk {
  const [cyan, magenta, yellow, black] = inkParts(colour, inks) as readonly [number, number, number, number]
  const spot = colour === 'accent' && inks.accentInk && 'spot' in inks.accentInk ? 1 : 0
  const coloured = spot + cyan + magenta + yellow
  return { total: coloured + black, coloured }
}

export function coloursOf(item: DisplayItem): readonly Colour[] {
  if (item.kind === 'glyphs' || item.kind === 'rule') return [item.colour]
  if (item.kind === 'path') return [item.fill, item.stroke?.colour ?? null].filter((one) => one !== null)
  return []
}

function textBox({ xs, y, size }: GlyphRun): Box {
  return { left: xs[0] ?? 0, right: (xs.at(-1) ?? 0) + size, top: y - 0.88 * size, bottom: y + 0.12 * size }
}

function pathBox({ commands }: Path): Box {
  const places = commands.flatMap(([, ...places]) => places)
  const xs = places.filter((_, i) => i % 2 === 0)
  const ys = places.filter((_, i) => i % 2 === 1)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** The box that an item's ink lies in, in the page's coordinates; null for what has none. */
export function boxOf(item: DisplayItem): Box | null {
  if (item.kind === 'link') return null
  if (item.kind === 'glyphs') return item.glyphs.length > 0 ? textBox(item) : null
  if (item.kind === 'path') return pathBox(item)
  return { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height }
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function covers(a: Box, b: Box): boolean {
  return a.left <= b.left && a.right >= b.right && a.top <= b.top && a.bottom >= b.bottom
}

/** The inkiest ground that can be seen below a box: what a later one covers whole does not count. */
function groundBelow(grounds: readonly Ground[], box: Box): Ground | null {
  let most: Ground | null = null
  for (const ground of [...grounds].reverse()) {
    if (!meets(ground.box, box)) continue
    if (most === null || ground.coloured > most.coloured) most = ground
    if (covers(ground.box, box)) break
  }
  return most
}

/** Whether an item hides what lies below it all over its box. */
function isGround(item: DisplayItem): boolean {
  return item.kind === 'rule' || item.kind === 'image' || (item.kind === 'path' && item.fill !== null)
}

function inkOn(
  item: DisplayItem,
  inks: Inks,
  pictures: ReadonlyMap<string, PictureInk>,
): (PictureInk & { readonly image: string | null }) | null {
  if (item.kind === 'image') {
    const ink = pictures.get(item.image)
    return ink ? { ...ink, image: item.image } : null
  }
  const all = coloursOf(item).map((colour) => inkOf(colour, inks))
  const most = all.sort((a, b) => b.total - a.total)[0]
  return most ? { ...most, image: null } : null
}

/** The most ink on a page, its overprinting black added to what lies below; null for an empty page. */
export function inkTotal(
  page: DisplayPage,
  number: number,
  inks: Inks,
  pictures: ReadonlyMap<string, PictureInk>,
): InkTotal | null {
  const grounds: Ground[] = []
  let most: { readonly total: number; readonly image: string | null } | null = null
  for (const item of page.items) {
    const box = boxOf(item)
    const ink = inkOn(item, inks, pictures)
    if (box === null || ink === null) continue
    const overprints = item.kind !== 'image' && coloursOf(item).every((colour) => blackOnly(colour, inks))
    const below = overprints ? groundBelow(grounds, box) : null
    const coloured = Math.max(ink.coloured, below?.coloured ?? 0)
    const total = below ? below.coloured + 1 : ink.total
    if (most === null || total > most.total) most = { total, image: below?.image ?? ink.image }
    if (isGround(item)) grounds.push({ box, image: ink.image, total, coloured })
  }
  return most && { page: number, total: Math.round(most.total * 100), image: most.image }
}
