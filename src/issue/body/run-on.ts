import type { Article } from '../issue.ts'
import { plainOf } from './parse-inline.ts'
import { withoutBlanks } from './without-blanks.ts'

const PAUSE = '\u3000'
const LATIN_WORDS = /[A-Za-z0-9]\n[A-Za-z0-9]/
/** Most seams, told without a pattern that V8 takes long to make. */
const UNMARKED = /^[\u4e00-\u9fffA-Za-z0-9]?\n[\u4e00-\u9fffA-Za-z0-9]?$/

/**
 * Text on one line, with a full-width space where it may turn (`|`), as titles are run on; a space between Latin words,
 * and nothing beside a mark, which parts well enough by itself. Offsets are UTF-16, in any order.
 */
export function runOn(text: string, breaks: readonly number[]): string {
  return [...breaks]
    .sort((a, b) => b - a)
    .reduce((joined, at) => {
      const before = joined.slice(0, at).trimEnd()
      const after = joined.slice(at).trimStart()
      const seam = `${before.slice(-1)}\n${after.slice(0, 1)}`
      const pause = isMarked(seam) ? '' : LATIN_WORDS.test(seam) ? ' ' : PAUSE
      return `${before}${pause}${after}`
    }, text)
}

function isMarked(seam: string): boolean {
  return !UNMARKED.test(seam) && /\p{P}\n|\n\p{P}/u.test(seam)
}

/** An article's title as it is told on one line: in bookmarks, tags, lists. */
export function titleLine(article: Pick<Article, 'title' | 'titleBreaks'>): string {
  const { text, breaks } = withoutBlanks({ text: article.title, breaks: article.titleBreaks })
  return runOn(plainOf(text), breaks)
}
