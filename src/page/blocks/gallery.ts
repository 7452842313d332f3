import type { Pt } from '../../base/units.ts'

/** What rows of pictures side by side are laid out in. */
export interface GalleryRoom {
  readonly width: Pt
  readonly gap: Pt
  /** Pictures that a row of usual ones holds. */
  readonly inRow: number
  /** Whether one row of all of them is as good as several. */
  readonly oneRow?: boolean
}

/** More are divided group by group: the ways of dividing double with each picture. */
const MOST_TOGETHER = 9

/** So many pictures are no group yet. */
const PAIR = 2

/** Rows are told apart by height; one row alone is no gallery, and a larger picture comes first rather than last. */
const ONE_ROW = 0.6
const LARGER_LATER = 0.15
/** By so much less nobody sees which row is the taller, by the logarithm; and part of its square that more counts. */
const SEEN_TALLER = 0.05
const TALLER_SHARE = 0.25

/**
 * Pictures in rows that all fill the width (图组): divided so that the rows are as tall as usual ones and as each other,
 * a row of fewer, larger pictures rather above than below. In the order given.
 */
export function galleryRows<T extends { readonly ratio: number }>(
  pictures: readonly T[],
  room: GalleryRoom,
): readonly (readonly T[])[] {
  const parts = Math.ceil(pictures.length / MOST_TOGETHER)
  return Array.from({ length: parts }, (_, at) => {
    const [from, to] = [at, at + 1].map((one) => Math.round((one * pictures.length) / parts))
    return bestRows(pictures.slice(from, to), room)
  }).flat()
}

function bestRows<T extends { readonly ratio: number }>(
  pictures: readonly T[],
  room: GalleryRoom,
): readonly (readonly T[])[] {
  const mean = pictures.reduce((sum, { ratio }) => sum + ratio, 0) / Math.max(1, pictures.length)
  const usual = room.width / (room.inRow * mean)
  let best: readonly (readonly T[])[] = [pictures]
  let least = Number.POSITIVE_INFINITY
  for (let cuts = 0; cuts < 2 ** Math.max(0, pictures.length - 1); cuts += 1) {
    const rows = cutInto(pictures, cuts)
    const heights = rows.map((row) => galleryRowHeight(row, room))
    const cost =
      heights.reduce((sum, height) => sum + Math.log(height / usual) ** 2, 0) / rows.length +
      galleryUnevenness(heights) +
      (rows.length === 1 && pictures.length > PAIR && !room.oneRow ? ONE_ROW : 0)
    if (cost >= least) continue
    best = rows
    least = cost
  }
  return best
}

/** Bit n of `cuts` ends a row after picture n. */
function cutInto<T>(pictures: readonly T[], cuts: number): T[][] {
  const rows: T[][] = [[]]
  pictures.forEach((picture, index) => {
    rows.at(-1)?.push(picture)
    if (cuts & (1 << index) && index + 1 < pictures.length) rows.push([])
  })
  return rows
}

/** At which a row fills the width. */
function galleryRowHeight(row: readonly { readonly ratio: number }[], { width, gap }: GalleryRoom): Pt {
  const ratios = row.reduce((sum, { ratio }) => sum + ratio, 0)
  return Math.max(1, width - (row.length - 1) * gap) / ratios
}

/** What it costs that rows are taller than those above them. */
function galleryUnevenness(heights: readonly Pt[]): number {
  let cost = 0
  for (let at = 1; at < heights.length; at += 1) {
    const taller = Math.log((heights[at] as Pt) / (heights[at - 1] as Pt))
    if (taller > SEEN_TALLER) cost += LARGER_LATER + TALLER_SHARE * taller * taller
  }
  return cost
}
