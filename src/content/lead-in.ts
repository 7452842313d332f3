import type { BodyBlock, InlineText } from '../issue/issue.ts'
import { plain } from './styles.ts'

/** Whether a body's paragraph is not parted from the one below it: it leads in to it, or both are lines at an end of a stanza. */
export function staysWithNext(body: readonly BodyBlock[], index: number): boolean {
  return leadsIn(body, index) || isAtStanzasEnd(body, index)
}

/** Longest paragraph that is read as a heading of the one below it, in characters. */
const LONGEST_LEAD_IN = 80

/**
 * Whether a paragraph leads in to the one below it, as a sub-heading would: a question with its answer (问：…　答：…), or
 * a short one that is all bold.
 */
export function leadsIn(body: readonly BodyBlock[], index: number): boolean {
  const block = body[index]
  if (block?.kind !== 'paragraph' || plain(block.text).length > LONGEST_LEAD_IN) return false
  let below = index + 1
  while (body[below]?.kind === 'place' || body[below]?.kind === 'footnote') below += 1
  const next = body[below]
  if (next?.kind !== 'paragraph') return false
  const isQuestion = /^问[：:]/.test(plain(block.text)) && /^答[：:]/.test(plain(next.text))
  return isQuestion || (isAllBold(block.text) && !isAllBold(next.text))
}

function isAllBold(text: InlineText): boolean {
  return text.length > 0 && text.every(({ bold }) => bold === true)
}

/** Longest line of verse, in characters. */
const LONGEST_VERSE = 24

/** Whether a line is the first or the last but one of a stanza: lines of verse with an empty line above or below them. */
function isAtStanzasEnd(body: readonly BodyBlock[], index: number): boolean {
  if (!isVerse(body[index]) || !isVerse(body[index + 1])) return false
  if (isVerse(body[index - 1]) && isVerse(body[index + 2])) return false
  let from = index
  while (isVerse(body[from - 1])) from -= 1
  let to = index + 1
  while (isVerse(body[to + 1])) to += 1
  return body[from - 1]?.kind === 'blank' || body[to + 1]?.kind === 'blank'
}

function isVerse(block: BodyBlock | undefined): boolean {
  return block?.kind === 'paragraph' && plain(block.text).length <= LONGEST_VERSE
}
