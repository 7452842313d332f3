import type { ParagraphOf } from '../../content/block.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { BESIDE, BREAK } from '../search/costs.ts'
import type { FlowElement, Setting } from '../search/elements.ts'
import { notesFrom } from '../search/notes.ts'
import type { Strip } from '../search/strip.ts'
import { isFootnote } from './footnotes.ts'
import type { Galley } from './galley.ts'
import { bodyVariants, setBody } from './paragraph.ts'
import type { StretchText } from './wrap.ts'
import { runsBeside } from './wrap-room.ts'

/** Paragraphs above and below a pull quote between which it may stand instead. */
const QUOTE_REACH = 3

/** A pull quote and the text around it. */
export interface QuoteStretch {
  readonly texts: readonly StretchText[]
  readonly quote: Strip
  /** The text above which it was met: 0 above all of them. */
  readonly met: number
}

export function isQuote(block: ShapedBlock): boolean {
  return block.kind === 'panel' && block.look === 'quote'
}

/** The last paragraphs of a flow, taken out of it. */
export function textsAbove(elements: FlowElement[]): readonly StretchText[] {
  const texts: StretchText[] = []
  while (texts.length < QUOTE_REACH) {
    const element = elements.at(-1)
    const block = element?.block
    if (!element || !block || !isMovable(block) || element.startsColumn) break
    elements.pop()
    texts.unshift({ block, need: element.need })
  }
  return texts
}

/** The paragraphs from an index on, and where the next block is. */
export function textsBelow(blocks: readonly ShapedBlock[], from: number) {
  const texts: StretchText[] = []
  let next = from
  for (; next < blocks.length && texts.length < QUOTE_REACH; next += 1) {
    const block = blocks[next] as ShapedBlock
    if (isFootnote(block)) continue
    if (!isMovable(block)) break
    texts.push({ block, need: 0 })
  }
  return { texts, next }
}

/** Text between which a pull quote may stand. */
function isMovable(block: ShapedBlock): block is ParagraphOf<ShapedText> {
  return runsBeside(block) && block.role !== 'credit'
}

/** The stretch with its pull quote where it was met. */
export function setQuote(stretch: QuoteStretch, galley: Galley): Setting {
  return withQuoteAt(stretch, settingsOf(stretch, galley), stretch.met)
}

/** The quote between other paragraphs, or one of the paragraphs a line shorter or longer. */
export function movedQuotes(stretch: QuoteStretch, galley: Galley): Setting[] {
  const { texts, met } = stretch
  const natural = settingsOf(stretch, galley)
  const elsewhere = texts.flatMap((_, at): Setting[] => {
    if (at === 0 || at === met) return []
    const [from, to] = at < met ? [at, met] : [met, at]
    const lines = natural.slice(from, to).reduce((sum, { rows }) => sum + rows, 0)
    const cost = BESIDE.moved + BESIDE.movedLine * lines
    return [{ ...withQuoteAt(stretch, natural, at), cost, note: 'moved' }]
  })
  const changed = texts.flatMap(({ block, need }, index) =>
    (natural[index] as Setting).rows < 3
      ? []
      : bodyVariants(block, galley, need).map((one) => ({
          ...one,
          ...withQuoteAt(stretch, natural.with(index, one), met),
          cost: one.cost,
        })),
  )
  return [...elsewhere, ...changed]
}

function settingsOf({ texts }: QuoteStretch, galley: Galley): readonly Setting[] {
  return texts.map(({ block, need }) => setBody(block, galley, need))
}

/** Text never ends its column right above the quote, nor begins one right below it. */
function withQuoteAt({ quote }: QuoteStretch, settings: readonly Setting[], at: number): Setting {
  const strips: Strip[] = []
  settings.forEach((one, index) => {
    if (index === at) strips.push(quote)
    const last = one.strips.length - 1
    strips.push(
      ...one.strips.map((strip, row) => (index === at - 1 && row === last ? keptAbove(strip) : strip)),
    )
  })
  if (at >= settings.length) strips.push(quote)
  const notes = notesFrom(strips, 0)
  const rows = strips.reduce((sum, strip) => sum + strip.rows, 0)
  return { strips, rows, cost: 0, ...(notes > 0 ? { notes } : {}) }
}

function keptAbove(strip: Strip): Strip {
  return { ...strip, breakAfter: BREAK.keep }
}
