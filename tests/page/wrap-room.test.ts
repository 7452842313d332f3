import { expect, test } from 'vitest'
import type { ParagraphOf, StyledText } from '../../src/content/block.ts'
import { needBelow } from '../../src/page/blocks/beside-headings.ts'
import { runsBeside } from '../../src/page/blocks/wrap-room.ts'
import type { ShapedBlock } from '../../src/text/shaped-text.ts'
import { figure, galley, headline, paragraph, shaped } from './blocks.ts'

const text = paragraph('本月检查供水管网。') as ParagraphOf<StyledText>

test('running text and lists stand beside pictures', () => {
  for (const role of ['body', 'list-item', 'quotation', 'brief', 'credit'] as const)
    expect(shaped([{ ...text, role }]).every(runsBeside), role).toBe(true)
})

test('signatures, notes and what belongs to a table do not, nor what is no paragraph', () => {
  const signature = { seal: null, lines: 2 }
  const others = [
    { ...text, signature },
    ...(['note', 'footnote', 'table-title', 'table-note'] as const).map((role) => ({ ...text, role })),
    headline('标题'),
    figure(),
  ]
  expect(shaped(others).filter(runsBeside)).toEqual([])
})

test('a headline with one line above a picture that fills a page keeps to that line, not to the picture', () => {
  const need = (more: Parameters<typeof figure>[0]) => {
    const [head, line, picture] = shaped([headline('标题'), paragraph('一行。'), figure(more)])
    return needBelow([head, line, picture] as ShapedBlock[], 0, galley())
  }
  expect(need({ full: true })).toBe(1)
  expect(need({})).toBe(2)
})
