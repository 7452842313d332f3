import { readSfnt, tableBytes, writeSfnt } from '../../src/assets/truetype/sfnt.ts'
import { code, fontBytes } from './built-in.ts'

/** A `cmap` in which the second character, of the lower code, is glyph 2 and the first glyph 1. */
function twoCharacters([first, second]: readonly [string, string]): Uint8Array {
  const cmap = new DataView(new ArrayBuffer(52))
  const values: readonly (readonly [number, number, 2 | 4])[] = [
    [2, 1, 2],
    [4, 3, 2],
    [6, 10, 2],
    [8, 12, 4],
    [12, 12, 2],
    [16, 40, 4],
    [24, 2, 4],
    [28, code(second), 4],
    [32, code(second), 4],
    [36, 2, 4],
    [40, code(first), 4],
    [44, code(first), 4],
    [48, 1, 4],
  ]
  for (const [at, value, size] of values) {
    if (size === 2) cmap.setUint16(at, value)
    else cmap.setUint32(at, value)
  }
  return new Uint8Array(cmap.buffer)
}

function nameTable(name: string): Uint8Array {
  const text = Buffer.from(name, 'utf16le').swap16()
  const view = new DataView(new ArrayBuffer(30 + text.length))
  const fields = [0, 2, 30, 3, 1, 0x804, 1, text.length, 0, 3, 1, 0x804, 6, text.length, 0]
  for (const [index, value] of fields.entries()) view.setUint16(2 * index, value)
  const bytes = new Uint8Array(view.buffer)
  bytes.set(text, 30)
  return bytes
}

/** A subset has no cmap; this gives it one (简 is 1, 报 is 2, if no others are named) and a name, so that it can be a user's font. */
export function completeFont(
  name: string,
  glyphs: Uint8Array,
  fsType = 0,
  characters: readonly [string, string] = ['简', '报'],
  weight = 400,
): Uint8Array {
  const source = readSfnt(fontBytes('jianbao-song-regular.ttf'))
  const part = readSfnt(glyphs)
  const tables = new Map<string, Uint8Array>(
    [...part.tables.keys()].map((tag) => [tag, tableBytes(part, tag).slice()] as const),
  )
  tables.set('cmap', twoCharacters(characters))
  tables.set('name', nameTable(name))
  const os2 = tableBytes(source, 'OS/2').slice()
  new DataView(os2.buffer).setUint16(8, fsType)
  new DataView(os2.buffer).setUint16(4, weight)
  tables.set('OS/2', os2)
  return writeSfnt(tables, part.flavour)
}

/** Two faces in one collection, their offsets moved to where they come to lie. */
export function collection(...fonts: readonly Uint8Array[]): Uint8Array {
  const header = 12 + 4 * fonts.length
  const bytes = new Uint8Array(header + fonts.reduce((sum, font) => sum + font.length, 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x74746366)
  view.setUint32(4, 0x00010000)
  view.setUint32(8, fonts.length)
  let start = header
  for (const [index, font] of fonts.entries()) {
    view.setUint32(12 + 4 * index, start)
    bytes.set(font, start)
    for (let entry = start + 12; entry < start + 12 + 16 * view.getUint16(start + 4); entry += 16) {
      view.setUint32(entry + 8, view.getUint32(entry + 8) + start)
    }
    start += font.length
  }
  return bytes
}

const CFF_NUMBER = (value: number) => [28, (value >> 8) & 0xff, value & 0xff]
const OFFSET = (value: number) => [
  29,
  (value >>> 24) & 0xff,
  (value >>> 16) & 0xff,
  (value >>> 8) & 0xff,
  value & 0xff,
]

function cffIndex(items: readonly (readonly number[])[]): number[] {
  if (items.length === 0) return [0, 0]
  const ends = [1]
  for (const item of items) ends.push(ends.at(-1)! + item.length)
  return [0, items.length, 2, ...ends.flatMap((end) => [end >> 8, end & 0xff]), ...items.flat()]
}

/** Three glyphs: .notdef, a square of 500 at (100, 200) drawn by a subroutine, and a curve by a global one. */
function tinyCff(loops: boolean): Uint8Array {
  const local = loops ? [...CFF_NUMBER(-107), 10] : [...[500, 500, -500].flatMap(CFF_NUMBER), 6, 11]
  const global = [...[0, 300, 200, 100, 0, -50].flatMap(CFF_NUMBER), 8, 11]
  const square = [...[100, 200].flatMap(CFF_NUMBER), 21, ...CFF_NUMBER(-107), 10, 14]
  const curve = [...[50, 60].flatMap(CFF_NUMBER), 21, ...CFF_NUMBER(-107), 29, 14]
  const charStrings = cffIndex([[14], square, curve])
  const header = [1, 0, 4, 2, ...cffIndex([[...Buffer.from('Tiny')]])]
  const rest = [...cffIndex([]), ...cffIndex([global])]
  const top = (strings: number, priv: number) => [...OFFSET(strings), 17, ...OFFSET(4), ...OFFSET(priv), 18]
  const start = header.length + cffIndex([top(0, 0)]).length + rest.length
  const priv = start + charStrings.length
  const body = [...header, ...cffIndex([top(start, priv)]), ...rest, ...charStrings, ...CFF_NUMBER(4), 19]
  return new Uint8Array([...body, ...cffIndex([local])])
}

/** An OpenType font around `tinyCff`, or around another CFF with as many glyphs. */
export function tinyCffFont(name: string, cff: Uint8Array | null = null, loops = false): Uint8Array {
  const source = readSfnt(fontBytes('jianbao-song-regular.ttf'))
  const hhea = tableBytes(source, 'hhea').slice()
  new DataView(hhea.buffer).setUint16(34, 1)
  const tables = new Map<string, Uint8Array>([
    ['CFF ', cff ?? tinyCff(loops)],
    ['OS/2', tableBytes(source, 'OS/2')],
    ['cmap', twoCharacters(['简', '报'])],
    ['head', tableBytes(source, 'head')],
    ['hhea', hhea],
    ['hmtx', new Uint8Array([3, 232, 0, 0, 0, 0, 0, 0])],
    ['maxp', new Uint8Array([0, 0, 0x50, 0, 0, 3])],
    ['name', nameTable(name)],
    ['post', tableBytes(source, 'post')],
  ])
  return writeSfnt(tables, 'cff')
}
