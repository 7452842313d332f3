import { describe, expect, test } from 'vitest'
import type { PlacedGlyph } from '../../src/assets/font.ts'
import type { Line } from '../../src/text/line.ts'
import { dotsBelow } from '../../src/text/pieces-below.ts'
import { setParagraph } from '../../src/text/set-paragraph.ts'
import { shape, shapeText } from '../../src/text/shape.ts'
import { runAt } from '../../src/text/shaped-text.ts'
import {
  faceWith,
  fakeFonts,
  libraryOf,
  paragraphStyle,
  styled,
  textOptions,
  textStyle,
} from './fake-fonts.ts'

const isAscii = (codePoint: number) => codePoint < 0x80

function paragraphBlock(text: string) {
  return {
    kind: 'paragraph' as const,
    role: 'body' as const,
    text: styled(text),
    marker: null,
    place: { section: 0, article: 0 },
    keep: { withNext: 0, withPrevious: false, whole: false },
    span: null,
  }
}

describe('fonts', () => {
  test('the first face of the chain that has the character is used, and others are reported', () => {
    const fonts = libraryOf(
      faceWith('main', (one) => one !== 0x9fa5 && one < 0x20000),
      faceWith('spare', (one) => one === 0x9fa5 || one === 0x3013),
    )
    const { value, diagnostics } = shape([paragraphBlock('国龥国龥')], fonts, textOptions)
    const [block] = value
    if (block?.kind !== 'paragraph') throw new Error('no paragraph')
    expect(block.text.clusters.map((one) => one.font)).toEqual(['main', 'spare', 'main', 'spare'])
    expect(diagnostics.map((one) => [one.code, one.values.character])).toEqual([['W-GLYPH', '龥']])
  })

  test('what no face has is set as 〓 and reported once, with its code point and how often', () => {
    const fonts = libraryOf(faceWith('main', (one) => one < 0x20000))
    const { value, diagnostics } = shape([paragraphBlock('𠮷国𠮷')], fonts, textOptions)
    const [block] = value
    if (block?.kind !== 'paragraph') throw new Error('no paragraph')
    expect(block.text.clusters[0]).toMatchObject({ text: '𠮷', glyphs: [{ id: 0x3013 }] })
    expect(diagnostics.map(({ code, values }) => [code, values.codePoint, values.count])).toEqual([
      ['W-NO-GLYPH', 'U+20BB7', 2],
    ])
  })

  test('letters and digits may have a family of their own', () => {
    const song = faceWith('song', () => true)
    const latin = faceWith('latin', isAscii, {
      kernEm: (left, right) => (left === 0x41 && right === 0x56 ? -0.1 : 0),
    })
    const fonts = {
      chain: (family: string) => (family === 'Latin' ? [latin] : [song]),
      has: () => true,
      face: () => song,
    }
    const text = shapeText(styled('国AV，“A”'), fonts, { ...textOptions, latin: 'Latin' })
    expect(text.clusters.map((one) => one.font)).toEqual([
      'song',
      'latin',
      'latin',
      'song',
      'song',
      'latin',
      'song',
    ])
    expect(text.items.body[1]).toBeCloseTo(4, 9)
  })

  test('a variation sequence asks for its glyph', () => {
    const face = faceWith('main', () => true, {
      glyphOf: (one, selector) => (selector === 0xe0100 ? 7 : one),
    })
    const text = shapeText(styled('葛\u{e0100}城'), libraryOf(face), textOptions)
    expect(text.clusters.map((one) => one.glyphs[0]?.id)).toEqual([7, 0x57ce])
  })
})

