import { describe, expect, test } from 'vitest'
import type { Block, ColophonOf, MastheadOf, PanelOf, StyledText } from '../../src/content/block.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import type { Composed } from '../../src/page/compose.ts'
import {
  composed,
  figure,
  headline,
  lines,
  NO_WISHES,
  paragraph,
  picture,
  styled,
  usedRows,
} from './blocks.ts'

const BASE = {
  place: { section: -1, article: -1 },
  keep: { withNext: 0, withPrevious: false, whole: true },
  span: null,
} as const

const masthead: MastheadOf<StyledText> = {
  ...BASE,
  kind: 'masthead',
  name: styled('工作动态', { size: 48, align: 'centre' }),
  subtitle: null,
  classification: null,
  copyNumber: null,
  issueLabel: styled('第1期', { size: 12, align: 'centre' }),
  issuer: styled('编辑部', { size: 12, align: 'left' }),
  date: styled('2024年1月15日', { size: 12, align: 'right' }),
  specialTitle: null,
  image: null,
  logo: null,
  contents: null,
  height: 175,
}

const colophon: ColophonOf<StyledText> = {
  ...BASE,
  kind: 'colophon',
  rows: [{ label: styled('送：', { align: 'left' }), text: styled('国'.repeat(60)), right: null }],
}

function panel(blocks: readonly Block[], more: Partial<PanelOf<StyledText>> = {}): Block {
  return { ...BASE, kind: 'panel', look: 'box', spans: false, blocks, ...more }
}

function columns({ pages }: Composed) {
  return pages.flatMap((page) =>
    page.columns.map((column) => ({ ...column, page: page.number, area: page.area })),
  )
}

describe('the flow', () => {
  test('is balanced at the end of the document, the odd line at the left', () => {
    expect(usedRows(composed([lines(21)]).value)).toEqual([[11, 10]])
  })

  test('is filled column by column where the design asks for no balance', () => {
    const design = { ...twoColumn, page: { ...twoColumn.page, balance: 'none' as const } }
    expect(usedRows(composed([lines(30)], NO_WISHES, design).value)).toEqual([[30, 0]])
  })

  test('is closed level above a headline across the columns and begun again below', () => {
    const { value } = composed([lines(20), headline('通栏标题', { spans: true }), lines(16)])
    const [above, , across, below] = columns(value)
    expect([above?.used, across?.used, below?.used]).toEqual([10, 2, 8])
    expect(across?.width).toBeCloseTo(483)
    expect(below?.y).toBeCloseTo((across?.y ?? 0) + 2 * 16.5)
  })

  test('closes sections level where the design asks for it', () => {
    const design = { ...twoColumn, page: { ...twoColumn.page, balance: 'section' as const } }
    const section = headline('栏目', { role: 'section' })
    expect(usedRows(composed([lines(10), section, lines(8)], NO_WISHES, design).value)).toEqual([
      [5, 5, 2, 4, 4],
    ])
  })

  test('never leaves a headline without two lines of its text', () => {
    for (let count = 36; count <= 43; count++) {
      const { value } = composed([lines(count), headline('标题'), lines(60)])
      const foot = columns(value)[0]?.strips.findLast((one) => one.block?.kind === 'heading')
      const after = columns(value)[0]?.strips.filter((one) => foot && one.row > foot.row) ?? []
      if (foot) expect(after.length).toBeGreaterThanOrEqual(2)
    }
  })

  test('a page start begins a page, a column start a column', () => {
    const start = (at: 'page' | 'column'): Block => ({ ...BASE, kind: 'start', at, columns: null })
    expect(usedRows(composed([lines(10), start('page'), lines(8)]).value)).toEqual([
      [5, 5],
      [4, 4],
    ])
    expect(usedRows(composed([lines(10), start('column'), lines(8)]).value)).toEqual([[10, 8]])
  })

  test('an article may have columns of its own', () => {
    const start = (count: 3 | null): Block => ({ ...BASE, kind: 'start', at: 'columns', columns: count })
    const { value } = composed([lines(10), start(3), headline('三栏'), lines(20), start(null), lines(10)])
    const widths = columns(value).map((column) => Math.round(column.width))
    expect(widths).toEqual([231, 231, 483, 147, 147, 147, 231, 231])
  })
})

