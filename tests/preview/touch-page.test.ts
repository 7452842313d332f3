import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { photograph } from '../paint/sample-images.ts'
import { hasBrowser, opened, pageWords, soon } from './browser.ts'

const ISSUE = 'issues/2026-01.yaml'
const TEXT = `date: 2026-01-05
sections:
  要闻:
    - title: 甲题
      images: [a.jpg]
      body: |
        甲文一段。
    - title: 乙题
      body: |
        乙文一段。
`

async function phone() {
  const picture = await photograph(600, 400).jpeg().toBuffer()
  const opening = await opened(
    project({ [ISSUE]: TEXT, 'issues/a.jpg': picture }),
    { width: 390, height: 844 },
    true,
  )
  return { ...opening, touch: await opening.page.context().newCDPSession(opening.page) }
}

describe.skipIf(!hasBrowser)('by touch (needs chromium)', () => {
  test('a tap chooses a piece and works its buttons and menus, and puts the cursor into the source', async () => {
    const { page, faults } = await phone()
    await page.tap('[data-name=pane-outline]')
    await page.tap('[data-piece="0-1"] button')
    await page.waitForSelector('.piece')
    await page.tap('.piece [data-name=move-up]')
    await soon(() => page.locator('[data-piece="0-0"]').textContent()).toContain('乙题')
    await page.locator('[data-name=section-menu]').tap()
    await page.tap('[data-name=section-copy]')
    await soon(() => page.locator('[data-section="1"] h2').textContent()).toBe('要闻2')
    await page.tap('[data-name=pane-pages]')
    await soon(() => pageWords(page)).toMatch(/乙文.*甲文.*乙文/s)
    await page.tap('[data-name=pane-source]')
    await soon(() => page.locator('.cm-content').isVisible()).toBe(true)
    await page.locator('.cm-line', { hasText: '甲文一段' }).first().tap()
    await page.keyboard.type('字')
    await page.tap('[data-name=pane-pages]')
    await soon(() => pageWords(page)).toContain('字')
    await page.waitForSelector('.page .mark')
    expect(faults).toEqual([])
  })

  test('two fingers zoom the pages, one moves them', async () => {
    const { page, touch, faults } = await phone()
    const width = async () => (await page.locator('.pages .page').first().boundingBox())?.width ?? 0
    const before = await width()
    const fingers = (apart: number) => [
      { x: 195 - apart, y: 300, id: 1 },
      { x: 195 + apart, y: 300, id: 2 },
    ]
    const send = (type: string, touchPoints: readonly object[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints } as never)
    await send('touchStart', fingers(40))
    for (const apart of [50, 60, 70, 80]) await send('touchMove', fingers(apart))
    await send('touchEnd', [])
    await soon(width).toBeCloseTo(before * 2, -1)
    const place = () => page.locator('.pages').evaluate((pane) => pane.scrollLeft + pane.scrollTop)
    const rested = await place()
    await send('touchStart', [{ x: 200, y: 500, id: 1 }])
    for (const y of [450, 400, 350, 300]) await send('touchMove', [{ x: 160, y, id: 1 }])
    await send('touchEnd', [])
    await soon(place).toBeGreaterThan(rested + 50)
    expect(await page.evaluate('visualViewport.scale')).toBe(1)
    expect(faults).toEqual([])
  })

  test('the crop is set by a finger, and by arrows', async () => {
    const { page, touch, faults } = await phone()
    await page.tap('[data-name=pane-outline]')
    await page.tap('[data-piece="0-0"] button')
    await page.waitForSelector('.focus img')
    await page.locator('.focus').scrollIntoViewIfNeeded()
    const box = await page.locator('.focus').boundingBox()
    if (box === null) throw new Error('no field')
    const at = (x: number, y: number) => [{ x: box.x + box.width * x, y: box.y + box.height * y, id: 1 }]
    const send = (type: string, touchPoints: readonly object[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints } as never)
    await send('touchStart', at(0.5, 0.5))
    await send('touchMove', at(0.4, 0.6))
    await send('touchMove', at(0.25, 0.75))
    await send('touchEnd', [])
    const source = async () => (await page.locator('.cm-line').allTextContents()).join('\n')
    await soon(source).toMatch(/focus: \[0\.2\d?, 0\.7\d?\]/)
    await page.locator('.focus').focus()
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowRight')
    await soon(() => page.locator('.focus').getAttribute('aria-valuetext')).toMatch(/^横 4\d%/)
    await soon(source).toMatch(/focus: \[0\.4\d?, 0\.7\d?\]/)
    expect(faults).toEqual([])
  })
})
