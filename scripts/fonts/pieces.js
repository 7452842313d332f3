// Parts of a font: glyphs cut from one source or drawn here, which are then joined into one font.

/** A source font opened with the product's own reader. */
export function open(reader, bytes) {
  const sfnt = reader.readSfnt(bytes)
  const glyphs = new reader.GlyphTable(sfnt)
  const map = new reader.CharacterMap(sfnt, (glyph) => glyphs.sound(glyph))
  return {
    sfnt,
    em: sfnt.view.getUint16(reader.requiredTable(sfnt, 'head').offset + 18),
    glyphs,
    has: (code) => map.glyphOf(code) > 0,
    glyphOf: (code) => map.glyphOf(code),
    inkOf: (glyph) => inkOf({ outline: Buffer.from(sfnt.bytes.slice(glyphs.from(glyph), glyphs.to(glyph))) }),
    table: (tag) => Buffer.from(reader.tableBytes(sfnt, tag)),
  }
}

/** The glyphs of these characters, in their order; with `.notdef` first when `first` is set. */
export function cut(reader, font, characters, { first = false } = {}) {
  const { glyphOf } = font
  const wanted = [...new Set([...(first ? [0] : []), ...characters.map(glyphOf)])]
  const subset = reader.readSfnt(
    reader.subsetTrueType(font.sfnt, font.glyphs, first ? wanted : [0, ...wanted]),
  )
  const table = new reader.GlyphTable(subset)
  const metrics = Buffer.from(reader.tableBytes(subset, 'hmtx'))
  const skip = first ? 0 : 1
  const glyphs = []
  for (let glyph = skip; glyph < table.count; glyph++) {
    const from = table.from(glyph)
    const to = table.to(glyph)
    const outline = Buffer.from(subset.bytes.slice(from, to))
    const isComposite = to > from && outline.readInt16BE(0) < 0
    const parts = isComposite ? table.components(from, to) : []
    for (const part of parts) outline.writeUInt16BE(part.glyph - skip, part.at - from + 2)
    const components = parts.map((part) => part.at - from + 2)
    glyphs.push({ outline, components, metric: metrics.subarray(4 * glyph, 4 * glyph + 4) })
  }
  const place = new Map(wanted.map((glyph, index) => [glyph, index]))
  return { glyphs, characters: new Map(characters.map((code) => [code, place.get(glyphOf(code))])) }
}

/** A horizontal bar: a dash. `left` and `right` are its ink. */
export function bar(code, { left, right, advance, bottom, top }) {
  const outline = Buffer.alloc(34)
  const box = [1, left, bottom, right, top, 3, 0]
  for (const [index, value] of box.entries()) outline.writeInt16BE(value, 2 * index)
  outline.fill(1, 14, 18)
  const steps = [left, 0, right - left, 0, bottom, top - bottom, 0, bottom - top]
  for (const [index, value] of steps.entries()) outline.writeInt16BE(value, 18 + 2 * index)
  const metric = Buffer.alloc(4)
  metric.writeUInt16BE(advance, 0)
  metric.writeInt16BE(left, 2)
  return { glyphs: [{ outline, components: [], metric }], characters: new Map([[code, 0]]) }
}

/** Ink box of a glyph, in font units; null for an empty one. */
export function inkOf({ outline }) {
  if (outline.length === 0) return null
  const [left, bottom, right, top] = [2, 4, 6, 8].map((at) => outline.readInt16BE(at))
  return { left, bottom, right, top }
}

/** One piece after the other; the parts of composite glyphs are numbered on. */
export function joinPieces(pieces) {
  const glyphs = []
  const characters = new Map()
  for (const piece of pieces) {
    const shift = glyphs.length
    for (const glyph of piece.glyphs) {
      for (const at of glyph.components)
        glyph.outline.writeUInt16BE(glyph.outline.readUInt16BE(at) + shift, at)
      glyphs.push(glyph)
    }
    for (const [code, glyph] of piece.characters) characters.set(code, glyph + shift)
  }
  return { glyphs, characters }
}
