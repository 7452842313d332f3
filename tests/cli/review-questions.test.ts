import { expect, test } from 'vitest'
import { askedChanges } from '../../src/cli/review-questions.ts'

const QUESTIONS = [2, 3, 5, 8].map((at) => ({ at, line: `${at + 1}. 张某` }))

/** Answers in order; what was said and asked, too. */
async function answered(...answers: readonly string[]) {
  const said: string[] = []
  const asked: string[] = []
  const terminal = { say: (line: string) => void said.push(line), words: (zh: string) => zh }
  const ask = async (question: string, preset: string) => {
    asked.push(question)
    return answers[asked.length - 1] ?? preset
  }
  return { taken: [...(await askedChanges(terminal, QUESTIONS, ask))], said, asked }
}

test('each change is shown and asked about; only a clear yes takes it', async () => {
  const { taken, said, asked } = await answered('y', '', '是', '也许')
  expect(taken).toEqual([2, 5])
  expect(said).toEqual(QUESTIONS.map((one) => one.line))
  expect(asked[2]).toContain('（3/4）采纳吗？')
})

test('q stops with the rest not taken; a takes this one and all the rest', async () => {
  expect(await answered('y', 'q')).toMatchObject({ taken: [2], said: { length: 2 } })
  expect(await answered('n', '全部')).toMatchObject({ taken: [3, 5, 8], said: { length: 2 } })
})
