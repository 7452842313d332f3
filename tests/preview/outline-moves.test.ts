import { expect, test } from 'vitest'
import { readOutline } from '../../src/issue/write/read-outline.ts'
import { pieceAt } from '../../src/preview/page/outline-moves.ts'

const file = 'issues/2026-01.yaml'
const text = `date: 2026-01-05
sections:
  要闻:
    - title: 甲题
      body: 甲文。
    - file: 2026-01/own.md
  简讯:
    - 一条。
`

test('a place of a text is in one article, in the issue or in a file of its own, or in none', () => {
  const own = 'issues/2026-01/own.md'
  const outline = readOutline({ file, text }, () => ({ own, title: '丙题', fields: {}, pictures: [] })) ?? []
  const at = (words: string) => pieceAt(outline, { file, from: text.indexOf(words) })
  expect(at('甲文')).toEqual({ section: 0, item: 0 })
  expect(at('2026-01/own')).toEqual({ section: 0, item: 1 })
  expect(pieceAt(outline, { file: own, from: 900 })).toEqual({ section: 0, item: 1 })
  expect(at('一条')).toBeNull()
  expect(at('date')).toBeNull()
  expect(pieceAt(outline, { file: 'publication.yaml', from: text.indexOf('甲文') })).toBeNull()
})
