import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { cursorBehind, hasBrowser, opened, pageWords, soon } from './browser.ts'

const ISSUE = 'issues/2026-01.yaml'
const WORDS = '会议部署全年工作要求抓好落实推进重点项目建设'
/** As `bench/preview.js --edits 2000` does, in short. */
const [ROUNDS, EDITS] = [4, 15]

describe.skipIf(!hasBrowser)('a long sitting (needs chromium)', () => {
  test('loses no edit, the file is the text at each save, and the page keeps no more than it shows', async () => {
    const folder = project()
    const { page, faults } = await opened(folder)
    const browser = await page.context().newCDPSession(page)
    await browser.send('Performance.enable')
    const kept = async () => {
      await browser.send('HeapProfiler.collectGarbage')
      const { metrics } = await browser.send('Performance.getMetrics')
      const value = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0
      return { nodes: value('Nodes'), listeners: value('JSEventListeners') }
    }
    await cursorBehind(page, '部署全年工作')
    const before = readFileSync(join(folder, ISSUE), 'utf8')
    const found: { nodes: number; listeners: number }[] = []
    let typed = ''
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let edit = 0; edit < EDITS; edit += 1) {
        const word = WORDS[(round * EDITS + edit) % WORDS.length] as string
        await page.keyboard.press('x')
        await page.keyboard.press('Backspace')
        await page.keyboard.insertText(word)
        typed += word
        if (edit % 5 === 0) await soon(() => pageWords(page)).toContain(typed.slice(-4))
      }
      await page.keyboard.press('Control+s')
      await soon(() => readFileSync(join(folder, ISSUE), 'utf8')).toBe(
        before.replace('部署全年工作', `部署全年工作${typed}`),
      )
      await soon(() => page.locator('.saved').textContent()).toBe('已保存')
      found.push(await kept())
    }
    const [, second, , last] = found
    expect((last?.nodes ?? 0) - (second?.nodes ?? 0)).toBeLessThan(150)
    expect((last?.listeners ?? 0) - (second?.listeners ?? 0)).toBeLessThan(20)
    expect(faults).toEqual([])
  })
})
