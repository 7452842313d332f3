import { complaints } from './complaints.ts'
import { wantedPages } from './fit-report.ts'
import { type Copy, type Found, findLayout, type Levers, NATURAL } from './found-layout.ts'
import type { LeverUse, PageWishes } from './report.ts'

/** A layout with the levers it took. */
export interface Fitted {
  readonly found: Found
  readonly levers: readonly LeverUse[]
}

/** The smallest step of each lever: part of a picture's height, and pt of line height. */
const PICTURE_STEP = 0.02
const LINE_STEP = 0.1

/** Paragraphs changed at first; doubled until the pages come out. */
const FIRST_PARAGRAPHS = 4

/** More than any issue has. */
const ALL_PARAGRAPHS = 10_000

/**
 * Copy-fitting (排满整页): pulls the levers of `fit: auto` in their order and inside their bounds until the
 * wanted page count is met: paragraphs, picture heights, space around headings, line height. Gives the
 * natural layout back when the count is met already, may not be fitted, or cannot be reached.
 */
export function fitted(copy: Copy, wishes: PageWishes): Fitted {
  const isPulled = wishes.pages !== null && wishes.fit.mode === 'auto'
  const tried = isPulled ? withSettingsKept(copy) : copy
  const natural = { found: findLayout(tried), levers: [] }
  const wanted = wantedPages(wishes, natural.found.layout.pages)
  if (!isPulled || wanted === null || natural.found.layout.pages === wanted) return natural
  return pull(tried, wishes, natural, wanted) ?? natural
}

/** What one trial sets serves the others, in a single build too. */
function withSettingsKept(copy: Copy): Copy {
  return copy.memory ? copy : { ...copy, memory: { settings: new WeakMap(), layouts: null } }
}

function pull(copy: Copy, wishes: PageWishes, natural: Fitted, wanted: number): Fitted | null {
  const sign = natural.found.layout.pages > wanted ? -1 : 1
  // A page more should hold more than a few lines; where it cannot, a few lines are better than none.
  const parts = sign < 0 ? [0] : LAST_PAGE_PARTS
  const tried = new Map<string, Found>()
  for (const lastPage of parts) {
    const met = pullTo({ copy, wishes, wanted, sign, lastPage, tried }, natural.found)
    if (met) return met
  }
  return null
}

/** Part of the last page that its text should fill when pages are added: the first that can be had. */
const LAST_PAGE_PARTS = [0.25, 0.01, 0]

/** What the levers are pulled for, and in which direction. */
interface Aim {
  readonly copy: Copy
  readonly wishes: PageWishes
  readonly wanted: number
  readonly sign: 1 | -1
  readonly lastPage: number
  /** Layouts found already, by their levers. */
  readonly tried: Map<string, Found>
}

function layoutAt({ copy, tried }: Aim, levers: Levers): Found {
  const key = Object.values(levers).join('/')
  const known = tried.get(key) ?? findLayout(copy, levers)
  tried.set(key, known)
  return known
}

/** Whether the levers are pulled far enough, or too far. */
function reaches({ wanted, sign, lastPage }: Aim, found: Found): boolean {
  const { pages } = found.layout
  if (sign < 0) return pages <= wanted
  return pages > wanted || (pages === wanted && partOfLastPage(found) >= lastPage)
}

function meets(aim: Aim, found: Found): boolean {
  return found.layout.pages === aim.wanted && reaches(aim, found)
}

function partOfLastPage({ layout, zones, design }: Found): number {
  const last = layout.bands.filter((band) => band.page === layout.pages && !zones[band.zone]?.foot)
  return Math.max(0, ...last.map((band) => band.row + band.fill.rows)) / design.grid.lines
}

function pullTo(aim: Aim, natural: Found): Fitted | null {
  const scales = leverSteps(aim, natural)
  let levers = NATURAL
  for (const [index, steps] of scales.entries()) {
    const met = leastThatReaches(aim, levers, steps)
    const exact = met && (meets(aim, layoutAt(aim, met)) ? met : heldBack(aim, met, scales.slice(0, index)))
    if (exact) return asFitted(aim, withoutIdle(aim, exact))
    levers = { ...levers, ...steps[steps.length - 1] }
  }
  return null
}

