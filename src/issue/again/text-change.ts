/** How one text became another: `from` to `to` of the old one was replaced, so that what stood behind moved by `by`. */
export interface EditedStretch {
  readonly from: number
  readonly to: number
  readonly by: number
}

/** So many characters are compared at once. */
const STRETCH = 1024

/** The shortest change between two texts that is in one place; an empty one for equal texts. */
export function changeBetween(before: string, now: string): EditedStretch {
  const from = alikeAtStart(before, now)
  const behind = alikeAtEnd(before, now, Math.min(before.length, now.length) - from)
  return { from, to: before.length - behind, by: now.length - before.length }
}

function alikeAtStart(before: string, now: string): number {
  const most = Math.min(before.length, now.length)
  let at = 0
  while (at + STRETCH <= most && before.slice(at, at + STRETCH) === now.slice(at, at + STRETCH)) at += STRETCH
  while (at < most && before.charCodeAt(at) === now.charCodeAt(at)) at += 1
  return at
}

function alikeAtEnd(before: string, now: string, most: number): number {
  const [ends, end] = [before.length, now.length]
  let alike = 0
  const stretch = (text: string, last: number) => text.slice(last - alike - STRETCH, last - alike)
  while (alike + STRETCH <= most && stretch(before, ends) === stretch(now, end)) alike += STRETCH
  while (alike < most && before.charCodeAt(ends - alike - 1) === now.charCodeAt(end - alike - 1)) alike += 1
  return alike
}
