// Makes fonts/*.ttf and fonts/manifest.json from the pinned packages. Same sources, same bytes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { sha256 } from '../pinned-package.js'
import { coverage, rareHan } from './characters.js'
import { asciiKerning, chineseForm } from './kerning.js'
import { bar, cut, inkOf, joinPieces, open } from './pieces.js'
import { getSources, SOURCES } from './sources.js'
import {
  cmapTable,
  headTable,
  hheaTable,
  kernTable,
  maxpTable,
  metricsTable,
  nameTable,
  os2Table,
  outlineTables,
  postTable,
} from './tables.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const OUTPUT = join(ROOT, 'fonts')

/**
 * `lenders`: fonts that give what the source lacks, in order. `borrowed`: what is taken from the first
 * lender although the source has it (the quotes of LXGW WenKai are 350 wide; Chinese ones are 1000).
 */
const FONTS = [
  {
    file: 'jianbao-song-regular.ttf',
    family: '宋体',
    weight: 'regular',
    name: 'Jianbao Song',
    source: 'serif',
    lenders: ['latinSerif', 'symbols'],
  },
  {
    file: 'jianbao-song-bold.ttf',
    family: '宋体',
    weight: 'bold',
    name: 'Jianbao Song',
    source: 'serifBold',
    lenders: ['latinSerifBold', 'symbols'],
  },
  {
    file: 'jianbao-hei-regular.ttf',
    family: '黑体',
    weight: 'regular',
    name: 'Jianbao Hei',
    source: 'sans',
    lenders: ['latinSans', 'symbols'],
  },
  {
    file: 'jianbao-hei-bold.ttf',
    family: '黑体',
    weight: 'bold',
    name: 'Jianbao Hei',
    source: 'sansBold',
    lenders: ['latinSansBold', 'symbols'],
  },
  {
    file: 'jianbao-kai-regular.ttf',
    family: '楷体',
    weight: 'regular',
    name: 'Jianbao Kai',
    source: 'kai',
    lenders: ['serif', 'symbols'],
    borrowed: [...'“”‘’'].map((mark) => mark.codePointAt(0)),
  },
  {
    file: 'jianbao-song-rare.ttf',
    family: '宋体罕用字',
    weight: 'regular',
    name: 'Jianbao Song Rare',
    source: 'serif',
    lenders: [],
    rare: true,
    voices: ['宋体'],
  },
]

/** By family, what its characters are taken from when it lacks them, best first: its own look before another. */
const FALLBACK = {
  宋体: ['宋体罕用字', '黑体', '楷体'],
  黑体: ['宋体', '宋体罕用字', '楷体'],
  楷体: ['宋体', '宋体罕用字', '黑体'],
}

const EM_DASH = 0x2014
const HORIZONTAL_BAR = 0x2015
const TWO_EM_DASH = 0x2e3a

