import { describe, expect, test } from 'vitest'
import { searchLayout } from '../../src/page/search/pages.ts'
import { lastStageAlike } from '../../src/page/search/resume.ts'
import type { Zone } from '../../src/page/search/zone.ts'
import { box, element, settingOf, text, zone } from './boxes.ts'

const PAGE = 20
const two = (rows: number) => ({ settings: [settingOf([box(rows)]), settingOf([box(rows + 1)])] })
const long = () => Array.from({ length: 60 }, () => text(4))
const withAt = (zoneOf: Zone, at: number) => ({
  ...zoneOf,
  flow: zoneOf.flow.map((one, index) => (index === at ? { ...one, ...two(4) } : one)),
})

/** The stage that a search goes on from, of how many, when element `at` of the zone gets another setting. */
function stageFor(zones: readonly Zone[], changed: number, at: number) {
  const layout = searchLayout(zones, PAGE)
  const now = zones.map((one, index) => (index === changed ? withAt(one, at) : one))
  return { stage: lastStageAlike({ zones, layout }, now, PAGE), stages: layout.stages }
}

describe('where a search with other settings goes on', () => {
  test('at its last stage where nothing changed', () => {
    const zones = [zone(long(), 2)]
    const layout = searchLayout(zones, PAGE)
    expect(lastStageAlike({ zones, layout }, zones, PAGE)).toBe(layout.stages.length - 1)
  })

  test('before the changed element, not at the beginning', () => {
    const zones = [withAt(zone(long(), 2), 0)]
    const { stage, stages } = stageFor(zones, 0, 59)
    expect(stages.length).toBeGreaterThan(3)
    expect(stage).toBeGreaterThan(0)
    expect(stage).toBeLessThan(stages.length - 1)
  })

  test('at the beginning of a zone where settings are new to it: it is searched by another way', () => {
    const { stage, stages } = stageFor([zone(long(), 2)], 0, 59)
    expect(stages[stage]?.page ?? 0).toBe(stages[0]?.page)
    expect(stage).toBe(0)
  })

  test('at the last stage of the zones before one that has no stage of its own', () => {
    const zones = [zone(long(), 2), zone([element([box(3)])], 1)]
    const layout = searchLayout(zones, PAGE)
    const bare = { ...layout, stages: layout.stages.filter((one) => one.zone === 0) }
    const now = [zones[0] as Zone, withAt(zones[1] as Zone, 0)]
    expect(lastStageAlike({ zones, layout: bare }, now, PAGE)).toBe(bare.stages.length - 1)
    expect(bare.stages.length).toBeGreaterThan(1)
  })
})
