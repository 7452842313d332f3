import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packed, secondOf } from '../../src/base/packed.ts'
import { defaultLimits } from '../../src/issue/limits.ts'
import { BOUNDS } from '../../src/page/search/effort.ts'
import { KEY_BOUNDS, lineKey, positionKey } from '../../src/page/search/keys.ts'
import * as kinds from '../../src/text/clreq/kinds.ts'

const bound = fc.integer({ min: 1, max: 2 ** 22 })

describe('two numbers in one', () => {
  test('are told apart from every other two below the bound', () => {
    const two = bound.chain((most) =>
      fc.tuple(fc.constant(most), fc.nat(2 ** 31), fc.nat(most - 1), fc.nat(2 ** 31), fc.nat(most - 1)),
    )
    fc.assert(
      fc.property(two, ([most, a, b, c, d]) => {
        expect(secondOf(packed(a, b, most), most)).toBe(b)
        expect(packed(a, b, most) === packed(c, d, most)).toBe(a === c && b === d)
      }),
    )
  })

  test.each([
    [0, 8, 8],
    [0, -1, 8],
    [-1, 0, 8],
    [2 ** 50, 0, 16],
  ])('%d and %d below %d are a fault of ours', (first, second, most) => {
    expect(() => packed(first, second, most)).toThrow(RangeError)
  })
})

describe('keys of the page search', () => {
  const most = {
    element: KEY_BOUNDS.elements - 1,
    setting: KEY_BOUNDS.settings - 1,
    strip: defaultLimits.yamlSize,
  }

  test('hold the largest position there may be: a file that is one element, each character a strip', () => {
    expect(Number.isSafeInteger(positionKey(most))).toBe(true)
  })

  test.each(['element', 'setting'] as const)('are refused to a larger %s', (part) => {
    expect(() => positionKey({ ...most, [part]: most[part] + 1 })).toThrow(RangeError)
  })

  test('tell positions apart that differ in one number', () => {
    const places = [0, 1, 11].flatMap((setting) =>
      [0, 1, 65_535, 65_536, 200_000].flatMap((strip) =>
        [0, 1, 1023, 20_000].map((element) => positionKey({ element, setting, strip })),
      ),
    )
    expect(new Set(places).size).toBe(places.length)
  })

  test('have room for all that an issue may hold', () => {
    expect(KEY_BOUNDS.settings).toBeGreaterThan(BOUNDS.settings)
    expect(KEY_BOUNDS.elements).toBeGreaterThan(10 * defaultLimits.keys + defaultLimits.markdownSize)
  })

  test('tell the lines of neighbouring pages apart, however tall', () => {
    // The tallest page that `size` takes is 3000 pt; lines are 4 pt apart at the least, and for copy-fitting a little less.
    const tallest = 3000 / 3
    expect(lineKey(1, tallest)).not.toBe(lineKey(2, 0))
    expect(() => lineKey(1, KEY_BOUNDS.lines)).toThrow(RangeError)
    expect(tallest).toBeLessThan(KEY_BOUNDS.lines)
  })
})

test('there are as many kinds of characters as their number says', () => {
  const { KINDS, ...others } = kinds
  const numbers = Object.values(others).filter((one) => typeof one === 'number')
  expect(Math.max(...numbers) + 1).toBe(KINDS)
})
