import { ChangeSet, Text } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AskToChange, Teller } from '../../src/preview/page/telling.ts'
import type { Asked, TextSince, TypedChange } from '../../src/preview/protocol.ts'
import { TextLog } from '../../src/preview/text-log.ts'
import { changeOf } from '../../src/preview/typed-change.ts'

type Ask = Asked['change']['ask']

/** A program with one text, on which pages write. */
function program(text: string, most?: number) {
  const log = new TextLog(most)
  const self = { text, log, asked: [] as Ask[] }
  const take = (ask: Ask): TextSince => {
    self.asked.push(ask)
    const taken = log.take(self.text, ask)
    if (taken === null) throw new Error('no change of the text')
    self.text = taken.text
    return taken.told
  }
  return Object.assign(self, { take })
}
type Program = ReturnType<typeof program>

/** A page with an editor; answers and news reach it when they are let. */
function page(of: Program, by: string) {
  const editor = { text: of.text }
  const waiting: { ask: Ask; settle: (answer: TextSince | null) => void }[] = []
  const ask: AskToChange = (_name, what) =>
    new Promise((settle) => {
      waiting.push({ ask: what, settle })
    })
  const put = (_file: string, change: ChangeSet) => {
    editor.text = change.apply(Text.of(editor.text.split('\n'))).toString()
  }
  const teller = new Teller({ ask, put, by, patience: 0 })
  const open = () => teller.open('a', of.log.version, Text.of(of.text.split('\n')))
  open()
  /** News that is under way, in order. */
  let heard = of.log.version
  const type = (from: number, to: number, insert: string) => {
    const change = ChangeSet.of([{ from, to, insert }], editor.text.length)
    put('a', change)
    teller.typed('a', change)
  }
  const news = (): readonly TypedChange[] => of.log.since(heard) ?? []
  const hear = () => {
    const [next] = news()
    if (next === undefined) return
    heard = next.version
    teller.heard('a', next)
  }
  /** Answers what it asked; a question or an answer may be lost on its way. */
  const answer = async (lost: 'question' | 'answer' | null = null) => {
    await Promise.resolve()
    const next = waiting.shift()
    if (next === undefined) return false
    const answered = lost === 'question' ? null : of.take(next.ask)
    next.settle(lost === null ? answered : null)
    await new Promise((settle) => setTimeout(settle, 0))
    return true
  }
  /** It was not heard from for a while, and is told where the text is. */
  const again = () => {
    heard = of.log.version
    teller.catchUp('a', heard)
  }
  const isBehind = () => teller.version('a') < of.log.version
  return { editor, teller, type, hear, answer, again, isBehind }
}

/** Until every page has heard all, and all that is typed is taken. */
async function allHeard(pages: readonly ReturnType<typeof page>[]): Promise<void> {
  const isDone = (one: ReturnType<typeof page>) => !one.isBehind() && !one.teller.isTelling('a')
  for (let rounds = 0; !pages.every(isDone); rounds += 1) {
    if (rounds > 500) throw new Error('something is never taken')
    for (const one of pages) {
      one.hear()
      one.again()
      await one.answer()
    }
    // Who had no answer asks again after a while.
    await new Promise((settle) => setTimeout(settle, 1))
  }
}

describe('what is typed is told', () => {
  test('as stretches; what is typed while the program is asked goes in one', async () => {
    const of = program('甲乙\n丙丁')
    const one = page(of, 'me')
    one.type(1, 1, '一')
    one.type(2, 3, '')
    one.type(0, 0, '首')
    await one.answer()
    await one.answer()
    await one.teller.settled()
    expect(of.text).toBe('首甲一\n丙丁')
    expect(one.editor.text).toBe(of.text)
    expect(of.asked.map(({ changes }) => changes.length)).toEqual([1, 2])
  })

  test('and what is taken away again before it is told is no change, nor what another took away already', async () => {
    const of = program('甲乙')
    const [one, other] = [page(of, 'me'), page(of, 'other')]
    one.type(0, 0, 'x')
    one.type(0, 1, '')
    one.type(0, 1, '')
    other.type(0, 1, '')
    for (let times = 0; times < 2; times += 1) {
      await one.answer()
      other.hear()
    }
    await other.answer('question')
    await allHeard([one, other])
    one.type(1, 1, '丙')
    await allHeard([one, other])
    expect([of.text, one.editor.text, other.editor.text]).toEqual(['乙丙', '乙丙', '乙丙'])
  })

  test('again where no answer came, and taken once', async () => {
    const of = program('甲')
    const one = page(of, 'me')
    one.type(1, 1, '乙')
    await one.answer('answer')
    one.type(2, 2, '丙')
    await one.answer('question')
    await allHeard([one])
    expect(of.text).toBe('甲乙丙')
    expect(one.editor.text).toBe(of.text)
  })

  test('and is not on its way any more when it was heard of, before or after the answer', async () => {
    const of = program('甲')
    const one = page(of, 'me')
    one.type(0, 0, '一')
    expect(one.teller.isTelling('a')).toBe(true)
    await one.answer()
    await one.teller.settled()
    expect(one.teller.isTelling('a')).toBe(false)
    one.hear()
    expect(one.editor.text).toBe('一甲')
    expect(one.teller.version('a')).toBe(2)
  })
})

