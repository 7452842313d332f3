import { expect, test } from 'vitest'
import { setParagraph, setVariants } from '../../src/text/set-paragraph.ts'
import { shapeText } from '../../src/text/shape.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'

const TEXT = `${'国家企业工作安全生产检查'.repeat(6)}国家企业工作安`

const variantsOf = (style: Parameters<typeof styled>[1], options = {}, text = TEXT) =>
  setVariants(shapeText(styled(text, style), fakeFonts, { ...textOptions, ...options }), 160)

test('a justified paragraph may have a line more, with the same text', () => {
  const { natural, longer } = variantsOf({})
  expect(longer?.lines.length).toBe(natural.lines.length + 1)
  expect(longer?.lines.at(-1)?.to).toBe(natural.lines.at(-1)?.to)
  expect(longer?.demerits).toBeGreaterThan(natural.demerits)
})

test.each([
  ['to the left', { align: 'left' }, {}],
  ['to the right', { align: 'right' }, {}],
  ['in the middle', { align: 'centre' }, {}],
  ['as a title', { headline: true }, {}],
  ['on the grid', {}, { grid: true }],
] as const)('text set %s has one setting', (_, style, options) => {
  const { shorter, natural, longer } = variantsOf(style, options)
  expect([shorter, longer]).toEqual([null, null])
  const alone = shapeText(styled(TEXT, style), fakeFonts, { ...textOptions, ...options })
  expect(natural.lines.map((line) => line.to)).toEqual(setParagraph(alone, 160).lines.map((line) => line.to))
})

test('so has no text at all', () => {
  const { shorter, natural, longer } = variantsOf({}, {}, '')
  expect([shorter, natural.lines, longer]).toEqual([null, [], null])
})
