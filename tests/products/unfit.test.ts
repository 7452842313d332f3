import { expect, test } from 'vitest'
import { unfitDiagnostics, unfitness } from '../../src/products/fitness.ts'
import { assetsOf, ListBuilder } from '../paint/sample-list.ts'

const GETA = '〓'

/** What speaks against pages with these lines. */
function against(status: 'draft' | 'review' | 'final', ...lines: readonly string[]) {
  const builder = new ListBuilder()
  const node = builder.node('P', -1)
  for (const [at, text] of lines.entries()) builder.line(node, text, { from: 100 * at })
  return unfitness(builder.build(), assetsOf(), { status, templates: ['某公司召开 会议'] })
}

test('a status that is not final speaks against the pages, and nothing else does', () => {
  expect(against('final', '中文')).toEqual([])
  expect(against('review', '中文')).toEqual([{ kind: 'status', status: 'review' }])
})

test('a sign that stands for a character no font has is counted, with its page', () => {
  expect(against('final', `中${GETA}文`)).toMatchObject([
    { kind: 'glyph', pages: [1], count: 1, texts: [GETA] },
  ])
})

test('words of the template are found over the lines that they are set in, at their first', () => {
  const [found] = against('final', '一、某公司', '召开会议。')
  expect(found).toMatchObject({ kind: 'template', count: 1, span: { from: 0 } })
  expect(unfitDiagnostics([found as NonNullable<typeof found>], 'error')[0]).toMatchObject({
    code: 'E-UNFIT-TEXT',
  })
})
