import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { cursorBehind, hasBrowser, opened, soon, tab } from './browser.ts'
import { running } from './running.ts'

describe.skipIf(!hasBrowser)('where there is nothing to show (needs chromium)', () => {
  test('a program that ended is told of, and what was not saved can be kept as a file', async () => {
    const { page, preview } = await opened(project())
    await cursorBehind(page, '部署全年工作')
    await page.keyboard.type('计划')
    await soon(() => preview.unsaved()).toEqual(['issues/2026-01.yaml'])
    await preview.close()
    await page.keyboard.type('和')
    await soon(() => page.locator('.gone').textContent()).toContain('预览程序停了')
    const waiting = page.waitForEvent('download')
    await page.click('[data-name=keep-as-file]')
    const download = await waiting
    expect(download.suggestedFilename()).toBe('2026-01.yaml')
    expect(readFileSync(await download.path(), 'utf8')).toContain('部署全年工作计划和。')
  })

  test('an issue that does not read yet says so in the place of its pages, and mended it has them', async () => {
    const text = 'date: 2026-01-05\nsections:\n  要闻:\n    - title：甲题\n      body: |\n        甲文。\n'
    const preview = await running(project({ 'issues/2026-01.yaml': text }))
    try {
      const { page } = await tab(preview, { width: 1440, height: 900 }, false, '.pages[data-empty] button')
      expect(await page.locator('.pages').textContent()).toContain('还排不出版面')
      expect(await page.locator('.fit-bar').textContent()).toContain('还排不出版面')
      await page.click('.pages button')
      await soon(() => page.locator('.messages li').count()).toBeGreaterThan(0)
      await page.locator('.messages .cure').first().click()
      await page.waitForSelector('.pages canvas[data-painted]')
    } finally {
      await preview.close()
    }
  })

  test('the PDF is made from the toolbar, and where it went is said', async () => {
    const { page } = await opened(project())
    const waiting = page.waitForEvent('download')
    await page.click('[data-name=make-pdf]')
    expect((await waiting).suggestedFilename()).toBe('城南简报-2026-01.pdf')
    await soon(() => page.locator('.fit-bar').textContent()).toContain('已下载')
  })
})
