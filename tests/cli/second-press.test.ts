import { expect, test } from 'vitest'
import { SecondPress } from '../../src/cli/second-press.ts'

test('what is not saved takes a second press soon after, each time anew', () => {
  let now = 0
  const press = new SecondPress(() => now)
  expect(press.ends([])).toBe(true)
  expect(press.ends(['a.yaml'])).toBe(false)
  now = 9_000
  expect(press.ends(['a.yaml'])).toBe(true)
  // Saved meanwhile, and written on for an hour.
  now = 3_600_000
  expect(press.ends(['a.yaml'])).toBe(false)
  expect(press.ends([])).toBe(true)
})
