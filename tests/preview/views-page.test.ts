import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { cursorBehind, hasBrowser, opened, soon } from './browser.ts'

const ISSUE = 'issues/2026-01.yaml'
const body = Array.from({ length: 40 }, (_, at) => `        第${at + 1}段。${'会议部署全年工作。'.repeat(9)}`)
const LONG = `date: 2026-01-05\nsections:\n  要闻:\n    - title: 题\n      body: |\n${body.join('\n\n')}\n`

describe.skipIf(!hasBrowser)('looking at the pages (needs chromium)', () => {
  test('by the keyboard alone: views, zoom, pages, panes', async () => {
    const { page, faults } = await opened(project({ [ISSUE]: LONG }))
    await page.locator('.pages').focus()
    const view = () => page.locator('.pages').getAttribute('data-view')
    const width = async () => (await page.locator('.pages .page').first().boundingBox())?.width ?? 0
    await page.keyboard.press('3')
    await soon(view).toBe('facing')
    await page.keyboard.press('1')
    await soon(view).toBe('single')
    await page.keyboard.press('PageDown')
    await soon(() => page.locator('.pages .page').getAttribute('data-page')).toBe('1')
    await page.keyboard.press('2')
    await soon(view).toBe('continuous')
    await page.keyboard.press('0')
    const whole = await width()
    await page.keyboard.press('+')
    await soon(width).toBeGreaterThan(whole * 1.1)
    await page.keyboard.press('w')
    await soon(() => page.locator('[data-name=fitWidth]').getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('g')
    await page.waitForSelector('.grid-column')
    await page.keyboard.press('t')
    await soon(() => page.locator('.thumbnails button').count()).toBe(
      await page.locator('.pages .page').count(),
    )
    await page.locator('.thumbnails button').last().click()
    await soon(() => page.locator('.page-number').textContent()).toMatch(/^([23]) \/ \1$/)
    await page.keyboard.press('m')
    await page.waitForSelector('.side [data-name=messages][aria-pressed=true]')
    await page.keyboard.press('e')
    await soon(() => page.locator('.app').getAttribute('data-source')).toBe('false')
    expect(faults).toEqual([])
  })

  test('from facing pages to a single one it is the left page of those that were read that stays', async () => {
    const long = LONG + LONG.slice(LONG.indexOf('    - title'))
    const { page, faults } = await opened(project({ [ISSUE]: long }))
    await page.locator('.pages').focus()
    await page.keyboard.press('3')
    await page.waitForSelector('.pages .page[data-page="2"]')
    await page.evaluate(
      `document.querySelector('.pages .page[data-page="2"]').scrollIntoView({ block: 'start' })`,
    )
    await soon(() => page.locator('.page-number').textContent()).toMatch(/^2 /)
    await page.keyboard.press('1')
    await soon(() => page.locator('.pages .page').getAttribute('data-page')).toBe('1')
    expect(faults).toEqual([])
  })

  test('dark or light, which the next visit remembers; the pages stay white', async () => {
    const { page, faults } = await opened(project())
    const theme = () => page.locator('html').getAttribute('data-theme')
    const before = await theme()
    await page.click('.toolbar [data-name=theme]')
    await soon(theme).not.toBe(before)
    const now = await theme()
    const white = `(() => {
      const canvas = document.querySelector('.pages canvas')
      return [...canvas.getContext('2d').getImageData(2, 2, 1, 1).data]
    })()`
    expect(await page.evaluate(white)).toEqual([255, 255, 255, 255])
    await page.reload()
    await page.waitForSelector('.pages canvas[data-painted]')
    expect(await theme()).toBe(now)
    expect(faults).toEqual([])
  })

  test('on a telephone one pane at a time, each with room; nothing is wider than the screen', async () => {
    const { page, faults } = await opened(project(), { width: 390, height: 844 })
    for (const pane of ['source', 'outline', 'messages', 'pages']) {
      await page.click(`[data-name=pane-${pane}]`)
      const shown = pane === 'source' ? '.source' : pane === 'pages' ? '.pages' : '.side'
      await soon(() => page.locator(shown).isVisible()).toBe(true)
      const box = await page.locator(shown).boundingBox()
      expect(box?.width).toBe(390)
      expect(box?.height).toBeGreaterThan(500)
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    // A piece at hand has its fields on the screen.
    await page.click('[data-name=pane-outline]')
    await page.click('[data-piece="0-0"] button')
    await page.click('[data-name=pane-outline]')
    await soon(async () => (await page.locator('.piece [name=title]').boundingBox())?.y ?? 999).toBeLessThan(
      780,
    )
    expect(faults).toEqual([])
  })

  test('saved by itself each second where that is switched on, and not over what was written elsewhere', async () => {
    const folder = project()
    const { page } = await opened(folder)
    await page.check('.autosave input')
    await cursorBehind(page, '部署全年工作')
    await page.keyboard.type('甲')
    await soon(() => readFileSync(join(folder, ISSUE), 'utf8')).toContain('部署全年工作甲')
  })

  test('printing shows the finished PDF', async () => {
    const { page, preview } = await opened(project())
    await page.click('.products summary')
    const waiting = page.context().waitForEvent('request', (one) => one.url().includes('/product/pdf?show'))
    await page.click('[data-name=print-pages]')
    await waiting
    const { headers, body: bytes } = await preview.ask('/product/pdf?show')
    expect(headers['content-disposition']).toMatch(/^inline/)
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  })
})
