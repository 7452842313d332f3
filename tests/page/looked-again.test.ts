import { expect, test } from 'vitest'
import { lookedAgain } from '../../src/page/fit/found-layout.ts'
import type { PlannedZone } from '../../src/page/make-up/zones.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import { box, element, zone } from './boxes.ts'

/** Pages of two columns that boxes leave three lines short, and whether other settings were asked for before them. */
function looks(pages: number): { widely: boolean } {
  let widely = false
  const flow = Array.from({ length: pages * 2 }, () =>
    element([box(7)], {
      refine: (room) => {
        widely ||= room.widely === true
        return []
      },
    }),
  )
  const zones = [zone(flow, 2) as PlannedZone]
  lookedAgain({ zones, layout: searchLayout(zones, 10), on: [] }, { rows: 10, layouts: null })
  return { widely }
}

test('further looks are for documents of few faults: those of a long one would take most of its time', () => {
  expect(looks(12).widely).toBe(true)
  expect(looks(70).widely).toBe(false)
})
