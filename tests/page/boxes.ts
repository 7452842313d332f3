import type { BandTask } from '../../src/page/search/band.ts'
import { BREAK } from '../../src/page/search/costs.ts'
import { THOROUGH } from '../../src/page/search/effort.ts'
import type { FlowElement, Setting } from '../../src/page/search/elements.ts'
import { reckoned } from '../../src/page/search/reckoned.ts'
import type { Strip } from '../../src/page/search/strip.ts'
import type { Zone } from '../../src/page/search/zone.ts'

/** Flows of whole-line boxes without any text: what the column algorithms are tested with. */

export function box(rows: number, breakAfter: number = BREAK.free): Strip {
  return { rows, marks: [], breakAfter, textLines: rows }
}

export function element(strips: readonly Strip[], more: Partial<FlowElement> = {}): FlowElement {
  return {
    settings: [settingOf(strips)],
    floatCost: null,
    group: 'a',
    keepsPrevious: false,
    startsColumn: false,
    block: null,
    place: { section: 0, article: 0 },
    need: 0,
    refine: null,
    ...more,
  }
}

export function settingOf(strips: readonly Strip[]): Setting {
  return { strips, rows: strips.reduce((sum, strip) => sum + strip.rows, 0), cost: 0 }
}

/** A paragraph of lines with at least `orphans` lines before a break and `widows` after it. */
export function paragraph(lines: readonly number[], orphans = 2, widows = 2, need = 0): FlowElement {
  const count = lines.length
  return element(
    lines.map((rows, index) => {
      const after = index + 1
      if (after === count) return box(rows, after < need ? BREAK.keep : BREAK.free)
      const cost =
        (after < orphans ? BREAK.strandedFirst : 0) +
        (count - after < widows ? BREAK.strandedLast : 0) +
        (after < need ? BREAK.keep : 0)
      return box(rows, cost)
    }),
  )
}

/** A paragraph of `count` lines of one row. */
export function text(count: number, orphans = 2, widows = 2): FlowElement {
  return paragraph(new Array<number>(count).fill(1), orphans, widows)
}

export function bandTask(flow: readonly FlowElement[], columns: number, height: number): BandTask {
  return {
    flow,
    reckoned: reckoned(flow, THOROUGH),
    columns,
    height,
    page: height,
    endHole: true,
    known: new Map(),
    effort: THOROUGH,
  }
}

export function zone(flow: readonly FlowElement[], columns: number, more: Partial<Zone> = {}): Zone {
  return {
    flow,
    columns,
    startsPage: false,
    closes: 'balanced',
    keepNext: 0,
    foot: false,
    inserts: [],
    inserted: false,
    headings: false,
    gap: 0,
    ...more,
  }
}
