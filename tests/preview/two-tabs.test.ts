import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { cursorBehind, hasBrowser, opened, pageWords, soon, tab } from './browser.ts'

const ISSUE = 'issues/2026-01.yaml'
const TWO = `date: 2026-01-05
sections:
  要闻:
    - title: 甲题
      body: |
        甲文一段。
    - title: 乙题
      body: |
        乙文一段。
    - title: 丙题
      body: |
        丙文一段。
`

const source = async (page: Page) => (await page.locator('.cm-line').allTextContents()).join('\n')

async function two(text: string) {
  const folder = project({ [ISSUE]: text })
  const { page, preview, faults } = await opened(folder)
  const other = await tab(preview)
  const disk = () => readFileSync(join(folder, ISSUE), 'utf8')
  return { folder, disk, one: page, other: other.page, faults: () => [...faults, ...other.faults] }
}

describe.skipIf(!hasBrowser)('two tabs of one issue (need chromium)', () => {
  test('in turns: each has what the other typed, and undoes only its own', async () => {
    const { one, other, faults } = await two(TWO)
    await cursorBehind(one, '甲文一段')
    await one.keyboard.type('子')
    await soon(() => source(other)).toContain('甲文一段子')
    await cursorBehind(other, '甲文一段子')
    await other.keyboard.type('丑')
    await soon(() => source(one)).toContain('甲文一段子丑')
    await soon(() => pageWords(one)).toContain('甲文一段子丑')
    await one.keyboard.press('Control+z')
    await soon(() => source(other)).toContain('甲文一段丑。')
    await other.keyboard.press('Control+z')
    await soon(() => source(one)).toContain('甲文一段。')
    expect(faults()).toEqual([])
  })

  test('at once, in one place and in two: no key is lost, and both, the pages and the file have the same', async () => {
    const { disk, one, other, faults } = await two(TWO)
    await cursorBehind(one, '甲文一段')
    await cursorBehind(other, '甲文一段')
    const [ours, theirs] = ['αβγδεζηθικλμνξοπρστυ', 'АБВГДЕЖЗИКЛМНОПРСТУФ']
    await Promise.all([one.keyboard.type(ours, { delay: 15 }), other.keyboard.type(theirs, { delay: 11 })])
    await cursorBehind(one, '乙文一段')
    await Promise.all([one.keyboard.type('子丑寅卯'), other.keyboard.type('辰巳午未')])
    await soon(() => source(one)).toContain('乙文一段子丑寅卯。')
    await soon(async () => (await source(one)) === (await source(other))).toBe(true)
    const text = await source(one)
    const kept = (typed: string) => [...text].filter((sign) => typed.includes(sign)).join('')
    expect([kept(ours), kept(`${theirs}辰巳午未`)]).toEqual([`${ours}`, `${theirs}辰巳午未`])
    await soon(() => pageWords(other)).toContain('子丑寅卯')
    await Promise.all([one.keyboard.press('Control+s'), other.keyboard.press('Control+s')])
    await soon(disk).toBe(text)
    expect(faults()).toEqual([])
  })

  test('a word that is being composed by an input method stays one while the other tab types', async () => {
    const { one, other, faults } = await two(TWO)
    const input = await one.context().newCDPSession(one)
    const compose = (text: string) =>
      input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await cursorBehind(one, '甲文一段')
    await cursorBehind(other, '乙文一段')
    for (const [at, letters] of ['n', 'ni', 'nih', 'nihao'].entries()) {
      await compose(letters)
      await other.keyboard.type('甲乙丙丁'[at] as string)
      await soon(() => source(one)).toContain('乙文一段甲乙丙丁'.slice(0, 5 + at))
    }
    await input.send('Input.insertText', { text: '你好' })
    await soon(() => source(other)).toContain('甲文一段你好。')
    expect(await source(one)).toBe(
      TWO.replace('甲文一段', '甲文一段你好').replace('乙文一段', '乙文一段甲乙丙丁'),
    )
    expect(faults()).toEqual([])
  })

  test('a tab that cannot reach the program goes on, and what both typed meanwhile comes together', async () => {
    const { one, other } = await two(TWO)
    await one.evaluate(`(() => {
      const { fetch } = window
      window.cut = true
      window.fetch = (...asked) => (window.cut && asked[0] === '/change' ? Promise.reject(new Error()) : fetch(...asked))
    })()`)
    await cursorBehind(one, '甲文一段')
    await one.keyboard.type('子')
    await cursorBehind(other, '甲文一段')
    await other.keyboard.type('丑')
    await cursorBehind(other, '乙文一段')
    await other.keyboard.type('寅')
    await soon(() => source(one)).toContain('乙文一段寅')
    expect(await one.locator('.saved').textContent()).toBe('未保存')
    await one.evaluate('window.cut = false')
    await soon(() => source(other)).toMatch(/甲文一段(?:子丑|丑子)。.*乙文一段寅。/s)
    await soon(async () => (await source(one)) === (await source(other))).toBe(true)
  })

  test('a piece that is moved in one while the other types elsewhere moves, and the words stay', async () => {
    const { one, other, faults } = await two(TWO)
    await cursorBehind(other, '乙文一段')
    await one.click('[data-piece="0-2"] button')
    await one.focus('[data-piece="0-2"] button')
    await Promise.all([
      other.keyboard.type('αβγδεζηθικλμνξοπρστυ', { delay: 20 }),
      (async () => {
        await one.keyboard.press('Alt+ArrowUp')
        await one.waitForSelector('[data-piece="0-1"] button:focus')
        await one.keyboard.press('Alt+ArrowUp')
      })(),
    ])
    await soon(() => source(one)).toMatch(/丙题.*丙文一段。\n.*甲题.*乙文一段αβγδεζηθικλμνξοπρστυ。/s)
    await soon(async () => (await source(one)) === (await source(other))).toBe(true)
    expect(faults()).toEqual([])
  })

  test('what both a tab and another program wrote is put together with a button', async () => {
    const { folder, disk, one } = await two(TWO)
    await cursorBehind(one, '甲文一段')
    await one.keyboard.type('子')
    await soon(() => pageWords(one)).toContain('甲文一段子')
    writeFileSync(join(folder, ISSUE), TWO.replace('丙文一段', '丙文三段'))
    await one.waitForSelector('.conflict')
    // Only what differs is shown, place by place.
    expect(await one.locator('.conflict [data-name=mine]').textContent()).toBe(
      '      body: |\n        甲文一段子。\n⋯\n      body: |\n        丙文一段。',
    )
    expect(await one.locator('.conflict [data-name=disk]').textContent()).toBe(
      '      body: |\n        甲文一段。\n⋯\n      body: |\n        丙文三段。',
    )
    await one.click('[data-name=merge]')
    await soon(() => one.locator('.conflict').count()).toBe(0)
    expect(await source(one)).toBe(TWO.replace('丙文一段', '丙文三段').replace('甲文一段', '甲文一段子'))
    await one.keyboard.press('Control+s')
    await soon(disk).toContain('甲文一段子')
    expect(disk()).toContain('丙文三段')
  })

  test('what is written to disk while a tab types is put beside, or both are shown', async () => {
    const { folder, disk, one, other } = await two(TWO)
    writeFileSync(join(folder, ISSUE), TWO.replace('乙文一段', '乙文两段'))
    await soon(() => source(other)).toContain('乙文两段')
    await cursorBehind(one, '甲文一段')
    await one.keyboard.type('子')
    await soon(() => source(other)).toContain('甲文一段子')
    writeFileSync(join(folder, ISSUE), TWO.replace('乙文一段', '乙文三段'))
    await one.waitForSelector('.conflict')
    await other.waitForSelector('.conflict')
    await other.click('[data-name=take-disk]')
    await soon(() => source(one)).toContain('乙文三段')
    await soon(() => one.locator('.conflict').count()).toBe(0)
    expect(await source(one)).toBe(disk())
    // Who threw the text away can have it again.
    await other.click('.cm-content')
    await other.keyboard.press('Control+z')
    await soon(() => source(one)).toMatch(/甲文一段子。.*乙文两段。/s)
  })
})
