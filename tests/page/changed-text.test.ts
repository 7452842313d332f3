import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportioned, articleTexts, spare, withChange } from '../../src/page/fit/changed-text.ts'
import type { ShapedBlock } from '../../src/text/shaped-text.ts'
import { figure, headline, paragraph, picture, shaped, styled } from './blocks.ts'

const plain = (blocks: readonly ShapedBlock[]) =>
  blocks.map((block) =>
    block.kind === 'paragraph' ? block.text.clusters.map((one) => one.text).join('') : '',
  )

/** The only paragraph with so many characters cut (or added, below 0). */
function changed(text: string, by: number, more: Parameters<typeof paragraph>[1] = {}): string {
  const blocks = shaped([paragraph(text, more)])
  const [block] = blocks
  if (block?.kind !== 'paragraph') throw new Error('no paragraph')
  return plain(withChange(blocks, new Map([[block.text, by]])))[0] as string
}

describe('a count told out over articles', () => {
  test('by weight, what is left over to those who came nearest to one more, the first first', () => {
    expect(apportioned(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(apportioned(10, [1, 2, 4])).toEqual([1, 3, 6])
    expect(apportioned(7, [30, 10, 60])).toEqual([2, 1, 4])
    expect(apportioned(5, [0, 0])).toEqual([0, 0])
  })

  test('comes to the total, and none is a whole one away from its part', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), weights, (total, all) => {
        const sum = all.reduce((one, other) => one + other, 0)
        fc.pre(sum > 0)
        const parts = apportioned(total, all)
        expect(parts.reduce((one, other) => one + other, 0)).toBe(total)
        for (const [at, part] of parts.entries())
          expect(Math.abs(part - (total * (all[at] as number)) / sum)).toBeLessThan(1)
      }),
    )
  })
})

describe('a text tried shorter or longer', () => {
  const text = '一二三四五六七八九十甲乙丙。'

  test('is cut before its end, which stays', () => {
    expect(changed(text, 3)).toBe('一二三四五六七八九十。')
    expect(changed(text, 1)).toBe('一二三四五六七八九十甲乙。')
  })
  test('never loses its first character nor its end', () => expect(changed(text, 100)).toBe('一。'))
  test('grows by its own Han, round and round, before its end', () => {
    expect(changed('，一，二，三。', -5)).toBe('，一，二，三一二三一二。')
    expect(changed('abc.', -4)).toBe('abcabca.')
  })
  test('keeps a credit that stands at its end', () => {
    expect(changed(text, 3, { creditLength: 2 })).toBe('一二三四五六七八乙丙。')
  })
  test('is as it was when nothing is asked of it', () => expect(changed(text, 0)).toBe(text))
})

describe('the articles that a report tells of', () => {
  const place = (article: number) => ({ place: { section: 0, article } })
  const blocks = shaped([
    headline('泵站值班三百天', place(0)),
    paragraph('国'.repeat(40), place(0)),
    figure({ ...place(0), pictures: [picture({ caption: styled('泵站外景') })] }),
    paragraph('供稿', { ...place(0), role: 'credit' }),
    paragraph('甲乙丙丁戊己庚辛壬癸子丑寅', { ...place(1), role: 'brief' }),
    paragraph('甲乙丙丁戊己庚辛壬癸子丑', { ...place(2), role: 'brief' }),
    paragraph('报送', place(-1)),
  ])
  const told = articleTexts(blocks, true)

  test('have a title, a brief its first twelve characters', () => {
    expect(told.map((one) => one.title)).toEqual([
      '泵站值班三百天',
      '甲乙丙丁戊己庚辛壬癸子丑…',
      '甲乙丙丁戊己庚辛壬癸子丑',
    ])
  })
  test('count all their characters, and may be cut where their text runs', () => {
    // Title, text, caption and credit.
    expect(told.map((one) => one.characters)).toEqual([7 + 40 + 4 + 2, 13, 12])
    expect(told.map((one) => one.open.map((open) => open.characters))).toEqual([[40], [13], [12]])
  })
  test('keep a dozen characters of each text', () => {
    expect(told.flatMap((one) => one.open.map(spare))).toEqual([28, 1, 0])
  })
})
