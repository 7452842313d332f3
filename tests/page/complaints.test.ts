import { describe, expect, test } from 'vitest'
import { holeCauses } from '../../src/base/messages/layout-words.ts'
import type { Block, ColophonOf, PanelOf, StyledText } from '../../src/content/block.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import { complaints, holeCause, mastheadComplaints, wishComplaints } from '../../src/page/fit/complaints.ts'
import type { LeverUse } from '../../src/page/fit/report.ts'
import { FLOW_BEGINNING } from '../../src/page/search/column-fill.ts'
import { BREAK } from '../../src/page/search/costs.ts'
import { THOROUGH } from '../../src/page/search/effort.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import type { Zone } from '../../src/page/search/zone.ts'
import type { ShapedBlock } from '../../src/text/shaped-text.ts'
import { composed, figure, headline, lines, NO_WISHES, picture, shapedText, styled } from './blocks.ts'
import { box, element, text, zone } from './boxes.ts'

const BASE = {
  place: { section: 0, article: 0 },
  keep: { withNext: 0, withPrevious: false, whole: true },
  span: null,
} as const

function panel(blocks: readonly Block[], whole = true): PanelOf<StyledText> {
  return { ...BASE, keep: { ...BASE.keep, whole }, kind: 'panel', look: 'box', spans: false, blocks }
}

function codes(blocks: readonly Block[], lineCount = 43): string[] {
  const design = { ...twoColumn, grid: { ...twoColumn.grid, lines: lineCount } }
  return composed(blocks, NO_WISHES, design).diagnostics.map((one) => one.code)
}

