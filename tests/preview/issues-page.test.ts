import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { cursorBehind, hasBrowser, opened, pageWords, soon } from './browser.ts'

const NEXT = 'issues/2026-02.yaml'

describe.skipIf(!hasBrowser)('the issues of a publication in a browser (needs chromium)', () => {
  test('the next issue is begun, written and saved; the one before has kept what was typed', async () => {
    const folder = project()
    const { page, preview, faults } = await opened(folder)
    await cursorBehind(page, '部署全年工作')
    await page.keyboard.type('计划')
    await page.click('[data-name=issues]')
    await page.click('[data-name=new-issue]')
    await page.waitForURL('**/1/')
    await soon(() => page.locator('.cm-content').textContent()).toContain('在这里写标题')
    expect(readFileSync(join(folder, NEXT), 'utf8')).toContain('date: 2026-01-20')
    await cursorBehind(page, '在这里写标题')
    await page.keyboard.type('二')
    await soon(() => pageWords(page)).toContain('在这里写标题二')
    await page.keyboard.press('Control+s')
    await soon(() => readFileSync(join(folder, NEXT), 'utf8')).toContain('在这里写标题二')
    expect(preview.unsaved()).toEqual(['issues/2026-01.yaml'])
    await page.click('[data-name=issues]')
    await soon(() => page.locator('.issues [aria-current]').getAttribute('data-issue')).toBe('2026-02')
    await page.click('[data-issue="2026-01"]')
    await page.waitForURL(`http://127.0.0.1:${preview.port}/`)
    await soon(() => pageWords(page)).toContain('部署全年工作计划')
    await soon(() => page.locator('.saved').textContent()).toBe('未保存')
    expect(existsSync(join(folder, 'issues/2026-03.yaml'))).toBe(false)
    expect(faults).toEqual([])
  })
})
