/** Draws the photographs of the example issue into issues/2026-06: `node scripts/pictures/make-pictures.js [folder]`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { random } from './drawing.js'

const only = process.argv[3]
const scenes = [
  ['diaodu.jpg', './control-room.js', 'controlRoom'],
  ['gangkou.jpg', './harbour.js', 'harbour'],
  ['salon.jpg', './salon.js', 'salon'],
  ['yanlian-1.jpg', './river-bank.js', 'riverBank'],
  ['yanlian-2.jpg', './underpass.js', 'underpass'],
  ['dianti.jpg', './lift-shaft.js', 'liftShaft'],
  ['dating.png', './service-hall.js', 'serviceHall'],
]

/** Film grain: grey noise around the middle, laid over the picture as soft light. */
function grain(width, height, strength) {
  const next = random(width * 31 + height)
  const pixels = Buffer.alloc(width * height)
  for (let at = 0; at < pixels.length; at++) pixels[at] = 128 + (next() + next() - 1) * strength
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer()
}

async function photograph({ width, height, svg }) {
  const picture = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).toBuffer()
  const noise = await grain(width, height, 18)
  return sharp(picture)
    .composite([{ input: noise, blend: 'soft-light' }])
    .removeAlpha()
    .png()
    .toBuffer()
}

/** JPEG as a camera would give it; `turned` is stored on its side with the EXIF note that rights it. */
async function jpeg(scene) {
  const upright = sharp(await photograph(scene))
  const options = { quality: scene.quality ?? 74, mozjpeg: true }
  if (!scene.turned) return upright.jpeg(options).toBuffer()
  return upright
    .rotate(270)
    .withExif({ IFD0: { Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .jpeg(options)
    .toBuffer()
}

function png(scene) {
  return sharp(Buffer.from(scene.svg))
    .flatten({ background: '#fff' })
    .png({ palette: true, colours: 96, dither: 0.4, effort: 10 })
    .toBuffer()
}

const folder = process.argv[2] ?? fileURLToPath(new URL('../../issues/2026-06', import.meta.url))
await mkdir(folder, { recursive: true })
for (const [name, module, draw] of scenes) {
  if (only && !name.startsWith(only)) continue
  const scene = (await import(module))[draw]()
  const bytes = await (name.endsWith('.png') ? png(scene) : jpeg(scene))
  await writeFile(join(folder, name), bytes)
  console.log(`${name} ${scene.width}×${scene.height} ${(bytes.length / 1024).toFixed(0)} KB`)
}
