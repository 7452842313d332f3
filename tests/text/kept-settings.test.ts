import { describe, expect, test } from 'vitest'
import type { ParagraphStyle } from '../../src/base/text-style.ts'
import type { Line, SetParagraph } from '../../src/text/line.ts'
import { setParagraph, setVariants } from '../../src/text/set-paragraph.ts'
import { shapeText } from '../../src/text/shape.ts'
import type { TextOptions } from '../../src/text/shape-text.ts'
import { breakOpportunities } from '../../src/typography.ts'
import { golden } from '../golden.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'
import { SAMPLE_TEXTS, SAMPLE_TITLES } from './sample-texts.ts'

/**
 * Settings as they are, to be read in the diff when a rule or a price changes: every line with its text, where its
 * characters stand, and what the paragraph costs. Renewed with `npm run bless`.
 */

const MEASURES = [7, 10.5, 13, 16, 22, 28, 41]

const round = (value: number) => String(Math.round(value * 100) / 100 + 0)

function textOf(line: Line): string {
  const clusters = line.text.clusters.slice(line.from, line.to)
  return clusters.map((one) => one.text).join('')
}

/** Text, right edge, mean of the origins, all in em of 10 pt; then what is unusual. */
function told(line: Line): string {
  const mean = line.xs.reduce((sum, x) => sum + x, 0) / Math.max(1, line.xs.length)
  const said = [
    line.trackingEm === 0 ? '' : ` tracked ${round(100 * line.trackingEm)}%`,
    line.overfull > 0 ? ` overfull ${round(line.overfull)}` : '',
    line.hyphenated ? ' hyphen' : '',
    line.cut ? ' cut' : '',
  ]
  return `  ${textOf(line)}　${round((line.xs[0] as number) / 10)}…${round(mean / 10)}…${round(line.width / 10)}${said.join('')}`
}

function paragraphTold({ lines, demerits }: SetParagraph): string[] {
  return [`  costs ${round(demerits)}`, ...lines.map(told)]
}

function settings(
  options: Partial<TextOptions>,
  style: Partial<ParagraphStyle>,
  measures = MEASURES,
): string {
  const all = SAMPLE_TEXTS.flatMap((text, at) => {
    const shaped = shapeText(styled(text, style), fakeFonts, { ...textOptions, ...options })
    return measures.flatMap((em) => [
      `text ${at + 1} at ${em} em`,
      ...paragraphTold(setParagraph(shaped, em * 10)),
    ])
  })
  return `${all.join('\n')}\n`
}

/** Divides a word into threes. */
const inThrees = (word: string) => [...Array(Math.ceil(word.length / 3) - 1).keys()].map((one) => 3 * one + 3)

const FEW = [10.5, 22]
const KINDS: Readonly<Record<string, () => string>> = {
  justified: () => settings({}, { firstIndentEm: 2 }),
  hanging: () => settings({ hang: true }, {}, FEW),
  kaiming: () => settings({ punctuation: 'kaiming' }, {}, FEW),
  half: () => settings({ punctuation: 'half' }, {}, FEW),
  'loose-marks': () => settings({ looseMarks: true }, {}, FEW),
  'strict-edges': () => settings({ breakLevel: 'strict' }, {}, FEW),
  grid: () => settings({ grid: true }, { firstIndentEm: 2 }, FEW),
  hyphenated: () => settings({ hyphenate: inThrees }, {}, FEW),
  ragged: () => settings({}, { align: 'left', startIndentEm: 1, endIndentEm: 1 }, FEW),
  right: () => settings({}, { align: 'right' }, FEW),
}

describe('settings as they are', () => {
  test.each(Object.keys(KINDS))('%s', (kind) => {
    const found = (KINDS[kind] as () => string)()
    expect(found).toBe(golden(`lines/${kind}.txt`, found))
  })

  test('one line fewer and one more', () => {
    const found = SAMPLE_TEXTS.flatMap((text, at) => {
      const shaped = shapeText(styled(text), fakeFonts, textOptions)
      return [13, 22].flatMap((em) => {
        const { shorter, longer } = setVariants(shaped, em * 10)
        return [
          `text ${at + 1} at ${em} em`,
          ...(shorter ? [' shorter', ...paragraphTold(shorter)] : [' no shorter']),
          ...(longer ? [' longer', ...paragraphTold(longer)] : [' no longer']),
        ]
      })
    }).join('\n')
    expect(found).toBe(golden('lines/variants.txt', found))
  })

  test('titles', () => {
    const found = SAMPLE_TITLES.flatMap((title) => [
      title,
      ...[6, 8.5, 11, 14, 18, 22, 30].map((em) => {
        const text = styled(title, { headline: true, align: 'centre' })
        const lines = setParagraph(shapeText(text, fakeFonts, textOptions), em * 10).lines
        return `  ${em} em: ${lines.map((line) => `${textOf(line)} ${round(line.width / 10)}`).join(' / ')}`
      }),
    ]).join('\n')
    expect(found).toBe(golden('lines/titles.txt', found))
  })

  test.each(['loose', 'normal', 'strict'] as const)('where lines may end, %s', (level) => {
    const found = [...SAMPLE_TEXTS, ...SAMPLE_TITLES].map((text) => broken(text, level)).join('\n')
    expect(found).toBe(golden(`lines/breaks-${level}.txt`, found))
  })
})

function broken(text: string, level: 'loose' | 'normal' | 'strict'): string {
  const offsets = new Set(breakOpportunities(text, { level }))
  return [...text.split('').keys()]
    .map((at) => (at > 0 && offsets.has(at) ? `|${text[at]}` : text[at]))
    .join('')
}