describe('placement of marks', () => {
  const ink = (left: number, right: number, bottom = 0, top = 0.2) => ({ left, right, bottom, top })
  function glyphsOf(text: string, box: ReturnType<typeof ink>, advance = 1) {
    const face = faceWith('main', () => true, { inkEm: () => box, advanceEm: () => advance })
    return shapeText(styled(text), libraryOf(face), textOptions).clusters[0]
  }

  test('a point whose face draws it in the middle is moved to the left', () => {
    expect(glyphsOf('，', ink(0.4, 0.6))?.glyphs[0]?.dx).toBeLessThan(-2.5)
  })
  test('one that stands well stays', () => expect(glyphsOf('，', ink(0.1, 0.3))?.glyphs[0]?.dx).toBe(0))
  test('a narrow opening quote is moved to the right half', () => {
    const cluster = glyphsOf('“国', ink(0.05, 0.4), 0.45)
    expect((cluster?.glyphs[0]?.dx ?? 0) + 4).toBeGreaterThan(8)
    expect(cluster?.advance).toBe(10)
  })
  test('—— is one stroke without a gap, on the middle', () => {
    for (const right of [0.93, 0.43, 0.23]) {
      let parts: readonly PlacedGlyph[] = []
      const combine = (given: readonly PlacedGlyph[]) => {
        parts = given
        return 0x20000
      }
      const inkEm = () => ink(0.07, right, 0.26, 0.3)
      const face = faceWith('main', () => true, { inkEm, combine })
      const [cluster] = shapeText(styled('——'), libraryOf(face), textOptions).clusters
      // One glyph, so that each of the two characters is copied once.
      expect(cluster).toMatchObject({ text: '——', advance: 20, glyphs: [{ id: 0x20000, dx: 0 }] })
      expect(cluster?.glyphs[0]?.dy).toBeCloseTo(1, 6)
      for (let i = 1; i < parts.length; i += 1)
        expect((parts[i]?.dx as number) + 0.07).toBeLessThan((parts[i - 1]?.dx as number) + right)
      expect((parts.at(-1)?.dx as number) + right).toBeCloseTo(1.93, 6)
    }
  })
  test('—— of short dashes has no more of them than it takes', () => {
    let parts: readonly PlacedGlyph[] = []
    const combine = (given: readonly PlacedGlyph[]) => {
      parts = given
      return 0x20000
    }
    const face = faceWith('main', () => true, { inkEm: () => ink(0.1, 0.6, 0.36, 0.4), combine })
    shapeText(styled('——'), libraryOf(face), textOptions)
    // From 0.1 to 1.9 em by steps of 0.475 em at most.
    expect(parts.map(({ dx }) => dx)).toEqual([0, 1, 2, 3].map((step) => expect.closeTo((step * 1.3) / 3, 6)))
    expect(parts.every(({ glyph }) => glyph === 0x2014)).toBe(true)
  })
  test.each([
    ['is used', ink(0.05, 1.95, 0.36, 0.4), 1],
    ['is not where it is too short', ink(0.2, 1.8, 0.36, 0.4), 2],
    ['is not where it is too long', ink(-0.02, 2.02, 0.36, 0.4), 2],
  ])('the face’s own dash of two em %s', (_, box, glyphs) => {
    const inkEm = (id: number) => (id === 0x2e3a ? box : ink(0, 1, 0.36, 0.4))
    const [cluster] = shapeText(
      styled('——'),
      libraryOf(faceWith('main', () => true, { inkEm })),
      textOptions,
    ).clusters
    expect(cluster?.glyphs.length).toBe(glyphs)
    if (glyphs === 1) expect(cluster?.glyphs[0]).toMatchObject({ id: 0x2e3a, dx: expect.closeTo(0, 6) })
  })
  test('a dash whose ink meets its neighbour’s is set twice, from edge to edge', () => {
    expect(glyphsOf('——', ink(0, 1, 0.36, 0.4))?.glyphs.map(({ dx }) => dx)).toEqual([0, 10])
    expect(glyphsOf('——', ink(0.04, 1, 0.36, 0.4))?.glyphs[1]?.dx).toBeCloseTo(9.6, 6)
  })
  test.each([
    ['）', ink(0.4, 0.6), 0.08 - 0.4],
    ['）', ink(0.2, 0.8), 0.25 - 0.5],
    ['）', ink(-0.06, 0.56), 0],
    ['（', ink(0.2, 0.4), 0.92 - 0.4],
    ['（', ink(0.2, 0.8), 0.75 - 0.5],
    ['（', ink(0.44, 1.06), 0],
  ])('%s has its ink in its half: %j', (mark, box, shift) => {
    expect(glyphsOf(mark, box)?.glyphs[0]?.dx).toBeCloseTo(shift * 10, 6)
  })
  test('…… is raised to the middle', () => {
    const cluster = glyphsOf('……', ink(0.1, 0.9, 0, 0.1))
    expect(cluster?.glyphs.map((one) => one.dy)).toEqual([expect.closeTo(3.3, 6), expect.closeTo(3.3, 6)])
    expect(cluster?.advance).toBe(20)
  })
  test('· is half an em, centred', () => {
    const face = faceWith('main', () => true, { inkEm: () => ink(0.4, 0.6, 0.3, 0.46) })
    const text = shapeText(styled('甲·乙'), libraryOf(face), textOptions)
    expect(text.clusters[1]).toMatchObject({ advance: 5, glyphs: [{ dx: expect.closeTo(-2.5, 6) }] })
  })
  test('a one-em quote of Latin text is cut to its ink', () => {
    expect(glyphsOf('“hello” he', ink(0.6, 0.9))?.advance).toBeCloseTo(3.8, 6)
  })
})

