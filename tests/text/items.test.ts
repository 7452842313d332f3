import { describe, expect, test } from 'vitest'
import { ArrayRoom } from '../../src/text/array-room.ts'
import { type Items, ROOMS, withSums } from '../../src/text/items.ts'
import { shapeText } from '../../src/text/shape.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'

function itemsOf(text: string): Items {
  return shapeText(styled(text), fakeFonts, textOptions).items
}

/** Pieces of memory that a text's items lie in. */
function pieces(items: Items): Set<ArrayBufferLike> {
  return new Set(Object.values(items).flatMap((one) => (ArrayBuffer.isView(one) ? [one.buffer] : [])))
}

describe("a text's items", () => {
  test('lie in three pieces of memory, and in no more of it than they need', () => {
    const text = '国家GDP增长，（企业）工作。'
    const items = itemsOf(text)
    expect(pieces(items).size).toBe(3)
    // The blank between ， and （, those behind ） and 。, and two gaps can shrink.
    expect(items.rooms).toHaveLength(6 * ROOMS)
    const bytes = [...pieces(items)].reduce((sum, one) => sum + one.byteLength, 0)
    const held = Object.values(items).reduce(
      (sum, one) => sum + (ArrayBuffer.isView(one) ? one.byteLength : 0),
      0,
    )
    expect(bytes).toBe(held)
  })

  test('have arrays as long as the text, where a character takes two code units too', () => {
    const items = itemsOf('国𠮷家——好')
    expect(items.count).toBe(5)
    for (const array of [
      items.kinds,
      items.left,
      items.body,
      items.right,
      items.gap,
      items.size,
      items.breaks,
    ])
      expect(array).toHaveLength(5)
  })

  test('are the same when they are summed up again', () => {
    const items = itemsOf('国家GDP增长1.2%，（企业）工作？！“好”。')
    expect(withSums(items)).toEqual(items)
  })
})

test('arrays taken of one room hold what is written into each', () => {
  const room = new ArrayRoom(2 * 8 + 3 * 4 + 2)
  const floats = room.floats(2).fill(0.5)
  const integers = room.integers(3).fill(-7)
  const bytes = room.bytes(2).fill(255)
  expect([...floats, ...integers, ...bytes]).toEqual([0.5, 0.5, -7, -7, -7, 255, 255])
  expect(() => room.bytes(1)).toThrow(RangeError)
})
