import type { Pt } from '../base/units.ts'
import type { Line } from './line.ts'
import type { Cluster } from './shaped-text.ts'

/** Where a cluster stands when all of its line that runs from right to left does so. */
export interface VisualPlace {
  /** Index in the paragraph. */
  readonly cluster: number
  readonly x: Pt
}

/**
 * A line's clusters from left to right (UAX #9 with a base that runs from left to right): words that run from right to
 * left change places within their stretch, spaces and marks between two of them go with them, numbers among them keep
 * their own direction.
 */
export function visualOrder(line: Line): readonly VisualPlace[] {
  const places: VisualPlace[] = []
  for (let at = line.from; at < line.to; ) {
    const end = rightToLeftEnd(line, at)
    if (end === at) {
      places.push({ cluster: at, x: xOf(line, at) })
      at += 1
    } else {
      places.push(...turned(line, at, end))
      at = end
    }
  }
  return places
}

const clusterOf = (line: Line, at: number) => line.text.clusters[at] as Cluster
const xOf = (line: Line, at: number) => line.xs[at - line.from] as number
const isNumber = (line: Line, at: number) => /^[0-9.,:%+-]$/.test(clusterOf(line, at).text)

/** Where the stretch that begins at `at` ends: after its last letter from right to left. */
function rightToLeftEnd(line: Line, at: number): number {
  if (!clusterOf(line, at).isRightToLeft) return at
  let end = at + 1
  for (let next = end; next < line.to; next += 1) {
    const { isRightToLeft, text } = clusterOf(line, next)
    if (isRightToLeft) end = next + 1
    else if (!isNumber(line, next) && !/^[\s\u00a0/()«»“”،؛؟·-]$/.test(text)) break
  }
  return end
}

/** The clusters `from` … `to`-1 mirrored about the middle of the room they take. */
function turned(line: Line, from: number, to: number): VisualPlace[] {
  const ends = xOf(line, from) + xOf(line, to - 1) + clusterOf(line, to - 1).advance
  const groups: VisualPlace[][] = []
  for (let at = from; at < to; ) {
    let end = at + 1
    if (isNumber(line, at)) while (end < to && isNumber(line, end)) end += 1
    const right = xOf(line, end - 1) + clusterOf(line, end - 1).advance
    const start = xOf(line, at)
    groups.push(
      Array.from({ length: end - at }, (_, i) => ({
        cluster: at + i,
        x: ends - right + xOf(line, at + i) - start,
      })),
    )
    at = end
  }
  return groups.reverse().flat()
}
