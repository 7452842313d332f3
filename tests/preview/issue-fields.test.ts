import { expect, test } from 'vitest'
import type { HeadField } from '../../src/issue/write/outline-acts.ts'
import { tidied } from '../../src/preview/page/outline-moves.ts'

test.each<readonly [HeadField, string, string]>([
  ['number', '第３期', '3'],
  ['number', ' 12 ', '12'],
  ['number', '第三期', '第三期'],
  ['pages', '8页', '8'],
  ['pages', '自动４', '自动4'],
  ['pages', '', ''],
  ['date', '２０２６－０３－０５', '2026-03-05'],
  ['date', '2026年3月5日', '2026年3月5日'],
])('%s typed as “%s” is %s', (field, typed, wanted) => {
  expect(tidied(field, typed)).toBe(wanted)
})
