import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { runTool } from './tools.ts'

/**
 * Pictures of pages, small enough to keep: 40 dpi, so that a pixel is 1.8 pt, in 16 greys. Compared are means of
 * tiles, 9 pt square, since renderers differ in how they smooth an edge but not in how much ink they lay on a
 * place. Poppler's two renderers, Splash and Cairo, which draw with different code, differ by up to 21 of 255 on
 * these pages, more than versions of one of them should; a line of text that is 2 pt lower differs by 25. The
 * tolerance lies between. What is finer is held by the goldens of the display list, which come to 0.01 pt.
 */

const DPI = 40
/** Pages are rendered so many times larger and brought down here: renderers move fine rules to whole pixels. */
const FINER = 3
const GREYS = 16
const TILE = 5
/** Of 255. */
export const TOLERANCE = 23

export interface Picture {
  readonly width: number
  readonly height: number
  /** 0 black – 255 white, row by row. */
  readonly grey: Uint8Array
}

/** The pages of a PDF; `tool` is one of poppler's renderers. */
export async function picturesOf(pdf: string, tool: 'pdftoppm' | 'pdftocairo'): Promise<Picture[]> {
  const folder = dirname(pdf)
  const stem = `${tool}-page`
  runTool(tool, ['-r', String(DPI * FINER), '-gray', '-png', pdf, join(folder, stem)])
  const files = readdirSync(folder).filter((name) => name.startsWith(stem))
  return Promise.all(files.sort().map(async (name) => reduced(await readPicture(join(folder, name)))))
}

function reduced(picture: Picture): Picture {
  const { across, means } = meansOf(picture, FINER)
  return { width: across, height: means.length / across, grey: Uint8Array.from(means, Math.round) }
}

async function readPicture(file: string): Promise<Picture> {
  const { data, info } = await sharp(readFileSync(file))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grey = Uint8Array.from(
    { length: info.width * info.height },
    (_, at) => data[at * info.channels] as number,
  )
  return { width: info.width, height: info.height, grey }
}

/** The greatest difference of two pictures' tiles; 255 when they are not of one size. */
export function difference(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 255
  const a = meansOf(one, TILE).means
  const b = meansOf(other, TILE).means
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] as number))), 0)
}

/** Means of squares of so many pixels; squares at the right and the foot may reach out, over white. */
function meansOf({ width, height, grey }: Picture, size: number): { across: number; means: number[] } {
  const across = Math.ceil(width / size)
  const ink = new Array<number>(across * Math.ceil(height / size)).fill(0)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = Math.floor(y / size) * across + Math.floor(x / size)
      ink[at] = (ink[at] as number) + 255 - (grey[y * width + x] as number)
    }
  return { across, means: ink.map((sum) => 255 - sum / size ** 2) }
}

export async function keep(file: string, { width, height, grey }: Picture): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  const step = 255 / (GREYS - 1)
  const few = grey.map((value) => Math.round(Math.round(value / step) * step))
  const image = sharp(few, { raw: { width, height, channels: 1 } })
  writeFileSync(file, await image.png({ palette: true, colours: GREYS, dither: 0, effort: 10 }).toBuffer())
}

/** What was, what is, and both at once: gone is red, new is blue. */
export async function keepDifference(file: string, was: Picture, is: Picture): Promise<void> {
  const { width, height } = is
  const pixels = new Uint8Array(3 * width * height * 3)
  const old = (x: number, y: number) =>
    x < was.width && y < was.height ? (was.grey[y * was.width + x] as number) : 255
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const before = old(x, y)
      const after = is.grey[y * width + x] as number
      const row = 3 * y * width
      pixels.fill(before, 3 * (row + x), 3 * (row + x) + 3)
      pixels.fill(after, 3 * (row + width + x), 3 * (row + width + x) + 3)
      pixels.set([after, Math.max(before, after), before], 3 * (row + 2 * width + x))
    }
  mkdirSync(dirname(file), { recursive: true })
  const image = sharp(pixels, { raw: { width: 3 * width, height, channels: 3 } })
  writeFileSync(file, await image.png().toBuffer())
}

/** The kept pictures of a document, by page; none when it has none. */
export async function kept(stem: string): Promise<Picture[]> {
  const pictures: Picture[] = []
  while (existsSync(pageFile(stem, pictures.length)))
    pictures.push(await readPicture(pageFile(stem, pictures.length)))
  return pictures
}

export function pageFile(stem: string, page: number): string {
  return `${stem}-${page + 1}.png`
}
