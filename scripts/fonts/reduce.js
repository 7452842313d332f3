// Makes reduced fonts from whole ones. Same sources, same bytes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { sha256 } from '../pinned-package.js'
import { coverage } from './characters.js'
import { sequenceGlyphs } from './emoji-sequences.js'
import { asciiKerning, chineseForm } from './kerning.js'
import { bar, cut, inkOf, joinPieces, open } from './pieces.js'
import { refit } from './refit.js'
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

/** Sources drawn on another em, or on a width and height that do not go with Han: how they are brought to ours. */
const REFITTED = {
  // Faces are 0.83 em, most signs a little more, and centred on the middle of Han.
  emoji: { scale: 0.4, dx: -20, dy: 100, advance: 1000 },
  hanaA: { scale: 1000 / 1024, dx: 0, dy: 0, advance: 1000 },
  hanaB: { scale: 1000 / 1024, dx: 0, dy: 0, advance: 1000 },
}

const EM_DASH = 0x2014
const HORIZONTAL_BAR = 0x2015
const TWO_EM_DASH = 0x2e3a

/** The product's own font reader and subsetter, which these fonts are cut with. */
export async function loadReader() {
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
function names(spec, opened, sources) {
  const style = spec.weight === 'bold' ? 'Bold' : 'Regular'
  const { package: name, version } = sources[spec.source]
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

function reduce(reader, spec, { fonts, opened, made, sources }) {
  const source = opened[spec.source]
  const shares = share(spec, opened, made)
  made.set(spec.file, [shares.own, ...shares.lent.values()].flat())
  const { glyphs, characters } = assemble(reader, spec, opened, shares, fonts[spec.source])
  if (glyphs.length > 0xffff) throw new Error(`${spec.file} has more glyphs than a font can have`)
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
    ['name', nameTable(names(spec, opened, sources))],
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

function origin({ package: source, version, path, sha256: hash }) {
  return {
    package: source,
    version,
    path,
    sha256: hash,
    licence: 'OFL-1.1',
    licenceFile: licenceFile(source),
  }
}

/** Where a source's licence is kept. */
export const licenceFile = (source) => `OFL-${source.replace(/^.*\//, '')}.txt`

function entry(spec, { bytes, count, shares }, sources) {
  const lent = [...shares.lent].filter(([, codes]) => codes.length > 0)
  return {
    file: spec.file,
    family: spec.family,
    weight: spec.weight,
    ...(spec.voices ? { voices: spec.voices } : {}),
    sha256: sha256(bytes),
    glyphs: count,
    source: origin(sources[spec.source]),
    lenders: lent.map(([name, codes]) => ({ ...origin(sources[name]), characters: ranges(codes) })),
    missing: ranges(shares.missing),
  }
}

/** Takes the reader and each font's bytes by name; gives the fonts as they are cut. */
export function openSources(reader, fonts) {
  const opened = Object.fromEntries(Object.entries(fonts).map(([name, bytes]) => [name, open(reader, bytes)]))
  if (opened.emoji) {
    opened.emoji = withSequences(opened.emoji, sequenceGlyphs(fonts.emoji, reader.sequenceCode))
  }
  for (const [name, { em }] of Object.entries(opened)) {
    if (em !== 1000 && !REFITTED[name]) throw new Error(`${name} has not 1000 units to the em`)
  }
  return opened
}

/**
 * Writes the fonts of `specs` into a folder; gives their lines in the manifest. `given`: where all comes from (`sources`),
 * its bytes (`fonts`) and as opened (`opened`), and the characters of files there already, by name (`made`).
 */
export function makeFonts(reader, specs, output, given) {
  return specs.map((spec) => {
    const result = reduce(reader, spec, given)
    writeFileSync(join(output, spec.file), result.bytes)
    const megabytes = (result.bytes.length / 1e6).toFixed(2)
    console.log(`${spec.file}: ${result.count} glyphs, ${result.pairs} kerning pairs, ${megabytes} MB`)
    return entry(spec, result, given.sources)
  })
}

/** Writes each source's licence beside the fonts. */
export function writeLicences(licences, output) {
  for (const [source, text] of Object.entries(licences)) {
    writeFileSync(join(output, licenceFile(source)), text.toString('utf8').replace(/\r\n/g, '\n'))
  }
}
