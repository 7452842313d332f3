import type {
  FittedGlyph,
  FontFace,
  FontLibrary,
  FontSubset,
  InkBox,
  PlacedGlyph,
} from '../../src/assets/font.ts'
import { GlyphTable } from '../../src/assets/truetype/glyphs.ts'
import { readSfnt } from '../../src/assets/truetype/sfnt.ts'
import { subsetTrueType } from '../../src/assets/truetype/subset.ts'

/** Characters of the sample face, in the order of their glyphs from 1 on. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xb7, 0xb7],
  [0x2010, 0x2026],
  [0x2103, 0x2103],
  [0x3000, 0x3017],
  [0x4e00, 0x9fff],
  [0xff01, 0xff1f],
  [0x20bb7, 0x20bb7],
]
const CHARACTERS = RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
const GLYPHS = new Map(CHARACTERS.map((character, i) => [character, i + 1]))

function advance(glyph: number): number {
  const character = CHARACTERS[glyph - 1]
  return character !== undefined && character < 0x2000 ? 500 : 1000
}

function table(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length)
  fill(new DataView(bytes.buffer))
  return bytes
}

function sideOf(glyph: number): number {
  const character = CHARACTERS[glyph - 1] ?? 0
  const mark = character >= 0x3000 && character < 0x3018
  return mark || character > 0xff00 ? 300 + (glyph % 100) : 300 + (glyph % 400)
}

/** One square as a TrueType glyph; its size tells the glyphs apart. */
function square(glyph: number): Uint8Array {
  const side = sideOf(glyph)
  return table(34, (view) => {
    view.setInt16(0, 1)
    for (const [at, value] of [0, 0, side, side].entries()) view.setInt16(2 + at * 2, value)
    view.setUint16(10, 3)
    for (let i = 0; i < 4; i++) view.setUint8(14 + i, 1)
    for (const [i, value] of [0, side, 0, -side, 0, 0, side, 0].entries()) view.setInt16(18 + i * 2, value)
  })
}

/** A TrueType file of squares for just these glyphs. */
function trueType(glyphs: readonly number[]): Uint8Array {
  const squares = glyphs.map((glyph) => (glyph === 0 ? new Uint8Array(0) : square(glyph)))
  let end = 0
  const offsets = [0, ...squares.map((one) => (end += one.length))]
  const tables: Record<string, Uint8Array> = {
    glyf: Buffer.concat(squares),
    head: table(54, (view) => {
      view.setUint32(0, 0x00010000)
      view.setUint32(12, 0x5f0f3cf5)
      view.setUint16(18, 1000)
      view.setInt16(40, 700)
      view.setInt16(42, 700)
      view.setInt16(50, 1)
    }),
    hhea: table(36, (view) => {
      view.setUint32(0, 0x00010000)
      view.setInt16(4, 880)
      view.setInt16(6, -120)
      view.setUint16(34, glyphs.length)
    }),
    hmtx: table(glyphs.length * 4, (view) => {
      for (const [i, glyph] of glyphs.entries()) view.setUint16(i * 4, advance(glyph))
    }),
    loca: table(offsets.length * 4, (view) => {
      for (const [i, offset] of offsets.entries()) view.setUint32(i * 4, offset)
    }),
    maxp: table(32, (view) => {
      view.setUint32(0, 0x00010000)
      view.setUint16(4, glyphs.length)
      view.setUint16(6, 4)
      view.setUint16(8, 1)
      view.setUint16(14, 1)
    }),
  }
  return assemble(tables)
}

function assemble(tables: Record<string, Uint8Array>): Uint8Array {
  const tags = Object.keys(tables)
  const head = new Uint8Array(12 + tags.length * 16)
  const view = new DataView(head.buffer)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tags.length)
  const parts = [head]
  let at = head.length
  for (const [i, tag] of tags.entries()) {
    const bytes = tables[tag]!
    for (let c = 0; c < 4; c++) head[12 + i * 16 + c] = tag.charCodeAt(c)
    view.setUint32(12 + i * 16 + 8, at)
    view.setUint32(12 + i * 16 + 12, bytes.length)
    const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
    padded.set(bytes)
    parts.push(padded)
    at += padded.length
  }
  return Buffer.concat(parts)
}

/** A face of squares that has the characters bulletins use: enough for readers to embed, show and extract. */
class SampleFace implements FontFace {
  readonly id: string
  readonly postScriptName: string
  readonly format = 'truetype'
  readonly ascentEm = 0.88
  readonly descentEm = 0.12
  readonly descriptor = {
    bbox: [0, 0, 700, 700],
    ascent: 880,
    descent: -120,
    capHeight: 700,
    italicAngle: 0,
    stemV: 80,
    serif: true,
    embedding: 'installable',
  } as const

  constructor(id: string) {
    this.id = id
    this.postScriptName = id
  }

  glyphOf(codePoint: number): number {
    return GLYPHS.get(codePoint) ?? 0
  }

  advanceEm(glyph: number): number {
    return advance(glyph) / 1000
  }

  inkEm(glyph: number): InkBox {
    const side = sideOf(glyph) / 1000
    return { left: 0, bottom: 0, right: side, top: side }
  }

  kernEm(): number {
    return 0
  }

  combine(parts: readonly PlacedGlyph[]): number {
    return parts[0]?.glyph ?? 0
  }

  fetch(): void {}

  subset(glyphs: readonly number[], fitted: readonly FittedGlyph[] = []): FontSubset {
    const sfnt = readSfnt(trueType(glyphs))
    return {
      format: this.format,
      bytes: subsetTrueType(sfnt, new GlyphTable(sfnt), [...glyphs.keys()], fitted),
    }
  }
}

const SONG = new SampleFace('SampleSong')
const HEI = new SampleFace('SampleHei')

/** Two faces: 黑体 and everything else. */
export const sampleFonts: FontLibrary = {
  chain: (family) => [family === '黑体' ? HEI : SONG],
  has: () => true,
  face: (id) => {
    const face = [SONG, HEI].find((one) => one.id === id)
    if (!face) throw new Error(`no face ${id}`)
    return face
  },
}
