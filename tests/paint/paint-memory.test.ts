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

test('the tags of the last file are taken where they and what hangs on them stand again', async () => {
  const list = sampleList()
  const memory = paintMemory()
  await paint(list, memory)
  const before = memory.elements.map((one) => one.written)
  expect(before.filter((one) => one !== null).length).toBeGreaterThan(10)
  const [one, two] = list.pages as [DisplayList['pages'][0], DisplayList['pages'][0]]
  const item = two.items.find(({ kind, node }) => kind === 'glyphs' && node !== null)
  const more = { ...list, pages: [one, { ...two, items: [...two.items, ...(item ? [item] : [])] }] }
  expect(await paint(more, memory)).toEqual(await paint(more, null))
  const changed = memory.elements.filter(({ written }, at) => written !== before[at])
  expect(changed.map(({ node }) => node?.id)).toEqual([item?.node])
})

test('what hangs on another page than it did is told of that page', async () => {
  const sample = sampleList()
  // Directly below the root, whose number stays as it is.
  const structure = sample.structure.map((node) => ({ ...node, parent: -1 }))
  const [page] = sample.pages as [DisplayList['pages'][0]]
  const list = { ...sample, structure, pages: [page], outline: [] }
  await after(list, { ...list, pages: [{ ...page, items: [] }, page] })
})

test('a file with other tags before or between those of the last is a first file', async () => {
  const list = sampleList()
  const id = Math.max(...list.structure.map((node) => node.id)) + 1
  const [root] = list.structure
  for (const at of [1, Math.floor(list.structure.length / 2), list.structure.length]) {
    const added = { id, parent: root?.id ?? -1, role: 'P' as const }
    const structure = list.structure.toSpliced(at, 0, added)
    const [page, ...more] = list.pages as [DisplayList['pages'][0]]
    const items = page.items.map((item, index) =>
      index === page.items.length - 1 ? { ...item, node: id } : item,
    )
    await after(list, { ...list, structure })
    await after({ ...list, structure }, list)
    await after(list, { ...list, structure, pages: [{ ...page, items }, ...more] })
  }
})

test('what is known of a face is let go when very much of it was of earlier files', () => {
  const memory = paintMemory()
  const face = {} as FontFace
  const known = slotsOf(memory, face)
  expect(slotsOf(memory, face)).toBe(known)
  known.count = 100_000
  expect(slotsOf(memory, face)).not.toBe(known)
})
