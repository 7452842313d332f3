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

const body = (rows: readonly (readonly string[])[], more: Partial<TableOf<ShapedText>> = {}) => {
  const { header, rows: cells, ...base } = table(rows)
  return setTable(
    {
      ...base,
      header: header.map((one) => shapedText({ ...one, style: { ...one.style, align: 'centre' } })),
      rows: cells.map((one) => one.map(shapedText)),
      ...more,
    },
    galley(),
  )
}

/** Set lines of a setting: their characters, left end and size. */
function linesOf({ strips }: ReturnType<typeof setTable>) {
  return strips.flatMap(({ marks }) =>
    marks.flatMap((mark) => {
      if (mark.kind !== 'text') return []
      const { line } = mark
      const clusters = line.text.clusters.slice(line.from, line.to)
      const x = mark.x + (line.xs[0] ?? 0)
      return [{ text: clusters.map((one) => one.text).join(''), x, size: line.text.style.size, y: mark.y }]
    }),
  )
}

const textsOf = (setting: ReturnType<typeof setTable>) => linesOf(setting).map(({ text }) => text)

describe('columns by their content', () => {
  const LONG = '世界读书日城市之声主题朗诵会在图书馆一楼大厅举行欢迎居民参加'

  test.each([
    ['a time', '19:00—20:30'],
    ['a telephone number', '0571-1234567'],
    ['an amount', '12,500.5万元'],
    ['a date', '2026年9月30日'],
    ['a name', '欧阳某某'],
    ['a day with a time', '14:30'],
  ])('%s stays on one line beside a long text', (_, item) => {
    const setting = body([[item, LONG]])
    expect(textsOf(setting)).toContain(item)
    expect(setting.torn).toBeUndefined()
  })

  test('a text turns between words, not inside one', () => {
    const lines = textsOf(body([['19:00—20:30，0571-1234567转', '水务公司开展汛前排查工作']]))
    expect(lines.join('|')).not.toMatch(/水\|务|公\|司|开\|展|排\|查|工\|作/)
  })

  test('type is a step or two smaller before a word is parted; then it is told', () => {
    const items = (count: number) => Array.from({ length: count }, () => '432176543')
    const wide = (count: number) =>
      body([items(count)], { header: [], merged: [], decimal: items(count).map(() => false) })
    expect(linesOf(wide(2))[0]?.size).toBe(9)
    const tight = wide(5)
    expect(tight.torn).toBeUndefined()
    expect(linesOf(tight)[0]?.size).toBe(8)
    expect(wide(6).torn).toBeUndefined()
    expect(wide(12).torn).toBe(true)
    expect(linesOf(wide(12))[0]?.size).toBe(7.5)
  })
})

test('beside much text a long name is divided, and type is smaller before a row is a quarter of a column', () => {
  const LONG = '每季度由居民代表打分，结果张贴并备案。'.repeat(8)
  const lines = linesOf(body([['区住房和城乡建设局', LONG]]))
  expect(lines.some(({ text }) => text.includes('住房和城乡建设局'))).toBe(false)
  const long = lines.find(({ text }) => text.startsWith('每季度')) as (typeof lines)[number]
  expect(long.x).toBeLessThan(8 * 9)
  expect(long.size).toBe(9)
  expect(linesOf(body([['区住房和城乡建设局', LONG.repeat(3)]])).at(-1)?.size).toBeLessThan(9)
})

test('the smallest type gives up air, then turns a range behind its dash, and parts no number', () => {
  const cells = ['18:30—21:30', '432176543', '432176543', '432176543', '432176543', '432176543']
  const setting = body([cells], { header: [], merged: [], decimal: cells.map(() => true) })
  expect(setting.torn).toBeUndefined()
  expect(textsOf(setting)).toEqual(expect.arrayContaining(['18:30—', '21:30', '432176543']))
})

test('of columns too narrow for their words the widest are parted', () => {
  const cells = ['12', '34', '4321765434321', '5432176543212', '6543217654321', '7654321765432']
  const setting = body([cells], { header: [], merged: [], decimal: cells.map(() => false) })
  expect(setting.torn).toBe(true)
  expect(textsOf(setting)).toEqual(expect.arrayContaining(['12', '34']))
  // A long text of short words gives way to items that are whole.
  const beside = ['甲，乙，丙，丁，戊，己，庚，辛，壬，癸', ...Array.from({ length: 6 }, () => '432176543')]
  const [number] = linesOf(
    body([beside], { header: [], merged: [], decimal: beside.map(() => false) }),
  ).filter(({ text }) => text.startsWith('4'))
  expect(number?.x).toBeLessThan(3 * 9)
})

