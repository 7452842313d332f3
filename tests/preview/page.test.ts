import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { cursorBehind, hasBrowser, opened, pageWords, soon, timesPainted } from './browser.ts'

const ISSUE = 'issues/2026-01.yaml'

describe.skipIf(!hasBrowser)('the page in a browser (needs chromium)', () => {
  test('a word that is typed comes onto the page, and onto the disk with Ctrl-S', async () => {
    const folder = project()
    const { page, faults } = await opened(folder)
    await cursorBehind(page, '部署全年工作')
    await page.keyboard.type('和安全生产')
    await soon(() => pageWords(page)).toContain('部署全年工作和安全生产')
    expect(readFileSync(join(folder, ISSUE), 'utf8')).not.toContain('安全生产')
    await page.keyboard.press('Control+s')
    await soon(() => readFileSync(join(folder, ISSUE), 'utf8')).toContain('部署全年工作和安全生产。')
    await soon(() => page.locator('.saved').textContent()).toBe('已保存')
    expect(faults).toEqual([])
  })

  test('what can stand in the source is offered from the first key on', async () => {
    const { page, faults } = await opened(project())
    await cursorBehind(page, '2026-01-05')
    await page.keyboard.press('Enter')
    await page.keyboard.type('p')
    await soon(() => page.locator('.cm-tooltip-autocomplete').textContent()).toContain('pages')
    expect(faults).toEqual([])
  })

  test('YAML that does not read keeps the pages and shows the message, until it is mended', async () => {
    const { page, faults } = await opened(project())
    await cursorBehind(page, '某公司召开会议')
    await page.keyboard.press('Enter')
    await page.keyboard.type('captoin: 一')
    await soon(() => page.locator('.fit-bar').textContent()).toContain('改错之前')
    expect(await pageWords(page)).toContain('部署全年工作')
    await page.click('.side [data-name=messages]')
    await page.waitForSelector('.messages [data-code=E-UNKNOWN]')
    await page.waitForSelector('.cm-lintRange-error')
    for (let times = 0; times < 'captoin: 一'.length + 1; times += 1) await page.keyboard.press('Control+z')
    await soon(() => page.locator('.fit-bar').textContent()).not.toContain('改错之前')
    expect(faults).toEqual([])
  })

  test('a click on a line of the page goes to its source; the cursor in the source marks the page', async () => {
    const { page, faults } = await opened(project())
    await cursorBehind(page, '部署全年')
    await page.waitForSelector('.page .mark')
    const mark = (await page.locator('.page .mark').first().boundingBox()) as { x: number; y: number }
    await page.keyboard.press('Control+Home')
    await page.mouse.click(mark.x + 40, mark.y + 6)
    await soon(() => page.locator('.cm-activeLine').first().textContent()).toContain('部署全年工作')
    expect(faults).toEqual([])
  })

  test('a file changed outside is taken over; where both changed, both are shown and nothing is written over', async () => {
    const folder = project()
    const file = join(folder, ISSUE)
    const { page, faults } = await opened(folder)
    const first = readFileSync(file, 'utf8').replace('召开会议\n', '召开大会\n')
    writeFileSync(file, first)
    await soon(() => pageWords(page)).toContain('召开大会')
    await cursorBehind(page, '部署全年工作')
    await page.keyboard.type('甲')
    await soon(() => pageWords(page)).toContain('部署全年工作甲')
    writeFileSync(file, first.replace('召开大会', '召开年会'))
    await page.waitForSelector('.conflict', { timeout: 10_000 })
    await page.keyboard.press('Control+s')
    await page.waitForTimeout(300)
    expect(readFileSync(file, 'utf8')).toContain('召开年会')
    expect(await page.locator('.conflict [data-name=disk]').textContent()).toContain('召开年会')
    expect(await page.locator('.conflict [data-name=mine]').textContent()).toContain('召开大会')
    await page.click('[data-name=keep-mine]')
    await soon(() => readFileSync(file, 'utf8')).toContain('部署全年工作甲')
    expect(await page.locator('.conflict').count()).toBe(0)
    expect(faults).toEqual([])
  })

  test('a key that changes one page paints no other', async () => {
    const body = Array.from(
      { length: 60 },
      (_, at) => `        第${at + 1}段。${'会议部署全年工作，要求抓好落实。'.repeat(8)}`,
    )
    const text = `date: 2026-01-05\nsections:\n  要闻:\n    - title: 某公司召开会议\n      body: |\n        开头一段。\n\n${body.join('\n\n')}\n`
    const { page } = await opened(project({ [ISSUE]: text }))
    const before = await timesPainted(page, 0)
    await page.waitForTimeout(300)
    await cursorBehind(page, '开头一段')
    await page.keyboard.type('话')
    await soon(() => timesPainted(page, 0)).toBeGreaterThan(before)
    expect(await page.locator('.pages .page').count()).toBeGreaterThan(3)
    // The last page is far below: nothing of it is on a canvas.
    expect(await page.locator('.pages canvas').last().getAttribute('width')).toBe('0')
  })

  test('pictures still to come are shown over the pages when that is switched on, and the next tab remembers it', async () => {
    const text = `date: 2026-01-05\nsections:\n  要闻:\n    - title: 某公司召开会议\n      images: [{ placeholder: 会场全景 }]\n      body: 部署全年工作。\n`
    const { page, faults } = await opened(project({ [ISSUE]: text }))
    await page.click('[data-name=overlays]')
    await soon(() => page.locator('.overlays [data-kind=placeholders]').textContent()).toBe('待补的图片 1')
    expect(await page.locator('.overlay').count()).toBe(0)
    await page.check('.overlays [name=placeholders]')
    await page.waitForSelector('.overlay[data-kind=placeholders][title="图片待补"]')
    await page.check('.overlays [name=columns]')
    expect(await page.locator('.page[data-page="0"] .grid-column[data-lines=false]').count()).toBe(2)
    await page.reload()
    await page.waitForSelector('.overlay[data-kind=placeholders]')
    expect(faults).toEqual([])
  })
})
