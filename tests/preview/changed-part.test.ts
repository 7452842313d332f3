import { describe, expect, test } from 'vitest'
import { changedPart, itemsIn } from '../../src/preview/page/changed-part.ts'
import type { PaintedItem, ScreenPage } from '../../src/preview/protocol.ts'

const run = (y: number, glyphs: readonly number[], more: { angle?: number } = {}): PaintedItem => ({
  kind: 'glyphs',
  font: 'a',
  size: 10,
  colour: 'black',
  y,
  glyphs,
  xs: glyphs.map((_, at) => 50 + at * 10),
  ...more,
})
const pageOf = (...items: PaintedItem[]): ScreenPage => ({ width: 400, height: 600, items, text: '' })

describe('the part of a page that is painted again', () => {
  test('nothing where it looks as before, all where its size is another', () => {
    const page = pageOf(run(100, [1, 2]))
    expect(changedPart(page, pageOf(run(100, [1, 2])))).toBeNull()
    expect(changedPart(page, { ...page, width: 500 })).toBe('whole')
  })

  test('lines that changed, and where they were; their neighbours’ ink in it too', () => {
    const lines = [100, 118, 136, 154].map((y) => run(y, [1, 2, 3]))
    const [first, , third, last] = lines as [PaintedItem, PaintedItem, PaintedItem, PaintedItem]
    const after = pageOf(first, run(120, [4]), third, last)
    const part = changedPart(pageOf(...lines), after)
    if (part === null || part === 'whole') throw new Error('no part')
    expect(part.top).toBeLessThan(118 - 9)
    expect(part.top).toBeGreaterThan(100)
    expect(part.bottom).toBeGreaterThan(120)
    expect(part.bottom).toBeLessThan(136)
    // As wide as the line that was there.
    expect(part.left).toBeLessThan(50)
    expect(part.right).toBeGreaterThan(80)
    expect(itemsIn(after.items, part)).toEqual([first, run(120, [4]), third])
  })

  test('of a line that is gone too, and of turned glyphs everything', () => {
    const [a, b] = [run(100, [1]), run(300, [2])]
    expect(changedPart(pageOf(a, b), pageOf(a))).toMatchObject({ top: 286, bottom: 307 })
    const turned = run(200, [1, 2], { angle: 90 })
    const part = changedPart(pageOf(a, turned), pageOf(a, run(200, [1, 3], { angle: 90 })))
    expect(part).toMatchObject({ top: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY })
    expect(itemsIn([turned], { left: 0, top: 0, right: 1, bottom: 1 })).toEqual([turned])
  })

  test('a frame is where its path is, a stroke’s width more', () => {
    const frame = (width: number): PaintedItem => ({
      kind: 'path',
      commands: [
        ['M', 10, 20],
        ['L', 60, 90],
      ],
      fill: null,
      stroke: { colour: 'black', width, dash: [] },
    })
    expect(changedPart(pageOf(frame(1)), pageOf(frame(2)))).toEqual({
      left: 8,
      top: 18,
      right: 62,
      bottom: 92,
    })
  })
})
