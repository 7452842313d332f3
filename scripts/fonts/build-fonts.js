// Makes fonts/*.ttf and fonts/manifest.json from the pinned packages. Same sources, same bytes.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { moreHan, moreLetters, moreSigns, rareHan } from './characters.js'
import { loadReader, makeFonts, openSources, writeLicences } from './reduce.js'
import { getSources, SOURCES } from './sources.js'

const OUTPUT = fileURLToPath(new URL('../../fonts', import.meta.url))

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

/**
 * By family, what its characters are taken from when it lacks them, best first: its own look before another. Some come with the
 * optional package.
 */
const FALLBACK = {
  宋体: ['宋体罕用字', '宋体增补字', '宋体外文', '符号', '黑体', '楷体', '宋体字海', '宋体字海二'],
  黑体: [
    '黑体外文',
    '黑体罕用字',
    '宋体',
    '宋体罕用字',
    '宋体增补字',
    '符号',
    '楷体',
    '宋体字海',
    '宋体字海二',
  ],
  楷体: [
    '楷体罕用字',
    '宋体',
    '宋体罕用字',
    '宋体增补字',
    '宋体外文',
    '符号',
    '黑体',
    '宋体字海',
    '宋体字海二',
  ],
}

const reader = await loadReader()
const { fonts, licences } = getSources(SOURCES)
const given = { sources: SOURCES, fonts, opened: openSources(reader, fonts), made: new Map() }
const entries = makeFonts(reader, FONTS, OUTPUT, given)
writeLicences(licences, OUTPUT)
const manifest = {
  comment:
    'Made by scripts/fonts/build-fonts.js. What a family lacks is taken from the families of its fallback, in order; a file with voices stands in for these families without their look being changed.',
  fallback: FALLBACK,
  fonts: entries,
}
writeFileSync(join(OUTPUT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
