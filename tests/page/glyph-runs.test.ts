import { expect, test } from 'vitest'
import type { GlyphRun } from '../../src/display/display-list.ts'
import { lineItems } from '../../src/page/make-up/glyph-runs.ts'
import { setParagraph } from '../../src/text/set-paragraph.ts'
import { shapeText } from '../../src/text/shape.ts'
import { fakeFonts, paragraphStyle, textOptions, textStyle } from '../text/fake-fonts.ts'

/** The runs of each line of a text at ten em, its second part in another colour and its third raised. */
function runsOf(...parts: string[]): GlyphRun[][] {
  const styles = [textStyle, { ...textStyle, colour: 'accent' as const }, { ...textStyle, raiseEm: 0.3 }]
  const runs = parts.map((text, at) => ({ text, style: styles[at] ?? textStyle, span: null }))
  const { lines } = setParagraph(shapeText({ runs, style: paragraphStyle }, fakeFonts, textOptions), 100)
  return lines.map((line) =>
    lineItems(line, { x: 100, y: 200, node: 1 }, fakeFonts).filter((one) => one.kind === 'glyphs'),
  )
}

const texts = (runs: readonly GlyphRun[] | undefined) => runs?.map((run) => run.texts.join(''))

test('each run of a line has its own glyphs, places and characters', () => {
  const [line = []] = runsOf('国家', '企业', '注', '工作')
  expect(texts(line)).toEqual(['国家', '企业', '注', '工作'])
  expect(line.map(({ xs }) => xs.map(Math.round))).toEqual([[100, 110], [120, 130], [140], [150, 160]])
  expect(line.map(({ glyphs }) => glyphs.length)).toEqual([2, 2, 1, 2])
})

test('what is set next leaves the lines before as they are', () => {
  const [first, second] = runsOf('国家企业工作会议召开，各地来人。')
  const before = structuredClone([first, second])
  expect(
    texts(first)
      ?.concat(texts(second) ?? [])
      .join(''),
  ).toBe('国家企业工作会议召开，各地来人。')
  runsOf('书房开放', '读者', '二', '人')
  expect([first, second]).toEqual(before)
})
