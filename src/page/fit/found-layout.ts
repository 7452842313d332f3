import type { Design } from '../../design/design.ts'
import type { ShapedBlock } from '../../text/shaped-text.ts'
import type { SettingMemory } from '../blocks/galley.ts'
import { typeArea } from '../blocks/geometry.ts'
import type { PageText } from '../blocks/page-text.ts'
import { withArticleAir } from '../make-up/article-air.ts'
import { withContentsAir } from '../make-up/contents-air.ts'
import { type PlannedZone, zonesOf } from '../make-up/zones.ts'
import { WORTH } from '../search/costs.ts'
import { BOUNDS, type Effort, FIRST, QUICK, THOROUGH, WIDEST } from '../search/effort.ts'
import type { FlowElement } from '../search/elements.ts'
import { faultyPages, isShort } from '../search/faults.ts'
import { knownLayout, type LayoutMemory } from '../search/known-layouts.ts'
import type { Layout, Onward } from '../search/layout.ts'
import { searchLayout } from '../search/pages.ts'
import { refined } from '../search/refine.ts'
import { lastStageAlike, stageOfPage } from '../search/resume.ts'
import { awayPictures } from './away-pictures.ts'
import { inOneColumn } from './in-one-column.ts'
import { sideBySide } from './side-by-side.ts'

/** What is laid out. */
export interface Copy {
  readonly blocks: readonly ShapedBlock[]
  readonly design: Design
  readonly pageText: PageText
  /** What earlier states of it were set and laid out like; nothing when absent. */
  readonly memory?: CopyMemory | null
}

/** What is kept of one state of a copy for the next, of one design. */
export interface CopyMemory {
  readonly settings: SettingMemory
  /** Null where none is kept. */
  readonly layouts: LayoutMemory | null
}

/** What copy-fitting may change, with its natural values in `NATURAL`. */
export interface Levers {
  /** Added to the design's line height, in pt. */
  readonly lineHeight: number
  readonly pictureScale: number
  /** Lines added to the space around headings. */
  readonly headingRows: number
  /** Paragraphs to set with one line fewer (negative) or more, as many as can be had. */
  readonly paragraphs: number
}

export const NATURAL: Levers = { lineHeight: 0, pictureScale: 1, headingRows: 0, paragraphs: 0 }

/** Zones with the best layout found for them, and the design they were set in. */
export interface Found {
  readonly zones: readonly PlannedZone[]
  readonly layout: Layout
  readonly design: Design
  /** Paragraphs that were set shorter or longer because of the lever. */
  readonly paragraphs: number
}

/** Rounds of looking for other settings where a layout is not yet good. */
const ROUNDS = 4

/**
 * The best layout of the blocks, with other settings of paragraphs and pictures where the page asks for them; and with
 * pictures in one column that across the columns would leave their article, where that is better.
 */
export function findLayout(copy: Copy, levers: Levers = NATURAL): Found {
  return foundOf(draftOf(copy, levers))
}

/** The same of a copy whose draft is there. */
export function foundOf(draft: Draft): Found {
  const tried = { draft, laid: bestLayout(draft.rounds, draft.page, lookedAgain) }
  if (tried.laid.layout.pages > MOST_LOOKED_AT) return finished(tried)
  const { draft: own, laid } = otherwise(otherwise(tried, inOneColumn, hasFewerAway), sideBySide, hasLess)
  return finished({ draft: own, laid: widely(laid, own.page) })
}

/** The layout with air where lines are left. */
function finished({ draft: { page, design, paragraphs }, laid }: Tried): Found {
  const full = withArticleAir(laid)
  return { ...withContentsAir(full, page.rows, design.grid.lineHeight), design, paragraphs }
}

/** A layout, and what it is of. */
interface Tried {
  readonly draft: Draft
  readonly laid: Laid
}

/** The layout of the copy with its pictures otherwise, where that is better. */
function otherwise(tried: Tried, change: typeof inOneColumn, isBetter: typeof hasLess): Tried {
  const { draft, laid } = tried
  const { copy, levers, design } = draft
  const blocks = change(copy.blocks, laid.zones, { layout: laid.layout, design })
  if (blocks === null) return tried
  const other = draftOf({ ...copy, blocks }, levers)
  const again = { draft: other, laid: bestLayout(other.rounds, other.page, lookedAgain) }
  return isBetter(again.laid, laid) ? again : tried
}

/** Whether fewer pictures are away from their articles, and no more columns are short for it. */
function hasFewerAway(other: Laid, laid: Laid): boolean {
  return hasLess(other, laid, 0) && awayOnes(other) < awayOnes(laid)
}

/** What a layout must cost less for which pictures stand side by side that were meant for themselves. */
const WORTH_A_ROW = 500

/** Whether a layout is cheaper, and neither more pictures are away from their articles nor more columns are short. */
function hasLess(other: Laid, laid: Laid, by = WORTH_A_ROW): boolean {
  return (
    other.layout.cost < laid.layout.cost - by &&
    awayOnes(other) <= awayOnes(laid) &&
    shortOnes(other.layout) <= shortOnes(laid.layout)
  )
}

