import { circled } from '../base/circled.ts'
import type { Design } from '../design/design.ts'
import type { Article, BodyBlock, InlineText, PictureGroup, SideBox } from '../issue/issue.ts'
import type { Arrangement } from './arrangement.ts'
import { arrangeAsides, arrangeSideBox } from './aside.ts'
import type { Block, Place } from './block.ts'
import { arrangeFigure } from './figure.ts'
import { leadsIn, staysWithNext } from './lead-in.ts'
import { arrangeList } from './list.ts'
import { withPictureRows } from './picture-rows.ts'
import { TALLEST_SHARE } from './picture-shape.ts'
import { plain, plainText, styledText } from './styles.ts'
import { arrangeTable } from './table.ts'

/** Lines that must stand below a sub-heading in its column (R70). */
const LINES_BELOW_SUBHEAD = 2

const FREE = { withNext: 0, withPrevious: false, whole: false } as const

/** An article's body in reading order, its pictures and asides at their marked places or spread evenly between. */
export function arrangeBody(arrangement: Arrangement, article: Article, place: Place): readonly Block[] {
  const marks = new Set(article.body.flatMap((block) => (block.kind === 'place' ? [block.picture] : [])))
  const isMarked = ({ id }: { readonly id: string }) => id !== '' && marks.has(id)
  const figure = (group: PictureGroup, placed: boolean) =>
    arrangeFigure(arrangement, group, place, { placed, isMinor: group !== article.pictures[0] })
  const box = (one: SideBox, floats: 'free' | 'marked') =>
    arrangeSideBox(arrangement, one, { place, floats }, (own, block) => bodyBlock(own, block, place))
  const { pictures, sideBoxes = [] } = article
  // A wide column has room for pictures side by side.
  const isWide = (article.columns ?? arrangement.design.page.columns) === 1
  const inRows = (blocks: readonly Block[]) => withPictureRows(blocks, arrangement.design, isWide)
  const free = [
    ...inRows(pictures.filter((one) => !isMarked(one)).map((one) => figure(one, false))),
    ...sideBoxes.filter((one) => !isMarked(one)).map((one) => box(one, 'free')),
  ]
  const asides = arrangeAsides(arrangement, article, place)
  if (article.body.length === 0) return [...free, ...(asides.after.get(-1) ?? [])]
  const marked = new Map([
    ...pictures.map((one) => [one.id, () => figure(one, true)] as const),
    ...sideBoxes.map((one) => [one.id, () => box(one, 'marked')] as const),
    ...[...asides.marked].map(([id, one]) => [id, () => one] as const),
  ])
  const notes = footnotesOf(arrangement, article, place)
  const slots = freeSlots(article.body, free, arrangement.design)
  const blocks = article.body.flatMap((block, index) => {
    const after = [...(asides.after.get(index) ?? []), ...(slots.get(index) ?? [])]
    const own = bodyBlock(arrangement, block, place)
    const kept = staysWithNext(article.body, index) ? own.map(withNext) : own
    if (block.kind !== 'place') return [...withNotes(kept, notes), ...after]
    const one = marked.get(block.picture)
    return one ? [one(), ...after] : after
  })
  return inRows(blocks)
}

/**
 * For what has no marked place: after which body block each stands, spread over the article. A picture beside text
 * stands further down where it would have only a few lines beside it.
 */
function freeSlots(
  body: readonly BodyBlock[],
  free: readonly Block[],
  design: Design,
): ReadonlyMap<number, readonly Block[]> {
  const stops = body.flatMap((block, index) =>
    block.kind === 'paragraph' && !leadsIn(body, index) ? [index] : [],
  )
  const slots = new Map<number, Block[]>()
  const last = Math.max(0, body.length - 1)
  let from = 0
  free.forEach((one, index) => {
    const even = Math.max(from, Math.floor((index * stops.length) / free.length))
    const wanted = charactersBeside(one, design)
    const enough = stops.findIndex((stop, at) => at >= even && charactersRound(body, stop) >= wanted)
    from = enough < 0 ? even : enough
    const stop = stops[from] ?? last
    slots.set(stop, [...(slots.get(stop) ?? []), one])
  })
  return slots
}

function withNext<One extends Block>(block: One): One {
  return { ...block, keep: { ...block.keep, withNext: 1 } }
}

/** Part of a picture's height beside which there should be text. */
const ENOUGH_BESIDE = 0.6

