import { ChangeSet } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { MovedPlaces } from '../../src/preview/page/moved-places.ts'
import type { Message } from '../../src/preview/protocol.ts'

const FILE = 'issues/2026-01.yaml'
const TEXT = '甲,乙,丙'
const span = (from: number, to: number, file = FILE) => ({ file, from, to })
const insert = (length: number, at: number, words: string) =>
  ChangeSet.of([{ from: at, insert: words }], length)

describe('a place that was told of', () => {
  const told: Message[] = []

  test('moves with what is written before it, change by change', () => {
    const places = new MovedPlaces()
    expect(places.now(told, span(3, 4))).toEqual(span(3, 4))
    places.written(FILE, insert(5, 0, '首'), [told])
    places.written(FILE, insert(6, 2, '要求'), [told])
    expect(places.now(told, span(3, 4))).toEqual(span(6, 7))
    expect('首甲要求,乙,丙'.slice(6, 7)).toBe(TEXT.slice(3, 4))
  })

  test('takes in nothing that is written at its edges, and is empty where it was taken away', () => {
    const places = new MovedPlaces()
    places.written(FILE, insert(5, 1, '先'), [told])
    places.written(FILE, insert(6, 3, '后'), [told])
    expect(places.now(told, span(1, 2))).toEqual(span(2, 3))
    places.written(FILE, ChangeSet.of([{ from: 1, to: 5 }], 7), [told])
    expect(places.now(told, span(1, 2))).toEqual(span(1, 1))
  })

  test('of another text, or told of since, stays', () => {
    const places = new MovedPlaces()
    places.written(FILE, insert(5, 0, '首'), [told])
    expect(places.now(told, span(3, 4, 'publication.yaml'))).toEqual(span(3, 4, 'publication.yaml'))
    expect(places.now([], span(3, 4))).toEqual(span(3, 4))
    expect(places.now(told, span(3, 9))).toEqual(span(3, 9))
  })
})
