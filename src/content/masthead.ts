import { runOn } from '../issue/body/run-on.ts'
import { withoutBlanks } from '../issue/body/without-blanks.ts'
import type { Article, Ear } from '../issue/issue.ts'
import type { Arrangement } from './arrangement.ts'
import type { Block, MastheadOf, PanelOf, StyledText } from './block.ts'
import { paragraphStyle, plainText, styledText, textStyle } from './styles.ts'

const FIRST = { section: -1, article: -1 } as const

/** 报头: the publication's name large and spread, 期号, issuer and date, and the contents when asked for. */
export function arrangeMasthead(arrangement: Arrangement): MastheadOf<StyledText> {
  const { design, issue } = arrangement
  const { publication } = issue
  const { image, logo } = mastheadPictures(arrangement)
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
    copyNumber: optional('classification', publication.copyNumber),
    issueLabel: plainText(design, 'mastheadIssue', issue.label),
    issuer: plainText(design, 'mastheadIssuer', publication.issuer, { align: 'left' }),
    date: plainText(design, 'mastheadIssuer', issue.dateText, { align: 'right' }),
    specialTitle: issue.title === '' ? null : specialTitle(design, issue.title),
    image: design.masthead.style === 'image' ? publication.masthead.image : null,
    ...(image ? { pixels: { width: image.width, height: image.height } } : {}),
    logo: publication.masthead.logo,
    ...(logo ? { logoPixels: { width: logo.width, height: logo.height } } : {}),
    ...(issue.ear ? { ear: arrangeEar(design, issue.ear) } : {}),
    contents: issue.contents || design.masthead.contents ? contents(arrangement) : null,
    height: design.masthead.height,
  }
}

/** 报眼: its title in the middle, its words in a side box's type; ragged, for its lines are few and short. */
function arrangeEar(design: Arrangement['design'], { title, paragraphs, span }: Ear): PanelOf<StyledText> {
  const own = { ...design, type: { ...design.type, body: design.type.sideBox } }
  const keep = { withNext: 0, withPrevious: false, whole: true }
  const line = (text: StyledText): Block => ({
    kind: 'paragraph',
    role: 'note',
    place: FIRST,
    keep,
    span: text.runs[0]?.span ?? span,
    text,
    marker: null,
  })
  const blocks = [
    ...(title ? [line(styledText(design, 'subhead', title, { headline: true, align: 'centre' }))] : []),
    ...paragraphs.map((text) =>
      line(styledText(own, 'body', text, { align: 'left', firstIndentEm: design.text.indentEm })),
    ),
  ]
  return { kind: 'panel', look: 'box', place: FIRST, keep, span, spans: true, blocks }
}

/** 专刊名: larger than what else stands below the name. */
function specialTitle(design: Arrangement['design'], title: string): StyledText {
  const { runs, style } = plainText(design, 'mastheadSubtitle', title)
  const size = style.size * design.looks.masthead.specialTitle
  return { runs: runs.map((run) => ({ ...run, style: { ...run.style, size } })), style: { ...style, size } }
}

/** The pixels of the picture and the logo that are at hand and wanted: a picture only in the style of that name. */
function mastheadPictures({ design, issue, pictures }: Arrangement) {
  const { image, logo } = issue.publication.masthead
  const wanted = design.masthead.style === 'image' ? image : null
  return {
    image: wanted === null ? undefined : pictures.get(wanted),
    logo: logo === null ? undefined : pictures.get(logo),
  }
}

/** The name spread to a part of the width, or made smaller when it would be too wide, to a least size. */
function nameText({ design, issue }: Arrangement): StyledText {
  const { page } = design
  const { nameSpread, nameLimit, nameLeast, nameTracking } = design.looks.masthead
  const width = page.width - page.margin.inside - page.margin.outside
  const characters = [...issue.publication.name]
  const base = textStyle(design, 'mastheadName')
  const fitting = (width * nameLimit) / Math.max(1, characters.length)
  const size = Math.min(base.size, Math.max(nameLeast, fitting))
  const gaps = Math.max(1, characters.length - 1)
  const free = (width * nameSpread) / size - characters.length
  const trackingEm = Math.max(0, Math.min(nameTracking, free / gaps))
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

/** A title on one line, run on where `|` stands. */
function contentsText(design: Arrangement['design'], article: Article): StyledText {
  const title = withoutBlanks({ text: article.title, breaks: article.titleBreaks })
  const text = styledText(design, 'contents', title.text, { align: 'left', headline: true, fullest: 1 })
  let at = 0
  const runs = text.runs.map((run) => {
    const from = at
    at += run.text.length
    const breaks = title.breaks.filter((place) => place > from && place <= at)
    return {
      ...run,
      text: runOn(
        run.text,
        breaks.map((place) => place - from),
      ),
    }
  })
  return { ...text, runs }
}

function contents({ design, issue }: Arrangement): MastheadOf<StyledText>['contents'] {
  const lines = issue.sections.flatMap((section, index) =>
    section.articles.map((article, at) => ({
      text: contentsText(design, article),
      place: { section: index, article: at },
      style: textStyle(design, 'contents'),
    })),
  )
  return { title: plainText(design, 'section', design.looks.contents.title, { align: 'left' }), lines }
}
