import { expect, test } from 'vitest'
import type { Block, FigureOf, StyledText } from '../../src/content/block.ts'
import { withUprightRows } from '../../src/content/upright-rows.ts'
import { figure, lines, picture } from '../page/blocks.ts'

const upright = () => figure({ pictures: [picture({ ratio: 0.75 })] })
const counts = (blocks: readonly Block[]) =>
  withUprightRows(blocks).map((block) => (block.kind === 'figure' ? block.pictures.length : block.kind))

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
    { fit: 'page' },
    { gallery: true },
    { full: true },
    { pictures: [picture({ ratio: 1 })] },
    { pictures: [picture({ ratio: 0.75, code: ['1'] })] },
  ]
  for (const other of others)
    expect(counts([upright(), figure({ pictures: [picture({ ratio: 0.75 })], ...other })])).toEqual([1, 1])
})

test('a row is where the editor marked one of its pictures', () => {
  const [row] = withUprightRows([upright(), { ...(upright() as FigureOf<StyledText>), placed: true }])
  expect(row).toMatchObject({ placed: true })
})
