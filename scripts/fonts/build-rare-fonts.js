// Makes packages/fonts-rare/fonts: the optional package with what is too large for jianbao itself. Same sources, same bytes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allHan, HAN, LATER_HAN, laterHan, moreHan, outerHan, rareHan } from './characters.js'
import { open } from './pieces.js'
import { getRareSources, RARE_SOURCES } from './rare-sources.js'
import { loadReader, makeFonts, openSources, writeLicences } from './reduce.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PACKAGE = join(ROOT, 'packages/fonts-rare')
const OUTPUT = join(PACKAGE, 'fonts')
const SUMS = join(PACKAGE, 'SHA256SUMS')

/** What jianbao itself has of Han in 宋. */
const SONG = ['jianbao-song-regular.ttf', 'jianbao-song-rare.ttf', 'jianbao-song-more.ttf']

const FONTS = [
  {
    file: 'jianbao-song-rare-bold.ttf',
    family: '宋体罕用字',
    weight: 'bold',
    name: 'Jianbao Song Rare',
    source: 'serifBold',
    lenders: [],
    select: rareHan,
    voices: ['宋体'],
  },
  {
    file: 'jianbao-song-more-bold.ttf',
    family: '宋体增补字',
    weight: 'bold',
    name: 'Jianbao Song More',
    source: 'serifBold',
    lenders: ['serifJapanBold'],
    others: ['serifJapanBold', 'serifHongKong'],
    select: moreHan,
    beside: ['jianbao-song-regular.ttf', 'jianbao-song-rare.ttf'],
    voices: ['宋体'],
  },
  {
    file: 'jianbao-hei-rare.ttf',
    family: '黑体罕用字',
    weight: 'regular',
    name: 'Jianbao Hei Rare',
    source: 'sans',
    lenders: ['sansJapan', 'sansHongKong'],
    select: outerHan,
    beside: ['jianbao-hei-regular.ttf'],
    voices: ['黑体'],
  },
  {
    file: 'jianbao-hei-rare-bold.ttf',
    family: '黑体罕用字',
    weight: 'bold',
    name: 'Jianbao Hei Rare',
    source: 'sansBold',
    lenders: ['sansJapanBold', 'sansHongKongBold'],
    select: outerHan,
    beside: ['jianbao-hei-regular.ttf'],
    voices: ['黑体'],
  },
  {
    file: 'jianbao-kai-rare.ttf',
    family: '楷体罕用字',
    weight: 'regular',
    name: 'Jianbao Kai Rare',
    source: 'kai',
    lenders: [],
    select: outerHan,
    beside: ['jianbao-kai-regular.ttf'],
    voices: ['楷体'],
  },
  {
    file: 'jianbao-song-sea.ttf',
    family: '宋体字海',
    weight: 'regular',
    name: 'Jianbao Song Sea',
    source: 'serif',
    lenders: ['serifHongKong', 'hanaB', 'hanaA'],
    select: allHan,
    beside: SONG,
    voices: ['宋体'],
  },
  {
    file: 'jianbao-song-sea-2.ttf',
    family: '宋体字海二',
    weight: 'regular',
    name: 'Jianbao Song Sea Two',
    source: 'serif',
    lenders: ['serifHongKong', 'hanaB', 'hanaA'],
    select: laterHan,
    beside: SONG,
    voices: ['宋体'],
  },
]

/** The Han of fonts that are there, by file. */
function hanOf(reader, files) {
  const han = [...HAN, ...LATER_HAN].flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at),
  )
  return new Map(
    files.map((file) => {
      const font = open(reader, readFileSync(join(ROOT, 'fonts', file)))
      return [file, han.filter(font.has)]
    }),
  )
}

const reader = await loadReader()
const [debian] = process.argv.slice(2)
const { fonts, licences } = getRareSources(debian)
const made = hanOf(reader, [...SONG, 'jianbao-hei-regular.ttf', 'jianbao-kai-regular.ttf'])
mkdirSync(OUTPUT, { recursive: true })
const given = { sources: RARE_SOURCES, fonts, opened: openSources(reader, fonts), made }
const entries = makeFonts(reader, FONTS, OUTPUT, given)
writeLicences(licences, OUTPUT)
const comment = 'Made by scripts/fonts/build-rare-fonts.js: families that stand in for those of jianbao.'
writeFileSync(join(OUTPUT, 'manifest.json'), `${JSON.stringify({ comment, fonts: entries }, null, 2)}\n`)

const sums = entries.map(({ file, sha256 }) => `${sha256}  fonts/${file}\n`).join('')
const before = existsSync(SUMS) ? readFileSync(SUMS, 'utf8') : sums
writeFileSync(SUMS, sums)
if (before !== sums) console.log('SHA256SUMS has changed: the fonts are not those that were made before')
