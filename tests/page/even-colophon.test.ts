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

/** How many lines each page has, and which pages have their 页码. */
function tall(count: number, rows: number): { readonly used: readonly number[]; readonly numbered: string } {
  const colophon: ColophonOf<StyledText> = {
    ...BASE,
    kind: 'colophon',
    rows: Array.from({ length: rows }, () => ({ label: null, text: styled('国'), right: null })),
    evenPage: true,
  }
  const folio = { text: '{page}', style: styled('国').runs[0]!.style }
  const { value } = composed([lines(count), colophon], undefined, undefined, { folio })
  return {
    used: value.pages.map((page) => page.columns.reduce((sum, one) => sum + one.used, 0)),
    numbered: value.pages.map((page) => (page.furniture.length > 0 ? 'n' : '-')).join(''),
  }
}

test('a 版记 of several pages has no empty page among them, and ends on an even one', () => {
  expect(tall(60, 40).used).toEqual([60, 0, 43, 12])
  expect(tall(100, 40).used.slice(2)).toEqual([43, 12])
})

test('an empty page before 版记 and its own pages have no 页码 (GB/T 9704-2012, 7.5)', () => {
  const { used, numbered } = tall(90, 30)
  expect(used[2]).toBe(0)
  expect(numbered).toBe('nn--')
  expect(tall(20, 1).numbered).toBe('nn')
})
