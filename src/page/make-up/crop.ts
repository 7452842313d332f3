import type { Image } from '../../display/display-list.ts'

/** The part of a picture that fills a box of `wanted` ratio, as near around `focus` as the picture's edges allow. */
export function cropAround(own: number, wanted: number, focus: readonly [number, number]): Image['crop'] {
  const width = own > wanted ? wanted / own : 1
  const height = own > wanted ? 1 : own / wanted
  const left = between(focus[0] - width / 2, 0, 1 - width)
  const top = between(focus[1] - height / 2, 0, 1 - height)
  return { left, top, right: left + width, bottom: top + height }
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
