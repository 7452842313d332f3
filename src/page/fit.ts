import { difference, wantedPages } from './fit-report.ts'
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

/** Paragraphs changed at a time, at first; doubled until the pages come out. */
const FIRST_PARAGRAPHS = 8

/** More than any issue has. */
const ALL_PARAGRAPHS = 10_000

/**
 * Copy-fitting (排满整页): pulls the levers of `fit: auto` in their order and inside their bounds until the
 * wanted page count is met: paragraphs, picture heights, space around headings, line height. Gives the
 * natural layout back when the count is met already, may not be fitted, or cannot be reached.
 */
export function fitted(copy: Copy, wishes: PageWishes): Fitted {
  const natural = { found: findLayout(copy), levers: [] }
  const wanted = wantedPages(wishes, natural.found.layout.pages)
  if (wanted === null || wishes.fit.mode !== 'auto') return natural
  if (natural.found.layout.pages === wanted) return natural
  return pull(copy, wishes, natural, wanted) ?? natural
}

function pull(copy: Copy, wishes: PageWishes, natural: Fitted, wanted: number): Fitted | null {
  if (natural.found.layout.pages > wanted) return pullTo(copy, wishes, natural, isShortEnough(wanted))
  // A page more should hold more than a few lines; where it cannot, a few lines are better than none.
  return (
    pullTo(copy, wishes, natural, isLongEnough(wanted, LEAST_LAST_PAGE)) ??
    pullTo(copy, wishes, natural, isLongEnough(wanted, 0))
  )
}

/** Part of the last page that its text should fill when pages are added. */
const LEAST_LAST_PAGE = 0.25

/** Which layouts will do, and in which direction the levers go. */
interface Aim {
  readonly wanted: number
  readonly sign: number
  meets(found: Found): boolean
}

function isShortEnough(wanted: number): Aim {
  return { wanted, sign: -1, meets: ({ layout }) => layout.pages <= wanted }
}

function isLongEnough(wanted: number, part: number): Aim {
  const meets = ({ layout, zones, design }: Found) => {
    const last = layout.bands.filter((band) => band.page === layout.pages && !zones[band.zone]?.foot)
    const foot = Math.max(0, ...last.map((band) => band.row + band.fill.rows))
    return layout.pages > wanted || (layout.pages === wanted && foot >= part * design.grid.lines)
  }
  return { wanted, sign: 1, meets }
}

function pullTo(copy: Copy, wishes: PageWishes, natural: Fitted, aim: Aim): Fitted | null {
  let levers = NATURAL
  for (const steps of leverSteps(wishes, aim, natural.found)) {
    const met = leastThatMeets(copy, levers, steps, aim)
    if (met) return { found: met.found, levers: usesOf(met.levers, met.found, aim.sign) }
    levers = { ...levers, ...steps[steps.length - 1] }
  }
  return null
}

/** The positions of each lever from the least to its bound, lever by lever in their order. */
function leverSteps(wishes: PageWishes, { sign, wanted }: Aim, natural: Found): Partial<Levers>[][] {
  const { image, heading, lineHeight } = wishes.fit
  const { over, under } = difference(natural, wanted)
  const many = Math.max(FIRST_PARAGRAPHS, sign < 0 ? over : under)
  const paragraphs = [many, 2 * many, ALL_PARAGRAPHS].map((count) => ({ paragraphs: sign * count }))
  return [
    paragraphs,
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

/** The first position of a lever at which the pages come out, found by halving: more of it never hurts. */
function leastThatMeets(
  copy: Copy,
  before: Levers,
  steps: readonly Partial<Levers>[],
  aim: Aim,
): { found: Found; levers: Levers } | null {
  const at = (index: number) => {
    const levers = { ...before, ...steps[index] }
    const found = findLayout(copy, levers)
    return { levers, found, met: aim.meets(found) }
  }
  let best = at(steps.length - 1)
  if (!best.met) return null
  let from = 0
  let to = steps.length - 1
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const tried = at(middle)
    if (tried.met) {
      best = tried
      to = middle
    } else from = middle + 1
  }
  return best
}

function usesOf(levers: Levers, found: Found, sign: number): LeverUse[] {
  const uses: LeverUse[] = [
    { lever: 'paragraphs', amount: sign * found.paragraphs },
    { lever: 'pictures', amount: Math.round((levers.pictureScale - 1) * 1000) / 1000 },
    { lever: 'headings', amount: levers.headingRows },
    { lever: 'line-height', amount: levers.lineHeight },
  ]
  return uses.filter((use) => use.amount !== 0)
}
