import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { reduceBook } from '../../scripts/portable/reduce-book.js'

const book = mkdtempSync(join(tmpdir(), 'jianbao-book-'))
afterAll(() => rmSync(book, { recursive: true, force: true }))

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(book, path)), { recursive: true })
  writeFileSync(join(book, path), content)
}
const read = (path: string) => readFileSync(join(book, path), 'utf8')

test('a book for a disk has no page for developers, no link or find that leads to one, and small pictures', async () => {
  const noise = Uint8Array.from({ length: 900 * 300 * 3 }, (_, at) => (at * 7919) % 251)
  const picture = await sharp(noise, { raw: { width: 900, height: 300, channels: 3 } })
    .png()
    .toBuffer()
  const page = [
    '<script>window.__VP_HASH_MAP__={}</script><script type="module" src="/assets/app.js"></script>',
    '<a class="x" href="/en/developer/tests.html"><p>tests</p></a>',
    '<a href="./developer/security.html">security</a>',
    '<a href="https://example.invalid/developer/x">outside</a> <a href="guide/fit.html">fit</a>',
  ].join('\n')
  put('index.html', page)
  put('en/developer/tests.html', page)
  put('en/developer/security.html', page)
  put('assets/a.png', picture)
  const found = (href: string) => ({ href, title: 'a', text: 'b' })
  const words = ['guide/fit.html', 'en/developer/tests.html#a', 'en/developer/security.html'].map(found)
  put('disk-words.js', `window.bookWords=${JSON.stringify(words)}\n`)

  await reduceBook(book)

  expect(read('index.html').trim().split('\n')).toEqual([
    '<p>tests</p>',
    '<a href="./developer/security.html">security</a>',
    '<a href="https://example.invalid/developer/x">outside</a> <a href="guide/fit.html">fit</a>',
  ])
  expect(existsSync(join(book, 'en/developer/tests.html'))).toBe(false)
  expect(existsSync(join(book, 'en/developer/security.html'))).toBe(true)
  expect(read('disk-words.js')).toBe(`window.bookWords=${JSON.stringify([words[0], words[2]])}\n`)
  const reduced = readFileSync(join(book, 'assets/a.png'))
  expect(reduced.length).toBeLessThan(picture.length)
  expect(await sharp(reduced).metadata()).toMatchObject({ width: 700, format: 'webp' })
})

test('where no book was built there is none to reduce', async () => {
  await expect(reduceBook(join(book, 'none'))).resolves.toBeUndefined()
})
