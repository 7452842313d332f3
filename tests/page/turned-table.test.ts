import { describe, expect, test } from 'vitest'
import type { Block, TurnableOf } from '../../src/content/block.ts'
import type { GlyphRun, Path, Rule } from '../../src/display/display-list.ts'
import { boxesAt } from '../../src/display/source-map.ts'
import { flowOf } from '../../src/page/blocks/set-blocks.ts'
import { type Turnable, turnedPieces } from '../../src/page/blocks/turned-table.ts'
import { structureOf } from '../../src/page/make-up/structure.ts'
import { turnedItem } from '../../src/page/make-up/turned-items.ts'
import type { Setting } from '../../src/page/search/elements.ts'
import { composed, galley, lines, paragraph, shaped, styled, wordsIn } from './blocks.ts'

const BASE = {
  place: { section: 0, article: 0 },
  keep: { withNext: 0, withPrevious: false, whole: false },
  span: null,
} as const

const cell = (text: string) => styled(text, { size: 9, align: 'left' })

/** A table of so many columns, each as wide as nine digits, with a title and a note. */
function turnable(
  columns: number,
  rows: number,
  spans = false,
): Block & TurnableOf<ReturnType<typeof styled>> {
  const row = (at: number) =>
    Array.from({ length: columns }, (_, column) => cell(`${100_000_000 + at * 100 + column}`))
  const words = (text: string, role: 'table-title' | 'table-note'): Block =>
    paragraph(text, {
      role,
      text: styled(text, { size: 9 }),
      spans,
      keep: { ...BASE.keep, withNext: role === 'table-title' ? 2 : 0 },
    })
  const table: Block = {
    ...BASE,
    kind: 'table',
    header: Array.from({ length: columns }, () => cell('列名')),
    rows: Array.from({ length: rows }, (_, at) => row(at)),
    rowHeads: false,
    ...(spans ? { spans: true } : {}),
  }
  const blocks = [words('表题', 'table-title'), table, words('表注', 'table-note')]
  return { ...BASE, kind: 'turnable', spans, blocks }
}

const piecesOf = (columns: number, rows: number) =>
  turnedPieces(shaped([turnable(columns, rows)])[0] as Turnable, galley(), flowOf)

const found = ({ strips }: Setting) => strips.flatMap(({ marks }) => wordsIn(marks))

describe('a table that may be turned', () => {
  test('stands as it is where smaller type is enough', () => {
    expect(piecesOf(5, 3)).toBeNull()
    expect(piecesOf(9, 3)).toHaveLength(1)
  })

  test('is turned whole, its head to the left, its lines from the foot up, inside its column', () => {
    const [piece] = piecesOf(9, 6) as [Setting]
    const texts = found(piece)
    expect(texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['表题', '列名', '表注', '100000000', '100000508']),
    )
    expect(texts.filter(({ text }) => /^\d{9}$/.test(text))).toHaveLength(54)
    const at = (text: string) => texts.find((one) => one.text === text) as (typeof texts)[number]
    expect(at('表题').right).toBeLessThan(at('列名').left)
    expect(at('列名').right).toBeLessThan(at('100000000').left)
    expect(at('100000500').right).toBeLessThan(at('表注').left)
    expect(at('100000001').foot).toBeLessThan(at('100000000').top)
    for (const { left, right, top, foot } of texts) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(231)
      expect(foot).toBeLessThanOrEqual(piece.rows * 16.5)
    }
  })

  test('keeps the type of the design there, and takes no more lines than its length', () => {
    const [short] = piecesOf(8, 3) as [Setting]
    expect(found(short)[1]?.size).toBe(9)
    expect(short.rows).toBeLessThan(30)
    expect(short.strips[0]?.slack).toEqual({ head: 8.25, foot: 8.25 })
    const foot = Math.max(...(short.strips[0]?.marks ?? []).map(({ y }) => y))
    expect(foot).toBeCloseTo((short.rows - 0.5) * 16.5, 5)
    expect((piecesOf(15, 3) as [Setting])[0].rows).toBe(43)
  })

  test('opens its rows where its column is wider than it is tall', () => {
    const places = (rows: number) => {
      const texts = found((piecesOf(9, rows) as [Setting])[0])
      const left = (text: string) => texts.find((one) => one.text === text)?.left as number
      return left('100000100') - left('100000000')
    }
    expect(places(11)).toBeCloseTo(16.5, 5)
    expect(places(2)).toBeCloseTo(16.5 * 1.4, 5)
  })

  test('with more rows than its column is wide is set in as few pieces as may be, even, each with its head', () => {
    const pieces = piecesOf(9, 30) as readonly Setting[]
    expect(pieces).toHaveLength(3)
    const rows = pieces.map((piece) => found(piece).filter(({ text }) => /^1\d{6}00$/.test(text)).length)
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(30)
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(3)
    for (const piece of pieces) {
      expect(found(piece).filter(({ text }) => text === '列名')).toHaveLength(9)
      expect(Math.max(...found(piece).map(({ right }) => right))).toBeLessThanOrEqual(231)
    }
  })

  test('is told where it is too wide even so', () => {
    expect(piecesOf(12, 1)?.[0]?.torn).toBeUndefined()
    expect(piecesOf(21, 1)?.[0]?.torn).toBe(true)
    const codes = (columns: number) =>
      composed([lines(5), turnable(columns, 1), lines(5)]).diagnostics.map(({ code }) => code)
    expect(codes(21)).toContain('W-TABLE-NARROW')
    expect(codes(12)).not.toContain('W-TABLE-NARROW')
    const across = composed([lines(5), turnable(21, 1, true), lines(5)]).diagnostics.map(({ code }) => code)
    expect(across).toContain('W-TABLE-NARROW')
  })
})

