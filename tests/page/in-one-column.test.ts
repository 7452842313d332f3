import { expect, test } from 'vitest'
import type { PictureOf, StyledText } from '../../src/content/block.ts'
import { composed, figure, headline, lines, picture } from './blocks.ts'

/** A short article with a picture across the columns after a first page full of another's text, and a long one below it. */
function told(more: Partial<PictureOf<StyledText>>, own: Parameters<typeof figure>[0] = {}, above = 60) {
  const place = { section: 0, article: 1 }
  const { value, diagnostics } = composed([
    headline('一'),
    lines(above),
    headline('二', { place }),
    lines(4, { place }),
    { ...figure({ fit: 'page', pictures: [picture(more)], ...own }), place },
    headline('三', { place: { section: 0, article: 2 } }),
    lines(70, { place: { section: 0, article: 2 } }),
  ])
  const about = diagnostics.filter(({ code }) => /^I-PICTURE-(?:AWAY|NARROWED)$/.test(code))
  return { pages: value.pages.length, said: about.map(({ code, values }) => [code, values.page]) }
}

test('a picture across that would leave its article stands in one column, and that is said', () => {
  expect(told({ ratio: 1.5 }).said).toEqual([['I-PICTURE-NARROWED', 1]])
})

test('nor does it where the column that would hold it is as far away', () => {
  expect(told({ ratio: 1.5 }, {}, 72).said).toEqual([['I-PICTURE-AWAY', 2]])
})

test('where its article has room across, it stays across', () => {
  expect(told({ ratio: 1.5 }, {}, 30).said).toEqual([])
})

test('one as wide as no column bears, a row of many and a gallery stay across, away from it', () => {
  const many = { pictures: Array.from({ length: 3 }, () => picture({ ratio: 0.8 })) }
  expect(told({ ratio: 2.5 }).said).toEqual([['I-PICTURE-AWAY', 2]])
  expect(told({}, many).said).toEqual([['I-PICTURE-AWAY', 2]])
  expect(told({}, { ...many, gallery: true }).said.map(([code]) => code)).not.toContain('I-PICTURE-NARROWED')
})
