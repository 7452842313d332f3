import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PartialFile } from '../../src/assets/partial-file.ts'

const SIZE = 100_000
const whole = Uint8Array.from({ length: SIZE }, (_, at) => 1 + (at % 255))
let folder = ''
let path = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-partial-'))
  path = join(folder, 'font')
  writeFileSync(path, whole)
})

afterEach(() => rmSync(folder, { recursive: true }))

test('what was asked for is there, at its place, to the very end', () => {
  const file = new PartialFile(path, 10)
  expect(file.bytes.subarray(0, 10)).toEqual(whole.subarray(0, 10))
  expect(file.bytes.length).toBe(SIZE)
  file.load([90_000, SIZE, 10, 20, 30_000, 60_001])
  file.load([70_000, 70_001])
  for (const [from, to] of [
    [10, 20],
    [30_000, 60_001],
    [70_000, 70_001],
    [90_000, SIZE],
  ] as const) {
    expect(file.bytes.subarray(from, to)).toEqual(whole.subarray(from, to))
  }
})

test('what nobody asked for is not read', () => {
  const file = new PartialFile(path, 10)
  expect(file.bytes.subarray(50_000).every((byte) => byte === 0)).toBe(true)
})

test('a file that has become another is refused', () => {
  const file = new PartialFile(path, 10)
  writeFileSync(path, whole.subarray(1))
  expect(() => file.load([50_000, 50_010])).toThrow('has changed')
})
