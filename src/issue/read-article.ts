import { diagnostic } from '../base/diagnostic.ts'
import { acrossCauses } from '../base/messages/layout-words.ts'
import { mm } from '../base/units.ts'
import type { ParsedInline } from './body/inline-writer.ts'
import { leftOverMarkup } from './body/left-over-markup.ts'
import { bareLinesOf } from './body/lines.ts'
import { parseBody } from './body/parse-body.ts'
import { parseInline, plainOf } from './body/parse-inline.ts'
import type { Article, Brief, Credit } from './issue.ts'
import type { CreditValue } from './language/credit-keys.ts'
import { isoDate } from './language/dates.ts'
import type { ArticleValue } from './language/issue-keys.ts'
import type { Placed, Reading } from './language/kind.ts'
import { levels } from './language/rule-keys.ts'
import type { SignatureValue } from './language/signature-keys.ts'
import { type MappedText, spanIn } from './mapped-text.ts'
import { quotesBetween, readPullQuotes, readSideBoxes } from './read-asides.ts'
import { readLine, readParagraphs } from './read-lines.ts'
import { type PictureDefaults, pictureSource, placedOnce, readPictures } from './read-pictures.ts'

/** What an article is when nothing is said. */
export interface ArticleDefaults extends PictureDefaults {
  /** Whether each line is a paragraph. */
  readonly everyLine: boolean
}

/** An article's values, whether from the issue or from a file of its own, as an article. */
export function readArticle(value: ArticleValue, defaults: ArticleDefaults, reading: Reading): Article {
  const title = headline(value.title, reading)
  const pictures = readPictures(value.images ?? [], defaults, reading)
  const quotes = readPullQuotes(value.pull_quotes ?? [], reading)
  const everyLine = value.paragraphs ? value.paragraphs === 'every-line' : defaults.everyLine
  const boxes = readSideBoxes(value.side_boxes ?? [], everyLine, reading)
  const body = value.body ? parseBody(value.body, { report: reading.report, everyLine }) : []
  for (const text of [
    value.title,
    value.shoulder,
    value.subtitle,
    value.note,
    value.to,
    ...(value.attachments ?? []),
    value.signature?.text,
    value.body,
  ]) {
    const where = text === value.body ? 'body' : 'text'
    if (text) for (const one of leftOverMarkup(text, where)) reading.report(one)
  }
  // Photographs with their captions are an article too.
  if (body.length === 0 && pictures.length === 0) {
    reading.report(diagnostic('W-NO-BODY', title.text[0]?.span ?? value.span, { title: plainOf(title.text) }))
  }
  const isWide = value.lead === true || (value.across ?? 'column') !== 'column'
  if (value.vertical_title && isWide) {
    const { zh, en } = acrossCauses.wide
    reading.report(
      diagnostic('W-VERTICAL-TITLE', title.text[0]?.span ?? value.span, { whyZh: zh, whyEn: en }),
    )
  }
  return {
    title: title.text,
    titleBreaks: title.breaks,
    shoulder: readLine(value.shoulder, reading),
    subtitle: readLine(value.subtitle, reading),
    note: readParagraphs(value.note, reading),
    lead: value.lead ?? null,
    body: quotesBetween(placedOnce(body, [...pictures, ...quotes, ...boxes], reading), quotes, reading),
    pictures,
    ...(quotes.length > 0 ? { pullQuotes: quotes } : {}),
    ...(boxes.length > 0 ? { sideBoxes: boxes } : {}),
    ...letterParts(value, reading),
    ...(value.signature ? readSignature(value.signature, reading) : {}),
    credit: readCredit(value.credit),
    ...(value.vertical_title ? { verticalTitle: true as const } : {}),
    ...(value.across && value.across !== 'column' ? { across: value.across } : {}),
    columns: value.columns ?? null,
    start: value.start ?? 'auto',
    keep: value.keep ?? false,
    box: value.box ?? false,
    tint: value.tint ?? false,
    date: value.date ? isoDate(value.date.value) : null,
    people: (value.people ?? []).map((one) => one.value),
    checks: levels(value.check),
    span: value.span,
  }
}

/** 主送 and 附件, where there are any. */
function letterParts(
  { to, attachments = [] }: ArticleValue,
  reading: Reading,
): Pick<Article, 'to' | 'attachments'> {
  const addressed = readLine(to, reading)
  const names = attachments.flatMap((one) => {
    const name = readLine(one, reading)
    return name ? [name] : []
  })
  return { ...(addressed ? { to: addressed } : {}), ...(names.length > 0 ? { attachments: names } : {}) }
}

/** A brief's values as a brief. */
export function readBrief(
  text: MappedText,
  credit: Placed<CreditValue> | undefined,
  reading: Reading,
): Brief {
  const words = parseInline(text, bareLinesOf(text.text), { report: reading.report })
  for (const one of leftOverMarkup(text)) reading.report(one)
  const typed = /^\u3000+/.exec(text.text)?.[0].length ?? 0
  if (typed > 0) reading.report(diagnostic('I-INDENT', spanIn(text, 0, typed), { count: 1 }))
  const span = { file: text.file, from: text.pieces[0]?.from ?? text.end, to: text.end }
  return { text: words.text, credit: readCredit(credit), span }
}

function headline(text: MappedText | undefined, reading: Reading): ParsedInline {
  if (text === undefined) return { text: [], breaks: [] }
  return parseInline(text, bareLinesOf(text.text), { report: reading.report, breaks: true })
}

/** The seal's width where nothing is said. */
const SEAL_WIDTH = { value: mm(30), unit: 'pt' } as const

/** Each line stands alone; without a word nothing is signed. */
function readSignature(
  { text, seal, width = SEAL_WIDTH, span }: SignatureValue,
  reading: Reading,
): Pick<Article, 'signature'> {
  if (text === undefined) return {}
  const blocks = parseBody(text, { report: reading.report, everyLine: true, paragraphsOnly: true })
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  const src = seal === undefined ? null : pictureSource({ src: seal }, reading)
  if (lines.length === 0) return {}
  const stamped = src === null || seal === undefined ? null : { src, width, span: seal.span }
  return { signature: { lines, seal: stamped, span } }
}

function readCredit(credit: Placed<CreditValue> | undefined): Credit | null {
  if (credit === undefined) return null
  const { value, span } = credit
  if ('text' in value) return value.text === '' ? null : { units: [], text: value.text, span }
  return { units: value.units, text: null, span }
}
