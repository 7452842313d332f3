// What needs a shaping engine, worked out once so that none is needed at run time.
import { create } from 'fontkit'

/** Less than this (in 1/1000 em) nobody sees at text sizes. */
const LEAST = 5
const ASCII = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index))

/** Takes a whole font; gives `{ left, right, value }` by code point for every kerned pair of ASCII. */
export function asciiKerning(bytes) {
  const font = create(bytes)
  const pairs = []
  for (const left of ASCII) {
    for (const right of ASCII) {
      const { glyphs, positions } = font.layout(left + right, { kern: true, liga: false })
      if (glyphs.length !== 2) continue
      const value = Math.round((1000 * (positions[0].xAdvance - glyphs[0].advanceWidth)) / font.unitsPerEm)
      if (Math.abs(value) >= LEAST)
        pairs.push({ left: left.codePointAt(0), right: right.codePointAt(0), value })
    }
  }
  return pairs
}

/** The one glyph by which a whole font sets this text in simplified Chinese; undefined when it takes several. */
export function chineseForm(bytes, text) {
  const { glyphs } = create(bytes).layout(text, {}, 'hani', 'ZHS ')
  return glyphs.length === 1 ? glyphs[0].id : undefined
}
