import { titleLine } from '../issue/body/run-on.ts'
import { withoutBlanks } from '../issue/body/without-blanks.ts'
import type { Article } from '../issue/issue.ts'
import type { Arrangement } from './arrangement.ts'
import type { Block, HeadingOf, PanelOf, Place, StyledText } from './block.ts'
import { arrangeBody } from './body.ts'
import { arrangeCredit } from './credit.ts'
import { arrangeAddressees, arrangeAttachments } from './letter-parts.ts'
import { arrangeSignature } from './signature.ts'
import { styledText } from './styles.ts'

/** Lines that must stand below a headline in its column (R70, two body lines). */
const LINES_BELOW_HEADLINE = 2

/** One article: its headline with 引题 and 副题, 编者按, body, pictures and credit; in a panel when boxed. */
export function arrangeArticle(arrangement: Arrangement, article: Article, place: Place): readonly Block[] {
  const text: Block[] = [
    headline(arrangement, article, place),
    ...editorsNote(arrangement, article, place),
    ...arrangeAddressees(arrangement, article, place),
    ...arrangeBody(arrangement, article, place),
    ...arrangeAttachments(arrangement, article, place),
  ]
  const { signature } = article
  const flow = [
    ...text,
    ...(signature ? arrangeSignature(arrangement, signature, place, text) : []),
    ...(article.credit ? [arrangeCredit(arrangement, article.credit, place)] : []),
  ]
  const whole = article.keep ? keptTogether(flow) : flow
  const look = lookOf(article)
  const blocks = look ? [panel(flow, look, article, place)] : whole
  return [...starts(article, place), ...blocks, ...ends(article, place)]
}

/** What stands around or behind an article; null for nothing. */
function lookOf({ box, tint }: Article): 'box' | 'tint' | 'tinted-box' | null {
  if (box) return tint ? 'tinted-box' : 'box'
  return tint ? 'tint' : null
}

/** Whether an article leads: as it says itself, else the issue's first, where the design wants that. */
export function leads(
  { design, issue }: Arrangement,
  { lead, box, tint, columns, start, verticalTitle }: Article,
  { section, article }: Place,
): boolean {
  if (lead !== null) return lead
  const first = issue.sections.findIndex((one) => one.style === 'articles' && one.articles.length > 0)
  const plain = !box && !tint && !verticalTitle && columns === null && start === 'auto'
  return (
    design.looks.heading.lead === 'first' &&
    design.page.columns > 1 &&
    plain &&
    section === first &&
    article === 0
  )
}

/** 不拆: no block is divided, and each stays with the one below it. */
function keptTogether(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    const withNext = index + 1 < blocks.length ? Math.max(1, block.keep.withNext) : block.keep.withNext
    return { ...block, keep: { ...block.keep, withNext, whole: true } }
  })
}

function headline(arrangement: Arrangement, article: Article, place: Place): HeadingOf<StyledText> {
  const { design } = arrangement
  const set = (role: 'shoulder' | 'subtitle', text: Article['shoulder']) =>
    text === null ? null : styledText(design, role, text, { headline: true, fullest: 1 })
  const { text: words, breaks } = withoutBlanks({ text: article.title, breaks: article.titleBreaks })
  const lead = leads(arrangement, article, place)
  const title = styledText(design, lead ? 'leadHeadline' : 'headline', words, { headline: true })
  return {
    kind: 'heading',
    role: 'headline',
    place,
    keep: { withNext: LINES_BELOW_HEADLINE, withPrevious: false, whole: true },
    span: article.title[0]?.span ?? article.span,
    shoulder: set('shoulder', article.shoulder),
    text: breaks.length > 0 ? { ...title, wantedBreaks: breaks } : title,
    subtitle: set('subtitle', article.subtitle),
    rows: design.rows.headlineOne,
    spans: lead || article.across === 'page',
    ...(article.across === 'two' && !lead ? { two: true as const } : {}),
    ...(article.verticalTitle && !lead && !article.across ? { vertical: true as const } : {}),
    ornament: false,
    outline: titleLine(article),
  }
}

function editorsNote(arrangement: Arrangement, article: Article, place: Place): readonly Block[] {
  if (article.note.length === 0) return []
  return [panel(noteParagraphs(arrangement, article.note, place), 'note', article, place)]
}

/** 编者按 of the whole issue, across the page. */
export function issueNote(arrangement: Arrangement): readonly Block[] {
  const { note = [], span } = arrangement.issue
  if (note.length === 0) return []
  const place = { section: -1, article: -1 }
  const keep = { withNext: 0, withPrevious: false, whole: true }
  const blocks = noteParagraphs(arrangement, note, place)
  return [{ kind: 'panel', look: 'note', place, keep, span, spans: true, blocks }]
}

function noteParagraphs(arrangement: Arrangement, note: Article['note'], place: Place): readonly Block[] {
  return note.map<Block>((text) => ({
    kind: 'paragraph',
    role: 'note',
    place,
    keep: { withNext: 0, withPrevious: false, whole: false },
    span: text[0]?.span ?? null,
    text: styledText(arrangement.design, 'note', text, { firstIndentEm: arrangement.design.text.indentEm }),
    marker: null,
  }))
}

function panel(
  blocks: readonly Block[],
  look: PanelOf<StyledText>['look'],
  article: Article,
  place: Place,
): PanelOf<StyledText> {
  return {
    kind: 'panel',
    look,
    place,
    // A note introduces its article: some of the article's text stands below it.
    keep: { withNext: look === 'note' ? 1 : 0, withPrevious: false, whole: look === 'note' || article.keep },
    span: article.span,
    ...(look === 'note' ? { spans: false } : acrossOf(article)),
    blocks,
  }
}

/** What a boxed article stands across. */
function acrossOf({ lead, across }: Article): Pick<PanelOf<StyledText>, 'spans' | 'two'> {
  if (lead === true || across === 'page') return { spans: true }
  return { spans: false, ...(across === 'two' ? { two: true } : {}) }
}

function starts(article: Article, place: Place): readonly Block[] {
  const begin: Block[] = []
  const base = {
    kind: 'start',
    place,
    keep: { withNext: 0, withPrevious: false, whole: true },
    span: article.span,
  } as const
  if (article.start !== 'auto') begin.push({ ...base, at: article.start, columns: null })
  if (article.columns !== null) begin.push({ ...base, at: 'columns', columns: article.columns })
  return begin
}

function ends(article: Article, place: Place): readonly Block[] {
  if (article.columns === null) return []
  const keep = { withNext: 0, withPrevious: false, whole: true }
  return [{ kind: 'start', at: 'columns', columns: null, place, keep, span: article.span }]
}