test('numbers of a kind that few have, and words, stand in the middle of their column', () => {
  const setting = body(
    [
      ['甲', '1,204.5'],
      ['乙', '3'],
      ['丙', '持平'],
      ['丁', '3—5'],
      ['戊', '12'],
      ['己', '7'],
    ],
    { decimal: [false, true] },
  )
  const middle = (text: string, ems: number) =>
    (linesOf(setting).find((one) => one.text === text)?.x as number) + (ems * 9) / 2
  expect(middle('持平', 2)).toBeCloseTo(middle('1,204.5', 3.5), 0)
  expect(middle('3—5', 2)).toBeCloseTo(middle('1,204.5', 3.5), 0)
})

test('columns share what their floors leave by what saves lines', () => {
  const setting = body([['供水公司检修队分段施工', '检修队'.repeat(20)]])
  const lefts = linesOf({ ...setting, strips: setting.strips.slice(1) }).map(({ x }) => Math.round(x))
  const second = Math.max(...lefts)
  // The second text is six times as long, and the first turns once.
  expect(second).toBeLessThan(231 / 2)
  expect(textsOf(setting).filter((text) => /供水|施工/.test(text)).length).toBeLessThan(3)
})

test('a table across the columns stands at its place, and its article keeps its columns', () => {
  const { value } = composed([lines(30), { ...table(SHORT.slice(0, 3)), spans: true } as never, lines(20)])
  const [page] = value.pages
  const widths = page?.columns.map(({ width }) => Math.round(width))
  expect(widths).toEqual([231, 231, 483, 231, 231])
  expect(page?.columns.map(({ used }) => used)).toEqual([15, 15, 5, 10, 10])
})

describe('numbers', () => {
  test('stand point below point, in the middle of their column below its head', () => {
    const setting = body(
      [
        ['甲', '12.5'],
        ['乙', '3'],
        ['丙', '1,204.25'],
        ['丁', '—'],
      ],
      { decimal: [false, true] },
    )
    const lines = linesOf(setting)
    const at = (text: string) => lines.find((one) => one.text === text) as (typeof lines)[number]
    // In the fake font digits and their signs are half as wide as Han.
    const digit = 4.5
    const point = at('12.5').x + 2 * digit
    expect(at('3').x + digit).toBeCloseTo(point, 5)
    expect(at('1,204.25').x + 5 * digit).toBeCloseTo(point, 5)
    const middle = at('1,204.25').x + 4 * digit
    expect(at('内容').x + 9).toBeCloseTo(middle, 0)
    expect(at('—').x + 4.5).toBeCloseTo(middle, 0)
  })

  test('are left where the column says how it stands', () => {
    const lines = linesOf(
      body([
        ['甲', '12.5'],
        ['乙', '3'],
      ]),
    )
    const [one, other] = ['12.5', '3'].map((text) => lines.find((line) => line.text === text))
    expect(one?.x).toBe(other?.x)
  })
})

describe('merged cells', () => {
  const rows = [
    ['甲', '一'],
    ['', '二'],
    ['乙', '三'],
  ]
  const merged = [{ row: 1, column: 0, rows: 2, columns: 1 }]

  test('rows that a cell ties are one piece, the cell in the middle of them', () => {
    const setting = body(rows, { merged })
    expect(setting.strips).toHaveLength(3)
    const lines = linesOf({ ...setting, strips: setting.strips.slice(1, 2) })
    const y = (text: string) => lines.find((one) => one.text === text)?.y as number
    expect(y('甲')).toBeCloseTo((y('一') + y('二')) / 2, 5)
  })

  test('no rule crosses them', () => {
    const widths = (setting: ReturnType<typeof setTable>) =>
      setting.strips[1]?.marks.flatMap((mark) => (mark.kind === 'rule' ? [Math.round(mark.width)] : []))
    expect(widths(body(rows, { merged }))).toEqual([Math.round(231 / 2), 231])
    expect(widths(body(rows))).toEqual([231])
  })

  test('a cell over two columns is centred over both', () => {
    const setting = body(
      [
        ['甲乙', ''],
        ['一', '二'],
      ],
      {
        merged: [{ row: 0, column: 0, rows: 1, columns: 2 }],
        header: [
          shapedText(styled('合计', { size: 9, align: 'centre' })),
          shapedText(styled('', { size: 9 })),
        ],
      },
    )
    const [head] = linesOf(setting)
    expect((head?.x as number) + 9).toBeCloseTo(231 / 2, 0)
  })

  test('nothing is lost where they are taller than a column', () => {
    const tall = Array.from({ length: 60 }, (_, at) => [at === 0 ? '甲乙' : '', `第${at}`])
    const setting = body(tall, { merged: [{ row: 1, column: 0, rows: 60, columns: 1 }] })
    expect(textsOf(setting)).toEqual(expect.arrayContaining(['甲乙', '第0', '第59']))
    expect(Math.max(...setting.strips.map((strip) => strip.rows))).toBeLessThan(15)
  })
})
