// Draws docs/gallery/NAME.webp, the pages of each template side by side, from the built PDF.
// Needs pdftoppm (poppler-utils): node scripts/gallery/draw-pages.js [NAME…]
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const PAGE_WIDTH = 300
const GAP = 12
const ACROSS = 4
const LIMIT = 1_500_000

/** One picture of the pages, in rows of four. */
async function sheet(files, target) {
  const pages = await Promise.all(files.map((file) => sharp(file).resize(PAGE_WIDTH).png().toBuffer()))
  const { height } = await sharp(pages[0]).metadata()
  const across = Math.min(ACROSS, pages.length)
  const down = Math.ceil(pages.length / across)
  const place = (at) => ({
    left: GAP + (at % across) * (PAGE_WIDTH + GAP),
    top: GAP + Math.floor(at / across) * (height + GAP),
  })
  const width = across * PAGE_WIDTH + (across + 1) * GAP
  await sharp({
    create: { width, height: down * height + (down + 1) * GAP, channels: 3, background: '#d8d8d8' },
  })
    .composite(pages.map((input, at) => ({ input, ...place(at) })))
    .webp({ quality: 76, effort: 6 })
    .toFile(target)
}

async function draw(name) {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-gallery-'))
  try {
    cpSync(join(root, 'templates', name), join(folder, 'publication'), { recursive: true })
    const pdf = join(folder, 'pages.pdf')
    execFileSync(process.execPath, [join(root, 'dist/cli.cjs'), 'build', '--strict', '-q', '-o', pdf], {
      cwd: join(folder, 'publication'),
      stdio: 'inherit',
    })
    execFileSync('pdftoppm', ['-r', '110', '-png', pdf, join(folder, 'page')])
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.png'))
      .sort()
      .map((file) => join(folder, file))
    const target = join(root, 'docs/gallery', `${name}.webp`)
    await sheet(files, target)
    console.log(`${name}.webp  ${files.length} pages, ${statSync(target).size} bytes`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

mkdirSync(join(root, 'docs/gallery'), { recursive: true })
const wanted = process.argv.slice(2)
for (const name of wanted.length > 0 ? wanted : readdirSync(join(root, 'templates'))) await draw(name)
const drawn = readdirSync(join(root, 'docs/gallery')).map((file) =>
  statSync(join(root, 'docs/gallery', file)),
)
const sum = drawn.reduce((all, { size }) => all + size, 0)
if (sum > LIMIT) throw new Error(`docs/gallery has ${sum} bytes, more than ${LIMIT}`)
console.log(`${sum} bytes in all`)
