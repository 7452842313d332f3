import type { BandFill } from './band.ts'
import type { ColumnStart } from './column-fill.ts'

/** One zone's columns on one page. */
export interface Band {
  readonly zone: number
  readonly page: number
  /** First line of grid, from the type area's top. */
  readonly row: number
  readonly fill: BandFill
  /** Lines available to the band, which is taller when the zone runs on. */
  readonly runsOn: boolean
}

/** A way of setting everything up to here: where it ends and what it cost. */
export interface Arrival {
  readonly page: number
  readonly row: number
  readonly cost: number
  readonly bands: BandChain | null
}

export interface BandChain {
  readonly band: Band
  readonly before: BandChain | null
}

/** An arrival inside a zone. */
export interface Inside extends Arrival {
  readonly start: ColumnStart
  /** Inserts set so far. */
  readonly inserts: number
}

/** The best way found to set the zones on pages of `rows` lines. */
export interface Layout {
  readonly bands: readonly Band[]
  readonly pages: number
  readonly cost: number
  /** What was known at the head of each page of each zone, in order: another search may go on from there. */
  readonly stages: readonly Stage[]
}

/** The places reached before a page of a zone is filled. */
export interface Stage {
  readonly zone: number
  readonly page: number
  /** Places inside the zone, on this page and later ones. */
  readonly inside: readonly Inside[]
  /** Ends of the zone found on pages before. */
  readonly done: readonly Arrival[]
}

/** A search that goes on from a stage of another: what it reached before stays. */
export interface Onward {
  readonly layout: Layout
  /** The stage's number. */
  readonly stage: number
  /** The pages that are looked at with all its effort, the others quickly; null for all. */
  readonly on: ReadonlySet<number> | null
}

export function bandsOf(chain: BandChain | null): Band[] {
  const bands: Band[] = []
  for (let one = chain; one; one = one.before) bands.push(one.band)
  return bands.reverse()
}
