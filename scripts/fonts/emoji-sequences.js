// The glyphs by which an emoji font sets flags and keycaps, which take a shaping engine to find.
import { create } from 'fontkit'

const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x1f1e6 + index))

/** Takes the font and how a sequence is coded; gives code → glyph for every flag and keycap that is one glyph. */
export function sequenceGlyphs(bytes, codeOf) {
  const font = create(bytes)
  const flags = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
  const keycaps = [...'0123456789#*'].map((key) => `${key}\ufe0f\u20e3`)
  const found = new Map()
  for (const sequence of [...flags, ...keycaps]) {
    const { glyphs } = font.layout(sequence)
    if (glyphs.length === 1) found.set(codeOf(sequence), glyphs[0].id)
  }
  const nobodys = mostUsed([...found.values()])
  return new Map([...found].filter(([, glyph]) => glyph !== nobodys))
}

/** The glyph of pairs that are no flag. */
function mostUsed(glyphs) {
  const counts = new Map()
  for (const glyph of glyphs) counts.set(glyph, (counts.get(glyph) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0][0]
}
