import { beforeAll, describe, expect, test } from 'vitest'
import type { FontLibrary } from '../../src/assets/font.ts'
import { type Faults, faultsOf, fontsForMeter, laidOut, SETTINGS } from './page-meter.ts'

/** Twelve of the issues that `npm run pages` sets two hundred of. */
const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1)

let fonts: FontLibrary
beforeAll(async () => {
  fonts = await fontsForMeter()
})

function faults(setting: string): Faults[] {
  return SEEDS.map((seed) => faultsOf(laidOut(seed, setting, fonts).found))
}

const count = (all: readonly Faults[], kind: keyof Faults) =>
  all.reduce((sum, one) => sum + (one[kind] as readonly string[]).length, 0)

describe('made-up issues', () => {
  test.each(Object.keys(SETTINGS))('have full columns: %s', (setting) => {
    const all = faults(setting)
    expect(count(all, 'short')).toBeLessThanOrEqual(1)
    expect(count(all, 'colophonAlone')).toBe(0)
    expect(count(all, 'headings')).toBe(0)
    expect(count(all, 'credits')).toBe(0)
    expect(count(all, 'holes')).toBeLessThanOrEqual(4)
  })
})
