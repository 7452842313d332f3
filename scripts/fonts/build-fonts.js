// Makes fonts/*.ttf and fonts/manifest.json from the pinned packages. Same sources, same bytes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { coverage } from './characters.js'
import { asciiKerning } from './kerning.js'
import { getSources, SOURCES, sha256 } from './sources.js'
import { cmapTable, kernTable, nameTable, os2Table, postTable, shortenMetrics } from './tables.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const OUTPUT = join(ROOT, 'fonts')

/** The product's own font reader and subsetter, which these fonts are cut with. */
async function loadReader() {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-reader-'))
  try {
    const outfile = join(folder, 'reader.mjs')
    const from = (name) => `export * from './src/assets/truetype/${name}.ts';`
    const contents = ['sfnt', 'cmap', 'glyphs', 'subset', 'names'].map(from).join('')
    await build({
      stdin: { contents, resolveDir: ROOT },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const QUOTES = [...'“”‘’'].map((mark) => mark.codePointAt(0))

/** `lent`: characters taken from the lender although the source has them. */
const FONTS = [
  {
    file: 'jianbao-song-regular.ttf',
    family: '宋体',
    weight: 'regular',
    name: 'Jianbao Song',
    source: 'serif',
  },
  {
    file: 'jianbao-song-bold.ttf',
    family: '宋体',
    weight: 'bold',
    name: 'Jianbao Song',
    source: 'serifBold',
  },
  { file: 'jianbao-hei-regular.ttf', family: '黑体', weight: 'regular', name: 'Jianbao Hei', source: 'sans' },
  { file: 'jianbao-hei-bold.ttf', family: '黑体', weight: 'bold', name: 'Jianbao Hei', source: 'sansBold' },
  {
    file: 'jianbao-kai-regular.ttf',
    family: '楷体',
    weight: 'regular',
    name: 'Jianbao Kai',
    source: 'kai',
    lender: 'serif',
    lent: QUOTES,
  },
]

const LICENCE_FILES = {
  '@expo-google-fonts/noto-serif-sc': 'OFL-noto-serif-sc.txt',
  '@expo-google-fonts/noto-sans-sc': 'OFL-noto-sans-sc.txt',
  '@fontsource/lxgw-wenkai': 'OFL-lxgw-wenkai.txt',
}

const reader = await loadReader()

function open(bytes) {
  const sfnt = reader.readSfnt(bytes)
  const glyphs = new reader.GlyphTable(sfnt)
  const map = new reader.CharacterMap(sfnt, (glyph) => glyphs.sound(glyph))
  if (sfnt.view.getUint16(reader.requiredTable(sfnt, 'head').offset + 18) !== 1000)
    throw new Error('not 1000 units')
  return { sfnt, glyphs, map, table: (tag) => Buffer.from(reader.tableBytes(sfnt, tag)) }
}

/** A subset's tables, opened again; the glyphs of `characters` have ids 1…n in their order. */
function cut(font, characters) {
  const glyphs = [0, ...characters.map((code) => font.map.glyphOf(code))]
  const unique = [...new Set(glyphs)]
  const subset = reader.readSfnt(reader.subsetTrueType(font.sfnt, font.glyphs, unique))
  const place = new Map(unique.map((glyph, index) => [glyph, index]))
  return {
    table: (tag) => Buffer.from(reader.tableBytes(subset, tag)),
    glyphs: new reader.GlyphTable(subset),
    characters: new Map(characters.map((code) => [code, place.get(font.map.glyphOf(code))])),
  }
}

function outlineOffsets(piece, shift) {
  const start = piece.glyphs.from(0)
  return Array.from({ length: piece.glyphs.count }, (_, glyph) => shift + piece.glyphs.to(glyph) - start)
}

/** One piece after the other: the glyphs of the second are numbered on from the first. */
function join2(first, second) {
  for (let glyph = 0; glyph < second.glyphs.count; glyph++) {
    if (second.glyphs.components(glyph).length > 0) throw new Error('a lent glyph is composite')
  }
  const glyf = Buffer.concat([first.table('glyf'), second.table('glyf')])
  const ends = [...outlineOffsets(first, 0), ...outlineOffsets(second, first.table('glyf').length)]
  const loca = Buffer.alloc(4 * (ends.length + 1))
  for (const [index, end] of ends.entries()) loca.writeUInt32BE(end, 4 * index + 4)
  const shifted = [...second.characters].map(([code, glyph]) => [code, glyph + first.glyphs.count])
  return {
    glyf,
    loca,
    hmtx: Buffer.concat([first.table('hmtx'), second.table('hmtx')]),
    count: ends.length,
    characters: new Map([...first.characters, ...shifted]),
  }
}

function alone(piece) {
  const { characters, glyphs, table } = piece
  return { glyf: table('glyf'), loca: table('loca'), hmtx: table('hmtx'), count: glyphs.count, characters }
}

function names(spec, source, copyright) {
  const style = spec.weight === 'bold' ? 'Bold' : 'Regular'
  const from = `${source.package} ${source.version}`
  return {
    0: `${copyright}\nReduced to the characters of Chinese official documents and renamed for jianbao.`,
    1: spec.name,
    2: style,
    3: `${spec.name} ${style}; from ${from}`,
    4: `${spec.name} ${style}`,
    5: `Version 1.000; from ${from}`,
    6: `${spec.name.replace(' ', '')}-${style}`,
    13: 'This Font Software is licensed under the SIL Open Font License, Version 1.1.',
    14: 'https://openfontlicense.org',
  }
}

/** The text of one name record for Windows. */
function nameRecord(font, wanted) {
  const table = font.table('name')
  const strings = table.readUInt16BE(4)
  for (let at = 6; at < 6 + 12 * table.readUInt16BE(2); at += 12) {
    if (table.readUInt16BE(at) !== 3 || table.readUInt16BE(at + 6) !== wanted) continue
    const from = strings + table.readUInt16BE(at + 10)
    return Buffer.from(table.subarray(from, from + table.readUInt16BE(at + 8)))
      .swap16()
      .toString('utf16le')
  }
  return ''
}

function reduce(spec, fonts) {
  const font = open(fonts[spec.source])
  const lender = spec.lender === undefined ? null : open(fonts[spec.lender])
  const isLent = (code) =>
    lender !== null &&
    lender.map.glyphOf(code) > 0 &&
    (spec.lent.includes(code) || font.map.glyphOf(code) === 0)
  const { characters, missing } = coverage((code) => font.map.glyphOf(code) > 0 || isLent(code))
  const piece = cut(
    font,
    characters.filter((code) => !isLent(code)),
  )
  const lent = characters.filter(isLent)
  const whole = lender === null ? alone(piece) : join2(piece, cut(lender, lent))
  const metrics = shortenMetrics(whole.hmtx)
  const hhea = piece.table('hhea')
  hhea.writeUInt16BE(metrics.count, 34)
  const maxp = piece.table('maxp')
  maxp.writeUInt16BE(whole.count, 4)
  const head = piece.table('head')
  head.writeInt16BE(whole.loca.length === 4 * (whole.count + 1) ? 1 : 0, 50)
  const glyphOf = (code) => whole.characters.get(code)
  const kerning = asciiKerning(fonts[spec.source]).map(({ left, right, value }) => ({
    left: glyphOf(left),
    right: glyphOf(right),
    value,
  }))
  const tables = new Map([
    ['OS/2', os2Table(font.table('OS/2'), whole.characters)],
    ['cmap', cmapTable(whole.characters)],
    ['glyf', whole.glyf],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', metrics.bytes],
    ...(kerning.length > 0 ? [['kern', kernTable(kerning)]] : []),
    ['loca', whole.loca],
    ['maxp', maxp],
    ['name', nameTable(names(spec, SOURCES[spec.source], nameRecord(font, 0)))],
    ['post', postTable(font.table('post'))],
  ])
  return {
    bytes: reader.writeSfnt(tables, 'truetype'),
    missing,
    lent,
    pairs: kerning.length,
    count: whole.count,
  }
}

const codes = (list) => list.map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`)

function entry(spec, result) {
  const { package: name, version, path, sha256: sourceHash } = SOURCES[spec.source]
  const lender = spec.lender === undefined ? null : SOURCES[spec.lender]
  return {
    file: spec.file,
    family: spec.family,
    weight: spec.weight,
    sha256: sha256(result.bytes),
    glyphs: result.count,
    source: { package: name, version, path, sha256: sourceHash },
    licence: 'OFL-1.1',
    licenceFile: LICENCE_FILES[name],
    ...(lender === null
      ? {}
      : {
          lent: {
            package: lender.package,
            version: lender.version,
            path: lender.path,
            characters: codes(result.lent),
          },
        }),
    missing: codes(result.missing),
  }
}

const { fonts, licences } = getSources()
const entries = []
for (const spec of FONTS) {
  const result = reduce(spec, fonts)
  writeFileSync(join(OUTPUT, spec.file), result.bytes)
  entries.push(entry(spec, result))
  console.log(
    `${spec.file}  ${result.count} glyphs, ${result.pairs} pairs, ${(result.bytes.length / 1e6).toFixed(2)} MB, missing ${result.missing.length}`,
  )
}
for (const [name, text] of Object.entries(licences)) writeFileSync(join(OUTPUT, LICENCE_FILES[name]), text)
const manifest = {
  comment:
    'Made by scripts/fonts/build-fonts.js. What a family lacks is taken from the families of `fallback`, in order.',
  fallback: ['宋体', '黑体', '楷体'],
  fonts: entries,
}
writeFileSync(join(OUTPUT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
