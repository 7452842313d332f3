import { existsSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagesOf } from '../../scripts/book/read-from-disk.js'
import { chromiumFile } from '../preview/browser.ts'
import { ROOT, recipes } from './recipes.ts'
import { BOOK, buildBook, hasGenerator, served } from './site.ts'

/** Words that somebody would look for, and a page that has to be found by each. */
const WANTED: readonly (readonly [words: string, page: string])[] = [
  ['图片和表格', 'recipes/pictures-and-tables'],
  ['小册子', 'recipes/products'],
  ['五角星', 'recipes/looks'],
  ['合并单元格', 'recipes/pictures-and-tables'],
  ['三栏', 'recipes/pages'],
  ['校样号', 'guide/proof'],
  ['来稿', 'guide/word'],
  ['下一期', 'recipes/work'],
  ['字体', 'recipes/looks'],
  ['生僻字', 'recipes/text'],
  ['书眉', 'reference/publication'],
  ['焦点', 'recipes/pictures-and-tables'],
  ['简讯', 'recipes/text'],
  ['退出码', 'reference/limits'],
  ['E-COLON', 'reference/messages'],
  ['max_size', 'reference/publication'],
  ['期号规则', 'reference/publication'],
  ['着重', 'reference/marks'],
  ['签发', 'guide/proof'],
  ['线程', 'library'],
  ['投稿模板', 'guide/first-issue'],
  ['付印', 'guide/send'],
  ['公章', 'recipes/text'],
  ['跨页', 'recipes/pages'],
  ['骑缝章', 'recipes/text'],
  ['打印店', 'recipes/products'],
  ['图片模糊', 'guide/pictures'],
  ['参考文献', 'reference/marks'],
  ['积分', 'recipes/work'],
]

/** A page of each kind, which are looked at in a browser. */
const SEEN = {
  desk: [
    'index',
    'guide/first-issue',
    'recipes/index',
    'recipes/looks',
    'reference/article',
    'reference/commands',
    'library',
    'en/index',
    'en/developer/line-search',
  ],
  phone: ['index', 'guide/first-issue', 'recipes/looks', 'reference/limits', 'en/index'],
} as const

const SIZES = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const

