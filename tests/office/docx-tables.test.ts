import { expect, test } from 'vitest'
import { docxParagraph, docxRun } from '../../src/office/docx-blocks.ts'
import { blocksXml, type DocxLinks } from '../../src/office/docx-xml.ts'

const cell = (text: string) => docxParagraph([docxRun(text, '宋体', 10)])
const links = { bookmark: () => 1 } as unknown as DocxLinks

function widths(rows: readonly (readonly string[])[], merged: Parameters<typeof tableOf>[1] = []) {
  const xml = blocksXml([tableOf(rows, merged)], links)
  const of = (name: string) =>
    [...xml.matchAll(new RegExp(`<w:${name} w:w="(\\d+)"`, 'g'))].map((one) => Number(one[1]))
  return { grid: of('gridCol'), cells: of('tcW') }
}

function tableOf(
  rows: readonly (readonly string[])[],
  merged: { row: number; column: number; rows: number; columns: number }[],
) {
  return { kind: 'table', rows: rows.map((row) => row.map(cell)), heads: 1, width: 400, merged } as const
}

test('a column is as wide as its longest text wants, all together as wide as the table', () => {
  const { grid, cells } = widths([
    ['序号', '电话', '备注'],
    ['1', '0000-0000001', '—'],
  ])
  expect(Math.abs(grid.reduce((sum, one) => sum + one, 0) - 8000)).toBeLessThan(3)
  expect(grid[1]).toBeGreaterThan(2 * (grid[0] as number))
  expect(grid[0]).toBe(grid[2])
  expect(cells.slice(0, 3)).toEqual(grid)
})

test('what stands across columns widens none of them, and is as wide as they are', () => {
  const { grid, cells } = widths(
    [
      ['受理件数和办结件数的合计', '', '区'],
      ['1', '2', '东'],
    ],
    [{ row: 0, column: 0, rows: 1, columns: 2 }],
  )
  expect(new Set(grid).size).toBe(1)
  expect(cells[0]).toBe((grid[0] as number) + (grid[1] as number))
})
