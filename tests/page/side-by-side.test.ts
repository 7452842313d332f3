import { expect, test } from 'vitest'
import { classic } from '../../src/design/classic.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import { sideBySide } from '../../src/page/fit/side-by-side.ts'
import { FLOW_BEGINNING } from '../../src/page/search/column-fill.ts'
import { BREAK } from '../../src/page/search/costs.ts'
import type { Layout } from '../../src/page/search/layout.ts'
import { composed, figure, headline, lines, picture, shaped } from './blocks.ts'
import { element, text, zone } from './boxes.ts'

/** Pictures of one article with nothing between them, where their page is at fault. */

const other = { place: { section: 0, article: 1 } }

/** A column that ends after the first paragraph of article 0, breaking a rule or not. */
function ended(breakCost: number) {
  const rest = element([{ rows: 4, marks: [], breakAfter: 0 }])
  const to = { at: { element: 1, setting: 0, strip: 0 }, pending: [] }
  const nothing = { head: [], foot: [], inline: [], late: [], choices: null }
  const column = { ...nothing, from: FLOW_BEGINNING, to, rows: 9, cost: breakCost, breakCost }
  const fill = { columns: [column], rows: 9, to, cost: breakCost }
  const bands = [{ zone: 0, page: 1, row: 0, fill, runsOn: true }]
  const layout: Layout = { bands, pages: 2, cost: breakCost, stages: [] }
  return { zones: [zone([text(9), rest], 1)], layout }
}

function joined(
  blocks: Parameters<typeof shaped>[0],
  { design = classic, breakCost = BREAK.keep as number } = {},
) {
  const { zones, layout } = ended(breakCost)
  const found = sideBySide(shaped(blocks), zones, { layout, design })
  return found?.flatMap((block) =>
    block.kind === 'figure' ? [`${block.pictures.length} ${block.fit}${block.placed ? ' placed' : ''}`] : [],
  )
}

test('neighbouring pictures stand in a row where their article breaks a rule', () => {
  expect(joined([lines(2), figure({ fit: 'left' }), figure({ placed: true })])).toEqual(['2 column placed'])
  expect(joined([lines(2), figure(), figure()], { breakCost: BREAK.free })).toBeUndefined()
  expect(joined([lines(2), figure(other), figure(other)])).toBeUndefined()
})

test('not those with words between them, of two articles, or more than a row holds', () => {
  expect(joined([figure(), lines(2), figure()])).toBeUndefined()
  expect(joined([figure(other), figure()])).toBeUndefined()
  const three = () => figure({ pictures: [picture(), picture(), picture()] })
  expect(joined([figure(), three()])).toBeUndefined()
  expect(joined([figure(), figure({ gallery: true })])).toBeUndefined()
})

test('in several columns only such as stand across them, or as in one', () => {
  const across = () => figure({ fit: 'page' })
  const both = (...blocks: Parameters<typeof shaped>[0]) => joined(blocks, { design: twoColumn })
  expect(both(across(), across())).toEqual(['2 page'])
  expect(both(across(), figure())).toBeUndefined()
  expect(both(figure(), figure())).toEqual(['2 column'])
})

test('an article of a line and two tall pictures loses no line for them', () => {
  const tall = () => figure({ pictures: [picture({ ratio: 1.5 })] })
  const credit = lines(1, { role: 'credit', keep: { withNext: 0, withPrevious: true, whole: false } })
  const { value, diagnostics } = composed(
    [
      lines(13),
      headline('题', other),
      lines(1, other),
      { ...tall(), ...other },
      { ...tall(), ...other },
      { ...credit, ...other },
    ],
    undefined,
    classic,
  )
  expect(value.pages).toHaveLength(1)
  expect(diagnostics.map(({ code }) => code)).not.toContain('W-KEEP')
})
