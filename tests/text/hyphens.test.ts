import { describe, expect, test } from 'vitest'
import { loadHyphenation } from '../../src/assets/hyphenation.ts'
import { setParagraph } from '../../src/text/set-paragraph.ts'
import { shapeText } from '../../src/text/shape.ts'
import { setLines } from '../../src/typography.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'

const hyphenate = await loadHyphenation()

/** Divides a word into pairs of letters. */
const inPairs = (word: string) =>
  [...Array(Math.ceil(word.length / 2) - 1).keys()].map((pair) => 2 * pair + 2)

function lines(text: string, measure: number): string[] {
  return setLines(text, { measure, hyphenate }).map((line) => `${line.text}${line.hyphenated ? '-' : ''}`)
}

describe('where English words may be divided', () => {
  test.each([
    ['infrastructure', 'in-fra-struc-ture'],
    ['development', 'de-vel-op-ment'],
    ['Typesetting', 'Type-set-ting'],
    // Exceptions of the patterns, and at least two letters before and three after.
    ['project', 'project'],
    ['table', 'ta-ble'],
    ['obey', 'obey'],
  ])('%s', (word, divided) => {
    const parts = [0, ...hyphenate(word)].map((from, i, all) => word.slice(from, all[i + 1]))
    expect(parts.join('-')).toBe(divided)
  })
})

describe('hyphenation of Latin words (R41)', () => {
  const text = '国家企业的infrastructure工作安全生产检查会议精神'

  test('words stay whole unless it is asked for', () => {
    expect(setLines(text, { measure: 9 }).some((line) => line.hyphenated)).toBe(false)
  })
  test('a word is divided where that makes the better line', () => {
    expect(lines(text, 8.5)[0]).toBe('国家企业的infra-')
    expect(
      setLines(text, { measure: 8.5, hyphenate })
        .map((line) => line.text)
        .join(''),
    ).toBe(text)
  })
  test('the hyphen is inside the measure', () => {
    const [first] = setLines(text, { measure: 8.5, hyphenate })
    expect(first?.hyphenated).toBe(true)
    expect(first?.width).toBeCloseTo(8.5, 6)
    const last = first?.clusters.at(-1)
    expect(last?.text).toMatch(/^[a-z]$/)
    expect((last?.x ?? 0) + (last?.advance ?? 0)).toBeCloseTo(8.5, 6)
    expect(last?.advance).toBeCloseTo(1, 6)
  })
  test('no word is divided where none needs to be', () => {
    expect(lines('国家企业工作infrastructure', 20)).toEqual(['国家企业工作infrastructure'])
    expect(
      lines('国家企业工作安全infrastructure生产检查会议', 15.25).some((line) => line.endsWith('-')),
    ).toBe(false)
  })

  test.each([
    'INFRASTRUCTURE',
    'GitHubInfrastructures',
    'https://example.com/infrastructure',
    'infra_structures',
    'infra-structures',
    'structure2026',
    'name@infrastructure.org',
  ])('never in %s', (word) => {
    for (let measure = 6; measure <= 12; measure += 0.5) {
      const set = setLines(`国家企业的${word}工作安全生产检查`, { measure, hyphenate: inPairs })
      expect(set.some((line) => line.hyphenated)).toBe(false)
    }
  })
  test('nor in ragged text and titles', () => {
    const options = { ...textOptions, hyphenate: inPairs }
    for (const style of [{ align: 'left' }, { headline: true }] as const) {
      const shaped = shapeText(styled(text, style), fakeFonts, options)
      expect(shaped.hyphened).toBeUndefined()
    }
  })
})

describe('the hyphen in a line', () => {
  const shaped = shapeText(styled('国家企业的infrastructure工作安全生产检查会议精神'), fakeFonts, {
    ...textOptions,
    hyphenate,
  })
  const { lines: set } = setParagraph(shaped, 85)
  const [line] = set

  test('stands in the cluster of the last letter, and is a soft hyphen to copy', () => {
    const last = line?.text.clusters[line.to - 1]
    expect(last?.glyphs).toHaveLength(2)
    expect(last?.glyphs[1]?.id).toBe(0x2d)
    expect(last?.text).toMatch(/^[a-z]\u00ad$/u)
    expect(line?.hyphenated).toBe(true)
  })
  test('is of that line alone', () => {
    expect(shaped.clusters.map((one) => one.text).join('')).toBe(shaped.plain)
    expect(set.slice(1).every((one) => one.text === shaped)).toBe(true)
  })
})
