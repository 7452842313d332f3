import { expect, test } from 'vitest'
import { diagnostic } from '../../src/base/diagnostic.ts'
import { messageOf } from '../../src/preview/messages.ts'

const file = 'issues/2026-01.yaml'
const found = diagnostic(
  'W-HALF-WIDTH',
  { file, from: 1, to: 2 },
  { found: ',', wanted: '，' } as never,
  {
    replacement: '，',
  } as never,
)

test('a cure says what stood in its place, and is none where the text is not known', () => {
  const one = { ...found, replacement: '，' }
  expect(messageOf(one, () => '甲,乙').cure).toEqual({ span: { file, from: 1, to: 2 }, was: ',', text: '，' })
  expect(messageOf(one).cure).toBeNull()
  const elsewhere = { ...one, replaces: { file, from: 0, to: 3 } }
  expect(messageOf(elsewhere, () => '甲,乙').cure).toMatchObject({ span: { from: 0, to: 3 }, was: '甲,乙' })
})
