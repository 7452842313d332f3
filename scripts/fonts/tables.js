// The tables of a reduced font that are written anew.

const sorted = (characters) => [...characters.entries()].sort((a, b) => a[0] - b[0])

/** Runs of code points whose glyphs follow one another. */
function runs(characters, last) {
  const found = []
  for (const [code, glyph] of sorted(characters)) {
    if (code > last) break
    const run = found.at(-1)
    if (run !== undefined && run.to + 1 === code && run.glyph + code - run.from === glyph) run.to = code
    else found.push({ from: code, to: code, glyph })
  }
  return found
}

function cmapFormat12(characters) {
  const groups = runs(characters, 0x10ffff)
  const bytes = Buffer.alloc(16 + 12 * groups.length)
  bytes.writeUInt16BE(12, 0)
  bytes.writeUInt32BE(bytes.length, 4)
  bytes.writeUInt32BE(groups.length, 12)
  groups.forEach(({ from, to, glyph }, index) => {
    bytes.writeUInt32BE(from, 16 + 12 * index)
    bytes.writeUInt32BE(to, 20 + 12 * index)
    bytes.writeUInt32BE(glyph, 24 + 12 * index)
  })
  return bytes
}

function cmapFormat4(characters) {
  const segments = [...runs(characters, 0xfffe), { from: 0xffff, to: 0xffff, glyph: 0x10000 }]
  const count = segments.length
  const log = Math.floor(Math.log2(count))
  const bytes = Buffer.alloc(16 + 8 * count)
  const header = [4, bytes.length, 0, 2 * count, 2 << log, log, 2 * count - (2 << log)]
  for (const [index, value] of header.entries()) bytes.writeUInt16BE(value, 2 * index)
  segments.forEach(({ from, to, glyph }, index) => {
    bytes.writeUInt16BE(to, 14 + 2 * index)
    bytes.writeUInt16BE(from, 16 + 2 * count + 2 * index)
    bytes.writeUInt16BE((glyph - from) & 0xffff, 16 + 4 * count + 2 * index)
  })
  return bytes
}

/** Takes code point → glyph; gives a `cmap` with formats 4 and 12. */
export function cmapTable(characters) {
  const basic = cmapFormat4(characters)
  const full = cmapFormat12(characters)
  const header = Buffer.alloc(20)
  header.writeUInt16BE(2, 2)
  header.writeUInt16BE(3, 4)
  header.writeUInt16BE(1, 6)
  header.writeUInt32BE(20, 8)
  header.writeUInt16BE(3, 12)
  header.writeUInt16BE(10, 14)
  header.writeUInt32BE(20 + basic.length, 16)
  return Buffer.concat([header, basic, full])
}

/** Takes name id → text; gives a `name` table in English for Windows. */
export function nameTable(names) {
  const entries = Object.entries(names).map(([id, text]) => ({
    id: Number(id),
    text: Buffer.from(text, 'utf16le').swap16(),
  }))
  entries.sort((a, b) => a.id - b.id)
  const header = Buffer.alloc(6 + 12 * entries.length)
  header.writeUInt16BE(entries.length, 2)
  header.writeUInt16BE(header.length, 4)
  let offset = 0
  entries.forEach(({ id, text }, index) => {
    const values = [3, 1, 0x409, id, text.length, offset]
    for (const [place, value] of values.entries()) header.writeUInt16BE(value, 6 + 12 * index + 2 * place)
    offset += text.length
  })
  return Buffer.concat([header, ...entries.map(({ text }) => text)])
}

/** Takes pairs `{ left, right, value }` by glyph; gives a classic `kern` table (format 0). */
export function kernTable(pairs) {
  const ordered = [...pairs].sort((a, b) => a.left - b.left || a.right - b.right)
  const log = Math.floor(Math.log2(ordered.length))
  const bytes = Buffer.alloc(18 + 6 * ordered.length)
  const header = [
    0,
    1,
    0,
    bytes.length - 4,
    1,
    ordered.length,
    6 << log,
    log,
    6 * ordered.length - (6 << log),
  ]
  for (const [index, value] of header.entries()) bytes.writeUInt16BE(value & 0xffff, 2 * index)
  ordered.forEach(({ left, right, value }, index) => {
    bytes.writeUInt16BE(left, 18 + 6 * index)
    bytes.writeUInt16BE(right, 20 + 6 * index)
    bytes.writeInt16BE(value, 22 + 6 * index)
  })
  return bytes
}

/** `post` version 3: no glyph names. */
export function postTable(source) {
  const bytes = Buffer.from(source.subarray(0, 32))
  bytes.writeUInt32BE(0x00030000, 0)
  bytes.fill(0, 16, 32)
  return bytes
}

/** `OS/2` with the em box 880 + 120 that all built-in fonts share, and the new range of characters. */
export function os2Table(source, characters) {
  const bytes = Buffer.from(source)
  const codes = sorted(characters).map(([code]) => code)
  bytes.writeUInt16BE(0, 8)
  bytes.writeUInt16BE(Math.min(codes[0], 0xffff), 64)
  bytes.writeUInt16BE(Math.min(codes.at(-1), 0xffff), 66)
  bytes.writeInt16BE(880, 68)
  bytes.writeInt16BE(-120, 70)
  bytes.writeInt16BE(0, 72)
  return bytes
}

/** Outlines one after the other → `glyf` and a `loca` of 32-bit offsets. */
export function outlineTables(glyphs) {
  const loca = Buffer.alloc(4 * (glyphs.length + 1))
  let end = 0
  for (const [index, { outline }] of glyphs.entries()) {
    end += outline.length
    loca.writeUInt32BE(end, 4 * index + 4)
  }
  return { glyf: Buffer.concat(glyphs.map(({ outline }) => outline)), loca }
}

/** `hmtx` in which the trailing glyphs of one width keep only their bearings; `count` for `hhea`. */
export function metricsTable(glyphs) {
  const widths = glyphs.map(({ metric }) => metric.readUInt16BE(0))
  let count = glyphs.length
  while (count > 1 && widths[count - 1] === widths[count - 2]) count--
  const hmtx = Buffer.concat(glyphs.map(({ metric }, index) => (index < count ? metric : metric.subarray(2))))
  return { count, hmtx, widest: Math.max(...widths) }
}

/** `head` with the box of these glyphs and 32-bit offsets. */
export function headTable(source, boxes) {
  const bytes = Buffer.from(source)
  const least = (side) => boxes.reduce((found, box) => Math.min(found, box[side]), 0)
  const most = (side) => boxes.reduce((found, box) => Math.max(found, box[side]), 0)
  const box = [least('left'), least('bottom'), most('right'), most('top')]
  for (const [index, value] of box.entries()) bytes.writeInt16BE(value, 36 + 2 * index)
  bytes.writeInt16BE(1, 50)
  return bytes
}

/** `hhea` for these metrics and boxes. */
export function hheaTable(source, { count, widest }, boxes) {
  const bytes = Buffer.from(source)
  bytes.writeUInt16BE(widest, 10)
  bytes.writeInt16BE(Math.min(...boxes.map((box) => box.left)), 12)
  bytes.writeInt16BE(Math.max(...boxes.map((box) => box.right)), 16)
  bytes.writeUInt16BE(count, 34)
  return bytes
}

/** `maxp` without instructions. */
export function maxpTable(source, count) {
  const bytes = Buffer.from(source)
  bytes.writeUInt16BE(count, 4)
  for (const at of [18, 20, 22, 24, 26]) bytes.writeUInt16BE(0, at)
  return bytes
}
