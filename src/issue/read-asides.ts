import { diagnostic } from '../base/diagnostic.ts'
import { quotePlaces } from '../base/messages/issue-words.ts'
import { leftOverMarkup } from './body/left-over-markup.ts'
import { parseBody } from './body/parse-body.ts'
import { placesBetween } from './body/places-between.ts'
import type { BodyBlock, Ear, PullQuote, SideBox } from './issue.ts'
import type { EarValue, PullQuoteValue, SideBoxValue } from './language/aside-keys.ts'
import type { Reading } from './language/kind.ts'
import { readLine, readParagraphs } from './read-lines.ts'
import { placedOnce } from './read-pictures.ts'

/** An article's pull quotes; one without a word is none. */
export function readPullQuotes(values: readonly PullQuoteValue[], reading: Reading): readonly PullQuote[] {
  return values.flatMap(({ id, text, source, span }) => {
    for (const words of [text, source])
      if (words) for (const one of leftOverMarkup(words)) reading.report(one)
    const paragraphs = readParagraphs(text, reading)
    const from = readLine(source, reading)
    return paragraphs.length === 0 ? [] : [{ id: id?.value ?? '', paragraphs, source: from, span }]
  })
}

/** An article's side boxes; one without a word is none. */
export function readSideBoxes(
  values: readonly SideBoxValue[],
  everyLine: boolean,
  reading: Reading,
): readonly SideBox[] {
  return values.flatMap(({ id, title, body, tint, span }) => {
    for (const words of [title, body])
      if (words)
        for (const one of leftOverMarkup(words, words === body ? 'body' : 'text')) reading.report(one)
    const blocks = body ? parseBody(body, { report: reading.report, everyLine, notesRefused: true }) : []
    const words = readLine(title, reading)
    if (blocks.length === 0 && words === null) return []
    return [
      { id: id?.value ?? '', title: words, body: placedOnce(blocks, [], reading), tint: tint ?? false, span },
    ]
  })
}

/** The box beside the masthead; null without a word. */
export function readEar({ title, text, span }: EarValue, reading: Reading): Ear | null {
  for (const words of [title, text]) if (words) for (const one of leftOverMarkup(words)) reading.report(one)
  const paragraphs = readParagraphs(text, reading)
  const line = readLine(title, reading)
  return paragraphs.length === 0 && line === null ? null : { title: line, paragraphs, span }
}

/** The body with each mark of a pull quote between two blocks of text: one that is not there is moved to the nearest, and said. */
export function quotesBetween(
  body: readonly BodyBlock[],
  quotes: readonly PullQuote[],
  reading: Reading,
): readonly BodyBlock[] {
  const ids = new Set(quotes.map(({ id }) => id).filter((id) => id !== ''))
  if (ids.size === 0) return body
  let found = body
  for (const mark of body) {
    if (mark.kind !== 'place' || !ids.has(mark.picture)) continue
    const at = found.indexOf(mark)
    const others = found.filter((one) => one !== mark)
    const places = placesBetween(others)
    if (places.includes(at)) continue
    const nearest = [...places].sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0]
    const { zh, en } = nearest === undefined ? quotePlaces.nowhere : quotePlaces.moved
    reading.report(diagnostic('W-QUOTE-PLACE', mark.span, { whereZh: zh, whereEn: en }))
    found =
      nearest === undefined
        ? [...others, mark]
        : [...others.slice(0, nearest), mark, ...others.slice(nearest)]
  }
  return found
}
