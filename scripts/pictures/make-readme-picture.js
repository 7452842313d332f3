// Draws docs/example-pages.png, the first pages of the example issue side by side, from the built PDF.
// Needs pdftoppm (poppler-utils): node scripts/pictures/make-readme-picture.js
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const PAGES = 3
const PAGE_WIDTH = 380
const GAP = 16
const LIMIT = 200_000

const folder = mkdtempSync(join(tmpdir(), 'jianbao-picture-'))
try {
  const pdf = join(folder, 'example.pdf')
  execFileSync(
    process.execPath,
    [join(root, 'dist/cli.cjs'), 'build', 'issues/2026-06.yaml', '-q', '-o', pdf],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  execFileSync('pdftoppm', ['-r', '144', '-l', String(PAGES), '-png', pdf, join(folder, 'page')])
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .sort()
  const pages = await Promise.all(
    files.map((name) => sharp(join(folder, name)).resize(PAGE_WIDTH).png().toBuffer()),
  )
  const { height } = await sharp(pages[0]).metadata()
  mkdirSync(join(root, 'docs'), { recursive: true })
  const target = join(root, 'docs/example-pages.png')
  await sharp({
    create: {
      width: PAGES * PAGE_WIDTH + (PAGES + 1) * GAP,
      height: height + 2 * GAP,
      channels: 3,
      background: '#d8d8d8',
    },
  })
    .composite(pages.map((input, index) => ({ input, top: GAP, left: GAP + index * (PAGE_WIDTH + GAP) })))
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(target)
  const { size } = statSync(target)
  if (size > LIMIT) throw new Error(`docs/example-pages.png has ${size} bytes, more than ${LIMIT}`)
  console.log(`docs/example-pages.png  ${size} bytes`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