/** The positions of each lever from the least to its bound, lever by lever in their order. */
function leverSteps({ wishes, sign }: Aim, natural: Found): Partial<Levers>[][] {
  const { image, heading, lineHeight } = wishes.fit
  const paragraphs = [1, 2, 4, 8, 16].map((times) => times * FIRST_PARAGRAPHS)
  return [
    [...paragraphs, ALL_PARAGRAPHS].map((count) => ({ paragraphs: sign * count })),
    stepsTo(pictured(natural) ? image : 0, PICTURE_STEP).map((part) => ({ pictureScale: 1 + sign * part })),
    stepsTo(heading, 1).map((rows) => ({ headingRows: sign * rows })),
    stepsTo(lineHeight, LINE_STEP).map((change) => ({ lineHeight: sign * change })),
  ].filter((steps) => steps.length > 0)
}

/** Whether there are pictures to make taller or lower. */
function pictured({ zones }: Found): boolean {
  return zones.some((zone) =>
    zone.flow.some(
      ({ block }) =>
        block?.kind === 'figure' ||
        (block?.kind === 'panel' && block.blocks.some((one) => one.kind === 'figure')),
    ),
  )
}

function stepsTo(bound: number, step: number): number[] {
  const count = Math.floor(bound / step + 0.001)
  return Array.from({ length: count }, (_, index) => Math.round((index + 1) * step * 1000) / 1000)
}

/** The first position of a lever at which the pages come out, found by halving: more of it hardly ever hurts. */
function leastThatReaches(aim: Aim, before: Levers, steps: readonly Partial<Levers>[]): Levers | null {
  const at = (index: number): Levers => ({ ...before, ...steps[index] })
  let from = 0
  let to = steps.length - 1
  if (!reaches(aim, layoutAt(aim, at(to)))) return null
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (reaches(aim, layoutAt(aim, at(middle)))) to = middle
    else from = middle + 1
  }
  return at(to)
}

/** Where one lever goes too far on top of those before it: with less of those. Null where that misses as well. */
function heldBack(aim: Aim, far: Levers, before: readonly Partial<Levers>[][]): Levers | null {
  let levers: Levers = { ...far, ...naturalOf(before) }
  for (const steps of [[{}], ...before]) {
    for (const step of steps) {
      levers = { ...levers, ...step }
      if (meets(aim, layoutAt(aim, levers))) return levers
    }
  }
  return null
}

function naturalOf(scales: readonly Partial<Levers>[][]): Partial<Levers> {
  const keys = scales.flatMap((steps) => Object.keys(steps[0] ?? {})) as (keyof Levers)[]
  return Object.fromEntries(keys.map((key) => [key, NATURAL[key]]))
}

/** The levers without those that are not needed for the same pages, as good to look at. */
function withoutIdle(aim: Aim, levers: Levers): Levers {
  let needed = levers
  for (const key of ['lineHeight', 'headingRows', 'pictureScale', 'paragraphs'] as const) {
    if (needed[key] === NATURAL[key]) continue
    const less = { ...needed, [key]: NATURAL[key] }
    const found = layoutAt(aim, less)
    const worse = complaints(found).length > complaints(layoutAt(aim, needed)).length
    if (meets(aim, found) && !worse) needed = less
  }
  return needed
}

function asFitted(aim: Aim, levers: Levers): Fitted {
  const found = layoutAt(aim, levers)
  const uses: LeverUse[] = [
    { lever: 'paragraphs', amount: aim.sign * found.paragraphs },
    { lever: 'pictures', amount: Math.round((levers.pictureScale - 1) * 1000) / 1000 },
    { lever: 'headings', amount: levers.headingRows },
    { lever: 'line-height', amount: levers.lineHeight },
  ]
  return { found, levers: uses.filter((use) => use.amount !== 0) }
}
