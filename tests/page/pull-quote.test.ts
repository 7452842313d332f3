import { describe, expect, test } from 'vitest'
import type { GlyphRun } from '../../src/display/display-list.ts'
import { typeset } from '../../src/typeset.ts'
import { builtInLibrary } from '../assets/built-in.ts'
import { articleText, bodyOf, reading, shortBlock } from '../issue/reading.ts'

const fonts = await builtInLibrary()
const WORDS = '把信箱挂出去'
const LINE = 16.5
/** Foot of the type area: 22 mm above that of A4. */
const FOOT = ((297 - 22) * 72) / 25.4

/** So many lines of text, of about 22 characters. */
const lines = (count: number) => '本月检查供水管网登记问题限期修复逐项核对清楚。'.repeat(count)

/** The page's texts of an article with a pull quote, each with its place. */
function set(body: string, quote = WORDS, keys = '') {
  const { issue } = reading(articleText(body, `      pull_quotes: ${quote}\n${keys}`))
  const { value } = typeset(issue, { fonts, images: new Map() })
  const isText = (one: { kind: string }): one is GlyphRun => one.kind === 'glyphs'
  const runs = value.pages.flatMap(({ items }, page) =>
    items
      .filter(isText)
      .map((run) => ({ page, x: run.xs[0] as number, y: run.y, text: run.texts.join(''), node: run.node })),
  )
  return { runs, list: value }
}

type Runs = ReturnType<typeof set>['runs']

/** Texts of the body in the quote's column: above and below it. */
function around(runs: Runs) {
  const quote = runs.find(({ text }) => text.includes(WORDS))
  if (!quote) throw new Error('no quote')
  const column = runs.filter(
    ({ page, x, text }) =>
      (page === quote.page && x < 300 === quote.x < 300 && text.includes('管网')) || text.includes('修复'),
  )
  const own = column.filter(({ page, x }) => page === quote.page && x < 300 === quote.x < 300)
  return {
    above: own.filter(({ y }) => y < quote.y).length,
    below: own.filter(({ y }) => y > quote.y).length,
  }
}

describe('摘引', () => {
  test.each(['甲。\n\n![](话)\n\n乙。', '甲。\n\n- 乙\n\n![](话)\n\n> 丙'])(
    'a mark between two blocks of text stays: %j',
    (body) => {
      const { blocks, codes } = bodyOf(body, '      pull_quotes: { id: 话, text: 丁 }\n')
      expect(codes).toEqual([])
      expect(blocks.map(shortBlock).indexOf('place 话')).toBe(body.startsWith('甲。\n\n!') ? 1 : 2)
    },
  )

  test.each([
    ['![](话)\n\n甲。\n\n乙。', ['p 甲。', 'place 话', 'p 乙。']],
    ['甲。\n\n乙。\n\n![](话)', ['p 甲。', 'place 话', 'p 乙。']],
    ['甲。\n\n## 乙\n\n![](话)\n\n丙。\n\n丁。', ['p 甲。', 'h2 乙', 'p 丙。', 'place 话', 'p 丁。']],
    ['![](话)\n\n甲。', ['p 甲。', 'place 话']],
  ])('any other is moved to the nearest, and said: %j', (body, blocks) => {
    const found = bodyOf(body, '      pull_quotes: { id: 话, text: 丁 }\n')
    expect(found.codes).toEqual(['W-QUOTE-PLACE'])
    expect(found.blocks.map(shortBlock)).toEqual(blocks)
  })

  test('without marks they are spread over the places between paragraphs', () => {
    const { runs } = set('甲甲。\n\n乙乙。\n\n## 丙丙\n\n丁丁。\n\n戊戊。', '[壹壹, 贰贰]')
    const order = runs
      .filter(({ node }) => node !== null)
      .sort((a, b) => (a.node ?? 0) - (b.node ?? 0))
      .map(({ text }) => text)
    const tail = order.join('').replace(/^.*(?=甲甲)/, '')
    expect(tail).toBe('甲甲。壹壹乙乙。丙丙丁丁。贰贰戊戊。')
  })

  test('it never begins or ends its column, however long the text above it is', () => {
    for (let above = 20; above < 44; above += 1) {
      const { runs } = set(
        `${lines(above)}\n\n${lines(3)}\n\n![](话)\n\n${lines(3)}\n\n${lines(20)}`,
        `{ id: 话, text: ${WORDS} }`,
      )
      const found = around(runs)
      expect([above, found.above > 0, found.below > 0]).toEqual([above, true, true])
    }
  })

  test.each([18, 19, 20, 21, 22, 23])(
    'rather than leave lines empty it moves by a paragraph: %i lines above',
    (above) => {
      const body = `${lines(above)}\n\n${lines(3)}\n\n![](话)\n\n${lines(3)}\n\n${lines(60)}`
      const { runs } = set(body, `{ id: 话, text: ${WORDS} }`)
      const first = runs.filter(({ page, x, node, y }) => page === 0 && x < 280 && node !== null && y < FOOT)
      // Where it is met the column would end as many as four lines short.
      expect(FOOT - Math.max(...first.map(({ y }) => y))).toBeLessThan(2 * LINE)
    },
  )

  test('it is a quotation to screen readers, with its source, at its place in the text', () => {
    const { list } = set('甲甲。\n\n乙乙。', `{ text: ${WORDS}, source: 来信 }`)
    const at = list.structure.findIndex(({ role }) => role === 'BlockQuote')
    const { structure } = list
    expect(structure.filter(({ parent }) => parent === at).map(({ role }) => role)).toEqual(['P', 'P'])
    const { runs } = set('甲甲。\n\n乙乙。', `{ text: ${WORDS}, source: 来信 }`)
    const nodeOf = (words: string) => runs.find(({ text }) => text.includes(words))?.node ?? -1
    expect(nodeOf('甲甲')).toBeLessThan(nodeOf(WORDS))
    expect(nodeOf(WORDS)).toBeLessThan(nodeOf('来信'))
    expect(nodeOf('来信')).toBeLessThan(nodeOf('乙乙'))
  })
})
