// Builds the book into output/book: a static site of VitePress, Chinese first, searched and read without a network.
//   npm run docs                  all, with a picture of each recipe's first page (where pdftoppm is installed)
//   npm run docs -- --no-pictures   without those pictures
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFromDisk } from './read-from-disk.js'
import { makeRecipePictures } from './recipe-pictures.js'
import { stage } from './stage.js'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const site = join(here, 'site')
const out = join(root, 'output/book')

await stage({ root, here, site })
if (!process.argv.includes('--no-pictures')) await makeRecipePictures({ root, site })
rmSync(out, { recursive: true, force: true })
process.chdir(site)
const { build } = await import('vitepress')
await build(site)
readFromDisk(out)
console.log(`book: ${join('output', 'book', 'index.html')}`)
