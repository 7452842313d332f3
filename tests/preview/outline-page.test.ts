import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { project } from '../cli/project.ts'
import { photograph } from '../paint/sample-images.ts'
import { cursorBehind, hasBrowser, opened, pageWords, soon } from './browser.ts'

const ISSUE = 'issues/2026-01.yaml'
const TWO = `# 期
date: 2026-01-05
pages: 3
sections:
  要闻:
    - title: 甲题   # 注
      body: |
        甲文一段。
    - title: 乙题
      body: |
        乙文一段。
  简讯:
    - 一条。
`

describe.skipIf(!hasBrowser)('the outline in a browser (needs chromium)', () => {
  test('a piece moves with a key, a field and a new piece go into the source; all is one step of undo each', async () => {
    const folder = project({ [ISSUE]: TWO })
    const { page, faults } = await opened(folder)
    await page.click('[data-piece="0-1"] button')
    await page.focus('[data-piece="0-1"] button')
    await page.keyboard.press('Alt+ArrowUp')
    await soon(() => page.locator('[data-piece="0-0"]').textContent()).toContain('乙题')
    await soon(async () => (await pageWords(page)).indexOf('乙文')).toBeGreaterThan(-1)
    await soon(async () => {
      const words = await pageWords(page)
      return words.indexOf('乙文') < words.indexOf('甲文')
    }).toBe(true)
    await page.fill('.piece [name=subtitle]', '乙的副题')
    await page.keyboard.press('Enter')
    await soon(() => pageWords(page)).toContain('乙的副题')
    await page.click('[data-section="1"] [data-name=add-item]')
    await soon(() => page.locator('[data-section="1"] li').count()).toBe(2)
    // What was added is at hand: its field is there, its words are chosen in the source.
    await soon(() => page.locator('[data-chosen]').getAttribute('data-piece')).toBe('1-1')
    await soon(() => page.evaluate('getSelection().toString()')).toBe('一条新简讯。')
    await page.keyboard.press('Control+s')
    const wanted =
      '    - title: 乙题\n      subtitle: 乙的副题\n      body: |\n        乙文一段。\n    - title: 甲题   # 注\n'
    await soon(() => readFileSync(join(folder, ISSUE), 'utf8')).toContain(wanted)
    await page.click('.cm-content')
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+s')
    await soon(() => readFileSync(join(folder, ISSUE), 'utf8')).toBe(TWO)
    expect(faults).toEqual([])
  })

  test('a piece that is dragged goes where it is dropped', async () => {
    const { page, faults } = await opened(project({ [ISSUE]: TWO }))
    await page.dragAndDrop('[data-piece="0-0"]', '[data-piece="0-1"]')
    await soon(() => page.locator('[data-piece="0-0"]').textContent()).toContain('乙题')
    expect(faults).toEqual([])
  })

  test('a photograph dropped on an article is copied, entered and shown; its width and crop are set by hand', async () => {
    const folder = project({ [ISSUE]: TWO })
    const { page, faults } = await opened(folder)
    const bytes = (await photograph(600, 400).jpeg().toBuffer()).toString('base64')
    await page.evaluate(`(() => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(bytes)}), (one) => one.charCodeAt(0))
      const files = new DataTransfer()
      files.items.add(new File([bytes], '现场 照片.JPG', { type: 'image/jpeg' }))
      document.querySelector('[data-piece="0-0"]').dispatchEvent(
        new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }),
      )
    })()`)
    await soon(() => page.locator('.cm-content').textContent()).toContain('images: [2026-01/现场-照片.jpg]')
    expect(readFileSync(join(folder, 'issues/2026-01/现场-照片.jpg')).toString('base64')).toBe(bytes)
    await page.click('[data-piece="0-0"] button')
    await page.click('.picture [data-name=fit-page]')
    await soon(() => page.locator('.cm-content').textContent()).toContain('fit: page')
    // The photograph itself is what the dot is dragged on.
    await page.waitForSelector('.picture .focus img')
    await soon(() => page.locator('.picture .focus img').evaluate((one) => one.clientHeight)).toBeGreaterThan(
      80,
    )
    await page.locator('.picture .focus').scrollIntoViewIfNeeded()
    const field = await page.locator('.picture .focus').boundingBox()
    if (field === null) throw new Error('no field')
    await page.mouse.move(field.x + field.width / 2, field.y + field.height / 2)
    await page.mouse.down()
    await page.mouse.move(field.x + field.width * 0.25, field.y + field.height * 0.75, { steps: 3 })
    await page.mouse.up()
    await soon(() => page.locator('.cm-content').textContent()).toMatch(/focus: \[0\.2\d?, 0\.7\d?\]/)
    expect(faults).toEqual([])
  })

  test('a piece that has a file of its own opens it', async () => {
    const text = `${TWO}    - file: 2026-01/甲.md\n`
    const own = '---\ntitle: 丙题\n---\n丙文一段。\n'
    const folder = project({ [ISSUE]: text, 'issues/2026-01/甲.md': own })
    const { page, faults } = await opened(folder)
    await page.click('[data-piece="1-1"] button')
    await soon(() => page.locator('.cm-content').textContent()).toContain('丙文一段')
    await cursorBehind(page, '丙文一段')
    await page.keyboard.type('完')
    await soon(() => pageWords(page)).toContain('丙文一段完')
    await page.fill('.piece [name=subtitle]', '丙的副题')
    await page.keyboard.press('Enter')
    await soon(() => pageWords(page)).toContain('丙的副题')
    await page.keyboard.press('Control+s')
    const wanted = '---\ntitle: 丙题\nsubtitle: 丙的副题\n---\n丙文一段完。\n'
    await soon(() => readFileSync(join(folder, 'issues/2026-01/甲.md'), 'utf8')).toBe(wanted)
    expect(faults).toEqual([])
  })

  test('the fit bar tells what is wanted while it is written', async () => {
    const { page } = await opened(project({ [ISSUE]: TWO }))
    await soon(() => page.locator('.fit-bar [data-name=pages]').textContent()).toBe('1 页，要求 3 页')
    expect(await page.locator('.fit-bar').getAttribute('data-state')).toBe('under')
    await cursorBehind(page, 'pages')
    await page.keyboard.press('End')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('1')
    await soon(() => page.locator('.fit-bar [data-name=pages]').textContent()).toBe('1 页，要求 1 页')
  })

  test('a message’s cure is put in with its button', async () => {
    const { page } = await opened(project({ [ISSUE]: TWO.replace('甲文一段。', '5月32日,开会。') }))
    await page.click('.side [data-name=messages]')
    await page.waitForSelector('.page .place[title]')
    await page.locator('.messages .cure').first().click()
    await soon(() => page.locator('.cm-content').textContent()).toContain('，开会')
  })

  test('what is pasted from a page or Word comes as clean paragraphs', async () => {
    const { page } = await opened(project({ [ISSUE]: TWO }))
    await cursorBehind(page, '甲文一段。')
    const html =
      '<style>p{}</style><h2>小标题</h2><p>　　第一　段\n接着<b>加粗</b>的。</p><ul><li>一项</li></ul><p>带<br>软回车</p><script>x</script>'
    await page.evaluate(`(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', ${JSON.stringify(html)})
      clipboardData.setData('text/plain', 'x')
      document.querySelector('.cm-content').dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })()`)
    const lines = await page.locator('.cm-line').allTextContents()
    const from = lines.findIndex((line) => line.includes('甲文一段'))
    expect(lines.slice(from, from + 11)).toEqual([
      '        甲文一段。',
      '',
      '        ## 小标题',
      '',
      '        第一段接着**加粗**的。',
      '',
      '        - 一项',
      '',
      '        带',
      '',
      '        软回车',
    ])
  })

  test('every product is downloaded under its name', async () => {
    const { page, faults } = await opened(project({ [ISSUE]: TWO }))
    await page.click('.products summary')
    const waiting = page.waitForEvent('download')
    await page.click('[data-name=product-pdf]')
    const download = await waiting
    expect(download.suggestedFilename()).toBe('城南简报-2026-01.pdf')
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString('latin1'),
    ).toBe('%PDF-')
    expect(faults).toEqual([])
  })
})

