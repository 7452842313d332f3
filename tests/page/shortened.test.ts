import { expect, test } from 'vitest'
import { shortened } from '../../src/page/fit/outside.ts'

test('words in a message have 24 characters at most, the last of them dots where there were more', () => {
  expect(shortened('会'.repeat(24))).toBe('会'.repeat(24))
  expect(shortened('会'.repeat(25))).toBe(`${'会'.repeat(23)}…`)
  expect([...shortened('😀'.repeat(30))]).toHaveLength(24)
})
