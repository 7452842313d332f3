import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { cursorBehind, hasBrowser, opened, soon, tab } from './browser.ts'

const ISSUE = 'issues/2026-01.yaml'
const HALF = `date: 2026-01-05
sections:
  要闻:
    - title: 某公司召开会议
      body: |
        会议要求,各部门认真落实,抓好安全。

        第二段说,要抓紧,要抓实。
`

/** As if the page went behind another one, or came back. */
const seen = (isSeen: boolean) => `{
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${!isSeen} })
  document.dispatchEvent(new Event('visibilitychange'))
}`

describe.skipIf(!hasBrowser)('messages in a browser (needs chromium)', () => {
  test('cures go where they belong though the text was just written on, and several at a stroke', async () => {
    const { page, faults } = await opened(project({ [ISSUE]: HALF }))
    await page.click('.side [data-name=messages]')
    await soon(() => page.locator('.cure').count()).toBe(4)
    await cursorBehind(page, '会议要求')
    // Before the program can have said anything new.
    await page.keyboard.insertText('我单位')
    await page.evaluate(`for (const one of document.querySelectorAll('.cure')) one.click()`)
    const source = page.locator('.cm-content')
    await soon(() => source.textContent()).toContain('会议要求我单位，各部门认真落实，抓好安全。')
    expect(await source.textContent()).toContain('第二段说，要抓紧，要抓实。')
    await soon(() => page.locator('.cure').count()).toBe(0)
    expect(faults).toEqual([])
  })

  test('a message leads to its place though lines were put in before it', async () => {
    const { page } = await opened(project({ [ISSUE]: HALF }))
    await page.click('.side [data-name=messages]')
    await soon(() => page.locator('.cure').count()).toBe(4)
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText('# 一\n# 二\n# 三\n# 四\n')
    await page.evaluate(
      `[...document.querySelectorAll('.message')].findLast((one) => one.textContent.includes('半角')).click()`,
    )
    await soon(() => page.locator('.cm-activeLine').first().textContent()).toContain('第二段说')
  })

  test('on a narrow screen a message leads to the source', async () => {
    const { page } = await opened(project({ [ISSUE]: HALF }), { width: 390, height: 844 }, true)
    await page.tap('[data-name=pane-messages]')
    await page.locator('.message:enabled').first().tap()
    await soon(() => page.locator('.cm-activeLine').first().isVisible()).toBe(true)
    expect(await page.locator('[data-name=pane-source]').getAttribute('aria-pressed')).toBe('true')
  })

  test('a credit is written without YAML in its field, and is unit and people in the text', async () => {
    const { page } = await opened(project())
    await page.click('[data-piece="0-0"] button')
    const field = page.locator('.piece [name=credit]')
    expect(await field.inputValue()).toBe('综合科 张某')
    await field.fill('宣传科：张某、李某')
    await page.keyboard.press('Enter')
    await soon(() => page.locator('.cm-content').textContent()).toContain('credit: { 宣传科: [张某, 李某] }')
  })

  test('the editor speaks the page’s language, and tells the language’s keys from names', async () => {
    const { page } = await opened(project({ [ISSUE]: HALF }))
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+f')
    expect(await page.locator('.cm-search').textContent()).toContain('全部替换')
    await page.keyboard.press('Escape')
    await soon(() => page.locator('.tok-known').allTextContents()).toEqual([
      'date',
      'sections',
      'title',
      'body',
    ])
    await page.click('[data-name=language]')
    await soon(() => page.locator('.tok-known').count()).toBe(4)
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+f')
    expect(await page.locator('.cm-search').textContent()).toContain('replace all')
  })

  test('a file that was written in another encoding is asked about', async () => {
    const folder = project({ [ISSUE]: HALF })
    const { page } = await opened(folder)
    const bytes = Uint8Array.of(0xc8, 0xd5, 0xc6, 0xda, 0x0a)
    writeFileSync(join(folder, ISSUE), bytes)
    await soon(() => page.locator('.conflict [data-name=disk]').textContent()).toContain('日期')
    await page.keyboard.press('Control+s')
    await page.waitForTimeout(300)
    expect(readFileSync(join(folder, ISSUE))).toEqual(Buffer.from(bytes))
  })

  test('a page that is not looked at lets its connection go, and catches up when it is looked at again', async () => {
    const { page, preview } = await opened(project({ [ISSUE]: HALF }))
    await page.evaluate(seen(false))
    await page.waitForTimeout(3300)
    const other = await tab(preview)
    await cursorBehind(other.page, '抓好安全')
    await other.page.keyboard.type('生产')
    await soon(() => preview.unsaved()).toEqual([ISSUE])
    await other.page.waitForTimeout(500)
    expect(await page.locator('.cm-content').textContent()).not.toContain('生产')
    await page.evaluate(seen(true))
    await soon(() => page.locator('.cm-content').textContent()).toContain('抓好安全生产')
  })
})
