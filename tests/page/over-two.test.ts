import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, PanelOf, StyledText, TextRun } from '../../src/content/block.ts'
import type { Design } from '../../src/design/design.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import { display } from '../../src/page/make-up/display.ts'
import { composed, figure, headline, lines, NO_WISHES, paragraph, picture, shaped } from './blocks.ts'

const three: Design = { ...twoColumn, page: { ...twoColumn.page, columns: 3 } }

/** A paragraph of so many lines in a column of 14 Han. */
const rows = (count: number, more = {}) => paragraph('国'.repeat(count * 14 - 5), more)
const wide = figure({ fit: 'two', pictures: [picture({ ratio: 2 })] })
const title = headline('题', { two: true })

function box(text: number, more: Partial<PanelOf<StyledText>> = {}): Block {
  const blocks = [headline('框'), paragraph('国'.repeat(text))]
  const { place, keep, span } = lines(1)
  return { kind: 'panel', look: 'box', place, keep, span, spans: false, two: true, blocks, ...more }
}

const pagesOf = (blocks: readonly Block[], design = three) => composed(blocks, NO_WISHES, design).value.pages

/** Of each page its columns: where they begin, the lines that stand over them, and all they use. */
const shown = (blocks: readonly Block[], design = three) =>
  pagesOf(blocks, design).map(({ columns, area }) =>
    columns
      .map(
        ({ y, above = 0, used, band }) =>
          `${band < 0 ? 'O' : ''}${Math.round((y - area.top) / 16.5)}+${above}:${used}`,
      )
      .join(' '),
  )

describe('across two of three columns', () => {
  test('a headline stands over the first two, the third begins beside it', () => {
    expect(shown([title, rows(40)])).toEqual(['O0+0:2 0+2:15 0+2:15 0+0:14'])
  })

  test('with it goes the name of its section, and both are in the outline', () => {
    const blocks = [headline('栏目', { role: 'section' }), title, rows(40)]
    expect(shown(blocks)).toEqual(['O0+0:4 0+4:16 0+4:16 0+0:16'])
    const { value } = composed(blocks, NO_WISHES, three)
    const list = display(value, { sections: [{ name: '栏目', articles: ['题'] }], title: '' } as never)
    expect(list.outline.map(({ title: words, level }) => `${level}${words}`)).toEqual(['1栏目', '2题'])
  })

  test('a picture stands over the last two, the text above it ends level and goes on beside it', () => {
    const [page] = pagesOf([rows(9), wide, rows(60)])
    const [, , , over, first, second, third] = page?.columns ?? []
    expect([first?.above, second?.above, third?.above]).toEqual([undefined, over?.used, over?.used])
    expect(over?.x).toBeCloseTo(second?.x as number, 5)
    expect(over?.width).toBeCloseTo(
      (third?.x as number) + (third?.width as number) - (second?.x as number),
      5,
    )
    expect(first?.y).toBe(over?.y)
    expect(Math.abs((first?.used as number) - (second?.used as number))).toBeLessThan(2)
  })

  test('nothing of the columns stands under what is over them', () => {
    const filled: Design = { ...three, page: { ...three.page, balance: 'none' } }
    for (const [block, design] of [title, wide, box(300)].flatMap((one) => [
      [one, three] as const,
      [one, filled] as const,
    ])) {
      const [page] = pagesOf([rows(9), block, rows(60)], design)
      for (const { above = 0, strips } of page?.columns ?? [])
        for (const { row, strip } of strips)
          if (strip.marks.length > 0) expect(row).toBeGreaterThanOrEqual(above)
    }
  })

  test('a boxed article has two columns of its own, level, below its headline', () => {
    const [page] = pagesOf([rows(9), box(300), rows(60)])
    const over = page?.columns.find(({ band }) => band < 0)
    const texts = over?.strips[0]?.strip.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : [])) ?? []
    const lefts = [...new Set(texts.slice(1).map(({ x }) => Math.round(x)))]
    expect(lefts).toHaveLength(2)
    const [left, right] = lefts.map((at) => texts.slice(1).filter(({ x }) => Math.round(x) === at).length)
    expect(Math.abs((left as number) - (right as number))).toBeLessThan(2)
    const set = texts.reduce((sum, { line }) => sum + line.to - line.from, 0)
    expect(set).toBe(301)
  })

  test('where the page has not room for it and two lines, it begins the next', () => {
    const tall = figure({ fit: 'two', pictures: [picture({ ratio: 1 })] })
    const [first, second] = shown([rows(3 * 38), tall, rows(60)])
    expect(first).toBe('0+0:38 0+0:38 0+0:38')
    expect(second?.startsWith('O0+0:')).toBe(true)
  })

  test('with nothing after it, it stands alone', () => {
    const [page] = pagesOf([rows(9), wide])
    expect(page?.columns.at(-1)?.used).toBeGreaterThan(10)
    expect(page?.columns.at(-1)?.strips[0]?.strip.marks.length).toBeGreaterThan(0)
  })

  test('one too tall, or with footnotes, stands across the page as others do', () => {
    expect(shown([rows(9), box(1800), rows(60)]).join()).not.toContain('O')
    // From three quarters of a page on.
    expect(shown([rows(9), box(600), rows(60)]).join()).toContain('O')
    expect(shown([rows(9), box(800), rows(60)]).join()).not.toContain('O')
    const marked = { ...box(300), blocks: [headline('框'), ...withNote()] } as Block
    const noted = pagesOf([rows(9), marked, rows(60)])
    expect(noted.flatMap(({ columns }) => columns).some(({ band }) => band < 0)).toBe(false)
  })

  test('in two columns it stands across both; in one, as it would anyway', () => {
    const [page] = pagesOf([lines(9), title, lines(60)], twoColumn)
    expect(page?.columns.some(({ width }) => width > 400)).toBe(true)
    const one: Design = { ...twoColumn, page: { ...twoColumn.page, columns: 1 } }
    expect(shown([title, wide, rows(9)], one).join()).not.toContain('O')
  })

  test('on a page with room for two columns it is no wider than they are', () => {
    const narrow: Design = { ...three, page: { ...three.page, width: 300 } }
    for (const block of [title, wide, box(60)]) {
      const pages = pagesOf([rows(9), block, rows(20)], narrow)
      expect(pages.flatMap(({ columns }) => columns).some(({ band }) => band < 0)).toBe(false)
    }
  })

  test('a headline at a page’s foot goes over where one line of text would be below it', () => {
    for (const above of [36, 37, 38, 39, 40, 41]) {
      const [first, second] = pagesOf([rows(3 * above), title, rows(200)])
      const place = [first, second].findIndex((page) => page?.columns.some(({ band }) => band < 0))
      const over = [first, second][place]?.columns.find(({ band }) => band < 0)
      const left = 43 - Math.round(((over?.y as number) - (first?.area.top as number)) / 16.5) - 2
      expect(left).toBeGreaterThanOrEqual(2)
    }
  })

  test('a rule between the two columns begins below it', () => {
    const ruled: Design = { ...three, page: { ...three.page, columnRule: 'hairline' } }
    const [page] = pagesOf([title, rows(40)], ruled)
    const rules =
      page?.furniture.flatMap((mark) => (mark.kind === 'rule' && mark.height > 20 ? [mark] : [])) ?? []
    expect(rules).toHaveLength(2)
    expect((rules[0]?.y as number) - (rules[1]?.y as number)).toBeCloseTo(2 * 16.5, 5)
  })

  test('of its columns none is told to be short', () => {
    const said = composed([title, rows(300)], NO_WISHES, three).diagnostics.map(({ code }) => code)
    expect(said).toEqual([])
  })
})

