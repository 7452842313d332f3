import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOf, changesTo, stretchesOf, withStretches } from '../../src/preview/typed-change.ts'

describe('what makes a text another one', () => {
  test.each([
    ['a word in a line', '甲\n乙丙丁\n戊', '甲\n乙一丁\n戊', [{ from: 3, to: 4, insert: '一' }]],
    [
      'two places',
      '甲\n乙\n丙\n丁',
      '甲一\n乙\n丙\n丁二',
      [
        { from: 1, to: 1, insert: '一' },
        { from: 7, to: 7, insert: '二' },
      ],
    ],
    [
      'a line that moved over two, which stay',
      '甲\n乙\n丙\n丁\n',
      '丙\n甲\n乙\n丁\n',
      [
        { from: 0, to: 0, insert: '丙\n' },
        { from: 4, to: 6, insert: '' },
      ],
    ],
    ['nothing', '甲\n', '甲\n', []],
    ['all', '', '甲', [{ from: 0, to: 0, insert: '甲' }]],
  ])('%s', (_, before, after, wanted) => {
    expect(changesTo(before, after)).toEqual(wanted)
  })

  test('leaves no line of what moved, also where it passed something as long', () => {
    const [before, after] = ['甲\n乙\n丙\n丁\n', '甲\n丙\n乙\n丁\n']
    expect(changesTo(before, after, { from: 4, to: 6 })).toEqual([
      { from: 2, to: 2, insert: '丙\n' },
      { from: 4, to: 6, insert: '' },
    ])
    expect(changesTo(before, after, { from: 2, to: 4 })).toEqual([
      { from: 2, to: 4, insert: '' },
      { from: 6, to: 6, insert: '乙\n' },
    ])
  })

  test('is so for any two texts, in stretches one after the other', () => {
    const text = fc
      .array(fc.constantFrom('甲', '乙丙', '丙乙', '', '- a'), { maxLength: 12 })
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, fc.nat(9), fc.nat(9), (before, after, from, length) => {
        const changes = changesTo(before, after, { from, to: from + length })
        expect(withStretches(before, changes)).toBe(after)
        const change = changeOf(changes, before.length)
        expect(change && withStretches(before, stretchesOf(change))).toBe(after)
      }),
    )
  })

  test('of very long texts is one stretch', () => {
    const lines = Array.from({ length: 2100 }, (_, at) => `${at}\n`)
    const turned = [...lines].reverse()
    expect(changesTo(lines.join(''), turned.join(''))).toHaveLength(1)
  })
})

test('stretches beyond a text’s end, or not in order, are no change of it', () => {
  expect(changeOf([{ from: 2, to: 5, insert: '' }], 5)?.newLength).toBe(2)
  expect(changeOf([{ from: 2, to: 6, insert: '' }], 5)).toBeNull()
  expect(changeOf([{ from: 3, to: 2, insert: '' }], 5)).toBeNull()
  expect(
    changeOf(
      [
        { from: 3, to: 4, insert: '' },
        { from: 1, to: 2, insert: '' },
      ],
      5,
    ),
  ).toBeNull()
})
