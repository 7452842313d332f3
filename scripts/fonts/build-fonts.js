// Makes fonts/*.ttf and fonts/manifest.json from the pinned packages. Same sources, same bytes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { sha256 } from '../pinned-package.js'
import { coverage, moreHan, moreLetters, moreSigns, rareHan } from './characters.js'
import { sequenceGlyphs } from './emoji-sequences.js'
import { asciiKerning, chineseForm } from './kerning.js'
import { bar, cut, inkOf, joinPieces, open } from './pieces.js'
import { refit } from './refit.js'
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
    select: rareHan,
    voices: ['宋体'],
  },
  {
    file: 'jianbao-song-more.ttf',
    family: '宋体增补字',
    weight: 'regular',
    name: 'Jianbao Song More',
    source: 'serif',
    lenders: ['serifJapan'],
    others: ['serifJapan', 'serifHongKong'],
    select: moreHan,
    beside: ['jianbao-song-regular.ttf', 'jianbao-song-rare.ttf'],
    voices: ['宋体'],
  },
  {
    file: 'jianbao-song-letters.ttf',
    family: '宋体外文',
    weight: 'regular',
    name: 'Jianbao Song Letters',
    source: 'latinSerif',
    lenders: [],
    select: moreLetters,
    beside: ['jianbao-song-regular.ttf'],
    voices: ['宋体', '楷体'],
  },
  {
    file: 'jianbao-song-letters-bold.ttf',
    family: '宋体外文',
    weight: 'bold',
    name: 'Jianbao Song Letters',
    source: 'latinSerifBold',
    lenders: [],
    select: moreLetters,
    beside: ['jianbao-song-regular.ttf'],
    voices: ['宋体', '楷体'],
  },
  {
    file: 'jianbao-hei-letters.ttf',
    family: '黑体外文',
    weight: 'regular',
    name: 'Jianbao Hei Letters',
    source: 'latinSans',
    lenders: [],
    select: moreLetters,
    beside: ['jianbao-hei-regular.ttf'],
    voices: ['黑体'],
  },
  {
    file: 'jianbao-hei-letters-bold.ttf',
    family: '黑体外文',
    weight: 'bold',
    name: 'Jianbao Hei Letters',
    source: 'latinSansBold',
    lenders: [],
    select: moreLetters,
    beside: ['jianbao-hei-regular.ttf'],
    voices: ['黑体'],
  },
  {
    file: 'jianbao-signs.ttf',
    family: '符号',
    weight: 'regular',
    name: 'Jianbao Signs',
    source: 'math',
    lenders: ['emoji', 'symbols', 'moreSymbols'],
    select: moreSigns,
    beside: ['jianbao-song-regular.ttf', 'jianbao-song-letters.ttf'],
    voices: ['宋体', '黑体', '楷体'],
  },
]

/** Sources drawn on another em, or on a width and height that do not go with Han: how they are brought to ours. */
const REFITTED = {
  // Faces are 0.83 em, most signs a little more, and centred on the middle of Han.
  emoji: { scale: 0.4, dx: -20, dy: 100, advance: 1000 },
}

/** By family, what its characters are taken from when it lacks them, best first: its own look before another. Some come with the optional package. */
const FALLBACK = {
  宋体: ['宋体罕用字', '宋体增补字', '宋体外文', '符号', '黑体', '楷体', '宋体字海'],
  黑体: ['黑体外文', '黑体罕用字', '宋体', '宋体罕用字', '宋体增补字', '符号', '楷体', '宋体字海'],
  楷体: ['宋体', '宋体罕用字', '宋体增补字', '宋体外文', '符号', '黑体', '宋体字海'],
}

const EM_DASH = 0x2014
const HORIZONTAL_BAR = 0x2015
const TWO_EM_DASH = 0x2e3a

/** The product's own font reader and subsetter, which these fonts are cut with. */
async function loadReader() {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-reader-'))
  try {
    const outfile = join(folder, 'reader.mjs')
    const from = (name) => `export * from './src/${name}.ts';`
    const truetype = ['sfnt', 'cmap', 'glyphs', 'subset'].map((name) => `assets/truetype/${name}`)
    const contents = [...truetype, 'text/emoji'].map(from).join('')
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

/** Where each character comes from: the source, or the first lender that has it. `made` are the files before, by name. */
function share(spec, opened, made) {
  const order = [spec.source, ...spec.lenders]
  const ownerOf = (code) => {
    if (spec.borrowed?.includes(code)) return spec.lenders[0]
    return order.find((name) => opened[name].has(code))
  }
  const { select = coverage, beside = [], others = [] } = spec
  const there = new Set(beside.flatMap((file) => made.get(file)))
  const { characters, missing } = select(
    (code) => !there.has(code) && ownerOf(code) !== undefined,
    (code) => others.some((name) => opened[name].has(code)),
  )
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

const fitted = (name, piece) => (REFITTED[name] ? refit(piece, REFITTED[name]) : piece)

function assemble(reader, spec, opened, shares, bytes) {
  const own = cut(reader, opened[spec.source], shares.own, { first: true })
  const lent = [...shares.lent].map(([name, codes]) => fitted(name, cut(reader, opened[name], codes)))
  const dashes = spec.select ? [] : drawDashes(opened[spec.source], bytes, spec.family)
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

function reduce(reader, spec, { fonts, opened, made }) {
  const source = opened[spec.source]
  const shares = share(spec, opened, made)
  made.set(spec.file, [shares.own, ...shares.lent.values()].flat())
  const { glyphs, characters } = assemble(reader, spec, opened, shares, fonts[spec.source])
  const boxes = glyphs.map(inkOf).filter((box) => box !== null)
  const metrics = metricsTable(glyphs)
  const { glyf, loca } = outlineTables(glyphs)
  const pairs = spec.select ? [] : asciiKerning(fonts[spec.source])
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

/** The same font with glyphs for codes that its `cmap` has not. */
function withSequences(font, glyphs) {
  const glyphOf = (code) => glyphs.get(code) ?? font.glyphOf(code)
  return { ...font, glyphOf, has: (code) => glyphOf(code) > 0 }
}

const hex = (code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

/** `U+4E00–4E03 U+5000`; flags and keycaps, which have codes of surrogates, are left out. */
function ranges(codes) {
  const runs = []
  for (const code of [...codes].sort((a, b) => a - b)) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const last = runs.at(-1)
    if (last && last.to + 1 === code) last.to = code
    else runs.push({ from: code, to: code })
  }
  return runs.map(({ from, to }) => (from === to ? hex(from) : `${hex(from)}–${hex(to).slice(2)}`)).join(' ')
}

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
    lenders: lent.map(([name, codes]) => ({ ...origin(name), characters: ranges(codes) })),
    missing: ranges(shares.missing),
  }
}

const reader = await loadReader()
const { fonts, licences } = getSources()
const opened = Object.fromEntries(Object.entries(fonts).map(([name, bytes]) => [name, open(reader, bytes)]))
opened.emoji = withSequences(opened.emoji, sequenceGlyphs(fonts.emoji, reader.sequenceCode))
for (const [name, { em }] of Object.entries(opened)) {
  if (em !== 1000 && !REFITTED[name]) throw new Error(`${name} has not 1000 units to the em`)
}
const made = new Map()
const entries = []
for (const spec of FONTS) {
  const result = reduce(reader, spec, { fonts, opened, made })
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
