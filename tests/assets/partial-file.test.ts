import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
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

test('stretches are packed one behind the other, each found at the place that is given', () => {
  const file = new PartialFile(path, 10)
  const stretches = [1000, 1400, 1400, 1400, 3000, 3001, 20_000, 98_000, 99_990, SIZE]
  const places = file.pack(stretches, 2000)
  expect([...places]).toEqual([2000, 2400, 2400, 2401, 80_401])
  places.forEach((place, index) => {
    const [from = 0, to = 0] = stretches.slice(2 * index)
    expect(file.bytes.subarray(place, place + to - from)).toEqual(whole.subarray(from, to))
  })
  expect(file.bytes.subarray(80_411).every((byte) => byte === 0)).toBe(true)
})

test('what lies far apart is not read over, and no more at once than fits', () => {
  const file = new PartialFile(path, 10)
  const many = Array.from({ length: 40 }, (_, index) => [2500 * index, 2500 * index + 2400]).flat()
  const places = file.pack(many, 0)
  places.forEach((place, index) => {
    const from = many[2 * index] as number
    expect(file.bytes.subarray(place, place + 2400)).toEqual(whole.subarray(from, from + 2400))
  })
})

test('a file that has become another is not packed from', () => {
  const file = new PartialFile(path, 10)
  writeFileSync(path, whole.subarray(1))
  expect(() => file.pack([50_000, 50_010], 0)).toThrow('has changed')
})

test.skipIf(process.platform !== 'linux')(
  'a file stays open until the next turn, and no longer',
  async () => {
    const isOurs = (descriptor: string) => {
      try {
        return readlinkSync(`/proc/self/fd/${descriptor}`) === path
      } catch {
        return false
      }
    }
    const open = () => readdirSync('/proc/self/fd').filter(isOurs).length
    const file = new PartialFile(path, 10)
    expect(open()).toBe(0)
    for (let at = 10_000; at < 90_000; at += 10_000) {
      file.pack([at, at + 10], at)
      file.load([at, at + 10])
      expect(open()).toBe(1)
    }
    await new Promise(setImmediate)
    expect(open()).toBe(0)
    file.pack([50_000, 50_010], 0)
    expect(file.bytes.subarray(0, 10)).toEqual(whole.subarray(50_000, 50_010))
  },
)

test('a process that opens ever more files takes memory that is collected', () => {
  const opened = Array.from({ length: 81_000_000 / SIZE }, () => new PartialFile(path, 0))
  expect(opened.at(-1)?.bytes.buffer).toBeInstanceOf(ArrayBuffer)
})
