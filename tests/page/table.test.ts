import { describe, expect, test } from 'vitest'
import type { TableOf } from '../../src/content/block.ts'
import { setTable } from '../../src/page/blocks/table.ts'
import type { ShapedBlock, ShapedText } from '../../src/text/shaped-text.ts'
import { composed, galley, headline, lines, shapedText, styled } from './blocks.ts'

const BASE = {
  kind: 'table',
  rowHeads: false,
  place: { section: 0, article: 0 },
  keep: { withNext: 0, withPrevious: false, whole: false },
  span: null,
} as const

const cell = (text: string) => styled(text, { size: 9, align: 'left' })

function table(rows: readonly (readonly string[])[]) {
  return { ...BASE, header: ['项目', '内容'].map(cell), rows: rows.map((cells) => cells.map(cell)) }
}

const TALL = '国'.repeat(1300)
const SHORT = Array.from({ length: 30 }, (_, at) => ['区', `企业${at}`] as const)

/** In each column, which strips of a table stand there, by the first text of each. */
function columns(rows: readonly (readonly string[])[], above: number): string[][] {
  const { value } = composed([lines(above), headline('标题'), table(rows) as never])
  return value.pages.flatMap((page) =>
    page.columns.map((column) =>
      column.strips.flatMap(({ strip, block }) => {
        if ((block as ShapedBlock | null)?.kind !== 'table') return []
        const text = strip.marks.find((mark) => mark.kind === 'text')
        return text?.kind === 'text' ? [text.line.text.plain.slice(0, 2)] : []
      }),
    ),
  )
}

describe('a table over several columns', () => {
  test.each([1, 10, 20, 30, 36, 40])(
    'its header is never alone and stands above each part, after %d lines',
    (above) => {
      for (const rows of [[['甲', TALL]], [['甲', '乙'], ['丙', TALL], ...SHORT], SHORT]) {
        const parts = columns(rows, above).filter((part) => part.length > 0)
        for (const part of parts) {
          expect(part[0]).toBe('项目')
          expect(part.filter((text) => text === '项目')).toHaveLength(1)
          expect(part.length).toBeGreaterThan(1)
        }
      }
    },
  )

  test('its header has the rule above it wherever it stands', () => {
    const { header, rows, ...more } = table(SHORT)
    const shaped = { ...more, header: header.map(shapedText), rows: rows.map((one) => one.map(shapedText)) }
    const [first, ...body] = setTable(shaped, galley()).strips
    const topOf = (marks: readonly { readonly kind: string }[] = []) =>
      marks.find((mark) => mark.kind === 'rule')
    expect(topOf(first?.marks)).toMatchObject({ y: 0, height: galley().design.looks.table.outer })
    for (const { carry } of body) expect(topOf(carry?.marks)).toEqual(topOf(first?.marks))
  })

  test('a row is divided only when it is taller than a third of a column, and in pieces of few lines', () => {
    const shaped = (rows: readonly (readonly string[])[]): TableOf<ShapedText> => {
      const { header, rows: body, ...more } = table(rows)
      return { ...more, header: header.map(shapedText), rows: body.map((cells) => cells.map(shapedText)) }
    }
    const stripsOf = (text: string) => setTable(shaped([['甲', text]]), galley()).strips
    expect(stripsOf('国'.repeat(200))).toHaveLength(2)
    const pieces = stripsOf(TALL).slice(1)
    expect(pieces.length).toBeGreaterThan(5)
    for (const piece of pieces) expect(piece.rows).toBeLessThanOrEqual(4)
    expect(pieces.every((piece) => piece.carry !== undefined)).toBe(true)
  })
})