function awayOnes({ zones, layout }: Laid): number {
  return awayPictures(zones, layout).length
}

function shortOnes({ bands }: Layout): number {
  return bands.reduce((sum, band) => sum + band.fill.columns.filter((fill) => isShort(band, fill)).length, 0)
}

/** A copy set with its levers, and laid out without further looks. */
export interface Draft {
  readonly copy: Copy
  readonly levers: Levers
  readonly design: Design
  readonly page: PageRows
  readonly rounds: Rounds
  readonly paragraphs: number
}

/** What further looks begin with. */
interface Rounds {
  readonly first: Laid
  /** With all effort from the first look on; searched for when it is asked for. */
  readonly thorough: () => Laid
}

export function draftOf(copy: Copy, levers: Levers = NATURAL): Draft {
  const design = withLineHeight(copy.design, levers.lineHeight)
  const { pictureScale, headingRows } = levers
  const width = typeArea(design, 1).width
  const { pageText, memory = null } = copy
  const kept = memory?.settings ?? null
  const natural = zonesOf(copy.blocks, { design, pageText, width, pictureScale, headingRows, kept })
  const { zones, changed } = withParagraphs(natural, levers.paragraphs)
  const page: PageRows = { rows: design.grid.lines, layouts: memory?.layouts ?? null }
  return { copy, levers, design, page, rounds: roundsOf(zones, page), paragraphs: changed }
}

function roundsOf(zones: readonly PlannedZone[], page: PageRows): Rounds {
  let thorough: Laid | null = null
  return {
    first: inRounds(zones, page, [FIRST, QUICK]),
    thorough: () => {
      thorough ??= inRounds(zones, page, [THOROUGH])
      return thorough
    },
  }
}

/** The layout of a draft; further looks are for what it looks like, and hardly ever change how many pages it has. */
export function roughOf({ rounds, page, design, paragraphs }: Draft): Found {
  const { zones, layout } = bestLayout(rounds, page, (laid) => laid)
  return { zones, layout, design, paragraphs }
}

/** Lines of a page, and the layouts that are known. */
export interface PageRows {
  readonly rows: number
  readonly layouts: LayoutMemory | null
}

function layoutOf(
  zones: readonly PlannedZone[],
  { rows, layouts }: PageRows,
  effort: Effort,
  onward: Onward | null = null,
): Layout {
  if (layouts === null) return searchLayout(zones, rows, effort, onward)
  return knownLayout(zones, rows, { effort, onward }, layouts)
}

/** Zones with a layout of them. */
export interface Laid {
  readonly zones: readonly PlannedZone[]
  readonly layout: Layout
  /** Pages that were looked at with all effort. */
  readonly on: readonly number[]
}

function bestLayout({ first, thorough }: Rounds, page: PageRows, again: typeof lookedAgain): Laid {
  const best = again(first, page)
  if (!isNarrow(best.zones) || faultyPages(best.zones, best.layout, page.rows).size === 0) return best
  // Other settings are found by where things stood: from another first look on it is others.
  return cheaper(again(thorough(), page), best)
}

/**
 * The layout of zones that differ a little from those of one that was found: all that was set for it serves them, and one
 * search is enough to see how many pages they make; of one column other settings may decide.
 */
export function layoutOfChanged(zones: readonly PlannedZone[], rows: number): Layout {
  if (!isNarrow(zones)) return searchLayout(zones, rows, QUICK)
  return inRounds(zones, { rows, layouts: null }, [FIRST, QUICK]).layout
}

/** Whether all zones have one column: such pages are soon searched. */
export function isNarrow(zones: readonly PlannedZone[]): boolean {
  return zones.every(({ columns }) => columns === 1)
}

/** Further looks, each with other settings where the last one left columns short. */
const LOOKS = 3
/** Pages that all looks together are at with all effort; a long document gets fewer looks, or its time would be theirs. */
const MOST_LOOKED_AT = 64

/**
 * A second look at the pages where columns are left short, with all effort and pictures above where they are met; and
 * further ones, with other settings in the columns before them, while they gain something.
 */
export function lookedAgain(laid: Laid, page: PageRows): Laid {
  // Pages that were good only with all effort would be bad again without.
  const on = new Set<number>()
  let best = cheaper(thoroughly(laid, laid.zones, page, on), laid)
  for (let look = 1, pages = on.size; look <= LOOKS && pages < MOST_LOOKED_AT; look += 1, pages += on.size) {
    if (faultyPages(best.zones, best.layout, page.rows).size === 0) break
    const zones = refined(best.zones, best.layout, page.rows, BOUNDS.columnsBefore)
    if (zones === null) break
    const next = thoroughly(best, zones, page, on)
    const gained = best.layout.cost - next.layout.cost
    if (gained > 0) best = next
    if (gained < WORTH.round) break
  }
  return best
}

/** What a layout must cost less for each further column that is short. */
const WORTH_A_SHORT_ONE = 1500

/** Pages before a fault from which on a last look goes. */
const PAGES_BEFORE = 2

/**
 * A last look at the pages that are still at fault, and those before them, from more places than were kept before. The
 * pages stay as many as they were: what to cut or add was counted by these.
 */
