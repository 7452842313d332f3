import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { hasBrowser, opened, soon } from './browser.ts'

const ISSUE = 'issues/2026-01.yaml'
const TEXT = `date: 2026-01-05   # 印发
sections:
  要闻:
    - title: 甲题
      body: |
        甲文一段。
  简讯:
    - 一条。   # 注
    - 二条。
  动态:
    - 三条。
`

/** The outline as it is shown: each section with its pieces. */
function outline(page: Page): Promise<readonly string[]> {
  return page
    .locator('[data-section]')
    .evaluateAll((all) =>
      all.map((one) =>
        [one.querySelector('h2'), ...one.querySelectorAll('li > button')]
          .map((part) => part?.textContent)
          .join(' '),
      ),
    )
}

async function inMenu(page: Page, section: number, name: string): Promise<void> {
  await page.click(`[data-section="${section}"] [data-name=section-menu]`)
  await page.click(`[data-section="${section}"] [data-name=section-${name}]`)
}

/** Saves; what the page says of it may still be of the save before, so the file is looked at. */
async function saves(page: Page, folder: string, wanted: string): Promise<void> {
  await page.keyboard.press('Control+s')
  await soon(async () => readFileSync(join(folder, ISSUE), 'utf8')).toBe(wanted)
}

async function undo(page: Page, times: number): Promise<void> {
  await page.click('.cm-content')
  for (let time = 0; time < times; time += 1) await page.keyboard.press('Control+z')
}

describe.skipIf(!hasBrowser)(
  'sections, briefs and the issue’s own fields in a browser (needs chromium)',
  () => {
    test('the only section of an issue is not offered to be removed', async () => {
      const { page } = await opened(project({ [ISSUE]: TEXT.slice(0, TEXT.indexOf('  简讯')) }))
      await page.click('[data-section="0"] [data-name=section-menu]')
      await page.waitForSelector('[data-section="0"] [data-name=section-rename]')
      expect(await page.locator('[data-name=section-remove]').count()).toBe(0)
    })

    test('a section moves when it is dragged by its name and by keys, each one step of undo', async () => {
      const folder = project({ [ISSUE]: TEXT })
      const { page, faults } = await opened(folder)
      await soon(() => outline(page)).toEqual(['要闻 甲题', '简讯 一条。 二条。', '动态 三条。'])
      await page.dragAndDrop('[data-section="2"] .section-head', '[data-section="0"] ol')
      await soon(() => outline(page)).toEqual(['动态 三条。', '要闻 甲题', '简讯 一条。 二条。'])
      await page.focus('[data-section="0"] h2 button')
      await page.keyboard.press('Alt+ArrowDown')
      await soon(() => outline(page)).toEqual(['要闻 甲题', '动态 三条。', '简讯 一条。 二条。'])
      // The keys stay with what moved.
      await soon(() => page.evaluate('document.activeElement.textContent')).toBe('动态')
      await page.keyboard.press('Alt+ArrowDown')
      await soon(() => outline(page)).toEqual(['要闻 甲题', '简讯 一条。 二条。', '动态 三条。'])
      await page.keyboard.press('Alt+ArrowDown')
      await saves(page, folder, TEXT)
      await undo(page, 3)
      await saves(page, folder, TEXT)
      expect(faults).toEqual([])
    })

    test('sections and briefs are copied and taken out, and all comes back', async () => {
      const folder = project({ [ISSUE]: TEXT })
      const { page, faults } = await opened(folder)
      await inMenu(page, 1, 'copy')
      await soon(() => outline(page)).toEqual([
        '要闻 甲题',
        '简讯 一条。 二条。',
        '简讯2 一条。 二条。',
        '动态 三条。',
      ])
      await inMenu(page, 0, 'remove')
      await soon(() => outline(page)).toEqual(['简讯 一条。 二条。', '简讯2 一条。 二条。', '动态 三条。'])
      await page.click('[data-piece="0-0"] button')
      await page.click('.piece [data-name=copy]')
      await soon(() => outline(page)).toEqual([
        '简讯 一条。 一条。 二条。',
        '简讯2 一条。 二条。',
        '动态 三条。',
      ])
      await page.click('[data-piece="1-1"] button')
      await page.click('.piece [data-name=remove]')
      await soon(() => outline(page)).toEqual(['简讯 一条。 一条。 二条。', '简讯2 一条。', '动态 三条。'])
      // A brief that is dragged goes into another section.
      await page.dragAndDrop('[data-piece="2-0"]', '[data-piece="0-0"]')
      await soon(() => outline(page)).toEqual(['简讯 三条。 一条。 一条。 二条。', '简讯2 一条。', '动态'])
      await undo(page, 5)
      await soon(() => outline(page)).toEqual(['要闻 甲题', '简讯 一条。 二条。', '动态 三条。'])
      await saves(page, folder, TEXT)
      expect(faults).toEqual([])
    })

    test('number, date and pages are set in fields; what cannot be one is said, and the text stays', async () => {
      const folder = project({ [ISSUE]: TEXT })
      const { page, faults } = await opened(folder)
      await soon(() => page.inputValue('[name=issue-date]')).toBe('2026-01-05')
      await soon(() => page.getAttribute('[name=issue-number]', 'placeholder')).toBe('1')
      for (const [name, typed, value] of [
        ['number', '第７期', '7'],
        ['pages', '4', '4'],
        ['date', '2026-03-05', '2026-03-05'],
      ] as const) {
        await page.fill(`[name=issue-${name}]`, typed)
        await page.keyboard.press('Enter')
        await soon(() => page.locator('.cm-content').textContent()).toContain(`${name}: ${value}`)
        await soon(() => page.inputValue(`[name=issue-${name}]`)).toBe(value)
      }
      await soon(() => page.locator('.fit-bar [data-name=pages]').textContent()).toBe('1 页，要求 4 页')
      await soon(() => page.locator('[data-name=issues]').textContent()).toContain('第7期')
      await page.fill('[name=issue-date]', '2026-02-30')
      await page.keyboard.press('Enter')
      await soon(() => page.locator('.fit-bar').textContent()).toContain('2 月 30 日')
      const wanted = TEXT.replace('2026-01-05   # 印发\n', '2026-03-05   # 印发\npages: 4\nnumber: 7\n')
      await saves(page, folder, wanted)
      await undo(page, 3)
      await saves(page, folder, TEXT)
      expect(faults).toEqual([])
    })
  },
)