/** Characters that stand on the pages. */
const setOn = (blocks: readonly Block[]) =>
  pagesOf(blocks)
    .flatMap(({ columns }) => columns.flatMap(({ strips }) => strips))
    .flatMap(({ strip }) => strip.marks)
    .flatMap((mark) =>
      mark.kind === 'text' ? mark.line.text.clusters.slice(mark.line.from, mark.line.to) : [],
    )
    .filter(({ text }) => '国题框'.includes(text)).length

test('in any order nothing is lost, and nothing stands under another', () => {
  const any = fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 60 }).map((count) => ({ block: rows(count), characters: count * 14 - 5 })),
      fc.constantFrom({ block: title, characters: 1 }, { block: headline('题'), characters: 1 }),
      fc.integer({ min: 20, max: 500 }).map((count) => ({ block: box(count), characters: count + 1 })),
      fc.constantFrom(1, 2, 4).map((ratio) => ({
        block: figure({ fit: 'two', pictures: [picture({ ratio, placeholder: null })] }),
        characters: 0,
      })),
    ),
    { minLength: 1, maxLength: 9 },
  )
  fc.assert(
    fc.property(any, (parts) => {
      const blocks = parts.map(({ block }) => block)
      expect(setOn(blocks)).toBe(parts.reduce((sum, { characters }) => sum + characters, 0))
      for (const { columns } of pagesOf(blocks)) {
        const boxes = columns.flatMap(({ x, y, width, strips }) =>
          strips.flatMap(({ strip, row }) =>
            strip.marks.length === 0
              ? []
              : [{ x, width, top: y + row * 16.5, foot: y + (row + strip.rows) * 16.5 }],
          ),
        )
        for (const [at, a] of boxes.entries())
          for (const b of boxes.slice(at + 1)) {
            const apart = a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01
            expect(apart || a.foot <= b.top + 0.01 || b.foot <= a.top + 0.01).toBe(true)
          }
      }
    }),
    { numRuns: 20 },
  )
})

/** A paragraph with the mark of a footnote, and the note. */
function withNote(): readonly Block[] {
  const text = paragraph('国'.repeat(300))
  if (text.kind !== 'paragraph') throw new Error('no paragraph')
  const [run] = text.text.runs
  const marked = { ...text, text: { ...text.text, runs: [{ ...(run as TextRun), note: 1 }] } } as Block
  const note = { ...text, role: 'footnote', number: 1 } as Block
  return [marked, note]
}

test('shaping keeps what it stands across', () => {
  expect(shaped([title, wide, box(9)]).map((block) => ('two' in block ? block.two : block.kind))).toEqual([
    true,
    'figure',
    true,
  ])
})
