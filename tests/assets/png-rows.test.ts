import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { PngFile } from '../../src/assets/png.ts'
import { rowFault, samplesOf } from '../../src/assets/png-rows.ts'

function fileOf(rows: readonly (readonly number[])[], more: Partial<PngFile> = {}): PngFile {
  return {
    width: 4,
    height: rows.length,
    bits: 8,
    type: 0,
    interlaced: false,
    palette: null,
    transparency: null,
    icc: null,
    exif: null,
    pieces: [deflateSync(Uint8Array.from(rows.flat()))],
    ...more,
  }
}

const samples = async (file: PngFile) => [...(await samplesOf(file))]

describe('the samples of a PNG’s rows', () => {
  test.each([
    ['as they are', [0, 5, 6, 7, 8], [5, 6, 7, 8]],
    ['by the sample to the left', [1, 5, 1, 1, 1], [5, 6, 7, 8]],
    ['by the one above', [2, 1, 1, 1, 1], [11, 21, 31, 41]],
    ['by the mean of both', [3, 1, 1, 1, 1], [6, 14, 23, 32]],
    ['by the nearest of three', [4, 1, 1, 1, 1], [11, 21, 31, 41]],
  ])('%s', async (_, row, then) => {
    const above = [0, 10, 20, 30, 40]
    expect(await samples(fileOf([above, row]))).toEqual([10, 20, 30, 40, ...then])
  })

  test('of 16 bits keep the high byte, of one bit are counted from the left', async () => {
    const wide = fileOf([[0, 1, 99, 2, 99, 3, 99, 4, 99]], { bits: 16 })
    expect(await samples(wide)).toEqual([1, 2, 3, 4])
    expect(await samples(fileOf([[0, 0b10110000]], { bits: 1 }))).toEqual([1, 0, 1, 1])
  })
})

describe('rows that are looked through', () => {
  const rows = [
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3, 4],
  ]

  test('are whole, too few, or have a filter that there is none of', async () => {
    expect(await rowFault(fileOf(rows))).toBeNull()
    expect(await rowFault(fileOf(rows, { height: 3 }))).toBe('truncated')
    expect(
      await rowFault(
        fileOf([
          [0, 1, 2, 3, 4],
          [5, 1, 2, 3, 4],
        ]),
      ),
    ).toBe('damaged')
  })

  test('that go on below what the head tells are those of another picture; a little more, or zeros, is none', async () => {
    const wide = Array.from({ length: 3 }, () => [0, ...new Array<number>(20).fill(7)])
    expect(await rowFault(fileOf(wide, { width: 20, height: 2 }))).toBe('damaged')
    expect(await rowFault(fileOf([...rows, [7, 7]], { height: 2 }))).toBeNull()
    expect(await rowFault(fileOf([...rows, new Array<number>(40).fill(0)], { height: 2 }))).toBeNull()
  })
})
