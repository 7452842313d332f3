// Times a key in the preview until its page is on the screen, by the browser's own clock:
// node bench/preview.js [--edits 40] [--times 1,50]. With many edits it shows whether time and memory stay level, and at
// each hundredth edit saves and compares the file with what was typed. Needs chromium (or CHROMIUM=path).
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { program } from './figures.js'
import { example, longIssue } from './long-issue.js'

const { values } = parseArgs({
  options: { edits: { type: 'string', default: '40' }, times: { type: 'string', default: '1,50' } },
})
const edits = Number(values.edits)
const WORDS = '会议部署全年工作要求抓好落实推进重点项目建设'
const EVERY = 100

const quantile = (numbers, part) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * part)]

async function started(folder) {
  const child = spawn(process.execPath, [program, 'preview', '2026-06.yaml', '--no-open'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const address = await new Promise((settle) => {
    let said = ''
    child.stderr.on('data', (part) => {
      said += part
      const found = /http:\/\/\S+/.exec(said)?.[0]
      if (found) settle(found)
    })
  })
  return { child, address }
}

/** In the browser: from each key's event until the frame after a page was painted. */
const WATCH = `(() => {
  window.times = []
  let pressed = null
  addEventListener('keydown', (event) => { pressed = event.timeStamp }, true)
  const painted = () => {
    window.paintedAt = performance.now()
    if (pressed === null) return
    const start = pressed
    pressed = null
    requestAnimationFrame(() => {
      const after = new MessageChannel()
      after.port1.onmessage = () => {
        window.times.push(performance.now() - start)
        window.told?.(window.times[0])
      }
      after.port2.postMessage(0)
    })
  }
  new MutationObserver(painted).observe(document.querySelector('main'), { attributeFilter: ['data-painted'], subtree: true })
})()`

/** What the last painting of the pages in view took. */
const SEEN = `[...document.querySelectorAll('.pages canvas')]
  .filter((one) => one.width > 0 && one.getBoundingClientRect().top < innerHeight && one.getBoundingClientRect().bottom > 0)
  .reduce((sum, one) => sum + Number(one.dataset.milliseconds ?? 0), 0)`

/** After so long without painting, nothing of the last edit is to come. */
const SETTLED_MS = 150
const SETTLED = `new Promise((settle) => {
  const look = () => (performance.now() - window.paintedAt > ${SETTLED_MS} ? settle() : setTimeout(look, 10))
  look()
})`

async function typed(page, count, save) {
  const all = []
  const parts = { engine: [], painting: [] }
  for (let edit = 0; edit < count; edit += 1) {
    await page.keyboard.press('End')
    await page.evaluate('window.times.length = 0; window.told = null')
    await page.keyboard.press('x')
    all.push(
      await page.evaluate(
        'new Promise((settle) => { window.told = settle; if (window.times.length > 0) settle(window.times[0]) })',
      ),
    )
    parts.engine.push(Number.parseFloat(await page.locator('.milliseconds').textContent()))
    parts.painting.push(Number(await page.evaluate(SEEN)))
    await page.keyboard.press('Backspace')
    await page.keyboard.insertText(WORDS[edit % WORDS.length])
    // The next key's time must not end with the page of this one.
    await page.evaluate(SETTLED)
    if (edit % EVERY === EVERY - 1) await save(edit + 1, all.slice(-EVERY))
  }
  return { all, parts }
}

async function measure(times) {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-preview-bench-'))
  const file = longIssue(example, times, folder)
  const { child, address } = await started(folder)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--enable-precise-memory-info'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(address)
    await page.waitForSelector('.pages canvas[data-painted]', { timeout: 120_000 })
    await page.locator('[data-piece] button').nth(1).click()
    for (let down = 0; down < 3; down += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.waitForTimeout(1500)
    await page.evaluate(WATCH)
    const before = readFileSync(file, 'utf8')
    const memory = []
    const { all, parts } = await typed(page, edits, async (count, last) => {
      await page.keyboard.press('Control+s')
      await page.locator('.saved', { hasText: /^(?:Saved|已保存)$/ }).waitFor()
      await page.waitForTimeout(200)
      const text = Array.from({ length: count }, (_, at) => WORDS[at % WORDS.length]).join('')
      const saved = readFileSync(file, 'utf8')
      if (saved.length !== before.length + count || !saved.includes(text))
        throw new Error(`edit ${count} was lost`)
      const now = await memoryNow(page, child.pid)
      memory.push(now)
      // A run that does not end says this much.
      console.error(
        `  ${count} edits, the last ${EVERY}: median ${quantile(last, 0.5).toFixed(0)} ms; ${inMib(now)}`,
      )
    })
    report(times, { all, parts, memory })
  } finally {
    await browser.close()
    // What is written and not saved keeps it from ending when asked.
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

function inMib({ heap, rss }) {
  return `page ${(heap / 2 ** 20).toFixed(0)} MiB, program ${(rss / 2 ** 20).toFixed(0)} MiB`
}

async function memoryNow(page, pid) {
  const heap = await page.evaluate('performance.memory.usedJSHeapSize')
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  return { heap, rss }
}

function report(times, { all, parts, memory }) {
  const later = all.slice(Math.floor(all.length / 2))
  const ms = (value) => `${value.toFixed(0)} ms`
  console.log(
    `${times}×: key to page, median ${ms(quantile(later, 0.5))}, nine of ten ${ms(quantile(later, 0.9))}`,
  )
  const { engine, painting } = parts
  console.log(
    `  of that the engine ${ms(quantile(engine, 0.5))}, the painting of the pages seen ${ms(quantile(painting, 0.5))}`,
  )
  if (memory.length < 2) return
  const tenth = Math.ceil(all.length / 10)
  console.log(
    `  first tenth ${ms(quantile(all.slice(0, tenth), 0.5))}, last ${ms(quantile(all.slice(-tenth), 0.5))}`,
  )
  console.log(
    `  after ${EVERY} edits ${inMib(memory[0])}; at the end ${inMib(memory.at(-1))}; every save was what was typed`,
  )
}

for (const times of values.times.split(',').map(Number)) await measure(times)