function widely(laid: Laid, page: PageRows): Laid {
  const { zones, layout } = laid
  const faulty = [...faultyPages(zones, layout, page.rows)]
  if (faulty.length === 0) return laid
  const on = new Set(laid.on)
  for (const one of faulty) for (let near = one - PAGES_BEFORE; near <= one + 1; near += 1) on.add(near)
  const stage = stageOfPage(layout, Math.min(...faulty) - PAGES_BEFORE)
  const onward = { layout, stage, on: isNarrow(zones) ? null : on }
  const wide = { zones, layout: layoutOf(zones, page, WIDEST, onward), on: [...on] }
  const shorter = shortOnes(wide.layout) - shortOnes(layout)
  const isWorth = wide.layout.cost < layout.cost - WORTH_A_SHORT_ONE * Math.max(0, shorter)
  return wide.layout.pages <= layout.pages && isWorth ? wide : laid
}

/** Zones that differ from those laid out by settings, searched with all effort on the pages round a fault, and on those in `on`. */
function thoroughly(laid: Laid, zones: readonly PlannedZone[], page: PageRows, on: Set<number>): Laid {
  const pages = faultyPages(zones, laid.layout, page.rows)
  if (pages.size === 0) return { ...laid, zones }
  for (const one of pages) for (const near of [one - 1, one, one + 1]) on.add(near)
  // Of pages of one column none is looked at less well.
  const narrow = isNarrow(zones)
  const onward = { layout: laid.layout, stage: firstStage(laid, zones, page, on), on: narrow ? null : on }
  return { zones, layout: layoutOf(zones, page, THOROUGH, onward), on: [...on] }
}

/** Where a look goes on from: at the first page near a fault, or later where those before would be as they are. */
function firstStage(laid: Laid, zones: readonly PlannedZone[], { rows }: PageRows, on: Set<number>): number {
  const { layout } = laid
  const fresh = [...on].filter((one) => !laid.on.includes(one))
  const alike = lastStageAlike(laid, zones, rows)
  const near = fresh.length === 0 ? alike : Math.min(alike, stageOfPage(layout, Math.min(...fresh)))
  return Math.max(near, stageOfPage(layout, Math.min(...on)))
}

function cheaper(one: Laid, other: Laid): Laid {
  return other.layout.cost < one.layout.cost ? other : one
}

/** Searches again with other settings for what stood badly, until nothing more is gained. */
function inRounds(natural: readonly PlannedZone[], page: PageRows, efforts: readonly Effort[]): Laid {
  let last: Laid = { zones: natural, layout: layoutOf(natural, page, efforts[0] as Effort), on: [] }
  let best = last
  for (let round = 1; round <= ROUNDS; round += 1) {
    const zones = refined(last.zones, last.layout, page.rows)
    if (zones === null) break
    const effort = efforts[Math.min(round, efforts.length - 1)] as Effort
    const same = effort === efforts[Math.min(round - 1, efforts.length - 1)]
    const onward = { layout: last.layout, stage: lastStageAlike(last, zones, page.rows), on: null }
    const next = { zones, layout: layoutOf(zones, page, effort, same ? onward : null), on: [] }
    const gained = last.layout.cost - next.layout.cost
    best = cheaper(best, next)
    last = next
    if (gained < WORTH.round) break
  }
  return best
}

/** The same page with lines further apart or nearer: as many as fit into the type area. */
function withLineHeight(design: Design, change: number): Design {
  if (change === 0) return design
  const { height, margin } = design.page
  const lineHeight = design.grid.lineHeight + change
  const lines = Math.max(1, Math.floor((height - margin.top - margin.bottom) / lineHeight + 0.01))
  return { ...design, grid: { lineHeight, lines } }
}

/** The cheapest `count` paragraphs with one line fewer or more in place of their natural setting. */
function withParagraphs(
  zones: readonly PlannedZone[],
  count: number,
): { zones: readonly PlannedZone[]; changed: number } {
  if (count === 0) return { zones, changed: 0 }
  const wanted = count < 0 ? 'tightened' : 'loosened'
  const places = zones.flatMap((zone, at) =>
    zone.flow.flatMap((element, index) => {
      const setting = element.block?.kind === 'paragraph' ? variantOf(element, wanted) : null
      return setting ? [{ at, index, setting }] : []
    }),
  )
  const chosen = places.sort((a, b) => a.setting.cost - b.setting.cost).slice(0, Math.abs(count))
  const flows = new Map<number, FlowElement[]>()
  for (const { at, index, setting } of chosen) {
    const flow = flows.get(at) ?? [...(zones[at]?.flow ?? [])]
    const element = flow[index] as FlowElement
    flow[index] = { ...element, settings: [{ ...setting, cost: 0 }], refine: null }
    flows.set(at, flow)
  }
  return {
    zones: zones.map((zone, at) => ({ ...zone, flow: flows.get(at) ?? zone.flow })),
    changed: chosen.length,
  }
}

function variantOf(element: FlowElement, note: 'tightened' | 'loosened') {
  return element.refine?.({ below: 0, next: 0 }).find((setting) => setting.note === note) ?? null
}
