import { beforeAll, describe, expect, test } from 'vitest'
import type { FontLibrary } from '../../src/assets/font.ts'
import { type Faults, faultsOf, fontsForMeter, laidOut, SETTINGS } from './page-meter.ts'

/** Twelve of the issues that `npm run pages` sets two hundred of. */
const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1)

let fonts: FontLibrary
beforeAll(async () => {
  fonts = await fontsForMeter()
})

const count = (all: readonly Faults[], kind: keyof Faults) =>
  all.reduce((sum, one) => sum + (one[kind] as readonly string[]).length, 0)

const found: Faults[] = []

describe('made-up issues', () => {
  test.each(Object.keys(SETTINGS))('leave no colophon, heading or credit alone: %s', (setting) => {
    const all = SEEDS.map((seed) => faultsOf(laidOut(seed, setting, fonts).found))
    found.push(...all)
    expect(count(all, 'colophonAlone')).toBe(0)
    expect(count(all, 'headings')).toBe(0)
    expect(count(all, 'credits')).toBe(0)
    expect(count(all, 'holes')).toBeLessThanOrEqual(2)
  })

  test('have full columns', () => {
    expect(found).toHaveLength(SEEDS.length * Object.keys(SETTINGS).length)
    expect(count(found, 'short')).toBeLessThanOrEqual(2)
    expect(count(found, 'holes')).toBeLessThanOrEqual(4)
    expect(count(found, 'pictures')).toBe(0)
    // Of 48 documents.
    expect(count(found, 'away')).toBeLessThanOrEqual(6)
  })

  test('have the last lines of a single page beside their colophon', () => {
    expect(faultsOf(laidOut(12_050, 'three-columns', fonts).found).colophonAlone).toEqual([])
  })

  test.each([
    ['two tall pictures and a credit in a box, without a word', 5109, 'classic'],
    ['three pictures and a credit in a box, below two lines', 9041, 'official'],
    ['a box a line taller than its page', 9146, 'classic'],
    ['a sub-heading above a picture across and a table', 9196, 'three-columns'],
    ['columns whose good end only a dear beginning has', 9158, 'three-columns'],
    ['a picture that ends its article at a page’s foot', 9143, 'classic'],
  ])('have none of these left alone, away or short: %s', (_, seed, setting) => {
    const { short, holes, credits, headings, pictures, away } = faultsOf(laidOut(seed, setting, fonts).found)
    expect({ short, holes, credits, headings, pictures, away }).toEqual({
      short: [],
      holes: [],
      credits: [],
      headings: [],
      pictures: [],
      away: [],
    })
  })
})
