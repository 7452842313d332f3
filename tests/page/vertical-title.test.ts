import { describe, expect, test } from 'vitest'
import { acrossCauses } from '../../src/base/messages/layout-words.ts'
import type { Block, PanelOf, StyledText } from '../../src/content/block.ts'
import { flowOf } from '../../src/page/blocks/set-blocks.ts'
import { verticalArticle } from '../../src/page/blocks/vertical-title.ts'
import { turnedItem } from '../../src/page/make-up/turned-items.ts'
import { verticalCells } from '../../src/text/vertical-cells.ts'
import { composed, figure, galley, headline, lines, paragraph, shaped, styled, wordsIn } from './blocks.ts'

const title = (words: string, more = {}) => headline(words, { vertical: true, ...more })
const other = headline('别的', { place: { section: 0, article: 1 } })

const panel = (blocks: readonly Block[], more: Partial<PanelOf<StyledText>>): Block => {
  const { place, keep, span } = lines(1)
  return { kind: 'panel', look: 'box', place, keep, span, spans: false, blocks, ...more }
}

const set = (...blocks: readonly Block[]) => verticalArticle(shaped(blocks), 0, galley(), flowOf)

const textsOf = (one: ReturnType<typeof set>) => wordsIn(one?.strip.marks ?? [])

describe('a vertical title', () => {
  test('stands to the left of its article, one character below the other, in the middle of its height', () => {
    const one = set(title('老井盖有户口'), lines(9), other)
    expect(one?.next).toBe(2)
    const texts = textsOf(one)
    const characters = texts.filter(({ size }) => size === 15)
    expect(characters.map(({ text }) => text).join('')).toBe('老井盖有户口')
    expect(new Set(characters.map(({ left }) => Math.round(left))).size).toBe(1)
    const tops = characters.map(({ top }) => top)
    for (const [at, top] of tops.slice(1).entries()) expect(top - (tops[at] as number)).toBeCloseTo(15.9, 5)
    const body = texts.filter(({ size }) => size !== 15)
    expect(Math.min(...body.map(({ left }) => left))).toBeGreaterThan(
      Math.max(...characters.map(({ right }) => right)),
    )
    expect(body.map(({ text }) => text.length).reduce((sum, count) => sum + count, 0)).toBe(9 * 22 - 10)
    expect(Math.max(...body.map(({ right }) => right))).toBeLessThanOrEqual(231)
    const height = (one?.strip.rows as number) * 16.5
    const middle = ((tops[0] as number) + (characters.at(-1)?.foot as number)) / 2
    expect(Math.abs(middle - height / 2)).toBeLessThan(1)
  })

  test("an editor's note stands beside it in its frame, with a paragraph below", () => {
    const note = panel([paragraph('编者按：'.padEnd(30, '注'), { role: 'note' })], { look: 'note' })
    const one = set(title('老井盖有户口'), note, lines(9), other)
    expect(one?.next).toBe(3)
    const texts = textsOf(one)
    const characters = texts.filter(({ size }) => size === 15)
    expect(characters.map(({ text }) => text).join('')).toBe('老井盖有户口')
    const right = Math.max(...characters.map(({ right }) => right))
    expect(texts.filter(({ size }) => size !== 15).every(({ left }) => left > right)).toBe(true)
    expect(one?.strip.marks.some(({ kind }) => kind === 'path' || kind === 'rule')).toBe(true)
    // Not without a paragraph below it.
    expect(set(title('老井盖'), note, figure({ fit: 'column' }), lines(9), other)).toBeNull()
  })

  test('where it is set horizontally, that is said, with its cause', () => {
    const told = (...blocks: readonly Block[]) =>
      composed([...blocks, lines(60)])
        .diagnostics.filter(({ code }) => code === 'W-VERTICAL-TITLE')
        .map(({ values }) => values.whyZh)
    expect(told(title('老井盖有户口'), lines(9), other)).toEqual([])
    expect(told(title('老井盖有户口'), figure({ fit: 'column' }), lines(9), other)).toEqual([
      acrossCauses.other.zh,
    ])
    expect(told(title('老井盖有户口'), lines(1), other)).toEqual([acrossCauses.room.zh])
    expect(told(headline('老井盖有户口'), lines(1), other)).toEqual([])
  })

  test('too tall for its text it has two lines, read from the right', () => {
    const texts = textsOf(set(title('全区老旧阀门逐个转动一遍'), lines(6), other)).filter(
      ({ size }) => size === 15,
    )
    const lefts = [...new Set(texts.map(({ left }) => Math.round(left)))]
    expect(lefts).toHaveLength(2)
    expect(lefts[0]).toBeGreaterThan(lefts[1] as number)
    expect(texts.map(({ text }) => text).join('')).toBe('全区老旧阀门逐个转动一遍')
  })

  test('引题 stands to its right and 副题 to its left', () => {
    const small = (text: string) => styled(text, { size: 10, headline: true })
    const texts = textsOf(
      set(title('老井盖有户口', { shoulder: small('检修季'), subtitle: small('补录记') }), lines(12), other),
    )
    const at = (text: string) => texts.find((one) => one.text === text)?.left as number
    expect(at('检')).toBeGreaterThan(at('老'))
    expect(at('补')).toBeLessThan(at('老'))
  })

  test('of a long article the first paragraphs stand beside it, the others below at full width', () => {
    const one = set(title('老井盖有户口'), lines(4), lines(6), lines(50), other)
    expect(one?.next).toBe(3)
    const rows = composed([title('老井盖有户口'), lines(4), lines(6), lines(50), other]).value.pages[0]
      ?.columns[0]
    expect(rows?.used).toBeGreaterThan(20)
  })

  test('is set as any other where too little text follows, or a picture, or notes', () => {
    expect(set(title('老井盖有户口'), lines(2), other)).toBeNull()
    expect(set(title('老井盖有户口'), figure(), lines(20), other)).toBeNull()
    expect(set(title('老井盖有户口'))).toBeNull()
    const { pages } = composed([title('老井盖有户口'), lines(2), other]).value
    expect(pages[0]?.columns.length).toBeGreaterThan(0)
  })

  test('text half a column tall stands beside it, taller only where the title wants that', () => {
    const long = [lines(9), lines(9), lines(9)]
    expect(set(title('老井盖'), lines(8), lines(8), other)?.next).toBe(3)
    expect(set(title('老井盖'), ...long, other)?.next).toBe(2)
    expect(set(title('老井盖'), lines(30), other)?.next).toBe(2)
  })

  test('goes with a credit, and never leaves it alone', () => {
    const credit = paragraph('供稿', {
      role: 'credit',
      keep: { withNext: 0, withPrevious: true, whole: true },
    })
    expect(set(title('老井盖有户口'), lines(9), credit, other)?.next).toBe(3)
    // All of it is too tall for a column: the last paragraph and its credit stay together.
    expect(set(title('老井盖有户口'), lines(60), credit, other)).toBeNull()
  })
})