describe.skipIf(!hasGenerator)('the book (npm ci --prefix scripts/book)', () => {
  beforeAll(() => buildBook(), 300_000)

  test('every link leads somewhere: to a page, and to a heading of it', () => {
    const pages = new Map(pagesOf(BOOK).map((name) => [name, readFileSync(join(BOOK, name), 'utf8')]))
    expect(pages.size).toBeGreaterThan(40)
    const dead: string[] = []
    for (const [name, page] of pages) {
      if (name === '404.html') continue
      for (const [, key, link = ''] of page.matchAll(
        /<(?:a|img|link|script)\b[^>]*?\b(href|src)="([^"]*)"/g,
      )) {
        if (/^(?:[a-z]+:|\/\/)/.test(link)) continue
        const [path = '', id] = decodeURIComponent(link.replace(/&amp;/g, '&')).split('#')
        const at =
          path === '' ? name : path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(name), path)
        const file = at === '' || at.endsWith('/') ? `${at}index.html` : at
        if (!existsSync(join(BOOK, file))) dead.push(`${name}: ${link}`)
        else if (key === 'href' && id && !pages.get(file)?.includes(` id="${id}"`))
          dead.push(`${name}: ${link}`)
      }
    }
    expect(dead).toEqual([])
  })

  test('every recipe has its picture', () => {
    const shown = pagesOf(BOOK)
      .map((name) => readFileSync(join(BOOK, name), 'utf8'))
      .join('')
    for (const { title } of recipes) expect(shown).toContain(`alt="${title}：第一页"`)
  })

  test('no page asks anything of another machine', () => {
    const asked = pagesOf(BOOK).flatMap((name) => {
      const page = readFileSync(join(BOOK, name), 'utf8')
      return [
        ...page.matchAll(/<(?:img|link|script|iframe)\b[^>]*?(?:href|src)="(?:https?:)?\/\/[^"]*"/g),
      ].map(([tag]) => `${name}: ${tag}`)
    })
    expect(asked).toEqual([])
  })

  describe.skipIf(chromiumFile === undefined)('in a browser (chromium)', () => {
    let browser: Browser
    let server: Server
    let address = ''
    beforeAll(async () => {
      const { chromium } = await import('playwright-core')
      browser = await chromium.launch({ executablePath: chromiumFile as string, args: ['--no-sandbox'] })
      const started = await served()
      server = started.server
      address = started.address
    }, 60_000)
    afterAll(async () => {
      await browser?.close()
      server?.close()
    })

    async function opened(
      url: string,
      viewport: { width: number; height: number } = SIZES.desk,
    ): Promise<{ page: Page; faults: string[] }> {
      const page = await browser.newPage({ viewport, locale: 'zh-CN' })
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('console', (said) => said.type() === 'error' && faults.push(said.text()))
      await page.goto(url)
      return { page, faults }
    }

    test.each(['desk', 'phone'] as const)(
      'every kind of page is whole and without a fault of axe: %s',
      async (kind) => {
        const axe = readFileSync(join(ROOT, 'scripts/book/node_modules/axe-core/axe.min.js'), 'utf8')
        const found: string[] = []
        for (const name of SEEN[kind]) {
          const { page, faults } = await opened(`${address}/${name}.html`, SIZES[kind])
          await page.waitForSelector('.VPNavBarSearch button')
          found.push(...faults.map((fault) => `${name}: ${fault}`))
          const wide: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
          if (wide > 0) found.push(`${name}: ${wide} px wider than the window`)
          await page.evaluate(axe)
          const { violations } = (await page.evaluate('axe.run()')) as {
            violations: { id: string; nodes: { html: string }[] }[]
          }
          found.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`))
          await page.close()
        }
        expect(found).toEqual([])
      },
      180_000,
    )

    test('the search finds Chinese words, codes and keys', async () => {
      const { page } = await opened(`${address}/guide/first-issue.html`)
      await page.click('.VPNavBarSearch button')
      await page.waitForSelector('.search-input')
      const missed: string[] = []
      for (const [words, wanted] of WANTED) {
        await page.fill('.search-input', '')
        await page.fill('.search-input', words)
        const link = page.locator(`.results a[href*="/${wanted}"]`).first()
        await link.waitFor({ timeout: 10_000 }).catch(() => missed.push(`${words}: not ${wanted}`))
      }
      expect(missed).toEqual([])
      await page.fill('.search-input', '鼪')
      await page.waitForSelector('.no-results')
      await page.close()
    }, 120_000)

    test('from a disk, without a server, pages have their looks, links lead on, and words are found', async () => {
      const { page } = await opened(pathToFileURL(join(BOOK, 'guide/first-issue.html')).href)
      // A link comes to its colour over a quarter of a second, so the first look may see a mixture.
      await expect
        .poll(() => page.evaluate("getComputedStyle(document.querySelector('.vp-doc a')).color"))
        .toBe('rgb(163, 0, 15)')
      await page.fill('.disk-search input', '合并单元格')
      await page.click('.disk-search li a[href*="merged-cells"]')
      await page.waitForURL(/recipes\/pictures-and-tables\.html#merged-cells$/)
      // An editor's word for it, which its page does not have: as `explain` knows it.
      await page.fill('.disk-search input', '公章')
      await page.locator('.disk-search li a[href$="recipes/text.html#official-parts"]').waitFor()
      await page.click('.VPSidebar a[href$="guide/word.html"]')
      await page.waitForURL(/^file:.*guide\/word\.html$/)
      expect(await page.textContent('h1')).toContain('从 Word 到简报')
      await page.close()
    }, 60_000)
  })
})