describe.skipIf(!hasBrowser)('views (need chromium)', () => {
  test('place and zoom stay when the window changes and when pages come again', async () => {
    const body = Array.from(
      { length: 80 },
      (_, at) => `        第${at + 1}段。${'会议部署全年工作。'.repeat(9)}`,
    )
    const text = `date: 2026-01-05\nsections:\n  要闻:\n    - title: 题\n      body: |\n        开头一段。\n\n${body.join('\n\n')}\n`
    const { page } = await opened(project({ [ISSUE]: text }))
    const scroll = () =>
      page.evaluate(`(() => {
        const pane = document.querySelector('.pages')
        pane.scrollTop = pane.scrollHeight * 0.6
      })()`)
    await scroll()
    await page.waitForTimeout(300)
    const place = async () => {
      const found: { page: string; down: number } = await page.evaluate(`(() => {
        const pane = document.querySelector('.pages').getBoundingClientRect()
        const pages = [...document.querySelectorAll('.pages .page')]
        const first = pages.find((one) => one.getBoundingClientRect().bottom > pane.top + 16)
        const box = first.getBoundingClientRect()
        return { page: first.dataset.page, down: (pane.top - box.top) / box.height }
      })()`)
      return found
    }
    const before = await place()
    expect(Number(before.page)).toBeGreaterThan(0)
    await page.setViewportSize({ width: 1000, height: 700 })
    await page.waitForTimeout(500)
    const after = await place()
    expect(after.page).toBe(before.page)
    expect(Math.abs(after.down - before.down)).toBeLessThan(0.02)
    await page.locator('.cm-content').click({ position: { x: 200, y: 100 } })
    await page.waitForTimeout(600)
    await scroll()
    const still = await place()
    await page.keyboard.type('字')
    await page.waitForTimeout(100)
    expect(await place()).toEqual(still)
  })

  test.each(['single', 'facing'])('%s', async (view) => {
    const { page, faults } = await opened(project())
    await page.click(`.toolbar [data-name=${view}]`)
    await page.waitForSelector(`.pages[data-view=${view}] canvas[data-painted]`)
    await page.click('.toolbar [data-name=grid]')
    expect(await page.locator('.grid-column').count()).toBe(2)
    await page.click('.toolbar [data-name=language]')
    expect(await page.locator('[data-name=outline]').textContent()).toBe('Outline')
    expect(faults).toEqual([])
  })
})