test('however long is written, no more than the last thousand changes is kept', () => {
  const log = new TextLog()
  const change = changeOf([{ from: 0, to: 1, insert: '一' }], 1) as ChangeSet
  for (let count = 0; count < 1500; count += 1) log.add(change, 'me', count + 1)
  expect([log.version, log.since(500), log.since(501)?.length]).toEqual([1501, null, 1000])
})

describe('two pages write at one moment', () => {
  test('in one place: both are there, in one order', async () => {
    const of = program('会议部署工作。')
    const [one, other] = [page(of, 'one'), page(of, 'other')]
    one.type(4, 4, '全年')
    other.type(4, 4, '安全')
    one.type(6, 6, '的')
    await allHeard([one, other])
    expect(of.text).toBe('会议部署全年的安全工作。')
    expect([one.editor.text, other.editor.text]).toEqual([of.text, of.text])
  })

  test('what one deletes does not take what the other puts into it', async () => {
    const of = program('会议部署工作。')
    const [one, other] = [page(of, 'one'), page(of, 'other')]
    one.type(2, 6, '')
    other.type(4, 4, '全年')
    await allHeard([one, other])
    expect(of.text).toBe('会议全年。')
    expect([one.editor.text, other.editor.text]).toEqual([of.text, of.text])
  })

  test('what the disk changed is put between', async () => {
    const of = program('甲乙丙')
    const one = page(of, 'one')
    one.type(3, 3, '丁')
    of.log.add(changeOf([{ from: 0, to: 1, insert: '首' }], 3) as ChangeSet, '', 0)
    of.text = '首乙丙'
    await allHeard([one])
    expect([of.text, one.editor.text]).toEqual(['首乙丙丁', '首乙丙丁'])
  })
})

const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(
    'type',
    'type',
    'slip',
    'empty',
    'delete',
    'hear',
    'answer',
    'lose answer',
    'lose question',
    'again',
  ),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(3),
})

/** Pages write, hear and are answered in any order; gives what was typed and where all of it came to. */
async function written(
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
  most?: number,
) {
  const of = program('会议\n部署工作', most)
  const pages = ['甲', '乙', '丙'].map((by) => page(of, by))
  const typed: string[] = []
  for (const [count, { who, what, at, length }] of steps.entries()) {
    const one = pages[who] as ReturnType<typeof page>
    const place = Math.round(at * one.editor.text.length)
    const word = `<${count}>`
    if (what === 'type') typed.push(word)
    if (what === 'type') one.type(place, place, word)
    if (what === 'slip') {
      one.type(place, place, word)
      one.type(place, place + word.length, '')
    }
    if (what === 'empty') one.type(place, Math.min(place + length, one.editor.text.length), '')
    if (what === 'delete') one.type(place, Math.min(place + length, one.editor.text.length), '\n')
    if (what === 'hear') one.hear()
    if (what === 'again') one.again()
    if (what === 'answer') await one.answer()
    if (what === 'lose answer') await one.answer('answer')
    if (what === 'lose question') await one.answer('question')
  }
  await allHeard(pages)
  return { typed, text: of.text, texts: pages.map(({ editor }) => editor.text) }
}

describe('whatever is written, heard and lost in whatever order', () => {
  test.each([1000, 3])(
    'all pages and the program have one text in the end; it remembers %i changes',
    (most) =>
      fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          const { text, texts } = await written(steps, most)
          expect(texts).toEqual([text, text, text])
        }),
        { numRuns: 50 },
      ),
  )

  test('and each word that was typed is in it once', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const typing = steps.filter(({ what }) => what !== 'delete' && what !== 'empty')
        const { text, typed } = await written(typing)
        expect(typed.map((word) => text.split(word).length)).toEqual(typed.map(() => 2))
      }),
      { numRuns: 50 },
    ))
})