/** Characters that a picture with text beside it wants there; 0 for others. */
function charactersBeside(block: Block, design: Design): number {
  if (block.kind !== 'figure' || (block.fit !== 'left' && block.fit !== 'right')) return 0
  const { columns, columnGap, width, margin } = design.page
  const { lines, lineHeight } = design.grid
  const column = (width - margin.inside - margin.outside - (columns - 1) * columnGap) / columns
  const ratio = block.pictures[0]?.ratio ?? 1
  const tallest = ratio < 1 ? TALLEST_SHARE.upright * lines * lineHeight : Number.POSITIVE_INFINITY
  const height = Math.min(column / 2 / ratio, tallest)
  return (ENOUGH_BESIDE * (height / lineHeight) * (column - height * ratio)) / design.type.body.size
}

/** Characters of the paragraphs round a block, as far as nothing else stands between them. */
function charactersRound(body: readonly BodyBlock[], at: number): number {
  const isText = (block: BodyBlock | undefined) => block?.kind === 'paragraph'
  let from = at
  while (isText(body[from - 1])) from -= 1
  let to = at
  while (isText(body[to + 1])) to += 1
  return body
    .slice(from, to + 1)
    .reduce((sum, block) => sum + (block.kind === 'paragraph' ? plain(block.text).length : 0), 0)
}

function bodyBlock(arrangement: Arrangement, block: BodyBlock, place: Place): readonly Block[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(arrangement, block.text, place)]
    case 'subheading':
      return [subheading(arrangement, block, place)]
    case 'list':
      return arrangeList(arrangement, block, place)
    case 'quotation':
      return block.paragraphs.map((text) => quotation(arrangement, text, place))
    case 'table':
      return arrangeTable(arrangement, block, place)
    case 'blank':
      return [{ kind: 'blank', rows: 1, place, keep: FREE, span: block.span }]
    case 'place':
    case 'footnote':
      return []
  }
}

/** An article's footnotes by their numbers. */
function footnotesOf({ design }: Arrangement, article: Article, place: Place): ReadonlyMap<number, Block> {
  return new Map(
    article.body.flatMap((block): [number, Block][] => {
      if (block.kind !== 'footnote') return []
      const { indent } = design.looks.footnote
      const label = plainText(design, 'footnote', circled(block.number), { align: 'left' })
      const note: Block = {
        kind: 'paragraph',
        role: 'footnote',
        place,
        keep: FREE,
        span: block.span,
        text: styledText(design, 'footnote', block.text, { startIndentEm: indent }),
        marker: { text: label, widthEm: indent },
        number: block.number,
      }
      return [[block.number, note]]
    }),
  )
}

/** Each paragraph with the footnotes behind it that it has marks of. */
function withNotes(blocks: readonly Block[], notes: ReadonlyMap<number, Block>): readonly Block[] {
  if (notes.size === 0) return blocks
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return [block]
    const own = block.text.runs.flatMap(({ note }) => (note === undefined ? [] : (notes.get(note) ?? [])))
    return [block, ...own]
  })
}

function paragraph({ design }: Arrangement, text: InlineText, place: Place): Block {
  return {
    kind: 'paragraph',
    role: 'body',
    place,
    keep: FREE,
    span: text[0]?.span ?? null,
    text: styledText(design, 'body', text, { firstIndentEm: design.text.indentEm }),
    marker: null,
  }
}

function subheading(
  { design }: Arrangement,
  block: Extract<BodyBlock, { kind: 'subheading' }>,
  place: Place,
): Block {
  const role = block.level === 2 ? 'subhead' : 'subhead3'
  const centred = design.type[role].align === 'centre'
  return {
    kind: 'heading',
    role,
    place,
    keep: { withNext: LINES_BELOW_SUBHEAD, withPrevious: false, whole: true },
    span: block.span,
    shoulder: null,
    text: styledText(design, role, block.text, {
      headline: true,
      startIndentEm: centred ? 0 : design.text.indentEm,
    }),
    subtitle: null,
    rows: design.rows.subhead,
    spans: false,
    ornament: false,
    outline: plain(block.text),
  }
}

function quotation({ design }: Arrangement, text: InlineText, place: Place): Block {
  return {
    kind: 'paragraph',
    role: 'quotation',
    place,
    keep: FREE,
    span: text[0]?.span ?? null,
    text: styledText(design, 'quotation', text, {
      startIndentEm: design.text.indentEm,
      firstIndentEm: design.text.indentEm,
    }),
    marker: null,
  }
}
