import type { Arrangement } from './arrangement.ts'
import type { Block, Place } from './block.ts'
import { arrangeFigure } from './figure.ts'

/** With the masthead, before the first section and its note: in no section. */
const PLACE: Place = { section: -1, article: -1 }

/** 封面: its picture, and the page that begins after it; nothing without a cover. */
export function arrangeCover(arrangement: Arrangement): readonly Block[] {
  const { cover } = arrangement.issue
  if (!cover) return []
  const figure = arrangeFigure(arrangement, cover, PLACE, { placed: true, isMinor: false })
  const keep = { withNext: 0, withPrevious: false, whole: true }
  const start: Block = { kind: 'start', at: 'page', columns: null, place: PLACE, keep, span: cover.span }
  return [{ ...figure, fit: 'page', full: true, cover: true }, start]
}
