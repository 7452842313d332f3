// Imports 20 Word files of 2,000 Han with 3 photographs each into an empty issue:
// node bench/contributions.js [--dist FOLDER] [--files 20] [--han 2000] [--photographs 3] [--rounds 5]
// Tells the time of the whole command, the time that copying as many bytes takes alone, and the peak memory.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { zipSync } from 'fflate'
import sharp from 'sharp'

const here = dirname(fileURLToPath(import.meta.url))
const { values } = parseArgs({
  options: {
    dist: { type: 'string' },
    files: { type: 'string', default: '20' },
    han: { type: 'string', default: '2000' },
    photographs: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
  },
})
const [files, han, photographs, rounds] = ['files', 'han', 'photographs', 'rounds'].map((key) =>
  Number(values[key]),
)
const program = join(resolve(values.dist ?? join(here, '../dist')), 'cli.cjs')
const folder = mkdtempSync(join(tmpdir(), 'jianbao-contributions-'))
const text = (words) => new TextEncoder().encode(words)

/** A made photograph of 12 megapixels as a telephone writes it, about 2 MB. */
async function photograph() {
  const noise = { type: 'gaussian', mean: 128, sigma: 24 }
  const grain = { create: { width: 2000, height: 1500, channels: 3, background: '#808080', noise } }
  return sharp(grain).resize(4000, 3000, { kernel: 'cubic' }).jpeg({ quality: 75 }).toBuffer()
}

const NAMES = [
  ['w', 'wordprocessingml/2006/main'],
  ['r', 'officeDocument/2006/relationships'],
  ['wp', 'drawingml/2006/wordprocessingDrawing'],
  ['a', 'drawingml/2006/main'],
  ['pic', 'drawingml/2006/picture'],
].map(([prefix, end]) => `xmlns:${prefix}="http://schemas.openxmlformats.org/${end}"`)
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationships = (rows) =>
  text(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`,
  )

/** Runs of a few characters, as Word divides them; paragraphs of two hundred. */
function contribution(number, jpeg) {
  const run = (words, size) =>
    `<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="仿宋"/><w:sz w:val="${size}"/></w:rPr><w:t>${words}</w:t></w:r>`
  const sentence = '各站备足物资落实值班管网末梢压力保持稳定居民用水没有受到影响，'
  const paragraph = () => `<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr>${run(sentence, 32).repeat(7)}</w:p>`
  const picture = (at) =>
    `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="4000000" cy="3000000"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="i${at}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p><w:p>${run(`图为现场之${at}（林小禾 摄）`, 24)}</w:p>`
  const pictures = Array.from({ length: photographs }, (_, at) => at + 1)
  const body = [
    `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(`第${number}组检查供水保障工作`, 44)}</w:p>`,
    ...Array.from({ length: Math.ceil(han / (sentence.length * 7)) }, paragraph),
    ...pictures.map(picture),
    `<w:p>${run('供稿：水务集团 周明远', 32)}</w:p>`,
  ].join('')
  return zipSync(
    {
      '_rels/.rels': relationships([['r1', 'officeDocument', 'word/document.xml']]),
      'word/document.xml': text(`<w:document ${NAMES.join(' ')}><w:body>${body}</w:body></w:document>`),
      'word/_rels/document.xml.rels': relationships(
        pictures.map((at) => [`i${at}`, 'image', `media/image${at}.jpeg`]),
      ),
      // Bytes behind a JPEG's end make each of them a file of its own.
      ...Object.fromEntries(
        pictures.map((at) => [
          `word/media/image${at}.jpeg`,
          [Uint8Array.from([...jpeg, number, at]), { level: 0 }],
        ]),
      ),
    },
    { level: 6 },
  )
}

function project(name) {
  const at = join(folder, name)
  mkdirSync(join(at, 'issues'), { recursive: true })
  writeFileSync(
    join(at, 'publication.yaml'),
    'bulletin: 1\nname: 城南简报\nissuer: 城南办\nsections: [要闻]\n',
  )
  writeFileSync(join(at, 'issues/2026-01.yaml'), 'date: 2026-01-05\nsections:\n  要闻:\n')
  return at
}

function measured(at) {
  const memory = join(at, 'memory')
  const start = performance.now()
  const ran = spawnSync(
    process.execPath,
    ['--require', join(here, 'peak-memory.cjs'), program, 'import', join(folder, '来稿'), '--json'],
    { cwd: at, encoding: 'utf8', maxBuffer: 1e9, env: { ...process.env, BENCH_PEAK_FILE: memory } },
  )
  const seconds = (performance.now() - start) / 1000
  if (ran.status !== 0) throw new Error(ran.stderr.slice(-2000))
  return { seconds, mib: JSON.parse(readFileSync(memory, 'utf8')).maxRSS / 1024 }
}

try {
  const jpeg = await photograph()
  mkdirSync(join(folder, '来稿'))
  for (let number = 1; number <= files; number += 1)
    writeFileSync(join(folder, `来稿/第${number}组.docx`), contribution(number, jpeg))
  const bytes = files * photographs * jpeg.length
  const all = Array.from({ length: rounds }, (_, at) => measured(project(`p${at}`)))
  const start = performance.now()
  cpSync(join(folder, '来稿'), join(folder, 'copy'), { recursive: true })
  const copying = (performance.now() - start) / 1000
  const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
  console.log(
    `${files} files of ${han} Han, ${photographs} photographs each, ${(bytes / 1e6).toFixed(0)} MB in all`,
  )
  console.log(
    `median of ${rounds}: ${middle(all.map((one) => one.seconds)).toFixed(2)} s, of that the copying of as much alone ${copying.toFixed(2)} s`,
  )
  console.log(`peak memory ${middle(all.map((one) => one.mib)).toFixed(0)} MiB`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
