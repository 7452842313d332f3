import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnContent } from '../../src/page/search/column-strips.ts'
import { BREAK } from '../../src/page/search/costs.ts'
import { QUICK, THOROUGH } from '../../src/page/search/effort.ts'
import type { FlowElement } from '../../src/page/search/elements.ts'
import type { Layout } from '../../src/page/search/layout.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import { lastStageAlike, stageOfPage } from '../../src/page/search/resume.ts'
import type { Zone } from '../../src/page/search/zone.ts'
import { box, element, paragraph, settingOf, text, zone } from './boxes.ts'

/** A random block: text, a heading with its text, a picture, a credit, blank lines, text with other settings. */
const elements = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 14 }).map((lines) => [text(lines)]) },
    {
      weight: 2,
      arbitrary: fc
        .record({ rows: fc.integer({ min: 1, max: 4 }), lines: fc.integer({ min: 1, max: 9 }) })
        .map(({ rows, lines }) => [
          element([box(rows, BREAK.keep)]),
          paragraph(new Array<number>(lines).fill(1), 2, 2, 2),
        ]),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ rows: fc.integer({ min: 3, max: 12 }), cost: fc.constantFrom(0, 250, null) })
        .map(({ rows, cost }) => [element([box(rows)], { floatCost: cost })]),
    },
    { weight: 1, arbitrary: fc.constant([text(4), element([box(1)], { keepsPrevious: true })]) },
    { weight: 1, arbitrary: fc.constant([element([{ ...box(1), blank: true }])]) },
    { weight: 1, arbitrary: fc.constant([element([box(2)], { startsColumn: true })]) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 4, max: 8 }).map((lines) => {
        const natural = text(lines)
        const longer = { ...settingOf(text(lines + 1).settings[0]?.strips ?? []), cost: 6 }
        const shorter = { ...settingOf(text(lines - 1).settings[0]?.strips ?? []), cost: 6 }
        return [{ ...natural, settings: [...natural.settings, shorter, longer] }]
      }),
    },
  ),
  { minLength: 1, maxLength: 30 },
)

/** Articles one after the other: pictures keep to theirs. */
const flow = fc
  .array(elements, { minLength: 1, maxLength: 3 })
  .map((articles) => articles.flatMap((one, index) => one.flat().map((el) => ({ ...el, group: `${index}` }))))