describe('pictures', () => {
  test('take whole lines, and their box has its ratio', () => {
    const { value } = composed([lines(6), figure({ placed: true }), lines(30)])
    const strip = columns(value)
      .flatMap((column) => column.strips)
      .find((one) => one.block?.kind === 'figure')?.strip
    const box = strip?.marks.find((mark) => mark.kind === 'path')
    const xs = box?.kind === 'path' ? box.commands.flatMap((command) => command.slice(1, 2) as number[]) : []
    const ys = box?.kind === 'path' ? box.commands.flatMap((command) => command.slice(2, 3) as number[]) : []
    expect(Number.isInteger(strip?.rows)).toBe(true)
    expect((Math.max(...xs) + 0.25) / (Math.max(...ys) + 0.25)).toBeCloseTo(1.5, 2)
  })

  test('across the columns stand at a head or foot of a page where the text runs on', () => {
    const wide = figure({ fit: 'page', pictures: [picture({ ratio: 3 })] })
    const { value } = composed([headline('标题'), lines(70), wide, lines(60)])
    const at = columns(value).find((column) => column.width > 400)
    const row = Math.round(((at?.y ?? 0) - (at?.area.top ?? 0)) / 16.5)
    expect(row === 0 || row + (at?.used ?? 0) === 43 || at?.page === 1).toBe(true)
    expect(
      usedRows(value)[0]
        ?.slice(0, 2)
        .every((rows) => rows > 20),
    ).toBe(true)
  })

  test('a placed picture that does not fit moves, and it is said', () => {
    const { diagnostics } = composed([lines(38), figure({ placed: true }), lines(38)])
    expect(diagnostics.map((one) => one.code)).toEqual(['I-PICTURE-MOVED'])
  })
})

describe('articles of one line', () => {
  const article = [headline('题'), paragraph('文字。')]

  test('and a picture end their columns without any rule broken', () => {
    const { value, diagnostics } = composed(
      Array.from({ length: 8 }, () => [...article, figure({ pictures: [picture({ ratio: 1.5 })] })]).flat(),
    )
    expect(diagnostics.filter(({ code }) => code === 'W-KEEP' || code === 'W-STRANDED')).toEqual([])
    expect(columns(value).map(({ strips }) => strips[0]?.block?.kind)).toEqual(
      columns(value).map(() => 'heading'),
    )
  })

  test('are parted as they need no second line', () => {
    const { diagnostics } = composed(Array.from({ length: 40 }, () => article).flat())
    expect(diagnostics.map(({ code }) => code)).not.toContain('W-KEEP')
  })
})

describe('masthead, panels and colophon', () => {
  test('a drawn masthead narrower than the page stands in its middle', () => {
    const drawn = { ...masthead, image: 'name.png', pixels: { width: 800, height: 800 } }
    const strips = composed([drawn, lines(3)]).value.pages[0]?.columns[0]?.strips ?? []
    const mark = strips.flatMap(({ strip }) => strip.marks).find(({ kind }) => kind === 'picture')
    const area = composed([drawn]).value.pages[0]?.area as { width: number }
    expect(mark).toMatchObject({ kind: 'picture' })
    if (mark?.kind === 'picture') expect(mark.x + mark.width / 2).toBeCloseTo(area.width / 2, 0)
  })

  test('the masthead takes whole lines at the head of the first page', () => {
    const [first, next] = columns(composed([masthead, lines(10)]).value)
    expect(first?.used).toBe(11)
    expect(next?.y).toBeCloseTo((first?.y ?? 0) + 11 * 16.5)
  })

  test('the colophon stands at the foot of the last page', () => {
    const last = columns(composed([lines(40), colophon]).value).at(-1)
    expect((last?.y ?? 0) + (last?.used ?? 0) * 16.5).toBeCloseTo((last?.area.top ?? 0) + 43 * 16.5)
  })

  test('the colophon goes to a further page only where it does not fit', () => {
    expect(composed([lines(78), colophon]).value.pages.length).toBe(1)
    expect(composed([lines(86), colophon]).value.pages.length).toBe(2)
  })

  test('a panel has its border around its text, whole lines tall', () => {
    const [column] = columns(composed([panel([paragraph('国'.repeat(60))])]).value)
    const [frame] = column?.frames ?? []
    expect(frame?.height).toBeCloseTo(4 * 16.5)
    expect(frame?.width).toBeCloseTo(231)
  })

  test('a panel across the columns holds columns of its own', () => {
    const { value } = composed([
      panel([headline('框', { spans: true }), lines(20)], { spans: true }),
      lines(10),
    ])
    expect(value.pages[0]?.frames.length).toBe(1)
    expect(
      columns(value).filter((column) => Math.round(column.width) === 221 || column.width === 210).length,
    ).toBe(2)
  })
})
