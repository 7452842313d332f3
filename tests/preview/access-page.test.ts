import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { hasBrowser, opened, pageWords, soon } from './browser.ts'

/** What checks pages for readers of the screen (npm ci --prefix scripts/book). */
const AXE = join(import.meta.dirname, '../../scripts/book/node_modules/axe-core/axe.min.js')

const ISSUE = 'issues/2026-01.yaml'
const TEXT = `date: 2026-01-05
pages: 2
sections:
  要闻:
    - title: 甲题
      images: [{ placeholder: 会场全景 }]
      body: |
        甲文一段,有错。
    - title: 乙题
      body: |
        乙文一段。
  简讯:
    - 一条。
`
const SIZES = { desk: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } } as const

/** What axe finds wrong in what is shown now. */
async function faultsOf(page: Page, what: string): Promise<readonly string[]> {
  await page.evaluate(readFileSync(AXE, 'utf8'))
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { html: string }[] }[]
  }
  return violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html.slice(0, 200)}`)
}

/** Goes on by Tab until what is wanted has the keys; throws where that never comes. */
async function tabTo(page: Page, selector: string, most = 80): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to ${selector}`)
}

describe.skipIf(!hasBrowser || !existsSync(AXE))('axe finds nothing (needs chromium and axe-core)', () => {
  test.each(['desk', 'phone'] as const)(
    '%s, light and dark, in both languages, in every pane',
    async (size) => {
      const { page } = await opened(project({ [ISSUE]: TEXT }), SIZES[size])
      const found: string[] = []
      for (const round of ['first', 'other']) {
        const note = async (what: string) => void found.push(...(await faultsOf(page, `${round} ${what}`)))
        if (size === 'desk') {
          await page.click('[data-piece="0-0"] button')
          await page.waitForSelector('.piece')
          await note('piece')
          for (const pane of ['messages', 'thumbnails', 'outline']) {
            await page.click(`.side [data-name=${pane}]`)
            await note(pane)
          }
          await page.click('[data-name=overlays]')
          await note('overlays')
          await page.keyboard.press('Escape')
          await page.locator('[data-name=section-menu]').first().click()
          await note('section menu')
          await page.keyboard.press('Escape')
        } else
          for (const pane of ['source', 'outline', 'messages', 'pages']) {
            await page.click(`[data-name=pane-${pane}]`)
            await note(pane)
          }
        await page.click('[data-name=help]')
        await note('help')
        await page.keyboard.press('Escape')
        await page.click('[data-name=theme]')
        await page.click('[data-name=language]')
      }
      expect(found).toEqual([])
    },
  )
})

describe.skipIf(!hasBrowser)('by the keyboard alone (needs chromium)', () => {
  test('every control is come to by Tab, the source is left by Esc and Tab, and each has a name', async () => {
    const { page, faults } = await opened(project({ [ISSUE]: TEXT }))
    const tools = await page
      .locator('.toolbar button')
      .evaluateAll((all) => all.map((one) => one.textContent))
    expect(tools.every((name) => /\p{Script=Han}|^English$/u.test(name ?? ''))).toBe(true)
    await page.locator('.toolbar button').first().focus()
    for (const name of ['save', 'zoomIn', 'facing', 'overlays', 'fullScreen', 'help'])
      await tabTo(page, `.toolbar [data-name=${name}]`)
    await tabTo(page, '.cm-content')
    await page.keyboard.press('Escape')
    await tabTo(page, '.pages', 5)
    await tabTo(page, '[data-piece="0-1"] button')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.piece')
    await page.locator('[data-piece="0-1"] button').focus()
    for (const name of ['move-up', 'copy', 'remove']) await tabTo(page, `.piece [data-name=${name}]`)
    await tabTo(page, '.piece [name=subtitle]')
    await page.keyboard.type('新副题')
    await page.keyboard.press('Enter')
    await soon(() => pageWords(page)).toContain('新副题')
    await tabTo(page, '.products summary')
    expect(faults).toEqual([])
  })

  test('? shows the keys, whose table closes with Esc and gives the keys back; full screen with F', async () => {
    const { page, faults } = await opened(project({ [ISSUE]: TEXT }))
    await page.locator('.pages').focus()
    await page.keyboard.press('?')
    await soon(() => page.locator('.help').isVisible()).toBe(true)
    expect(await page.locator('.help kbd').count()).toBeGreaterThan(12)
    // What is below it does not hear keys.
    await page.keyboard.press('3')
    expect(await page.locator('.pages').getAttribute('data-view')).toBe('continuous')
    await page.keyboard.press('Escape')
    await soon(() => page.locator('.help').isVisible()).toBe(false)
    await page.keyboard.press('f')
    await soon(() => page.evaluate('document.fullscreenElement !== null')).toBe(true)
    await page.click('[data-name=fullScreen]')
    await soon(() => page.evaluate('document.fullscreenElement !== null')).toBe(false)
    expect(faults).toEqual([])
  })

  test('a section moves with Alt and an arrow, its menu copies and removes it, and one added twice has two names', async () => {
    const folder = project({ [ISSUE]: TEXT })
    const { page, faults } = await opened(folder)
    const names = () => page.locator('.outline h2 button').allTextContents()
    await page.locator('[data-section="1"] h2 button').first().focus()
    await page.keyboard.press('Alt+ArrowUp')
    await soon(names).toEqual(['简讯', '要闻'])
    await page.waitForSelector('[data-section="0"] h2 button:focus')
    await page.click('[data-section="0"] [data-name=section-menu]')
    await page.click('[data-section="0"] [data-name=section-copy]')
    await soon(names).toEqual(['简讯', '简讯2', '要闻'])
    await page.click('[data-section="1"] [data-name=section-menu]')
    await page.click('[data-section="1"] [data-name=section-remove]')
    await soon(names).toEqual(['简讯', '要闻'])
    await page.click('[data-name=add-section]')
    await soon(names).toEqual(['简讯', '要闻', '新栏目'])
    await page.click('[data-name=add-section]')
    await soon(names).toEqual(['简讯', '要闻', '新栏目', '新栏目2'])
    await page.click('.cm-content')
    for (let times = 0; times < 5; times += 1) await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+s')
    await soon(async () => readFileSync(join(folder, ISSUE), 'utf8')).toBe(TEXT)
    expect(faults).toEqual([])
  })

  test('a piece is copied and removed with its buttons', async () => {
    const { page, faults } = await opened(project({ [ISSUE]: TEXT }))
    const pieces = () => page.locator('[data-section="0"] li').allTextContents()
    await page.click('[data-piece="0-1"] button')
    await page.click('.piece [data-name=copy]')
    await soon(pieces).toEqual(['甲题 🖼1', '乙题', '乙题'])
    await soon(async () => (await pageWords(page)).split('乙文一段').length).toBe(3)
    await page.click('.piece [data-name=remove]')
    await soon(pieces).toEqual(['甲题 🖼1', '乙题'])
    await page.click('[data-piece="0-0"] button')
    await page.click('.piece [data-name=move-down]')
    await soon(pieces).toEqual(['乙题', '甲题 🖼1'])
    expect(faults).toEqual([])
  })
})