describe('what stands in a vertical line', () => {
  const shown = (text: string) =>
    verticalCells(text).map(({ kind, text: piece }) => (kind === 'turned' ? `<${piece}>` : piece))

  test.each([
    ['老井盖', ['老', '井', '盖']],
    ['30分钟', ['30', '分', '钟']],
    ['12345热线', ['<12345>', '热', '线']],
    ['办结95%', ['办', '结', '<95%>']],
    ['“户口”', ['<“>', '户', '口', '<”>']],
    ['用AI和5G', ['用', '<AI>', '和', '<5G>']],
    ['《条例》——问答', ['<《>', '条', '例', '<》——>', '问', '答']],
    ['回话，办结！', ['回', '话', '，', '办', '结', '！']],
  ])('%s', (text, cells) => {
    expect(shown(text)).toEqual(cells)
    expect(
      verticalCells(text)
        .map((one) => one.text)
        .join(''),
    ).toBe(text)
  })

  test('marks of a pause stand at the upper right of their place', () => {
    const [, mark] = verticalCells('话，')
    expect(mark?.right).toBeGreaterThan(0)
    expect(mark?.up).toBeGreaterThan(0)
  })

  test('words on their side read downwards', () => {
    const run = {
      node: 1,
      span: null,
      kind: 'glyphs',
      font: 'f',
      size: 9,
      colour: 'black',
      y: 20,
      glyphs: [1, 2],
      xs: [30, 39],
      texts: ['A', 'I'],
    } as const
    expect(turnedItem(run, { x: 100, y: 500, clockwise: true })).toEqual({
      ...run,
      angle: -90,
      y: 530,
      xs: [80, 89],
    })
    const rule = {
      node: 1,
      span: null,
      kind: 'rule',
      x: 10,
      y: 20,
      width: 60,
      height: 1,
      colour: 'black',
    } as const
    expect(turnedItem(rule, { x: 100, y: 500, clockwise: true })).toEqual({
      ...rule,
      x: 79,
      y: 510,
      width: 1,
      height: 60,
    })
  })
})
