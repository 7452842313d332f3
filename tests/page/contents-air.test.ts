import { beforeAll, expect, test } from 'vitest'
import type { FontLibrary } from '../../src/assets/font.ts'
import { withContentsAir } from '../../src/page/make-up/contents-air.ts'
import type { PlannedZone } from '../../src/page/make-up/zones.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import { box, element, zone } from './boxes.ts'
import { faultsOf, fontsForMeter, laidOut } from './page-meter.ts'

let fonts: FontLibrary
beforeAll(async () => {
  fonts = await fontsForMeter()
})

const inBox = { around: { look: 'contents', x: 0, width: 100 } }

/** A masthead of five lines, a contents box with two entries, then a block of so many lines; pages of sixteen. */
function boxAbove(rows: number) {
  const edge = { ...zone([element([box(1)])], 1), ...inBox }
  const zones = [
    zone([element([box(5)])], 1),
    edge,
    { ...zone([element([box(1)]), element([box(1)])], 1), ...inBox },
    edge,
    zone([element([box(rows)])], 1),
  ] as PlannedZone[]
  const laid = withContentsAir({ zones, layout: searchLayout(zones, 16) }, 16, 20)
  return laid.layout.bands.map((band) => `${band.page}.${band.row}+${band.fill.rows}`).join(' ')
}

test('a contents box takes the lines that nothing else can stand in', () => {
  expect(boxAbove(10)).toBe('1.0+5 1.5+3 1.8+4 1.12+3 2.0+10')
})

test('a contents box stays as it is where the next text goes on below it', () => {
  expect(boxAbove(7)).toBe('1.0+5 1.5+1 1.6+2 1.8+1 1.9+7')
})

test('the page of a made-up issue is full', () => {
  const { found } = laidOut(44, 'official', fonts)
  expect(faultsOf(found).holes.filter((hole) => hole.startsWith('1/'))).toEqual([])
})
