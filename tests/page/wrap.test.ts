import { describe, expect, test } from 'vitest'
import type { FigureOf, ParagraphOf, StyledText } from '../../src/content/block.ts'
import { figureBox } from '../../src/page/blocks/figure.ts'
import { movedStretches, naturalStretch } from '../../src/page/blocks/moved-stretch.ts'
import { setStretch, stretchOf } from '../../src/page/blocks/wrap.ts'
import { wrappedWidth, wrapRows } from '../../src/page/blocks/wrap-room.ts'
import { BESIDE, BREAK } from '../../src/page/search/costs.ts'
import type { ShapedText } from '../../src/text/shaped-text.ts'
import { figure, galley, lines, picture, shaped } from './blocks.ts'

function parts(paragraphs: number[], fit: 'left' | 'right' = 'right') {
  const [first, ...rest] = shaped([
    figure({ fit, pictures: [picture()] }),
    ...paragraphs.map((count) => lines(count)),
  ])
  const texts = rest.map((block) => ({ block: block as ParagraphOf<ShapedText>, need: 0 }))
  return { figure: first as FigureOf<ShapedText>, texts }
}

/** Measure of each line of a stretch, in em. */
function measures(setting: ReturnType<typeof setStretch>): number[] {
  return setting.strips.map((strip) => {
    const text = strip.marks.findLast((mark) => mark.kind === 'text')
    return text?.kind === 'text' ? text.line.measure / 10.5 : 0
  })
}

