/**
 * Endings of words, looked up by a word's last characters. A pattern with a hundred endings would say the same; V8 takes
 * longer to make it than to read all titles of an issue.
 */
export interface Endings {
  readonly listed: ReadonlySet<string>
  readonly longest: number
  /** Last characters that count unless one of these stands before them: 卫生局, but not 大局. */
  readonly unlessAfter: Readonly<Record<string, string>>
}

/** Takes endings with blanks between. */
export function endings(words: string, unlessAfter: Readonly<Record<string, string>> = {}): Endings {
  const listed = words.split(' ')
  const longest = listed.reduce((most, word) => Math.max(most, word.length), 0)
  return { listed: new Set(listed), longest, unlessAfter }
}

/** Whether a word ends so, with at least `before` characters before the ending. */
export function endsIn(text: string, { listed, longest, unlessAfter }: Endings, before = 0): boolean {
  const most = Math.min(longest, text.length - before)
  for (let length = 1; length <= most; length += 1) if (listed.has(text.slice(-length))) return true
  const not = text.length > 1 ? unlessAfter[text.slice(-1)] : undefined
  return not !== undefined && !not.includes(text.slice(-2, -1))
}
