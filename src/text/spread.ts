import type { Pt } from '../base/units.ts'
import { HAN, isClosing, OPENER, SPACE, WIDE_SPACE } from './clreq/kinds.ts'
import { NO_ROOM } from './clreq/squeeze.ts'
import type { Items } from './items.ts'
import type { Line } from './line.ts'
import type { ShapedText } from './shaped-text.ts'

/**
 * A name or label spread to a width (均排, clreq §6.2.1.3, R67): the same room between all its characters, in place of
 * spaces typed between Han; a mark stays beside its character, a Latin word or number is not opened. What has no
 * place, or is as wide already, is set at its natural width from the left. Its marks keep their blanks at both ends.
 */
export function spreadText(text: ShapedText, width: Pt): Line {
  const { items, style } = text
  const opened = placesOf(items)
  const natural = layOut(items, opened, 0)
  const places = opened.reduce((sum, one) => sum + one, 0)
  const each = places > 0 ? Math.max(0, (width - natural.width) / places) : 0
  const set = each > 0 ? layOut(items, opened, each) : natural
  const over = set.width - width
  return {
    text,
    from: 0,
    to: items.count,
    xs: set.xs,
    width: set.width,
    measure: width,
    // Wanted, not what a line had to be given: nothing to remark on.
    trackingEm: 0,
    overfull: over > 0.005 * style.size ? over : 0,
    last: true,
  }
}

function layOut(items: Items, opened: Uint8Array, each: Pt): { readonly xs: Pt[]; readonly width: Pt } {
  const xs: Pt[] = []
  let x = 0
  let end = 0
  for (let i = 0; i < items.count; i += 1) {
    if (isGivenUp(items, i)) {
      xs.push(end)
      continue
    }
    x += items.left[i] as number
    xs.push(x - (items.origin[i] as number))
    x += (items.body[i] as number) + (items.right[i] as number)
    end = x
    if (i + 1 < items.count) x += (items.gap[i] as number) + (opened[i] === 1 ? each : 0)
  }
  return { xs, width: x }
}

/** 1 for each cluster that the room is shared out after. */
function placesOf(items: Items): Uint8Array {
  const places = new Uint8Array(items.count)
  for (let i = 0; i < items.count; i += 1) {
    if (isGivenUp(items, i)) continue
    let next = i + 1
    while (next < items.count && isGivenUp(items, next)) next += 1
    if (next < items.count && mayOpen(items, i, next)) places[i] = 1
  }
  return places
}

function mayOpen(items: Items, i: number, next: number): boolean {
  const { kinds, track, gapRoom } = items
  if (kinds[i] === OPENER || isClosing(kinds[next] as number)) return false
  return next > i + 1 || track[i] === 1 || gapRoom[i] !== NO_ROOM
}

/** A space typed between two Han, as in 张 三. */
function isGivenUp({ kinds }: Items, i: number): boolean {
  if (!isSpaceKind(kinds[i])) return false
  let before = i - 1
  while (isSpaceKind(kinds[before])) before -= 1
  let after = i + 1
  while (isSpaceKind(kinds[after])) after += 1
  return kinds[before] === HAN && kinds[after] === HAN
}

function isSpaceKind(kind: number | undefined): boolean {
  return kind === SPACE || kind === WIDE_SPACE
}
