import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/content/block.ts'
import { someOf } from '../mode.ts'
import { composed, figure, headline, lines, NO_WISHES, paragraph } from './blocks.ts'

/** Articles of uneven paragraphs with a picture each. */
function copy(articles: number): Block[] {
  return Array.from({ length: articles }, (_, index) => [
    headline(`标题${index}`),
    ...[5, 4, 7, 6, 3].map((count) => lines(count)),
    figure(),
    paragraph('国'.repeat(22 * 6 + 3)),
    paragraph('国'.repeat(22 * 5 + 2)),
  ]).flat()
}

function wish(count: number, mode: 'report' | 'auto' = 'report') {
  return { pages: { count }, fit: { ...NO_WISHES.fit, mode } }
}

describe('the report', () => {
  test('says nothing is over or under where nothing is wished', () => {
    const { report } = composed(copy(4)).value
    expect([report.wanted, report.linesOver, report.linesUnder]).toEqual([null, 0, 0])
  })

  test('cutting what it says reaches the pages', () => {
    const blocks = copy(6)
    const made = composed(blocks).value.report.pages
    const { value, diagnostics } = composed(blocks, wish(made - 1))
    expect(diagnostics.map((one) => one.code)).toContain('W-PAGES-OVER')
    expect(value.report.linesOver).toBe(Math.ceil(value.report.charactersOver / 22))
    const shorter = cut(blocks, value.report.linesOver)
    expect(composed(shorter, wish(made - 1)).value.report.pages).toBe(made - 1)
  })

  test('adding what it says fills the pages and no more', () => {
    const blocks = copy(6)
    const made = composed(blocks).value.report.pages
    const { linesUnder } = composed(blocks, wish(made)).value.report
    expect(linesUnder).toBeGreaterThan(6)
    const longer = [...blocks, lines(linesUnder - 4)]
    const after = composed(longer, wish(made)).value.report
    expect([after.pages, after.linesUnder < 7]).toEqual([made, true])
  })

  test('shares the cut over the articles', () => {
    const { articles, charactersOver } = composed(copy(3), wish(1)).value.report
    const shared = articles.reduce((sum, one) => sum + one.change, 0)
    expect(Math.abs(shared - charactersOver)).toBeLessThanOrEqual(articles.length)
  })
})

describe('the levers', () => {
  test('are left alone unless asked for', () => {
    expect(composed(copy(6), wish(2)).value.report.levers).toEqual([])
  })

  test('reach a page count a few lines away, in their order', () => {
    const blocks = copy(6)
    const made = composed(blocks).value.report.pages
    let lines = 0
    while (composed(cut(blocks, lines + 4)).value.report.pages === made) lines += 4
    const near = cut(blocks, lines)
    expect(composed(near).value.report.pages).toBe(made)
    const { report } = composed(near, wish(made - 1, 'auto')).value
    expect(report.pages).toBe(made - 1)
    expect(report.levers.length).toBeGreaterThan(0)
  })

  test('make just the pages that are wished for, or leave all as it was', () => {
    const wishes = [
      [3, 0],
      [6, 0],
      [6, 1],
      [7, 1],
    ] as const
    for (const [articles, more] of someOf(wishes, 2)) {
      const blocks = copy(articles)
      const made = composed(blocks).value.report.pages
      const wanted = made + (more === 0 ? -1 : 1)
      const { pages, levers } = composed(blocks, wish(wanted, 'auto')).value.report
      if (pages !== wanted) expect([pages, levers]).toEqual([made, []])
    }
  })

  test('report none that could be left alone', () => {
    // Headlines of 15 pt in two lines have no line to give: that lever has no effect, and line height does it.
    const articles = Array.from({ length: 7 }, (_, index) => [headline(`标题${index}`), lines(10)]).flat()
    const near = [...articles, lines(3)]
    expect(composed(near).value.report.pages).toBe(2)
    const { pages, levers } = composed(near, wish(1, 'auto')).value.report
    expect([pages, levers.map((one) => one.lever)]).toEqual([1, ['line-height']])
  })

  test('give the natural pages back when out of reach', () => {
    const { value, diagnostics } = composed(copy(8), wish(1, 'auto'))
    expect(value.report.levers).toEqual([])
    expect(diagnostics.map((one) => one.code)).toContain('W-PAGES-OVER')
  })
})

/** The blocks with `count` whole lines fewer. */
function cut(blocks: readonly Block[], count: number): Block[] {
  let left = count
  return blocks.map((block) => {
    if (left === 0 || block.kind !== 'paragraph') return block
    const text = block.text.runs[0]?.text ?? ''
    const take = Math.min(left, Math.floor(text.length / 22) - 2)
    left -= Math.max(0, take)
    return take > 0 ? paragraph(text.slice(take * 22)) : block
  })
}
