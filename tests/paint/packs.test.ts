import { expect, test } from 'vitest'
import { Container, type PackMemory } from '../../src/paint/pdf/container.ts'

/** A file of so many objects, one of which says another word. */
function fileOf(count: number, changed: number, memory: PackMemory | null): Uint8Array {
  const container = new Container('packed', '1.7', memory)
  for (let index = 0; index < count; index += 1) container.add({ Number: index === changed ? -1 : index })
  return container.finish([], {}, { CreationDate: 0 })
}

test('object streams of the last file are taken where they hold the same, and give the bytes of a file without memory', () => {
  const memory: PackMemory = { packs: [], refs: [] }
  expect(fileOf(900, -1, memory)).toEqual(fileOf(900, -1, null))
  const before = memory.packs
  expect(fileOf(900, 450, memory)).toEqual(fileOf(900, 450, null))
  const kept = memory.packs.map(({ bytes }, at) => bytes === before[at]?.bytes)
  expect(kept).toEqual([true, true, false, true, true])
  expect(fileOf(300, 450, memory)).toEqual(fileOf(300, 450, null))
  expect(memory.packs.length).toBe(2)
})
