import { describe, expect, test } from 'vitest'
import { arrange } from '../../src/content/arrange.ts'
import type { Block } from '../../src/content/block.ts'
import { PUBLICATION, reading } from '../issue/reading.ts'

const article = (title: string, keys = '') => `    - title: ${title}\n${keys}      body: 正文。\n`
const issueOf = (sections: string) => `date: 2024-01-15\nsections:\n${sections}`

function headings(sections: string, publication = '', byItself = true) {
  const { issue } = reading(issueOf(sections), PUBLICATION + publication)
  const { design } = issue.publication
  const { looks } = design
  const heading = { ...looks.heading, lead: 'first' as const }
  return arrange(issue, byItself ? { ...design, looks: { ...looks, heading } } : design)
    .blocks.filter((block): block is Extract<Block, { kind: 'heading' }> => block.kind === 'heading')
    .map(({ outline, spans, text, role }) => ({
      outline,
      spans,
      size: role === 'headline' ? (text.runs[0]?.style.size ?? 0) : 0,
    }))
}

const TWO = `  动态:\n${article('甲')}${article('乙')}  经验:\n${article('丙')}`
const SIZES = { lead: 18, other: 15 }

describe('头条', () => {
  test('where the design wants it, the first article leads in columns: its headline two sizes larger, it and its section across', () => {
    expect(headings(TWO)).toEqual([
      { outline: '动态', spans: true, size: 0 },
      { outline: '甲', spans: true, size: SIZES.lead },
      { outline: '乙', spans: false, size: SIZES.other },
      { outline: '经验', spans: false, size: 0 },
      { outline: '丙', spans: false, size: SIZES.other },
    ])
  })

  test('a design says so: of itself none leads that does not say so', () => {
    expect(headings(TWO, '', false).some((one) => one.spans)).toBe(false)
    const asked = `  动态:\n${article('甲', '      lead: true\n')}`
    expect(headings(asked, '', false).map((one) => one.size)).toEqual([0, SIZES.lead])
  })

  test('any section’s first article may lead, and the first need not', () => {
    const sections = `  动态:\n${article('甲', '      lead: false\n')}  经验:\n${article('丙', '      lead: true\n')}`
    expect(headings(sections)).toEqual([
      { outline: '动态', spans: false, size: 0 },
      { outline: '甲', spans: false, size: SIZES.other },
      { outline: '经验', spans: true, size: 0 },
      { outline: '丙', spans: true, size: SIZES.lead },
    ])
  })

  test('briefs before it do not take the lead', () => {
    const sections = `  简讯:\n    - 一件事。\n    - 又一件事。\n  动态:\n${article('甲')}`
    const [, first] = headings(sections).filter((one) => one.outline !== '')
    expect(first?.spans ?? headings(sections).at(-1)?.spans).toBe(true)
  })

  test.each([
    ['one column', TWO, 'page: { columns: 1 }\n'],
    ['classic', TWO, 'design: classic\n'],
    ['a boxed article', `  动态:\n${article('甲', '      box: true\n')}`, ''],
    ['an article with columns of its own', `  动态:\n${article('甲', '      columns: 1\n')}`, ''],
  ])('none leads by itself: %s', (_, sections, publication) => {
    expect(headings(sections, publication).some((one) => one.spans)).toBe(false)
  })

  test('its type follows that of headlines, and may be named', () => {
    const size = (publication: string) => headings(TWO, publication)[1]?.size
    expect(size('type: { headline: { size: 20pt } }\n')).toBe(24)
    expect(size('type: { headline: { size: 20pt }, lead_headline: { size: 22pt } }\n')).toBe(22)
  })
})
