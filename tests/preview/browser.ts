import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { type Running, running } from './running.ts'

/** Debian's, and where others put it. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** The browser's program; undefined where there is none. */
export const chromiumFile = PLACES.find((one) => existsSync(one))

/** Whether there is a browser to try the page in; without one those tests skip (they need chromium). */
export const hasBrowser = chromiumFile !== undefined

let browser: Browser | null = null
const previews: Running[] = []
afterAll(async () => {
  await browser?.close()
  await Promise.all(previews.map((one) => one.close()))
})

/** A page of a preview, in Chinese, with its first pages painted. What it complains of is in `faults`. */
export interface Opened {
  readonly page: Page
  readonly preview: Running
  readonly faults: readonly string[]
}

export async function opened(
  folder: string,
  size = { width: 1440, height: 900 },
  hasTouch = false,
): Promise<Opened> {
  const preview = await running(folder)
  previews.push(preview)
  return { preview, ...(await tab(preview, size, hasTouch)) }
}

/** One more tab of a preview. */
export async function tab(
  preview: Running,
  viewport = { width: 1440, height: 900 },
  hasTouch = false,
  shows = '.pages canvas[data-painted]',
): Promise<Omit<Opened, 'preview'>> {
  const { chromium: launcher } = await import('playwright-core')
  browser ??= await launcher.launch({ executablePath: chromiumFile as string, args: ['--no-sandbox'] })
  const context = await browser.newContext({ viewport, hasTouch, locale: 'zh-CN', acceptDownloads: true })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error.stack)))
  page.on('console', (said) => said.type() === 'error' && faults.push(said.text()))
  // Nothing may come from the network.
  await page.route(/.*/, (route) =>
    route.request().url().startsWith(`http://127.0.0.1:${preview.port}/`) ? route.continue() : route.abort(),
  )
  await page.goto(preview.address)
  await page.waitForSelector(shows, { timeout: 60_000 })
  await page.waitForSelector('.cm-content', { state: 'attached' })
  return { page, faults }
}

/** In the browser: where words of the source end. */
const END_OF = `(wanted) => {
  for (const line of document.querySelectorAll('.cm-line')) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent.indexOf(wanted)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const last = [...range.getClientRects()].at(-1)
      return { x: last.right, y: last.top + last.height / 2 }
    }
  }
  return null
}`

/** Puts the cursor behind words of the source. */
export async function cursorBehind(page: Page, words: string): Promise<void> {
  const place: { readonly x: number; readonly y: number } | null = await page.evaluate(
    `(${END_OF})(${JSON.stringify(words)})`,
  )
  if (place === null) throw new Error(`“${words}” is not seen`)
  await page.mouse.click(place.x, place.y)
}

/** What the pages say, as a reader of the screen hears it. */
export function pageWords(page: Page): Promise<string> {
  return page
    .locator('.pages canvas')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')).join('\n'))
}

/** How often the canvas of a page was painted. */
export async function timesPainted(page: Page, index: number): Promise<number> {
  return Number(await page.locator(`.pages .page[data-page="${index}"] canvas`).getAttribute('data-painted'))
}

/** Expects what will be so before long: a busy machine takes its time. */
export function soon<T>(what: () => T | Promise<T>) {
  return expect.poll(what, { timeout: 25_000 })
}
