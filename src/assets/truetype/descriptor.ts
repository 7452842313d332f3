import type { FontFace } from '../font.ts'
import { requiredTable, type Sfnt, type SfntTable } from './sfnt.ts'

type Descriptor = FontFace['descriptor']

/** What layout needs of a face as a whole, in em, and what a PDF descriptor needs. */
export interface FaceMeasures {
  readonly unitsPerEm: number
  readonly ascentEm: number
  readonly descentEm: number
  readonly descriptor: Descriptor
}

const SERIF_FAMILY_CLASSES = [1, 2, 3, 4, 5, 7]

/** Of OS/2 fsType: nothing of the font but pictures of its glyphs may be embedded; only the font as a whole may be. */
const BITMAPS_ONLY = 0x0200
const NO_SUBSETS = 0x0100
const RESTRICTED = 2

/** OS/2 fsType (OpenType): the least restrictive of the first bits counts. */
function embedding(fsType: number): Descriptor['embedding'] {
  const level = fsType & 0x000f
  if (fsType & BITMAPS_ONLY) return 'restricted'
  if (fsType & NO_SUBSETS && level !== RESTRICTED) return 'whole'
  if (level === 0) return 'installable'
  if (level & 8) return 'editable'
  return level & 4 ? 'preview' : 'restricted'
}

/** A usual estimate of the stems' thickness from the weight class, in 1/1000 em. */
function stemOf(weightClass: number): number {
  const weight = Math.min(Math.max(weightClass, 100), 900)
  return Math.round(50 + (weight / 65) ** 2)
}

function hasSerifs(view: DataView, os2: number): boolean {
  const family = view.getUint8(os2 + 30)
  const panoseFamily = view.getUint8(os2 + 32)
  const panoseSerif = view.getUint8(os2 + 33)
  if (panoseFamily === 2 && panoseSerif > 1) return panoseSerif <= 10
  return SERIF_FAMILY_CLASSES.includes(family)
}

interface VerticalMetrics {
  readonly ascent: number
  readonly descent: number
}

/** The em box (OS/2 typographic metrics) where the face states one, else the `hhea` heights scaled to one em. */
function emBox(view: DataView, os2: number | null, hhea: number, unitsPerEm: number): VerticalMetrics {
  if (os2 !== null) {
    const ascent = view.getInt16(os2 + 68)
    const descent = view.getInt16(os2 + 70)
    if (ascent - descent === unitsPerEm) return { ascent, descent }
  }
  const ascent = view.getInt16(hhea + 4)
  const descent = view.getInt16(hhea + 6)
  const height = ascent - descent
  if (height <= 0) return { ascent: 0.88 * unitsPerEm, descent: -0.12 * unitsPerEm }
  return { ascent: (ascent * unitsPerEm) / height, descent: (descent * unitsPerEm) / height }
}

/** Takes a face with sound `head` and `hhea`; gives its measures. `OS/2` and `post` may be missing. */
export function readMeasures(sfnt: Sfnt): FaceMeasures {
  const { view, tables } = sfnt
  const head = requiredTable(sfnt, 'head', 54).offset
  const hhea = requiredTable(sfnt, 'hhea', 36).offset
  const os2Table = tables.get('OS/2')
  const os2 = os2Table !== undefined && os2Table.length >= 78 ? os2Table.offset : null
  const post = tables.get('post')
  const unitsPerEm = view.getUint16(head + 18)
  const milli = (units: number) => Math.round((1000 * units) / unitsPerEm)
  const box = emBox(view, os2, hhea, unitsPerEm)
  const ascent = milli(view.getInt16(hhea + 4))
  const newer = os2 !== null && view.getUint16(os2) >= 2 && (os2Table as SfntTable).length >= 96
  const capHeight = newer ? milli(view.getInt16(os2 + 88)) : 0
  return {
    unitsPerEm,
    ascentEm: box.ascent / unitsPerEm,
    descentEm: box.descent / unitsPerEm,
    descriptor: {
      bbox: [36, 38, 40, 42].map((at) => milli(view.getInt16(head + at))) as [number, number, number, number],
      ascent,
      descent: milli(view.getInt16(hhea + 6)),
      capHeight: capHeight > 0 ? capHeight : Math.round(0.7 * ascent),
      italicAngle: post !== undefined && post.length >= 8 ? view.getInt32(post.offset + 4) / 0x10000 : 0,
      stemV: stemOf(os2 === null ? 400 : view.getUint16(os2 + 4)),
      serif: os2 !== null && hasSerifs(view, os2),
      embedding: os2 === null ? 'installable' : embedding(view.getUint16(os2 + 8)),
    },
  }
}
