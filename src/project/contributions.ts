import { textOrder } from '../base/text-order.ts'
import type { PieceFacts } from './issue-facts.ts'

/** What a unit or a person contributed. */
export interface ContributionCount {
  readonly unit: string
  /** '' in a unit's own row. */
  readonly person: string
  readonly articles: number
  readonly briefs: number
  readonly characters: number
  readonly pictures: number
}

/** Sums over a period (供稿统计). */
export interface Contributions {
  readonly units: readonly ContributionCount[]
  readonly people: readonly ContributionCount[]
  /** Every piece once, however many units had a part in it. */
  readonly total: ContributionCount
  /** Pieces whose credit is a text, which is no unit: they count in the total alone. */
  readonly creditedByText: number
  /** Pieces without a credit. */
  readonly uncredited: number
}

type Sums = { -readonly [K in keyof ContributionCount]: ContributionCount[K] }

/**
 * Contributions by unit and by person. A piece of several units or people counts in full for each of them; the total
 * counts it once. Pictures are those that are there, not placeholders. Most pieces first, then most characters.
 */
export function contributionsOf(pieces: readonly PieceFacts[]): Contributions {
  const units = new Map<string, Sums>()
  const people = new Map<string, Sums>()
  const total = sums('', '')
  for (const piece of pieces) {
    add(total, piece)
    for (const unit of new Set(piece.credited.map((one) => one.unit))) add(rowOf(units, unit, ''), piece)
    for (const key of personKeys(piece)) add(rowOf(people, key.unit, key.person), piece)
  }
  const without = pieces.filter((piece) => piece.credited.length === 0)
  const creditedByText = without.filter((piece) => piece.creditText !== '').length
  const uncredited = without.length - creditedByText
  return { units: ordered(units), people: ordered(people), total, creditedByText, uncredited }
}

function personKeys({ credited }: PieceFacts): readonly { readonly unit: string; readonly person: string }[] {
  const seen = new Map<string, { unit: string; person: string }>()
  for (const { unit, people } of credited) {
    for (const person of people) seen.set(`${unit}\0${person}`, { unit, person })
  }
  return [...seen.values()]
}

function rowOf(rows: Map<string, Sums>, unit: string, person: string): Sums {
  const key = `${unit}\0${person}`
  const row = rows.get(key) ?? sums(unit, person)
  rows.set(key, row)
  return row
}

function sums(unit: string, person: string): Sums {
  return { unit, person, articles: 0, briefs: 0, characters: 0, pictures: 0 }
}

function add(row: Sums, piece: PieceFacts): void {
  if (piece.kind === 'article') row.articles += 1
  else row.briefs += 1
  row.characters += piece.characters
  row.pictures += piece.pictures.filter((one) => one.src !== null).length
}

function ordered(rows: ReadonlyMap<string, Sums>): readonly ContributionCount[] {
  const pieces = (row: Sums) => row.articles + row.briefs
  return [...rows.values()].sort(
    (a, b) =>
      pieces(b) - pieces(a) ||
      b.characters - a.characters ||
      textOrder(a.unit, b.unit) ||
      textOrder(a.person, b.person),
  )
}
