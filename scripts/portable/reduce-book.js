import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import sharp from 'sharp'

/** Pixels of the book's pictures: as wide as its column of text. */
const PICTURE_WIDTH = 700

/** Pages for who changes the program: they lie in its repository. What it promises of safety offices ask for too. */
const FOR_DEVELOPERS = /(?:^|\/)developer\/(?!security\.)/

/**
 * Makes a built book one that is read from a disk, in few bytes: pictures of pages in fewer colours, which nobody sees, no
 * script for servers, no page for developers. Links to what is left out become their words, and its search forgets it.
 */
export async function reduceBook(book) {
  if (!existsSync(book)) return
  const files = filesUnder(book).map((file) => relative(book, file).split(sep).join('/'))
  const left = files.filter((file) => FOR_DEVELOPERS.test(file))
  for (const file of left) rmSync(join(book, file))
  for (const file of files.filter((one) => !left.includes(one))) await reduceFile(join(book, file))
}

async function reduceFile(file) {
  const bytes = readFileSync(file)
  if (file.endsWith('.png')) return pictureAs(file, await paletted(bytes), bytes)
  if (file.endsWith('.webp'))
    return pictureAs(file, await narrow(bytes).webp({ quality: 50, effort: 6 }).toBuffer(), bytes)
  if (file.endsWith('.html')) writeFileSync(file, fromDisk(bytes.toString('utf8')))
  if (file.endsWith('disk-words.js')) writeFileSync(file, withoutDevelopers(bytes.toString('utf8')))
}

function pictureAs(file, reduced, bytes) {
  if (reduced.length < bytes.length) writeFileSync(file, reduced)
}

function narrow(bytes) {
  return sharp(bytes).resize({ width: PICTURE_WIDTH, withoutEnlargement: true })
}

/** In sixteen colours; as WebP, whatever its name: browsers look at what is in it. */
async function paletted(bytes) {
  const png = await narrow(bytes).png({ palette: true, colours: 16, effort: 10 }).toBuffer()
  return sharp(png).webp({ lossless: true, effort: 6 }).toBuffer()
}

function fromDisk(page) {
  return page
    .replace(/<script[^>]*>window\.__VP_[\s\S]*?<\/script>/g, '')
    .replace(/<script type="module"[^>]*><\/script>/g, '')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (link, href, words) =>
      !/^[a-z]+:/.test(href) && FOR_DEVELOPERS.test(href) ? words : link,
    )
}

function withoutDevelopers(words) {
  const from = words.indexOf('[')
  const parts = JSON.parse(words.slice(from, words.lastIndexOf(']') + 1))
  return `${words.slice(0, from)}${JSON.stringify(parts.filter(({ href }) => !FOR_DEVELOPERS.test(href)))}\n`
}

/** Every file below a folder. */
export function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}
