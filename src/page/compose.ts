import type { FontLibrary } from '../assets/font.ts'
import type { Diagnostic, Outcome } from '../base/diagnostic.ts'
import type { Content } from '../content/content.ts'
import type { Design } from '../design/design.ts'
import type { ShapedBlock } from '../text/shaped-text.ts'
import { complaints } from './complaints.ts'
import { fitReport } from './fit-report.ts'
import { pageFurniture } from './furniture.ts'
import { typeArea } from './geometry.ts'
import { makeUp } from './make-up.ts'
import type { Page } from './page.ts'
import { type PageText, pageText } from './page-text.ts'
import { refined } from './refine.ts'
import type { FitReport, PageWishes } from './report.ts'
import { type Layout, searchLayout } from './search.ts'
import { type PlannedZone, zonesOf } from './zones.ts'

/** What pages are composed with. */
export interface ComposeSetting {
  readonly design: Design
  readonly fonts: FontLibrary
  readonly furniture: Content['furniture']
  readonly wishes: PageWishes
}

/** Stage ④'s first result: the pages, and how they came out. */
export interface Composed {
  readonly pages: readonly Page[]
  readonly report: FitReport
  readonly blocks: readonly ShapedBlock[]
  readonly design: Design
  readonly fonts: FontLibrary
  readonly pageText: PageText
}

/** What copy-fitting may change. */
export interface Levers {
  readonly lineHeight: number
  readonly pictureScale: number
  readonly headingRows: number
}

/** Zones with the best layout found for them. */
export interface Found {
  readonly zones: readonly PlannedZone[]
  readonly layout: Layout
  readonly design: Design
}

/** Rounds of looking for other settings where a layout is not yet good. */
const ROUNDS = 4

/** A round that gains less than this is the last. */
const LEAST_GAIN = 20

/**
 * Stage ④: blocks to pages. Takes shaped blocks in reading order, masthead first and colophon last, with the
 * settled design; gives pages of whole-line strips on one grid. Promises that every block is set once, that
 * nothing overlaps or is dropped, and a diagnostic for every rule that could not be kept.
 */
export function compose(blocks: readonly ShapedBlock[], setting: ComposeSetting): Outcome<Composed> {
  const { design, fonts } = setting
  const shaper = pageText(design, fonts)
  const found = findLayout(blocks, design, shaper, { lineHeight: 0, pictureScale: 1, headingRows: 0 })
  const furniture = pageFurniture(found.design, setting.furniture, shaper)
  const pages = makeUp({ ...found, furniture })
  const diagnostics: Diagnostic[] = [...complaints(found)]
  const report = fitReport(blocks, found, setting.wishes, [])
  return { value: { pages, report, blocks, design: found.design, fonts, pageText: shaper }, diagnostics }
}

/** The best layout of the blocks, with other settings of paragraphs and pictures where the page asks for them. */
export function findLayout(
  blocks: readonly ShapedBlock[],
  design: Design,
  shaper: PageText,
  levers: Levers,
): Found {
  const { pictureScale, headingRows } = levers
  const width = typeArea(design, 1).width
  let zones = zonesOf(blocks, { design, pageText: shaper, width, pictureScale, headingRows })
  const rows = design.grid.lines
  let layout = searchLayout(zones, rows)
  for (let round = 0; round < ROUNDS; round++) {
    const more = refined(zones, layout, rows)
    if (more === null) break
    const better = searchLayout(more, rows)
    const gained = layout.cost - better.cost
    zones = more
    layout = better
    if (gained < LEAST_GAIN) break
  }
  return { zones, layout, design }
}
