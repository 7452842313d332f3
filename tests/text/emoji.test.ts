import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseBreaks } from '../../src/text/breaks.ts'
import { marksOver, sequenceCode } from '../../src/text/emoji.ts'
import { shape, shapeText } from '../../src/text/shape.ts'
import { ALLOWED } from '../../src/text/uax14/break-opportunities.ts'
import { builtInLibrary } from '../assets/built-in.ts'
import { faceWith, libraryOf, styled, textOptions } from './fake-fonts.ts'

const fonts = await builtInLibrary()

const SEQUENCES = [
  '🏴\u{e0067}\u{e0062}\u{e007f}',
  '👍🏻',
  '👨‍👩‍👧',
  '🇨🇳',
  '1️⃣',
  '#️⃣',
  '❤️',
  '☎️',
  '🏳️‍🌈',
  '🧑🏽‍🚀',
  '☝🏿',
]

const clustersOf = (text: string) => shapeText(styled(text), fonts, textOptions).clusters

describe('emoji of several characters', () => {
  test.each(SEQUENCES)('%s is one cluster of one glyph, one em wide, with all its characters', (sequence) => {
    const clusters = clustersOf(`会${sequence}议`)
    expect(clusters.map((one) => one.text)).toEqual(['会', sequence, '议'])
    expect(clusters[1]!.glyphs).toHaveLength(1)
    expect(clusters[1]!.glyphs[0]!.id).toBeGreaterThan(0)
    expect(clusters[1]!.advance).toBeCloseTo(10, 0)
  })

  test('pairs of a row of flags are counted from its beginning', () => {
    expect(clustersOf('🇨🇳🇯🇵🇫').map((one) => one.text)).toEqual(['🇨🇳', '🇯🇵', '🇫'])
  })

  test('a pair that is no flag is its two letters', () => {
    const [pair] = clustersOf('🇦🇦')
    expect(pair!.glyphs.map((one) => one.dx > 0)).toEqual([false, true])
  })

  test.each(SEQUENCES)('a line may end before and after %s, not inside', (sequence) => {
    const breaks = chineseBreaks(`会${sequence}议`, 'normal')
    expect(breaks[1]).toBe(ALLOWED)
    expect(breaks[1 + sequence.length]).toBe(ALLOWED)
    expect([...breaks.slice(2, 1 + sequence.length)]).not.toContain(ALLOWED)
  })

  test('no character of a text is lost, whatever emoji stand beside each other', () => {
    const parts = fc.constantFrom(...SEQUENCES, '国', 'a', '，', '\u{1f3fb}', '\u200d', '🇨', '\u20e3', '1')
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (all) => {
        const text = all.join('')
        expect(
          clustersOf(text)
            .map((one) => one.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('what is drawn', () => {
  test('accents over their base, but neither tones, selectors, tags nor what is joined', () => {
    expect(marksOver('e\u0301')).toEqual([0x301])
    expect(marksOver('👍🏻')).toEqual([])
    expect(marksOver('👨‍👩‍👧')).toEqual([])
    expect(marksOver('❤\ufe0f')).toEqual([])
    expect(marksOver('🏴\u{e0067}\u{e007f}')).toEqual([])
  })

  test('codes of sequences are no characters, and only flags and keycaps have them', () => {
    for (const sequence of ['🇨🇳', '🇿🇿', '9️⃣', '*⃣']) {
      expect(sequenceCode(sequence)).toBeGreaterThanOrEqual(0xd800)
      expect(sequenceCode(sequence)).toBeLessThanOrEqual(0xdfff)
    }
    expect(['🇨', '1', '👍🏻', '国', 'a⃣', ''].map(sequenceCode)).toEqual([0, 0, 0, 0, 0, 0])
  })
})

describe('compatibility forms', () => {
  test.each([
    ['\u2f00', '一'],
    ['\uf90a', '金'],
    ['\u{2f800}', '丽'],
  ])('%s is set as %s where no font has it, and copied as it is', (form, plain) => {
    const face = faceWith('main', (one) => one === plain.codePointAt(0) || one === 0x3013)
    const block = {
      kind: 'paragraph' as const,
      role: 'body' as const,
      text: styled(form),
      marker: null,
      place: { section: 0, article: 0 },
      keep: { withNext: 0, withPrevious: false, whole: false },
      span: null,
    }
    const { value, diagnostics } = shape([block], libraryOf(face), textOptions)
    const [first] = value
    if (first?.kind !== 'paragraph') throw new Error('no paragraph')
    expect(first.text.clusters[0]).toMatchObject({ text: form, glyphs: [{ id: plain.codePointAt(0) }] })
    expect(diagnostics).toEqual([])
  })
})