/** The product's own font reader and subsetter, which these fonts are cut with. */
async function loadReader() {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-reader-'))
  try {
    const outfile = join(folder, 'reader.mjs')
    const from = (name) => `export * from './src/assets/truetype/${name}.ts';`
    const contents = ['sfnt', 'cmap', 'glyphs', 'subset'].map(from).join('')
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

/** Where each character comes from: the source, or the first lender that has it. */
function share(spec, opened) {
  const order = [spec.source, ...spec.lenders]
  const ownerOf = (code) => {
    if (spec.borrowed?.includes(code)) return spec.lenders[0]
    return order.find((name) => opened[name].has(code))
  }
  const select = spec.rare ? rareHan : coverage
  const { characters, missing } = select((code) => ownerOf(code) !== undefined)
  const from = (name) => characters.filter((code) => ownerOf(code) === name)
  return { own: from(spec.source), lent: new Map(spec.lenders.map((name) => [name, from(name)])), missing }
}

/**
 * The dashes as Chinese sets them: — one em wide, ⸺ two, and U+2015 from edge to edge, so that two of them
 * are one stroke (GB/T 15834, 5.1.4). They stand where the font's Chinese dash stands; in 黑体, whose own is
 * a hairline even in bold, they are as thick as its Latin dash.
 */
function drawDashes(font, bytes, family) {
  const chinese = font.inkOf(chineseForm(bytes, '—'))
  const thickness = family === '黑体' ? height(font.inkOf(font.glyphOf(EM_DASH))) : height(chinese)
  const bottom = Math.round((chinese.bottom + chinese.top - thickness) / 2)
  const rows = { bottom, top: bottom + thickness }
  const { left, right } = chinese
  return [
    bar(EM_DASH, { left, right, advance: 1000, ...rows }),
    bar(HORIZONTAL_BAR, { left: 0, right: 1000, advance: 1000, ...rows }),
    bar(TWO_EM_DASH, { left, right: right + 1000, advance: 2000, ...rows }),
  ]
}

const height = (ink) => ink.top - ink.bottom

function assemble(reader, spec, opened, shares, bytes) {
  const own = cut(reader, opened[spec.source], shares.own, { first: true })
  const lent = [...shares.lent].map(([name, codes]) => cut(reader, opened[name], codes))
  const dashes = spec.rare ? [] : drawDashes(opened[spec.source], bytes, spec.family)
  return joinPieces([own, ...lent, ...dashes])
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

/** Modified fonts may not bear reserved names: all are renamed. Each owner's copyright is kept. */
function names(spec, opened) {
  const style = spec.weight === 'bold' ? 'Bold' : 'Regular'
  const { package: name, version } = SOURCES[spec.source]
  const owners = new Set([spec.source, ...spec.lenders].map((source) => nameRecord(opened[source], 0)))
  return {
    0: [...owners, 'Reduced, joined and renamed for jianbao.'].join('\n'),
    1: spec.name,
    2: style,
    3: `${spec.name} ${style}; from ${name} ${version}`,
    4: `${spec.name} ${style}`,
    5: `Version 1.000; from ${name} ${version}`,
    6: `${spec.name.replace(/ /g, '')}-${style}`,
    13: 'This Font Software is licensed under the SIL Open Font License, Version 1.1.',
    14: 'https://openfontlicense.org',
  }
}

function reduce(reader, spec, fonts, opened) {
  const source = opened[spec.source]
  const shares = share(spec, opened)
  const { glyphs, characters } = assemble(reader, spec, opened, shares, fonts[spec.source])
  const boxes = glyphs.map(inkOf).filter((box) => box !== null)
  const metrics = metricsTable(glyphs)
  const { glyf, loca } = outlineTables(glyphs)
  const pairs = spec.rare ? [] : asciiKerning(fonts[spec.source])
  const glyphOf = (code) => characters.get(code)
  const kerning = pairs.map(({ left, right, value }) => ({
    left: glyphOf(left),
    right: glyphOf(right),
    value,
  }))
  const tables = new Map([
    ['OS/2', os2Table(source.table('OS/2'), characters)],
    ['cmap', cmapTable(characters)],
    ['glyf', glyf],
    ['head', headTable(source.table('head'), boxes)],
    ['hhea', hheaTable(source.table('hhea'), metrics, boxes)],
    ['hmtx', metrics.hmtx],
    ...(kerning.length > 0 ? [['kern', kernTable(kerning)]] : []),
    ['loca', loca],
    ['maxp', maxpTable(source.table('maxp'), glyphs.length)],
    ['name', nameTable(names(spec, opened))],
    ['post', postTable(source.table('post'))],
  ])
  return { bytes: reader.writeSfnt(tables, 'truetype'), shares, pairs: kerning.length, count: glyphs.length }
}

const hex = (code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

function origin(name) {
  const { package: source, version, path, sha256: hash } = SOURCES[name]
  return {
    package: source,
    version,
    path,
    sha256: hash,
    licence: 'OFL-1.1',
    licenceFile: licenceFile(source),
  }
}

const licenceFile = (source) => `OFL-${source.replace(/^.*\//, '')}.txt`

function entry(spec, { bytes, count, shares }) {
  const lent = [...shares.lent].filter(([, codes]) => codes.length > 0)
  return {
    file: spec.file,
    family: spec.family,
    weight: spec.weight,
    ...(spec.voices ? { voices: spec.voices } : {}),
    sha256: sha256(bytes),
    glyphs: count,
    source: origin(spec.source),
    lenders: lent.map(([name, codes]) => ({ ...origin(name), characters: codes.map(hex).join(' ') })),
    missing: shares.missing.map(hex).join(' '),
  }
}

const reader = await loadReader()
const { fonts, licences } = getSources()
const opened = Object.fromEntries(Object.entries(fonts).map(([name, bytes]) => [name, open(reader, bytes)]))
const entries = []
for (const spec of FONTS) {
  const result = reduce(reader, spec, fonts, opened)
  writeFileSync(join(OUTPUT, spec.file), result.bytes)
  entries.push(entry(spec, result))
  const megabytes = (result.bytes.length / 1e6).toFixed(2)
  console.log(`${spec.file}: ${result.count} glyphs, ${result.pairs} kerning pairs, ${megabytes} MB`)
}
for (const [source, text] of Object.entries(licences)) {
  writeFileSync(join(OUTPUT, licenceFile(source)), text.toString('utf8').replace(/\r\n/g, '\n'))
}
const manifest = {
  comment:
    'Made by scripts/fonts/build-fonts.js. What a family lacks is taken from the families of its fallback, in order; a file with voices stands in for these families without their look being changed.',
  fallback: FALLBACK,
  fonts: entries,
}
writeFileSync(join(OUTPUT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