describe('what cannot be kept is said', () => {
  test('nothing of plain text', () => {
    expect(codes([headline('标题'), lines(60), lines(40)])).toEqual([])
  })

  test('a block kept whole that is taller than a column', () => {
    expect(codes([panel([lines(60)])])).toContain('W-KEEP')
  })

  test('a stranded line where columns are too short', () => {
    expect(codes([lines(3), lines(3)], 2)).toContain('W-STRANDED')
  })

  test('a table whose columns are narrower than their words', () => {
    const table = (count: number): Block => ({
      ...BASE,
      kind: 'table',
      rowHeads: false,
      header: [],
      rows: [Array.from({ length: count }, () => styled('432176543', { size: 9, align: 'left' }))],
    })
    expect(codes([lines(3), table(12)])).toContain('W-TABLE-NARROW')
    expect(codes([lines(3), table(5)])).not.toContain('W-TABLE-NARROW')
  })

  test('a hole before something that is not divided', () => {
    const tall = panel([figure({ pictures: [picture({ ratio: 0.6 })] })])
    expect(codes([lines(30), tall, lines(30), tall, lines(40)])).toContain('W-HOLE')
  })

  test('a hole has its true cause', () => {
    const at = { ...FLOW_BEGINNING }
    const of = (kind: string) => ({ block: { kind } as ShapedBlock })
    expect(holeCause([element([box(9)], of('figure'))], at, 4)).toBe('picture')
    expect(holeCause([element([box(9)], of('table'))], at, 4)).toBe('row')
    expect(holeCause([element([box(9)], of('heading'))], at, 4)).toBe('heading')
    expect(holeCause([text(1), element([box(9)], of('figure'))], { ...at, pending: [1] }, 0)).toBe('picture')
    expect(holeCause([element([box(2, BREAK.keep)], of('heading')), text(9)], at, 2)).toBe('kept')
    expect(holeCause([element([box(3, BREAK.never), box(9)], of('table'))], at, 4)).toBe('kept')
    expect(holeCause([text(9, 4, 1)], at, 3)).toBe('stranded')
    expect(holeCause([text(9)], at, 4)).toBe('later')
  })

  test('something taller than the column', () => {
    const tall = styled('国', { size: 60 })
    expect(codes([figure({ pictures: [picture({ caption: tall })] })], 3)).toContain('W-OVERFULL')
  })

  test('a page that ends above its foot for the sake of the last, or before a picture across the columns', () => {
    const plan = { plan: { count: 1, measure: 10.5, gap: 0 }, left: 0, around: null, text: true }
    const told = (...zones: Zone[]) => {
      const planned = zones.map((one) => ({ ...one, ...plan }))
      const design = { ...twoColumn, grid: { ...twoColumn.grid, lines: 20 } }
      const found = { zones: planned, layout: searchLayout(planned, 20, THOROUGH), design, paragraphs: 0 }
      return complaints(found).flatMap(({ code, values }) =>
        code === 'W-HOLE' ? [`${values?.page} ${values?.lines} ${values?.whyEn}`] : [],
      )
    }
    const foot = zone([element([box(4)])], 1, { foot: true })
    expect(told(zone([text(10), element([box(9)])], 1), foot)).toEqual([`1 10 ${holeCauses.ending.en}`])
    const across = {
      element: 1,
      zone: 1,
      rows: 15,
      setting: 0,
      group: 'a',
      later: 0,
      earlier: 0,
      placed: true,
    }
    const picture = zone([element([box(15)], { block: { kind: 'figure' } as ShapedBlock })], 1, {
      inserted: true,
    })
    expect(told(zone([text(8)], 1, { inserts: [across] }), picture)).toEqual([
      `1 12 ${holeCauses.picture.en}`,
    ])
  })

  test('columns that cannot be level', () => {
    expect(codes([panel([lines(20)]), lines(4)])).toContain('I-UNEVEN')
  })

  test('a masthead that should be a picture and names none', () => {
    const design = { ...twoColumn, masthead: { ...twoColumn.masthead, style: 'image' as const } }
    const said = (image: string | null) =>
      mastheadComplaints([{ ...BASE, kind: 'masthead', image } as ShapedBlock], design).map((one) => one.code)
    expect(said(null)).toEqual(['W-MASTHEAD-IMAGE'])
    expect(said('masthead.png')).toEqual([])
  })

  test('nothing of columns that the editor ends', () => {
    const start: Block = { ...BASE, kind: 'start', at: 'column', columns: null }
    expect(codes([lines(12), start, lines(5)])).toEqual([])
  })

  test('a run without a break that is longer than a line is cut, and nothing of it is lost', () => {
    const run = 'x'.repeat(120)
    const block: Block = { ...lines(1), kind: 'paragraph', role: 'body', text: styled(run), marker: null }
    const { value, diagnostics } = composed([block])
    expect(diagnostics[0]).toMatchObject({ code: 'W-LINE-CUT', values: { page: 1, column: 1, line: 1 } })
    expect(JSON.stringify(value.pages).match(/x/g)?.length).toBeGreaterThanOrEqual(run.length)
  })

  test('a line that had to be spread', () => {
    const spread = (han: number): Block => ({
      ...lines(1),
      kind: 'paragraph',
      role: 'body',
      text: styled(`${'国'.repeat(han)}${'a'.repeat(24)}`),
      marker: null,
    })
    expect(codes([spread(12)])).toContain('W-LINE-LOOSE')
    expect(codes([spread(19)])).toContain('I-LINE-LOOSE')
    expect(codes([spread(19)])).not.toContain('W-LINE-LOOSE')
  })

  test('also at a column’s foot, and in a note', () => {
    const words = styled(`${'国'.repeat(12)}${'a'.repeat(24)}`)
    const lastOf = (blocks: readonly Block[]) =>
      composed(blocks).diagnostics.filter((one) => one.code === 'W-LINE-LOOSE')
    const floating = {
      ...panel([{ ...lines(1), kind: 'paragraph', role: 'body', text: words, marker: null }]),
    }
    const box: Block = { ...floating, floats: 'free' }
    const told = lastOf([lines(4), box, lines(200)])
    expect(told).toHaveLength(1)
    expect(told[0]?.values.line).toBeGreaterThan(30)
    const note: Block = {
      ...lines(1),
      kind: 'paragraph',
      role: 'footnote',
      text: words,
      marker: null,
      number: 1,
    }
    const marked = styled('国国①')
    const run = { ...(marked.runs[0] as (typeof marked.runs)[0]), note: 1 }
    const body: Block = {
      ...lines(1),
      kind: 'paragraph',
      role: 'body',
      text: { ...marked, runs: [run] },
      marker: null,
    }
    expect(lastOf([body, note])).toHaveLength(1)
  })

  test('a line longer than its column', () => {
    const text = shapedText(styled('国国'))
    const line = {
      text,
      from: 0,
      to: 2,
      xs: [0, 10.5],
      width: 21,
      measure: 10.5,
      trackingEm: 0,
      overfull: 10.5,
      last: true,
    }
    const strip = { ...box(1), marks: [{ kind: 'text', line, x: 0, y: 12, owner: null }] as const }
    const zones = [
      {
        ...zone([element([strip])], 1),
        plan: { count: 1, measure: 10.5, gap: 0 },
        left: 0,
        around: null,
        text: true,
      },
    ]
    const layout = searchLayout(zones, 43)
    const [first] = complaints({ zones, layout, design: twoColumn, paragraphs: 0 })
    expect(first).toMatchObject({
      code: 'W-LINE-LONG',
      values: { page: 1, column: 1, line: 1, points: 10.5, text: '国国' },
    })
  })

  test('no colophon alone on its page: the last lines go with it', () => {
    const colophon: ColophonOf<StyledText> = {
      ...BASE,
      kind: 'colophon',
      rows: [{ label: null, text: styled('国'.repeat(60)), right: null }],
    }
    const divided = composed([lines(86), colophon])
    expect(divided.diagnostics.map((one) => one.code)).not.toContain('W-COLOPHON-ALONE')
    expect(divided.value.pages[1]?.columns.length).toBeGreaterThan(1)
  })

  test('a colophon alone, where nothing above it can go with it, and how much to cut', () => {
    const colophon: ColophonOf<StyledText> = {
      ...BASE,
      kind: 'colophon',
      rows: [{ label: null, text: styled('国'), right: null }],
    }
    const whole = panel([lines(36)])
    const made = composed([whole, whole, colophon])
    const said = made.diagnostics.find((one) => one.code === 'W-COLOPHON-ALONE')
    expect(said?.values).toMatchObject({ page: 2 })
    expect(Number(said?.values.lines)).toBeGreaterThan(0)
    expect(Number(said?.values.characters)).toBeGreaterThan(Number(said?.values.lines))
  })

  test('a headline of many lines is parted rather than leave the page', () => {
    expect(codes([headline('国'.repeat(900)), lines(10)])).not.toContain('W-OVERFULL')
  })
})

describe('what was changed for a wished page count is said', () => {
  test.each<readonly [LeverUse['lever'], number, string, number]>([
    ['paragraphs', -3, 'I-FIT-PARAGRAPHS', 3],
    ['pictures', -0.08, 'I-FIT-PICTURES', -8],
    ['headings', -1, 'I-FIT-HEADINGS', -1],
    ['line-height', 0.4, 'I-FIT-LINE-HEIGHT', 0.4],
  ])('%s', (lever, amount, code, shown) => {
    const { report } = composed([lines(10)], { ...NO_WISHES, pages: { count: 1 } }).value
    const said = wishComplaints({ ...report, levers: [{ lever, amount }] })
    expect(said).toMatchObject([{ code, values: { wanted: 1, amount: shown } }])
  })
})
