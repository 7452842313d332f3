import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breakLines } from '../../src/text/break-lines.ts'
import { visibleEnd } from '../../src/text/items.ts'
import { LinePricer } from '../../src/text/line-price.ts'
import { plainMeasure } from '../../src/text/plain-measure.ts'
import { shapeText } from '../../src/text/shape.ts'
import { breakOpportunities, setLines } from '../../src/typography.ts'

const PAGE = readFileSync(resolve(import.meta.dirname, '../../docs/line-search.md'), 'utf8')
const TEXT = '会议要求，6月底前完成“老旧管网”改造，不误供水。'
const EM = 1000
const MEASURE = 9

const { items, clusters } = shapeText(
  {
    runs: [
      {
        text: TEXT,
        style: {
          family: '宋体',
          weight: 'regular',
          size: EM,
          colour: 'black',
          trackingEm: 0,
          raiseEm: 0,
          dots: false,
        },
        span: null,
      },
    ],
    style: {
      size: EM,
      align: 'justify',
      firstIndentEm: 0,
      startIndentEm: 0,
      endIndentEm: 0,
      headline: false,
    },
  },
  plainMeasure(),
  {
    indentEm: 0,
    emphasis: 'kai',
    punctuation: 'full',
    breakLevel: 'normal',
    hang: false,
    hanLatinSpaceEm: 0.25,
    latin: null,
    looseMarks: false,
    grid: false,
  },
)

/** Rows of the page's table of lines tried: line, natural width in em, price or “too long”. */
const rows = [...PAGE.matchAll(/^\| `([^`]+)` \| ([\d.]+) \| [^|]* \| ([^|]+) \|$/gm)].map((row) => ({
  line: row[1] as string,
  width: Number(row[2]),
  price: (row[3] as string).trim(),
}))

function placeOf(line: string): [from: number, to: number] {
  const texts = clusters.map((cluster) => cluster.text)
  const from = texts.findIndex((_, at) => texts.slice(at).join('').startsWith(line))
  let to = from
  while (texts.slice(from, to).join('').length < line.length) to += 1
  return [from, to]
}

describe('the example of docs/line-search.md', () => {
  test('is this text, with these places to break', () => {
    expect(PAGE).toContain(TEXT)
    const broken = [...TEXT].map((character, at) =>
      breakOpportunities(TEXT).includes(at + 1) ? `${character}·` : character,
    )
    expect(PAGE).toContain(broken.join('').replace(/·$/, ''))
  })

  test('has these widths and prices', () => {
    const pricer = new LinePricer(items, EM)
    const found = rows.map(({ line }) => {
      const [from, to] = placeOf(line)
      const seen = visibleEnd(items, from, to)
      const width = pricer.naturalWidth(from, seen) / EM
      const price = pricer.justified(from, seen, MEASURE * EM)
      return {
        line,
        width,
        price: price === Number.POSITIVE_INFINITY ? 'too long' : String(Math.round(price)),
      }
    })
    expect(rows.length).toBeGreaterThan(5)
    expect(found).toEqual(rows)
  })

  test('comes out in these lines', () => {
    const lines = setLines(TEXT, { measure: MEASURE }).map((line) => line.text)
    expect(PAGE).toContain(lines.join('\n'))
    const { demerits } = breakLines(items, () => MEASURE * EM, { em: EM, uniformFrom: 1, justified: true })
    expect(PAGE).toContain(`**${Math.round(demerits)}**`)
  })
})
