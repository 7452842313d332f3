import { expect, test } from 'vitest'
import type { FontFace } from '../../src/assets/font.ts'
import type { DisplayList } from '../../src/display/display-list.ts'
import { paintDocument } from '../../src/paint/pdf/paint-document.ts'
import { type PaintMemory, paintMemory, slotsOf } from '../../src/paint/pdf/paint-memory.ts'
import { assetsOf, sampleList } from './sample-list.ts'

const paint = (list: DisplayList, memory: PaintMemory | null) => paintDocument(list, assetsOf(), {}, memory)

/** Paints one list and then another with the same memory: whether the second has the bytes of a first file, and which pages were kept. */
async function after(first: DisplayList, second: DisplayList) {
  const memory = paintMemory()
  await paint(first, memory)
  const { pages } = memory
  expect(await paint(second, memory)).toEqual(await paint(second, null))
  return memory.pages.map((page, index) => page === pages[index])
}

test('the pages of the last file are taken where nothing of them is another', async () => {
  const list = sampleList()
  expect(await after(list, { ...list })).toEqual([true, true])
  const [one, two] = list.pages as [DisplayList['pages'][0], DisplayList['pages'][0]]
  expect(
    await after(list, {
      ...list,
      pages: [one, { ...two, items: [...two.items.slice(1), ...two.items.slice(0, 1)] }],
    }),
  ).toEqual([true, false])
})

test('a page that became taller is painted again, though it holds the same', async () => {
  const list = sampleList()
  const pages = list.pages.map((page, index) => (index === 1 ? { ...page, height: page.height + 9 } : page))
  expect(await after(list, { ...list, pages })).toEqual([true, false])
})

test('so is one with a heading that became one of another level', async () => {
  const list = sampleList()
  const heading = list.structure.findLastIndex(({ role }) => role === 'H3')
  const structure = list.structure.map((node, at) =>
    at === heading ? { ...node, role: 'H4' as const } : node,
  )
  expect(await after(list, { ...list, structure })).toEqual([true, false])
})

test('what is known of a face is let go when very much of it was of earlier files', () => {
  const memory = paintMemory()
  const face = {} as FontFace
  const known = slotsOf(memory, face)
  expect(slotsOf(memory, face)).toBe(known)
  known.count = 100_000
  expect(slotsOf(memory, face)).not.toBe(known)
})
