import { decode, encode } from '@jridgewell/sourcemap-codec'
import { expect, test } from 'vitest'
import { toAscii } from '../../scripts/ascii.js'

test('code is written in ASCII, and its map still finds each place', () => {
  const code = 'a=/汉𠮷/u;b()\nc()'
  const columns = [0, code.indexOf('b(')]
  const map = encode([columns.map((column) => [column, 0, column, 0]), [[0, 0, 99, 0]]])
  const ascii = toAscii(code, map)
  expect(ascii.code).toBe('a=/\\u6c49\\ud842\\udfb7/u;b()\nc()')
  const moved = decode(ascii.mappings)
  expect(moved[0]?.map(([column]) => column)).toEqual([0, ascii.code.indexOf('b(')])
  expect(moved[0]?.map((segment) => segment[2])).toEqual(columns)
  expect(moved[1]).toEqual([[0, 0, 99, 0]])
})
