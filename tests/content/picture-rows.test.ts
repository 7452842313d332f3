import { expect, test } from 'vitest'
import type { Block, FigureOf, StyledText } from '../../src/content/block.ts'
import { withPictureRows } from '../../src/content/picture-rows.ts'
import { classic } from '../../src/design/classic.ts'
import { figure, lines, picture } from '../page/blocks.ts'

const upright = () => figure({ pictures: [picture({ ratio: 0.75 })] })
const counts = (blocks: readonly Block[], isWide = true) =>
  withPictureRows(blocks, classic, isWide).map((block) =>
    block.kind === 'figure' ? block.pictures.length : block.kind,
  )

test('upright pictures with nothing between stand in rows of two or three', () => {
  const many = (count: number) => Array.from({ length: count }, upright)
  expect(counts(many(1))).toEqual([1])
  expect(counts(many(2))).toEqual([2])
  expect(counts(many(3))).toEqual([3])
  expect(counts(many(4))).toEqual([2, 2])
  expect(counts(many(5))).toEqual([3, 2])
  expect(counts(many(7))).toEqual([2, 3, 2])
})

test('those with text between, and what is no upright picture in its column, stand as they are', () => {
  expect(counts([upright(), lines(2), upright()])).toEqual([1, 'paragraph', 1])
  const others: Partial<FigureOf<StyledText>>[] = [
    { fit: 'right' },
    { gallery: true },
    { full: true },
    { pictures: [picture({ ratio: 0.75, code: ['1'] })] },
  ]
  for (const other of others)
    expect(counts([upright(), figure({ pictures: [picture({ ratio: 0.75 })], ...other })])).toEqual([1, 1])
})

test('a row is where the editor marked one of its pictures', () => {
  const [row] = withPictureRows(
    [upright(), { ...(upright() as FigureOf<StyledText>), placed: true }],
    classic,
    true,
  )
  expect(row).toMatchObject({ placed: true })
})

test('those that together would fill a page without any text stand in a row, whatever their shape', () => {
  const wide = (fit: 'column' | 'page' = 'column', minor?: true) =>
    figure({ fit, pictures: [picture({ ratio: 1.5, ...(minor ? { minor } : {}) })] })
  expect(counts([wide(), wide('page')])).toEqual([2])
  expect(counts([wide(), upright(), wide()])).toEqual([3])
  expect(counts([wide(), lines(1), wide()])).toEqual([1, 'paragraph', 1])
  // Smaller ones leave room for text.
  expect(counts([wide('column', true), wide('column', true)])).toEqual([1, 1])
  expect(counts([wide(), figure({ pictures: [picture(), picture()] })])).toEqual([1, 2])
})

test('one for text beside it is among them where no text is left for it', () => {
  const beside = () => figure({ fit: 'left', pictures: [picture({ ratio: 1.5 })] })
  const wide = () => figure({ pictures: [picture({ ratio: 1.5 })] })
  expect(counts([lines(1), wide(), beside()])).toEqual(['paragraph', 2])
  expect(counts([lines(1), wide(), beside(), lines(4)])).toEqual(['paragraph', 1, 1, 'paragraph'])
  expect(counts([lines(1), beside(), beside()])).toEqual(['paragraph', 1, 1])
})

test('across several columns only those that stand across them are, and only where they would fill the page', () => {
  const across = (ratio: number) => figure({ fit: 'page', pictures: [picture({ ratio })] })
  expect(counts([across(1.5), across(1)], false)).toEqual([2])
  expect(counts([across(2.5), across(3)], false)).toEqual([1, 1])
  expect(counts([upright(), upright()], false)).toEqual([1, 1])
})
