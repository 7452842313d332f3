import { withoutBorderBlanks } from '../base/border-blanks.ts'
import type { TextStyle } from '../base/text-style.ts'
import type { Design } from '../design/design.ts'
import { titleLine } from '../issue/body/run-on.ts'
import type { Issue, Section } from '../issue/issue.ts'
import type { Arrangement, PixelSize } from './arrangement.ts'
import { arrangeArticle, issueNote, leads } from './article.ts'
import type { Block, StyledText } from './block.ts'
import { arrangeBriefs } from './briefs.ts'
import { catalogueFacts } from './catalogue.ts'
import { arrangeColophon } from './colophon.ts'
import type { Content, Furniture, Metadata } from './content.ts'
import { arrangeCover } from './cover.ts'
import { arrangeMasthead } from './masthead.ts'
import { plainText, textStyle } from './styles.ts'

/**
 * Stage ②. Takes a validated issue, a settled design and the photographs' sizes; gives the blocks in
 * reading order, styled and with what must stay together, masthead first and colophon last.
 * Promises: every character of the issue is in exactly one block. Articles are arranged by `one`.
 */
export function arrange(
  issue: Issue,
  design: Design,
  pictures: ReadonlyMap<string, PixelSize> = new Map(),
  codes: Arrangement['codes'] = new Map(),
  one: ArrangeArticle = arrangeArticle,
): Content {
  const arrangement: Arrangement = { design, issue, pictures, codes }
  const sections = issue.sections.flatMap((section, index) =>
    arrangeSection(arrangement, section, index, one),
  )
  const colophon = arrangeColophon(arrangement)
  return {
    blocks: [
      arrangeMasthead(arrangement),
      ...arrangeCover(arrangement),
      ...issueNote(arrangement),
      ...sections,
      ...(colophon ? [colophon] : []),
    ],
    furniture: furniture(arrangement),
    metadata: metadata(issue),
  }
}

/** How an article is arranged: `arrangeArticle`, or what gives the same. */
export type ArrangeArticle = typeof arrangeArticle

function arrangeSection(
  arrangement: Arrangement,
  section: Section,
  index: number,
  one: ArrangeArticle,
): readonly Block[] {
  const first = section.articles[0]
  const spans =
    section.style === 'articles' &&
    first !== undefined &&
    leads(arrangement, first, { section: index, article: 0 })
  return [
    ...(arrangement.design.looks.section.name === 'shown'
      ? [sectionHeading(arrangement, section, index, spans)]
      : []),
    ...section.articles.flatMap((article, at) => one(arrangement, article, { section: index, article: at })),
    ...arrangeBriefs(arrangement, section, index),
  ]
}

function sectionHeading(arrangement: Arrangement, section: Section, index: number, spans: boolean): Block {
  const { design } = arrangement
  const [open = '', close = ''] = [...design.section.brackets]
  return {
    kind: 'heading',
    role: 'section',
    place: { section: index, article: -1 },
    keep: { withNext: 1, withPrevious: false, whole: true },
    span: section.span,
    shoulder: null,
    text: sectionText(design, `${open}${section.name}${close}`, section),
    subtitle: null,
    rows: design.rows.section,
    spans,
    ornament: design.looks.section.ornament !== 'none',
    outline: withoutBorderBlanks(section.name),
  }
}

function sectionText(design: Design, text: string, section: Section): StyledText {
  const plain = plainText(design, 'section', text, { span: section.span, headline: true })
  const { ornament, colour } = design.looks.section
  // On a band of its own colour a name could not be read.
  if ((ornament !== 'band' && ornament !== 'tab') || design.type.section.colour !== colour) return plain
  return { ...plain, runs: plain.runs.map((run) => ({ ...run, style: { ...run.style, colour: '#ffffff' } })) }
}

function furniture({ design, issue }: Arrangement): Furniture {
  const values: Record<string, string> = {
    name: issue.publication.name,
    issue: issue.label,
    date: issue.dateText,
    issuer: issue.publication.issuer,
  }
  const head = design.runningHead.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
  return {
    runningHead: { text: head, style: textStyle(design, 'runningHead') },
    stamp: issue.status === 'review' ? { text: '送审稿', style: stampStyle(design) } : null,
    watermark: issue.watermark && { text: issue.watermark.text, style: watermarkStyle(design) },
    folio: { text: design.folio.text, style: textStyle(design, 'folio') },
  }
}

function metadata(issue: Issue): Metadata {
  const sections = issue.sections.map((section) => ({
    name: withoutBorderBlanks(section.name),
    articles: section.articles.map(titleLine),
  }))
  return {
    title: `${issue.publication.name} ${withoutBorderBlanks(issue.label)}`.trim(),
    author: issue.publication.issuer,
    subject: sections.map((section) => section.name).join('、'),
    language: issue.publication.language,
    date: issue.date,
    catalogue: catalogueFacts(issue),
    sections,
  }
}

/** Of the body's size, so that no design drowns it. */
function stampStyle(design: Design): TextStyle {
  const { colour } = design.looks.stamp
  return { ...textStyle(design, 'body'), family: '黑体', weight: 'regular', colour }
}

/** How large it is, the page says. */
function watermarkStyle(design: Design): TextStyle {
  const { colour } = design.looks.watermark
  return { ...textStyle(design, 'body'), family: '黑体', weight: 'bold', colour }
}