const zones = fc
  .array(
    fc.record({
      flow,
      columns: fc.constantFrom(1, 2, 3),
      startsPage: fc.boolean(),
      closes: fc.constantFrom('balanced' as const, 'filled' as const),
      insert: fc.option(
        fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), rows: fc.integer({ min: 2, max: 15 }) }),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .chain((list) =>
    fc.record({
      foot: fc.option(fc.integer({ min: 2, max: 8 })),
      list: fc.constant(list),
    }),
  )
  .map(({ list, foot }) => {
    const result: Zone[] = []
    for (const { flow: own, columns, startsPage, closes, insert } of list) {
      const at = insert ? Math.floor(insert.at * own.length) : 0
      const inserts =
        insert && at > 0
          ? [
              {
                element: at,
                zone: result.length + 1,
                rows: insert.rows,
                group: own[at]?.group ?? '',
                later: 0,
                earlier: 0,
                setting: 0,
                placed: false,
              },
            ]
          : []
      result.push(zone(own, columns, { startsPage, closes, inserts }))
      if (insert && at > 0) result.push(zone([element([box(insert.rows)])], 1, { inserted: true }))
    }
    if (foot) result.push(zone([element([box(foot)])], 1, { foot: true }))
    return result
  })

/** One document of several; a colophon inside it is none. */
function joined(parts: readonly (readonly Zone[])[]): Zone[] {
  const result: Zone[] = []
  for (const part of parts) {
    const first = result.length
    const moved = part.map((one) => ({
      ...one,
      foot: false,
      inserts: one.inserts.map((insert) => ({ ...insert, zone: insert.zone + first })),
    }))
    result.push(...moved)
  }
  return result
}

/** The document with one more setting, a line taller, of the element at a share of all. */
function withTaller(list: readonly Zone[], share: number): Zone[] {
  const count = list.reduce((sum, { flow: own }) => sum + own.length, 0)
  let left = Math.min(count - 1, Math.floor(share * count))
  return list.map((one) => {
    const at = left
    left -= one.flow.length
    if (at < 0 || at >= one.flow.length) return one
    const own = one.flow.map((el, index) => {
      const strips = el.settings[0]?.strips ?? []
      return index === at
        ? { ...el, settings: [...el.settings, { ...settingOf([...strips, box(1)]), cost: 6 }] }
        : el
    })
    return { ...one, flow: own }
  })
}

/** Every strip set, by zone, in the order of the columns. */
function strips(list: readonly Zone[], layout: Layout) {
  return layout.bands.flatMap((band) =>
    band.fill.columns.flatMap((fill) => {
      const content = columnContent(list[band.zone]?.flow ?? [], fill)
      return [...content.strips, ...content.foot].map((one) => ({ zone: band.zone, ...one }))
    }),
  )
}

/** How often each element of a zone is set, in lines; blank ones apart. */
function setRows(list: readonly Zone[], layout: Layout): Map<string, number> {
  const rows = new Map<string, number>()
  for (const one of strips(list, layout)) {
    const key = `${one.zone}/${one.element}`
    rows.set(key, (rows.get(key) ?? 0) + one.strip.rows)
  }
  return rows
}

function isBlank(one: FlowElement): boolean {
  return one.settings[0]?.strips.every((strip) => strip.blank) ?? false
}

const PAGE = 20

/** What holds of every layout; each is tried on the same one, since finding it is what takes the time. */
const LAWS: readonly ((list: readonly Zone[], layout: Layout) => void)[] = [
  setsEveryBlock,
  keepsTheOrder,
  staysOnItsPages,
]

function setsEveryBlock(list: readonly Zone[], layout: Layout): void {
  const rows = setRows(list, layout)
  list.forEach((one, zoneIndex) => {
    one.flow.forEach((el, index) => {
      if (isBlank(el)) return
      const possible = el.settings.map((setting) => setting.rows)
      expect(possible).toContain(rows.get(`${zoneIndex}/${index}`))
    })
  })
}

/** Of all but pictures. */
function keepsTheOrder(list: readonly Zone[], layout: Layout): void {
  const seen = strips(list, layout).filter(
    (one) => !list[one.zone]?.inserted && list[one.zone]?.flow[one.element]?.floatCost === null,
  )
  const order = seen.map((one) => one.zone * 10_000 + one.element)
  expect(order).toEqual([...order].sort((a, b) => a - b))
}

function staysOnItsPages(list: readonly Zone[], { bands, pages }: Layout): void {
  for (const band of bands) {
    expect(band.row + band.fill.rows).toBeLessThanOrEqual(PAGE)
    expect(band.page).toBeLessThanOrEqual(pages)
    for (const fill of band.fill.columns) {
      const content = columnContent(list[band.zone]?.flow ?? [], fill)
      const rows = [...content.strips, ...content.foot].reduce((sum, one) => sum + one.strip.rows, 0)
      expect(rows).toBeLessThanOrEqual(band.fill.rows)
    }
  }
  for (const a of bands) {
    for (const b of bands) {
      if (a === b || a.page !== b.page || a.row > b.row) continue
      expect(a.row + a.fill.rows).toBeLessThanOrEqual(b.row)
    }
  }
}

describe('any document', () => {
  test('has every block set whole and once, in order but for pictures, on its pages, off the others', () => {
    fc.assert(
      fc.property(zones, (list) => {
        const layout = searchLayout(list, PAGE)
        for (const law of LAWS) law(list, layout)
      }),
      { numRuns: 300 },
    )
  })

  test('goes on from any page of another search as it would have gone on itself', () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 1, max: 9 }), (list, page) => {
        const layout = searchLayout(list, PAGE)
        const again = searchLayout(list, PAGE, QUICK, {
          layout,
          stage: stageOfPage(layout, Math.min(page, layout.pages)),
          on: null,
        })
        expect(again).toEqual(layout)
      }),
      { numRuns: 60 },
    )
  })

  test('goes on where other settings are first met as if it had begun at the first page', () => {
    fc.assert(
      fc.property(
        fc.array(zones, { minLength: 1, maxLength: 2 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(QUICK, QUICK, QUICK, THOROUGH),
        (parts, changes, effort) => {
          const list = joined(parts)
          const layout = searchLayout(list, PAGE, effort)
          const now = changes.reduce(withTaller, list)
          const stage = lastStageAlike({ zones: list, layout }, now, PAGE)
          const again = searchLayout(now, PAGE, effort, { layout, stage, on: null })
          expect(again).toEqual(searchLayout(now, PAGE, effort))
        },
      ),
      { numRuns: 12 },
    )
  })

  test('has level columns where they close and no rule stands against it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 8, max: 14 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(2, 3),
        (lines, columns) => {
          const list = [
            zone(
              lines.map((count) => text(count)),
              columns,
            ),
          ]
          const { bands } = searchLayout(list, 60)
          const last = bands[bands.length - 1]
          const rows = last?.fill.columns.map((fill) => fill.rows) ?? []
          expect(rows[0]).toBeGreaterThanOrEqual(Math.max(...rows) - 1)
          expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(2)
        },
      ),
    )
  })
})
