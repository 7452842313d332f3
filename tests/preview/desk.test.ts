import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Desk } from '../../src/preview/desk.ts'
import type { EngineThread } from '../../src/preview/engine-thread.ts'
import type { EngineQuestion } from '../../src/preview/engine-work.ts'
import type { BuiltState } from '../../src/preview/protocol.ts'
import { OpenTexts } from '../../src/preview/texts.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { project } from '../cli/project.ts'

const ISSUE = 'issues/2026-01.yaml'
const STATE: BuiltState = {
  build: 1,
  pageCount: 9,
  stale: false,
  fit: null,
  accent: '#c00000',
  gray: false,
  grid: null,
  pictures: {},
  milliseconds: 500,
  label: '',
  number: null,
}
const pagesOf = (...indices: number[]) =>
  indices.map((index) => ({ index, page: { width: 1, height: 1, items: [], text: '' } }))

/** A thread whose answers are given by hand. */
function thread() {
  const asked: { name: string; text: string; answer: (value: unknown) => void }[] = []
  const ask = (question: EngineQuestion) =>
    new Promise((settle) => {
      const text = 'texts' in question ? (question.texts.get(ISSUE) ?? '') : ''
      asked.push({ name: question.ask, text, answer: settle })
    })
  /** Answers the question that waits longest. */
  const answer = async (name: string, value: unknown) => {
    const next = asked.shift()
    expect(next?.name).toBe(name)
    next?.answer(value)
    await vi.advanceTimersByTimeAsync(0)
    return next?.text
  }
  return { as: { ask } as unknown as EngineThread, asked, answer }
}

const closing: (() => void)[] = []
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  for (const close of closing.splice(0)) close()
  vi.useRealTimers()
})

function desk() {
  const cwd = project()
  const place = findIssue(join(cwd, ISSUE), cwd).value
  if (place === null) throw new Error('no issue')
  const [engine, checker] = [thread(), thread()]
  const texts = new OpenTexts(place, false)
  const news: string[] = []
  const push = (name: string, what: unknown) => {
    const pages = (what as { pages?: { index: number }[] }).pages
    news.push(pages === undefined ? name : `${name} ${pages.map(({ index }) => index)}`)
  }
  const one = new Desk({ place, engine: engine.as, checker: checker.as, texts, push: push as never })
  closing.push(() => one.close())
  const type = async (text: string) => {
    const before = texts.told(ISSUE)
    if (before === null) throw new Error('no text')
    const { version } = before
    const { length } = before.text
    texts.change(ISSUE, {
      version,
      length,
      changes: [{ from: 0, to: length, insert: text }],
      by: 'me',
      serial: version,
    })
    one.tellText(ISSUE)
    void one.changed()
    await vi.advanceTimersByTimeAsync(0)
  }
  const built = (state: Partial<BuiltState>, pages: readonly number[] = [], rest = false) => ({
    state: { ...STATE, ...state },
    pages: pagesOf(...pages),
    outlines: {},
    rest,
    messages: [],
    inputs: [],
    sources: [],
  })
  return { engine, checker, news, type, built }
}