describe('runs', () => {
  const superscript = { ...textStyle, size: 6, raiseEm: 0.5 }
  test('a superscript stays with the character before it', () => {
    const text = shapeText(
      {
        runs: [
          { text: '一二三四', style: textStyle, span: null },
          { text: '[1]', style: superscript, span: null },
          { text: '五六七八', style: textStyle, span: null },
        ],
        style: paragraphStyle,
      },
      fakeFonts,
      textOptions,
    )
    const lines = setParagraph(text, 42).lines
    const first = lines[0]
    expect(text.clusters[first?.to as number]?.text).not.toBe('[')
    expect(runAt(text, 4)?.style).toBe(superscript)
  })

  test('R40: at every measure, though a Han in its place could begin a line', () => {
    const run = (text: string, style = textStyle) => ({ text, style, span: null })
    const runs = [run('一二三四'), run('注', superscript), run('五六七八九十')]
    const text = shapeText({ runs, style: paragraphStyle }, fakeFonts, textOptions)
    for (let measure = 20; measure < 110; measure += 2)
      expect(setParagraph(text, measure).lines.map((line) => line.from)).not.toContain(4)
  })

  test('marks are squeezed across styles, and dots stand only below Han', () => {
    const text = shapeText(
      {
        runs: [
          { text: '“芯，', style: { ...textStyle, dots: true }, span: null },
          { text: '”', style: { ...textStyle, family: '黑体' }, span: null, link: 'https://a.cn' },
        ],
        style: paragraphStyle,
      },
      fakeFonts,
      textOptions,
    )
    expect(text.items.right[2]).toBe(0)
    const [line] = setParagraph(text, 100).lines
    const dots = dotsBelow(line as Line)
    expect(dots.map((dot) => dot.left)).toEqual([line?.xs[1]])
    expect(text.runs.map(({ to, run }) => [to, run.link])).toEqual([
      [3, undefined],
      [4, 'https://a.cn'],
    ])
  })

  test('an empty text has no lines', () => {
    expect(setParagraph(shapeText(styled(''), fakeFonts, textOptions), 100).lines).toEqual([])
  })

  test('a centred text stands in the middle, a right-aligned one at the right', () => {
    const set = (align: 'centre' | 'right') =>
      setParagraph(shapeText(styled('国家', { align }), fakeFonts, textOptions), 100).lines[0]?.xs
    expect(set('centre')).toEqual([40, 50])
    expect(set('right')).toEqual([80, 90])
  })

  test('hanging points stand beyond the measure', () => {
    const text = shapeText(styled('一二三四，五六七八'), fakeFonts, { ...textOptions, hang: true })
    const [first] = setParagraph(text, 40).lines
    expect(first?.to).toBe(5)
    expect(first?.xs[4]).toBe(40)
  })
})

describe('gaps beside raised and lowered signs', () => {
  /** The gap after each character, in em of the text. */
  function gapsOf(parts: readonly (readonly [text: string, raised?: true])[]): number[] {
    const runs = parts.map(([text, raised]) => ({
      text,
      style: raised ? { ...textStyle, size: 0.6 * textStyle.size, raiseEm: -0.2 } : textStyle,
      span: null,
    }))
    const { items } = shapeText(
      { runs, style: paragraphStyle },
      libraryOf(faceWith('main', () => true)),
      textOptions,
    )
    return [...items.gap].map((gap) => Math.round((100 * gap) / textStyle.size) / 100)
  }

  test('stand behind them as behind the letters they belong to', () => {
    expect(gapsOf([['O'], ['2', true], ['平均']])).toEqual([0, 0.25, 0, 0])
  })

  test('but not around a note’s number, which stands behind Han', () => {
    expect(gapsOf([['注'], ['2', true], ['所引']])).toEqual([0, 0, 0, 0])
  })
})

test('the colon of a bold label has one width, whatever follows and however full its line', () => {
  const bold = { ...textStyle, weight: 'bold' as const }
  const widthOf = (label: string, weight: typeof textStyle, rest: string, measure: number) => {
    const runs = [
      { text: label, style: weight, span: null },
      { text: rest, style: textStyle, span: null },
    ]
    const text = shapeText(
      { runs, style: paragraphStyle },
      libraryOf(faceWith('main', () => true)),
      textOptions,
    )
    const [line] = setParagraph(text, measure * textStyle.size).lines
    const colon = label.length - 1
    return ((line?.xs[colon + 1] as number) - (line?.xs[colon] as number)) / textStyle.size
  }
  const LONG = '国家国家，国家国家国'
  // At 8.5 em the comma is squeezed; so would the colon be.
  expect(widthOf('答：', bold, LONG, 8.5)).toBeCloseTo(1, 6)
  expect(widthOf('答：', textStyle, LONG, 8.5)).toBeLessThan(1)
  const quoted = widthOf('答：', bold, '“国家”国家国家', 20)
  expect(quoted).toBeGreaterThan(widthOf('答：', textStyle, '“国家”国家国家', 20))
})