/** Of each page its columns: lines of text used, `T` for a piece of a table on its side, `|` between bands. */
function pagesOf(blocks: readonly Block[]): string[] {
  return composed(blocks).value.pages.map(({ columns }) =>
    columns
      .filter(({ used }) => used > 0)
      .map(({ strips, used }) =>
        strips.some(({ strip }) => strip.marks.some(({ kind }) => kind === 'turned'))
          ? `T${used}`
          : `${used}`,
      )
      .join(' '),
  )
}

describe('on the page', () => {
  test('text runs on around a table on its side in its column', () => {
    expect(pagesOf([lines(50), turnable(15, 2), lines(90)])).toEqual(['43 43', 'T43 43', '6 5'])
  })

  test('across the columns it takes a page, and its article keeps its columns', () => {
    expect(pagesOf([lines(30), turnable(14, 2, true), lines(100)])).toEqual(['43 43', 'T43', '22 22'])
  })

  test('across the columns it stands upright where it fits', () => {
    expect(pagesOf([lines(30), turnable(8, 2, true), lines(30)]).join()).not.toContain('T')
  })

  test('is a table with its caption to readers who do not see it', () => {
    const { nodes } = structureOf(shaped([turnable(9, 2)]), { sections: [], title: '' } as never)
    expect(nodes.map(({ role }) => role).slice(0, 7)).toEqual([
      'Document',
      'Sect',
      'Art',
      'Table',
      'Caption',
      'THead',
      'TR',
    ])
    expect(nodes.at(-1)?.role).toBe('P')
  })
})

describe('turned a quarter anticlockwise about a point', () => {
  const to = { x: 100, y: 500, clockwise: false }
  const drawn = { node: 3, span: null } as const

  test('text reads upwards', () => {
    const run: GlyphRun = {
      ...drawn,
      kind: 'glyphs',
      font: 'f',
      size: 9,
      colour: 'black',
      y: 20,
      glyphs: [1, 2],
      xs: [30, 39],
      texts: ['甲', '乙'],
    }
    expect(turnedItem(run, to)).toEqual({ ...run, angle: 90, y: 470, xs: [120, 129] })
  })

  test('what was wide is tall', () => {
    const rule: Rule = { ...drawn, kind: 'rule', x: 10, y: 20, width: 60, height: 1, colour: 'black' }
    expect(turnedItem(rule, to)).toEqual({ ...rule, x: 120, y: 430, width: 1, height: 60 })
    const path: Path = {
      ...drawn,
      kind: 'path',
      commands: [['M', 10, 20], ['Z']],
      fill: 'black',
      stroke: null,
    }
    expect(turnedItem(path, to)).toEqual({ ...path, commands: [['M', 120, 490], ['Z']] })
  })

  test('a click finds it', () => {
    const span = { file: 'a', from: 0, to: 2 }
    const run: GlyphRun = {
      node: 1,
      span,
      kind: 'glyphs',
      font: 'f',
      size: 10,
      colour: 'black',
      y: 500,
      glyphs: [1, 2],
      xs: [100, 110],
      texts: ['甲', '乙'],
      angle: 90,
    }
    const list = { pages: [{ width: 600, height: 800, items: [run] }] } as never
    const [box] = boxesAt(list, 'a', 1)
    expect(box).toMatchObject({ page: 0, y: 480, height: 20 })
    expect(box?.x).toBeCloseTo(91.2, 5)
    expect(box?.width).toBeCloseTo(11.2, 5)
  })
})