describe('the newest state', () => {
  test('is set next; what was typed meanwhile and is no more the newest never is', async () => {
    const { engine, type, built } = desk()
    await type('一')
    await type('二')
    await type('三')
    expect(await engine.answer('update', built({ milliseconds: 5 }))).toBe('一')
    expect(await engine.answer('update', built({ milliseconds: 5 }))).toBe('三')
    expect(engine.asked).toEqual([])
  })

  test('comes before the rest of the pages of an older one', async () => {
    const { engine, news, type, built } = desk()
    await type('一')
    await engine.answer('update', built({ milliseconds: 5 }, [3, 4], true))
    await engine.answer('more', { pages: pagesOf(2, 5), outlines: {}, rest: true })
    await type('二')
    await engine.answer('more', { pages: pagesOf(1), outlines: {}, rest: true })
    expect(await engine.answer('update', built({ milliseconds: 5 }, [3]))).toBe('二')
    expect(news.filter((one) => one.startsWith('built'))).toEqual([
      'built 3,4',
      'built 2,5',
      'built 1',
      'built 3',
    ])
  })

  test('of a long issue has its page shown at each key, and all pages when none is pressed', async () => {
    const { engine, news, type, built } = desk()
    await type('一')
    await engine.answer('update', built({}))
    await engine.answer('prepare', undefined)
    await type('二')
    await engine.answer('early', { pages: pagesOf(7), outlines: {}, rest: false })
    await vi.advanceTimersByTimeAsync(200)
    await type('三')
    expect(await engine.answer('early', { pages: pagesOf(7), outlines: {}, rest: false })).toBe('三')
    expect(news.at(-1)).toBe('built 7')
    await vi.advanceTimersByTimeAsync(200)
    expect(engine.asked).toEqual([])
    await vi.advanceTimersByTimeAsync(100)
    expect(await engine.answer('update', built({}))).toBe('三')
  })

  test('that is soon set is set as a whole after a short pause, so that the fit is told while one types', async () => {
    const { engine, type, built } = desk()
    await type('一')
    await engine.answer('update', built({ milliseconds: 30 }))
    await engine.answer('prepare', undefined)
    await type('二')
    await engine.answer('early', { pages: pagesOf(0), outlines: {}, rest: false })
    await vi.advanceTimersByTimeAsync(80)
    expect(engine.asked).toEqual([])
    await vi.advanceTimersByTimeAsync(20)
    expect(await engine.answer('update', built({ milliseconds: 30 }))).toBe('二')
  })

  test('of a few pages has its page shown early too, where setting all takes longer than setting one', async () => {
    const { engine, type, built } = desk()
    await type('一')
    await engine.answer('update', built({ milliseconds: 12 }))
    await engine.answer('prepare', undefined)
    await type('二')
    expect(engine.asked.map(({ name }) => name)).toEqual(['early'])
  })

  test('is set as a whole at once where no page of it can be early, and in the end while keys are pressed', async () => {
    const { engine, type, built } = desk()
    await type('一')
    await engine.answer('update', built({}))
    await engine.answer('prepare', undefined)
    await type('二')
    await engine.answer('early', null)
    expect(await engine.answer('update', built({}))).toBe('二')
    await engine.answer('prepare', undefined)
    for (let key = 0; engine.asked.every(({ name }) => name !== 'update'); key += 1) {
      expect(key).toBeLessThan(30)
      await type(`二${key}`)
      if (engine.asked[0]?.name === 'early')
        await engine.answer('early', { pages: [], outlines: {}, rest: false })
      await vi.advanceTimersByTimeAsync(100)
    }
  })
})

describe('a text', () => {
  test('that pages have is told by what was written on it, and as a whole when it is new', async () => {
    const { news, type } = desk()
    expect(news).toEqual(['source'])
    await type('一')
    await type('二')
    expect(news).toEqual(['source', 'written', 'written'])
  })
})

describe('proof checks', () => {
  test('are asked of a thread of their own when nothing is typed; what was found in an older state is not told', async () => {
    const { engine, checker, news, type, built } = desk()
    await type('一')
    await engine.answer('update', built({ milliseconds: 5 }))
    await vi.advanceTimersByTimeAsync(500)
    await type('二')
    expect(await checker.answer('findings', [])).toBe('一')
    await engine.answer('update', built({ milliseconds: 5 }))
    expect(news).not.toContain('findings')
    await vi.advanceTimersByTimeAsync(500)
    expect(await checker.answer('findings', [])).toBe('二')
    await engine.answer('marks', { marks: [], overlays: [] })
    expect(news.slice(-3)).toEqual(['findings', 'marks', 'overlays'])
  })
})
