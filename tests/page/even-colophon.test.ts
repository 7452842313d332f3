import { expect, test } from 'vitest'
import type { Block, ColophonOf, StyledText } from '../../src/content/block.ts'
import { composed, lines, styled } from './blocks.ts'

const BASE = {
  place: { section: 0, article: 0 },
  keep: { withNext: 0, withPrevious: false, whole: true },
  span: null,
} as const

/** The page of a colophon below so many lines, and what is said. */
function pageOf(
  count: number,
  evenPage: boolean,
): { readonly page: number; readonly codes: readonly string[] } {
  const colophon: ColophonOf<StyledText> = {
    ...BASE,
    kind: 'colophon',
    rows: [{ label: null, text: styled('国'), right: null }],
    ...(evenPage ? { evenPage: true as const } : {}),
  }
  const blocks: readonly Block[] = [lines(count), colophon]
  const { value, diagnostics } = composed(blocks)
  return { page: value.pages.length, codes: diagnostics.map((one) => one.code) }
}

test('版记 on an even page: another one where the text ends on an odd page, none where it ends on an even one', () => {
  expect(pageOf(20, false).page).toBe(1)
  expect(pageOf(20, true).page).toBe(2)
  expect(pageOf(110, false).page).toBe(2)
  expect(pageOf(110, true).page).toBe(2)
})

test('what is wanted is not complained of', () => {
  expect(pageOf(20, true).codes).not.toContain('W-COLOPHON-ALONE')
})
