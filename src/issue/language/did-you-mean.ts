import { editDistance } from '../../base/edit-distance.ts'

/** The longest word looked at: a longer one is no slip of a key. */
const LONGEST = 40

/**
 * The name most likely meant by a word that is none of them; null when no name is near enough. One slip in
 * three letters is near, none in two; of a Chinese word half its characters may differ, since it has so few. Where two
 * names are as near, neither is offered, or the first where `tied` allows it.
 */
export function didYouMean(word: string, names: readonly string[], tied = false): string | null {
  if (word.length > LONGEST) return null
  const plain = word.trim().toLowerCase().replace(/[-\s]/g, '_')
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    const han = /[\u4e00-\u9fff]/.test(name)
    const limit = han
      ? Math.floor(Math.max(name.length, word.length) / 2)
      : Math.max(name.length > 2 ? 1 : 0, Math.floor(name.length / 3))
    const distance = editDistance(plain, name.toLowerCase(), limit)
    if (distance > limit || distance > least) continue
    if (distance < least) best = name
    else if (best !== name && !tied) best = null
    least = distance
  }
  return best
}