describe('text beside a picture', () => {
  const g = galley()

  test('keeps half the column for the picture and whole ems for the text', () => {
    expect(wrappedWidth(g)).toEqual({ picture: 115.5, text: 105 })
    expect(wrappedWidth(galley({ measure: 15 * 10.5 }))).toBeNull()
  })

  test('is narrow for as many lines as the picture takes', () => {
    const { figure: one, texts } = parts([12])
    const stretch = stretchOf([one, ...texts], g)
    const rows = wrapRows(one, g)
    const widths = measures(setStretch(stretch, stretch.starts, g))
    expect(widths.slice(0, rows)).toEqual(new Array(rows).fill(10))
    expect(widths[rows]).toBe(22)
  })

  test('the column is not broken beside the picture', () => {
    const { figure: one, texts } = parts([12])
    const stretch = stretchOf([one, ...texts], g)
    const { strips } = setStretch(stretch, stretch.starts, g)
    const rows = wrapRows(one, g)
    expect(strips.slice(0, rows - 1).every((strip) => strip.breakAfter >= BREAK.never)).toBe(true)
    expect(strips[rows - 1]?.breakAfter).toBeLessThan(BREAK.never)
  })

  test('a picture at the left moves the text to the right', () => {
    const { figure: one, texts } = parts([12], 'left')
    const stretch = stretchOf([one, ...texts], g)
    const text = setStretch(stretch, stretch.starts, g).strips[0]?.marks.findLast(
      (mark) => mark.kind === 'text',
    )
    expect(text?.x).toBeCloseTo(126)
  })

  test('a picture met after its text is moved up beside it', () => {
    const { figure: one, texts } = parts([12])
    const stretch = stretchOf([...texts, one], g)
    const setting = setStretch(stretch, stretch.starts, g)
    expect(setting.strips.every((strip) => strip.textLines)).toBe(true)
  })

  test('two pictures have lines of full measure between them', () => {
    const { figure: one, texts } = parts([30])
    const stretch = stretchOf([one, one, ...texts], g)
    const [first, second] = stretch.starts as [number, number]
    expect(second - first - wrapRows(one, g)).toBeGreaterThanOrEqual(2)
  })

  test('a picture that a column would cut goes to its foot or to the next head', () => {
    const { figure: one, texts } = parts([20])
    const stretch = stretchOf([one, ...texts], g)
    const found = movedStretches(stretch, g, { below: 4, next: 43 })
    const starts = found.map((setting) =>
      setting.strips.findIndex((strip) => strip.breakAfter >= BREAK.never),
    )
    expect(starts).toContain(4)
  })

  test('two with hardly a line beside them stand side by side below their text, above the credit', () => {
    const items = (count: number) => {
      const [one, two] = shaped([
        figure({ fit: 'right', pictures: [picture({ ratio: 1 })] }),
        figure({ fit: 'left', pictures: [picture({ ratio: 1 })] }),
      ]) as FigureOf<ShapedText>[]
      const signed = { ...(lines(1) as ParagraphOf<StyledText>), role: 'credit' as const }
      const [text, credit] = shaped([lines(count), signed]).map((block) => ({
        block: block as ParagraphOf<ShapedText>,
        need: 0,
      }))
      return [one, two, text, credit].flatMap((item) => item ?? [])
    }
    const paired = (count: number) => {
      const stretch = stretchOf(items(count), g)
      const all = movedStretches(stretch, g, { below: 43, next: 43 })
      return { all, pair: all.find(({ strips }) => strips.some(({ rows }) => rows > 1)) }
    }
    const { pair } = paired(2)
    const rows = wrapRows(items(2)[0] as FigureOf<ShapedText>, g)
    expect(pair?.strips.map((strip) => strip.rows)).toEqual([1, 1, rows, 1])
    expect(pair?.strips.slice(1, 3).map(({ breakAfter }) => breakAfter)).toEqual([BREAK.keep, BREAK.keep])
    const lefts = pair?.strips[2]?.marks.flatMap((mark) => (mark.kind === 'path' ? [mark.x] : [])) ?? []
    expect(Math.min(...lefts)).toBeCloseTo(0, 0)
    expect(Math.max(...lefts)).toBeGreaterThan(115)
    // With enough text for both, they stand beside it.
    expect(paired(30).pair).toBeUndefined()
    const natural = (count: number) => naturalStretch(stretchOf(items(count), g), g)
    expect(natural(2)).toEqual({ strips: pair?.strips, rows: pair?.rows, cost: 0 })
    // Beside empty lines they do not stand at all.
    const { starts, ...more } = stretchOf(items(2), g)
    const beside = setStretch({ starts, ...more }, starts, g)
    expect(beside.cost).toBeGreaterThan(BESIDE.few * BESIDE.emptyLine)
    expect(paired(2).all.every(({ cost }) => cost < beside.cost)).toBe(true)
    expect(natural(30).strips.every(({ textLines }) => textLines === 1)).toBe(true)
  })

  describe('upright pictures in a wide column', () => {
    const wide = galley({ measure: 34 * 10.5, rows: 26 })
    const upright = (count: number) =>
      shaped(
        Array.from({ length: count }, () => figure({ fit: 'right', pictures: [picture({ ratio: 0.75 })] })),
      ) as FigureOf<ShapedText>[]
    const stretch = (count: number, rows: number) => {
      const [text, credit] = shaped([
        lines(Math.round((rows * 34) / 22)),
        lines(1),
      ]) as ParagraphOf<ShapedText>[]
      const texts = [text, { ...credit, role: 'credit' as const }].map((block) => ({
        block: block as ParagraphOf<ShapedText>,
        need: 0,
      }))
      return stretchOf([...upright(count), ...texts], wide)
    }
    const inRow = (setting: ReturnType<typeof setStretch> | undefined) =>
      setting?.strips.flatMap(({ rows, marks }) =>
        rows > 1 ? [marks.filter(({ kind }) => kind === 'path').map(({ x }) => Math.round(x))] : [],
      )

    test('are narrower than half of it, and their text wider', () => {
      const [one] = upright(1) as [FigureOf<ShapedText>]
      expect(wrapRows(one, wide)).toBeLessThanOrEqual(Math.ceil(0.36 * 26) + 1)
      const [first = 0] = measures(setStretch(stretch(1, 20), [0], wide))
      expect(first).toBeGreaterThan(20)
      // In a column of many lines nothing is as tall as that.
      expect(figureBox(one, 115.5, g).width).toBeCloseTo(115.5)
    })

    test('stand in one row below too few lines, or one beside them and the others in a row', () => {
      const natural = (rows: number) => naturalStretch(stretch(3, rows), wide)
      expect(inRow(natural(2))).toHaveLength(1)
      expect(new Set(inRow(natural(2))?.[0]).size).toBeGreaterThanOrEqual(3)
      const some = natural(10)
      expect(inRow(some)).toHaveLength(1)
      expect(some.strips[0]?.breakAfter).toBe(BREAK.never)
      expect(inRow(natural(60))).toEqual([])
    })

    test('stand at the foot of their column or at the next head, but not above what is beside the text', () => {
      const at = (rows: number, below: number) =>
        movedStretches(stretch(3, rows), wide, { below, next: 26 }).map(({ strips }) =>
          strips.findIndex((strip) => strip.rows > 1),
        )
      const tall = naturalStretch(stretch(2, 3), wide).strips.find(({ rows }) => rows > 1)?.rows as number
      expect(at(10, tall + 3).every((line) => line > 9)).toBe(true)
      const short = movedStretches(stretch(2, 6), wide, { below: tall + 3, next: 26 })
      expect(short.map(({ strips }) => strips.findIndex((strip) => strip.rows > 1))).toContain(3)
    })
  })

  test('a picture with hardly a line beside it stands among the lines, in the middle and above the credit', () => {
    const { figure: one, texts } = parts([4, 1])
    const [text, last] = texts as [(typeof texts)[0], (typeof texts)[0]]
    const credit = { block: { ...last.block, role: 'credit' as const }, need: 0 }
    const stretch = stretchOf([text, one, credit], g)
    const found = movedStretches(stretch, g, { below: 4, next: 43, widely: true })
    const among = found.find(({ strips }) => strips.some((strip) => strip.rows === wrapRows(one, g)))
    const at = among?.strips.findIndex((strip) => strip.rows > 1) as number
    expect(among?.strips.slice(0, at).every((strip) => strip.textLines === 1)).toBe(true)
    expect(among?.strips.length).toBeGreaterThan(at + 1)
    expect(among?.rows).toBe(among?.strips.reduce((sum, { rows }) => sum + rows, 0))
    const box = figureBox(one, g.measure / 2, g)
    const left = Math.min(...(among?.strips[at]?.marks ?? []).map(({ x }) => x))
    const own = Math.min(...box.marks.map(({ x }) => x))
    expect(left).toBeCloseTo(g.left + (g.measure - box.width) / 2 + own)
  })
})
