import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GRID_COST, LINE_COST, SQUEEZE_COST, TITLE_COST } from '../../src/text/costs.ts'
import { setParagraph } from '../../src/text/set-paragraph.ts'
import { shapeText } from '../../src/text/shape.ts'
import { loadHyphenation, type SetLinesOptions, setLines } from '../../src/typography.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'
import { GRID, LINES, type PricedText, SQUEEZED, TITLES } from './priced-texts.ts'

const TEXT = resolve(import.meta.dirname, '../../src/text')
const hyphenate = await loadHyphenation()

function set({ text, measure }: PricedText, more: Partial<SetLinesOptions>): string {
  return setLines(text, { measure, ...more })
    .map(({ clusters }) => clusters.map((one) => one.text).join(''))
    .join('/')
}

function title({ text, measure }: PricedText): string {
  const shaped = shapeText(styled(text, { headline: true, align: 'centre' }), fakeFonts, textOptions)
  return setParagraph(shaped, measure * 10)
    .lines.map(({ text, from, to }) =>
      text.clusters
        .slice(from, to)
        .map((one) => one.text)
        .join(''),
    )
    .join('/')
}

/** A text set by the table, and again with one price changed. */
function bothWays(table: object, name: string, price: number, set: () => string): [string, string] {
  const costs = table as Record<string, number>
  const usual = costs[name] as number
  const is = set()
  costs[name] = price
  try {
    return [is, set()]
  } finally {
    costs[name] = usual
  }
}

describe('each price makes its text', () => {
  test.each(Object.entries(LINES))('LINE_COST.%s', (name, one) => {
    const more = name === 'hyphen' ? { hyphenate } : {}
    expect(bothWays(LINE_COST, name, 0, () => set(one, more))).toEqual([one.is, one.otherwise])
  })

  test.each(Object.entries(SQUEEZED))('SQUEEZE_COST[%s]', (room, one) => {
    expect(bothWays(SQUEEZE_COST, room, 3000, () => set(one, {}))).toEqual([one.is, one.otherwise])
  })

  test.each(Object.entries(GRID))('GRID_COST.%s', (name, one) => {
    expect(bothWays(GRID_COST, name, 0, () => set(one, { grid: true }))).toEqual([one.is, one.otherwise])
  })

  test.each(Object.entries(TITLES))('TITLE_COST.%s', (name, one) => {
    expect(bothWays(TITLE_COST, name, 0, () => title(one))).toEqual([one.is, one.otherwise])
  })
})

describe('the table of text’s prices', () => {
  const table = readFileSync(join(TEXT, 'costs.ts'), 'utf8')

  test('names each text, and has one for each price but for those that only tell', () => {
    const told = (texts: object, costs: object) =>
      Object.keys(costs).filter(
        (name) => !table.includes(`“${(texts as Record<string, PricedText>)[name]?.says}”`),
      )
    expect(told(LINES, LINE_COST)).toEqual(['cut'])
    expect(told(GRID, GRID_COST)).toEqual(['cut'])
    expect(told(TITLES, TITLE_COST)).toEqual([])
  })

  test('no other file of the text has a price of its own', () => {
    const files = readdirSync(TEXT, { encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && name !== 'costs.ts',
    )
    const priced = files.flatMap((name) =>
      (
        readFileSync(join(TEXT, name), 'utf8').match(
          /^.*(?:price|cost|demerits)\w* (?:\+?=|\+) [3-9\d][\d_.]+.*$/gim,
        ) ?? []
      ).map((line) => `${name}: ${line}`),
    )
    expect(priced).toEqual([])
  })
})
