import { complaints } from './complaints.ts'
import { wantedPages } from './fit-report.ts'
import {
  type Copy,
  type Draft,
  draftOf,
  type Found,
  findLayout,
  foundOf,
  type Levers,
  NATURAL,
  roughOf,
} from './found-layout.ts'
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
  const tried = new Map<string, Trial>([[keyOf(NATURAL), { found: natural.found }]])
  for (const lastPage of parts) {
    const aim = { copy, wishes, wanted, sign, lastPage, tried } as const
    const rough = pullRoughly(aim, natural.found)
    const met = rough ?? (isFar(aim, natural.found) ? null : pullTo(aim, natural.found, layoutAt))
    if (met) return asFitted(aim, withoutIdle(aim, met))
  }
  return null
}

/** Further looks make a page more or less at most. */
const NEAR_PAGES = 1

/** Whether all levers together miss the pages by more than further looks could mend. */
function isFar(aim: Aim, natural: Found): boolean {
  const ends = leverSteps(aim, natural).map((steps) => steps[steps.length - 1])
  const { pages } = roughAt(aim, Object.assign({ ...NATURAL }, ...ends)).layout
  return aim.sign * (aim.wanted - pages) > NEAR_PAGES
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
  readonly tried: Map<string, Trial>
}

/** What was found with levers: of the whole search, or only what it begins with. */
interface Trial {
  readonly draft?: Draft
  readonly rough?: Found
  readonly found?: Found
}

function keyOf(levers: Levers): string {
  return Object.values(levers).join('/')
}

/** How closely a position of the levers is looked at. */
type Look = (aim: Aim, levers: Levers) => Found

/** The layout with levers. */
const layoutAt: Look = ({ copy, tried }, levers) => {
  const known = tried.get(keyOf(levers))
  if (known?.found) return known.found
  const draft = known?.draft ?? draftOf(copy, levers)
  const found = foundOf(draft)
  tried.set(keyOf(levers), { draft, found })
  return found
}

/** The same without further looks, or with them where it is known. */
const roughAt: Look = ({ copy, tried }, levers) => {
  const known = tried.get(keyOf(levers))
  const looked = known?.found ?? known?.rough
  if (looked) return looked
  const draft = draftOf(copy, levers)
  const rough = roughOf(draft)
  tried.set(keyOf(levers), { draft, rough })
  return rough
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

/** A position that rough looks lead to, met by the layout itself; one that is not counts as what it is from then on. */
function pullRoughly(aim: Aim, natural: Found): Levers | null {
  for (;;) {
    const met = pullTo(aim, natural, roughAt)
    if (met === null || meets(aim, layoutAt(aim, met))) return met
  }
}

/** The first position of the levers, in their order, at which what is looked for is met. */
function pullTo(aim: Aim, natural: Found, look: Look): Levers | null {
  const scales = leverSteps(aim, natural)
  let levers = NATURAL
  for (const [index, steps] of scales.entries()) {
    const met = leastThatReaches(aim, levers, steps, look)
    const exact = met && (meets(aim, look(aim, met)) ? met : heldBack(aim, met, scales.slice(0, index), look))
    if (exact) return exact
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
function leastThatReaches(
  aim: Aim,
  before: Levers,
  steps: readonly Partial<Levers>[],
  look: Look,
): Levers | null {
  const at = (index: number): Levers => ({ ...before, ...steps[index] })
  let from = 0
  let to = steps.length - 1
  if (!reaches(aim, look(aim, at(to)))) return null
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (reaches(aim, look(aim, at(middle)))) to = middle
    else from = middle + 1
  }
  return at(to)
}

/** Where one lever goes too far on top of those before it: with less of those. Null where that misses as well. */
function heldBack(aim: Aim, far: Levers, before: readonly Partial<Levers>[][], look: Look): Levers | null {
  let levers: Levers = { ...far, ...naturalOf(before) }
  for (const steps of [[{}], ...before]) {
    for (const step of steps) {
      levers = { ...levers, ...step }
      if (meets(aim, look(aim, levers))) return levers
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
    if (meets(aim, roughAt(aim, less)) && meets(aim, layoutAt(aim, less)) && !isWorse(aim, less, needed))
      needed = less
  }
  return needed
}

function isWorse(aim: Aim, one: Levers, other: Levers): boolean {
  return complaints(layoutAt(aim, one)).length > complaints(layoutAt(aim, other)).length
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
