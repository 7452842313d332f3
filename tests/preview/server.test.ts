import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Asked, Pushed, PushedName } from '../../src/preview/protocol.ts'
import { project } from '../cli/project.ts'
import { heard, type Running, rewritten, running } from './running.ts'

const ISSUE = 'issues/2026-01.yaml'
const open: Running[] = []
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))

async function started(folder: string): Promise<Running> {
  const one = await running(folder)
  open.push(one)
  return one
}

/** The next news of a name that is as wanted. */
function news<N extends PushedName>(
  preview: Running,
  name: N,
  wanted: (what: Pushed[N]) => boolean = () => true,
): Promise<Pushed[N]> {
  return heard(preview, (told, what) => told === name && wanted(what))
}

/** Writes a text as a page does, and saves it. */
async function save(
  preview: Running,
  before: Pushed['source'],
  text: string,
  over = false,
): Promise<Asked['save']['answer']> {
  await rewritten(preview, before, text)
  const { body } = await preview.post('/save', { file: ISSUE, over })
  return JSON.parse(body.toString())
}

describe('what a page is told', () => {
  test('texts, outlines, pages, messages and the outline; a text that changes comes again with its pages', async () => {
    const preview = await started(project())
    const source = await news(preview, 'source')
    const { text } = source
    expect(text).toContain('某公司召开会议')
    const { state, pages, outlines } = await news(preview, 'built')
    expect(state).toMatchObject({ pageCount: 1, stale: false })
    expect(pages[0]?.page.text).toContain('部署全年工作')
    expect(Object.keys(outlines)).not.toEqual([])
    expect((await news(preview, 'outline'))[0]).toMatchObject({ name: '要闻', items: [{ kind: 'article' }] })
    await rewritten(preview, source, text.replace('全年', '今年'))
    const changed = (one: Pushed['built']) => one.pages.some(({ page }) => page.text.includes('今年'))
    expect((await news(preview, 'built', changed)).pages.map(({ index }) => index)).toEqual([0])
    expect(readFileSync(join(preview.folder, ISSUE), 'utf8')).toBe(text)
  })

  test('errors keep the pages, and are said in both languages with the cure', async () => {
    const preview = await started(project())
    const source = await news(preview, 'source')
    const { text } = source
    await news(preview, 'built')
    await rewritten(preview, source, text.replace('title: ', 'title：'))
    const { state, messages } = await news(preview, 'built', (one) => one.state.stale)
    expect(state.pageCount).toBe(1)
    const [message] = messages ?? []
    expect(message?.words.zh.message).not.toBe(message?.words.en.message)
    expect(message?.cure).not.toBeNull()
    expect((await news(preview, 'built')).pages[0]?.page.text).toContain('部署全年工作')
  })

  test('a place of the page leads to the source and back', async () => {
    const preview = await started(project())
    const { text } = await news(preview, 'source')
    await news(preview, 'built')
    const offset = text.indexOf('部署')
    const where = await preview.post('/where', { file: ISSUE, offset })
    const { boxes } = JSON.parse(where.body.toString()) as Asked['where']['answer']
    const [box] = boxes
    if (!box) throw new Error('nowhere')
    const place = { page: box.page, x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const at = await preview.post('/at', place)
    const { span } = JSON.parse(at.body.toString()) as Asked['at']['answer']
    expect(span?.file).toBe(ISSUE)
    expect(text.slice(span?.from, span?.to)).toMatch(/部署|召开会议/)
  })
})

describe('saving', () => {
  test('line ends and the mark of a file stay as they were', async () => {
    const folder = project()
    const file = join(folder, ISSUE)
    const windows = `\ufeff${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`
    writeFileSync(file, windows)
    const preview = await started(folder)
    const source = await news(preview, 'source')
    const { text } = source
    expect(text).not.toContain('\r')
    expect(await save(preview, source, text.replace('全年', '今年'))).toMatchObject({ saved: true })
    expect(readFileSync(file, 'utf8')).toBe(windows.replace('全年', '今年'))
  })

  test('a file with line ends of several kinds is shown and not changed', async () => {
    const folder = project()
    const file = join(folder, ISSUE)
    const mixed = readFileSync(file, 'utf8').replace('\n', '\r\n')
    writeFileSync(file, mixed)
    const preview = await started(folder)
    const source = await news(preview, 'source')
    expect(source.locked).toBe('line-ends')
    expect(await save(preview, source, 'x', true)).toMatchObject({ saved: false })
    expect(readFileSync(file, 'utf8')).toBe(mixed)
  })

  test('what was written elsewhere since is not written over unless that is asked for', async () => {
    const folder = project()
    const file = join(folder, ISSUE)
    const preview = await started(folder)
    const source = await news(preview, 'source')
    const { text } = source
    const theirs = text.replace('某公司', '某集团')
    writeFileSync(file, theirs)
    const ours = text.replace('全年', '今年')
    expect(await save(preview, source, ours)).toMatchObject({ saved: false, outside: theirs })
    expect(readFileSync(file, 'utf8')).toBe(theirs)
    expect(await save(preview, source, ours, true)).toMatchObject({ saved: true, outside: null })
    expect(readFileSync(file, 'utf8')).toBe(ours)
  })
})

describe('products', () => {
  test.each(['pdf', 'print', 'booklet', 'archive', 'proof', 'docx'])(
    '%s comes as it is written',
    async (kind) => {
      const preview = await started(project())
      const { status, headers, body } = await preview.ask(`/product/${kind}`)
      expect(status).toBe(200)
      expect(body.subarray(0, 5).toString('latin1')).toMatch(kind === 'docx' ? /^PK/ : /^%PDF-/)
      expect(decodeURIComponent(String(headers['content-disposition']))).toMatch(
        /attachment; .*2026-01.*\.(?:pdf|docx)$/,
      )
    },
  )

  test('with errors there is none, and the messages say why', async () => {
    const preview = await started(project())
    const source = await news(preview, 'source')
    const { text } = source
    await rewritten(preview, source, text.replace('title', 'titel'))
    const { status, body } = await preview.ask('/product/pdf')
    expect(status).toBe(409)
    expect(body.toString()).toContain('E-UNKNOWN')
  })
})
