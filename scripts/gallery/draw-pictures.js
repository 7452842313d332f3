/** Draws the pictures of the templates that `jianbao init --template` copies: `node scripts/gallery/draw-pictures.js`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

/** Template, file without its ending, scene. */
const PICTURES = [
  ['government', 'river', 'river'],
  ['government', 'counter', 'counter'],
  ['company', 'workshop', 'workshop'],
  ['company', 'panels', 'panels'],
  ['company', 'team', 'team'],
  ['party', 'meeting', 'meeting'],
  ['party', 'fields', 'fields'],
  ['school', 'campus', 'campus'],
  ['school', 'runners', 'runners'],
  ['school', 'classroom', 'classroom'],
  ['hospital', 'corridor', 'corridor'],
  ['hospital', 'clinic', 'clinic'],
  ['community', 'long-table', 'longTable'],
  ['community', 'chess', 'chess'],
  ['tabloid', 'market', 'market'],
  ['tabloid', 'bowl', 'bowl'],
  ['tabloid', 'bridge', 'bridge'],
  ['handbook', 'floor-plan', 'floorPlan'],
]

const root = fileURLToPath(new URL('../../templates', import.meta.url))
let sum = 0
for (const [template, name, scene] of PICTURES) {
  const { width, height, content } = (await import('./scenes.js'))[scene]()
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`
  const folder = join(root, template, 'issues/pictures')
  await mkdir(folder, { recursive: true })
  const bytes = await sharp(Buffer.from(svg))
    .removeAlpha()
    .png({ palette: true, colours: 32, dither: 0, effort: 10 })
    .toBuffer()
  await writeFile(join(folder, `${name}.png`), bytes)
  sum += bytes.length
  console.log(`${template}/${name}.png ${width}×${height} ${bytes.length} bytes`)
}
console.log(`${sum} bytes in all`)
