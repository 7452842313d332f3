import type { Arrangement } from './arrange.ts'
import type { MastheadOf, StyledText } from './block.ts'
import { paragraphStyle, plainText, styledText, textStyle } from './styles.ts'

/** Part of the type area's width that the publication's name takes: spread up to one, shrunk to the other. */
const NAME_SPREAD = 0.66
const NAME_LIMIT = 0.86

/** Widest spreading between the name's characters, in em: further apart it no longer reads as one word. */
const NAME_TRACKING_LIMIT = 0.6

const FIRST = { section: -1, article: -1 } as const

/** 报头: the publication's name large and spread, 期号, issuer and date, and the contents when asked for. */
export function arrangeMasthead(arrangement: Arrangement): MastheadOf<StyledText> {
  const { design, issue } = arrangement
  const { publication } = issue
  const optional = (role: 'classification' | 'mastheadSubtitle', text: string) =>
    text === '' ? null : plainText(design, role, text)
  return {
    kind: 'masthead',
    place: FIRST,
    keep: { withNext: 0, withPrevious: false, whole: true },
    span: publication.span,
    name: nameText(arrangement),
    subtitle: optional('mastheadSubtitle', publication.subtitle),
    classification: optional('classification', publication.classification),
    copyNumber: null,
    issueLabel: plainText(design, 'mastheadIssue', issue.label),
    issuer: plainText(design, 'mastheadIssuer', publication.issuer, { align: 'left' }),
    date: plainText(design, 'mastheadIssuer', issue.dateText, { align: 'right' }),
    specialTitle: optional('mastheadSubtitle', issue.title),
    image: publication.masthead.image,
    logo: publication.masthead.logo,
    contents: issue.contents || design.masthead.contents ? contents(arrangement) : null,
    height: design.masthead.height,
  }
}

/** The name spread to about two thirds of the width, or made smaller when it would be too wide. */
function nameText({ design, issue }: Arrangement): StyledText {
  const { page } = design
  const width = page.width - page.margin.inside - page.margin.outside
  const characters = [...issue.publication.name]
  const base = textStyle(design, 'mastheadName')
  const size = Math.min(base.size, (width * NAME_LIMIT) / Math.max(1, characters.length))
  const gaps = Math.max(1, characters.length - 1)
  const free = (width * NAME_SPREAD) / size - characters.length
  const trackingEm = Math.max(0, Math.min(NAME_TRACKING_LIMIT, free / gaps))
  const colour = design.masthead.style === 'plain' ? ('black' as const) : base.colour
  const style = { ...base, size, colour }
  const last = characters.pop() ?? ''
  return {
    // The last character is not followed by the spread: the name stands in the centre.
    runs: [
      { text: characters.join(''), style: { ...style, trackingEm }, span: null },
      { text: last, style, span: null },
    ].filter((run) => run.text !== ''),
    style: { ...paragraphStyle(design, 'mastheadName'), size },
  }
}

function contents({ design, issue }: Arrangement): MastheadOf<StyledText>['contents'] {
  const lines = issue.sections.flatMap((section, index) =>
    section.articles.map((article, at) => ({
      text: styledText(design, 'contents', article.title, { align: 'left' }),
      place: { section: index, article: at },
      style: textStyle(design, 'contents'),
    })),
  )
  return { title: plainText(design, 'section', '本期导读', { align: 'left' }), lines }
}
