// Makes the built pages readable by a double click too, where there is no server and no module: see disk/disk.js.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Gives every page of a built book the script that helps on a disk, and the words that it looks through. */
export function readFromDisk(folder) {
  const parts = []
  for (const name of pagesOf(folder)) {
    const file = join(folder, name)
    const page = readFileSync(file, 'utf8')
    if (name !== '404.html') parts.push(...partsOf(name, page))
    const up = '../'.repeat(name.split('/').length - 1) || './'
    writeFileSync(
      file,
      page.replace('</head>', `<script src="${up}disk.js" data-up="${up}"></script></head>`),
    )
  }
  copyFileSync(join(here, 'disk/disk.js'), join(folder, 'disk.js'))
  writeFileSync(join(folder, 'disk-words.js'), `window.bookWords=${JSON.stringify(parts)}\n`)
}

/** The book's pages in a built folder, without those of the library's interface. */
export function pagesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html') && !name.startsWith('api/'))
    .sort()
}

/** A page's parts from heading to heading: where, its title, its words. */
function partsOf(name, page) {
  const [, doc = ''] = /<main[^>]*>([\s\S]*?)<\/main>/.exec(page) ?? []
  const [first, ...others] = doc.split(/(?=<h[123] id=")/)
  return [first, ...others].flatMap((part) => {
    const [, id, head] = /^<h[123] id="([^"]*)"[^>]*>([\s\S]*?)<a /.exec(part) ?? []
    return id === undefined
      ? []
      : [{ href: `${name}#${id}`, title: words(head), text: words(part.replace(/^[\s\S]*?<\/h[123]>/, '')) }]
  })
}

function words(html) {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, ten) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(ten)),
    )
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
