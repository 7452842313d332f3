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

test('what holds the same under other numbers is packed anew', () => {
  const memory: PackMemory = { packs: [], refs: [] }
  const fileBehind = (streams: number, known: PackMemory | null) => {
    const container = new Container('packed', '1.7', known)
    for (let index = 0; index < streams; index += 1) container.addStream({}, new Uint8Array([index]))
    for (let index = 0; index < 300; index += 1) container.add({ Number: index })
    return container.finish([], {}, { CreationDate: 0 })
  }
  fileBehind(0, memory)
  expect(fileBehind(1, memory)).toEqual(fileBehind(1, null))
})

test('an object is written once, and none that was reserved is left out', () => {
  const container = new Container('packed', '1.7')
  const [one, other] = [container.reserve(), container.reserve()]
  container.put(one, 1)
  expect(() => container.put(one, 1)).toThrow(`object ${one.id} is written twice`)
  expect(() => container.finish([], {}, {})).toThrow(`objects never written: ${other.id}`)
})
