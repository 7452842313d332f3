/** Where a word of Latin letters may be divided: UTF-16 offsets inside it, ascending. */
export type Hyphenate = (word: string) => readonly number[]

/** As TeX has it for English: so many letters stay before and after a hyphen. */
const LEAST_BEFORE = 2
const LEAST_AFTER = 3

const SOFT_HYPHEN = '\u00ad'

/** English words by Liang's patterns (TeX's hyph-en-us). Read only when asked for, as the patterns are large. */
export async function loadHyphenation(): Promise<Hyphenate> {
  const { default: english } = await import('hyphen/en-us/index.js')
  return (word) => {
    const parts = english
      .hyphenateSync(word, { minWordLength: LEAST_BEFORE + LEAST_AFTER })
      .split(SOFT_HYPHEN)
    const offsets: number[] = []
    let at = 0
    for (const part of parts.slice(0, -1)) {
      at += part.length
      if (at >= LEAST_BEFORE && at <= word.length - LEAST_AFTER) offsets.push(at)
    }
    return offsets
  }
}
