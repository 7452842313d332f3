import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { photograph } from '../paint/sample-images.ts'
import { cursorBehind, hasBrowser, opened, soon } from './browser.ts'

interface Place {
  readonly x: number
  readonly y: number
}

/** Drops a photograph on what is seen at a place of the window; gives whether the browser was kept from opening it. */
async function dropAt(page: Page, { x, y }: Place, name: string): Promise<boolean> {
  const bytes = (await photograph(300, 200).jpeg().toBuffer()).toString('base64')
  return page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${bytes}'), (one) => one.charCodeAt(0))
    const files = new DataTransfer()
    files.items.add(new File([bytes], '${name}', { type: 'image/jpeg' }))
    const how = { dataTransfer: files, bubbles: true, cancelable: true, clientX: ${x}, clientY: ${y} }
    const on = document.elementFromPoint(${x}, ${y})
    const events = ['dragover', 'drop'].map((kind) => new DragEvent(kind, how))
    for (const one of events) on.dispatchEvent(one)
    return events.every((one) => one.defaultPrevented)
  })()`)
}

async function placeOf(what: Locator): Promise<Place> {
  const box = await what.boundingBox()
  if (box === null) throw new Error('not seen')
  return { x: box.x + Math.min(90, box.width / 2), y: box.y + 7 }
}

describe.skipIf(!hasBrowser)('files that are dropped (needs chromium)', () => {
  test('a photograph goes to the article of the page or of the source that it is dropped on', async () => {
    const folder = project()
    const { page, faults } = await opened(folder)
    await cursorBehind(page, '部署全年')
    await page.waitForSelector('.page .mark')
    const mark = await placeOf(page.locator('.page .mark').first())
    expect(await dropAt(page, mark, '会场.jpg')).toBe(true)
    await soon(() => page.locator('.cm-content').textContent()).toContain('images: [2026-01/会场.jpg]')
    const line = await placeOf(page.locator('.cm-line', { hasText: '部署全年' }))
    expect(await dropAt(page, line, '台上.jpg')).toBe(true)
    await soon(() => page.locator('.cm-content').textContent()).toContain('2026-01/台上.jpg')
    expect(existsSync(join(folder, 'issues/2026-01/台上.jpg'))).toBe(true)
    expect(faults).toEqual([])
  })

  test('elsewhere it is not opened in the place of the page, and what to do is said', async () => {
    const { page } = await opened(project())
    const bar = page.locator('.fit-bar')
    expect(await dropAt(page, await placeOf(bar), '会场.jpg')).toBe(true)
    await soon(() => bar.textContent()).toContain('一篇稿件上')
  })

  test('a picture that is too large is said to be so, and can be chosen again', async () => {
    const folder = project()
    const { page } = await opened(folder)
    await page.click('[data-piece="0-0"] button')
    const field = page.locator('.add-picture input')
    for (const size of [41, 42]) {
      const file = join(folder, `${size}.jpg`)
      writeFileSync(file, Buffer.alloc(size * 1024 * 1024, 1))
      await field.setInputFiles(file)
      await soon(() => page.locator('.fit-bar').textContent()).toContain(`${size}.jpg：图片太大`)
      expect(await field.inputValue()).toBe('')
    }
  })
})
