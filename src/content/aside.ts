import { placesBetween } from '../issue/body/places-between.ts'
import type { Article, BodyBlock, InlineText, PullQuote, SideBox } from '../issue/issue.ts'
import type { Arrangement } from './arrangement.ts'
import type { Block, PanelOf, Place, StyledText } from './block.ts'
import { plain, styledText } from './styles.ts'

/** What stands apart from an article's text: by the mark that places it, and by the block that it follows. */
export interface Asides {
  readonly marked: ReadonlyMap<string, Block>
  readonly after: ReadonlyMap<number, readonly Block[]>
}

const NONE: Asides = { marked: new Map(), after: new Map() }

/** An article's pull quotes; those without a mark are spread evenly over the places that there are. */
export function arrangeAsides(arrangement: Arrangement, article: Article, place: Place): Asides {
  const { pullQuotes = [], body } = article
  if (pullQuotes.length === 0) return NONE
  const ids = new Set(body.flatMap((block) => (block.kind === 'place' ? [block.picture] : [])))
  const isMarked = ({ id }: PullQuote) => id !== '' && ids.has(id)
  const quote = (one: PullQuote) => arrangePullQuote(arrangement, one, place)
  const free = pullQuotes.filter((one) => !isMarked(one))
  const stops = stopsFor(body, free.length)
  const after = new Map<number, readonly Block[]>()
  free.forEach((one, index) => {
    const at = stops[index] as number
    after.set(at, [...(after.get(at) ?? []), quote(one)])
  })
  return { marked: new Map(pullQuotes.filter(isMarked).map((one) => [one.id, quote(one)])), after }
}

/** For each of so many quotes the block that it follows: between two of text where there are such, else the last. */
function stopsFor(body: readonly BodyBlock[], count: number): readonly number[] {
  const places = placesBetween(body)
  return Array.from({ length: count }, (_, index) => {
    const at = places[Math.floor(((index + 1) * places.length) / (count + 1))]
    return at === undefined ? body.length - 1 : at - 1
  })
}

/** 摘引 between its rules: whole, and with text of its article above and below in its column. */
function arrangePullQuote(
  { design }: Arrangement,
  { paragraphs, source, span }: PullQuote,
  place: Place,
): PanelOf<StyledText> {
  const keep = { withNext: 1, withPrevious: true, whole: true }
  const line = (text: StyledText): Block => ({
    kind: 'paragraph',
    role: 'note',
    place,
    keep,
    span: text.runs[0]?.span ?? span,
    text,
    marker: null,
  })
  const words = paragraphs.map((text) => line(styledText(design, 'pullQuote', text)))
  const from = source === null ? [] : [line(styledText(design, 'credit', source, { align: 'right' }))]
  return { kind: 'panel', look: 'quote', place, keep, span, spans: false, blocks: [...words, ...from] }
}

/** 小资料 as a panel; `inside` arranges its text, in the box's own type. */
export function arrangeSideBox(
  arrangement: Arrangement,
  { title, body, tint, span }: SideBox,
  { place, floats }: { readonly place: Place; readonly floats: 'free' | 'marked' },
  inside: (arrangement: Arrangement, block: BodyBlock) => readonly Block[],
): PanelOf<StyledText> {
  const { design } = arrangement
  const own = { ...arrangement, design: { ...design, type: { ...design.type, body: design.type.sideBox } } }
  return {
    kind: 'panel',
    look: tint ? 'tint' : 'box',
    place,
    keep: { withNext: 0, withPrevious: false, whole: false },
    span,
    spans: false,
    floats,
    blocks: [
      ...(title ? [boxTitle(arrangement, title, place)] : []),
      ...body.flatMap((block) => inside(own, block)),
    ],
  }
}

function boxTitle({ design }: Arrangement, title: InlineText, place: Place): Block {
  return {
    kind: 'heading',
    role: 'subhead',
    place,
    keep: { withNext: 1, withPrevious: false, whole: true },
    span: title[0]?.span ?? null,
    shoulder: null,
    text: styledText(design, 'subhead', title, { headline: true, align: 'centre' }),
    subtitle: null,
    rows: design.rows.subhead,
    spans: false,
    ornament: false,
    outline: plain(title),
  }
}
