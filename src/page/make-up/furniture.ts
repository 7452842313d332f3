import { mm, type Pt } from '../../base/units.ts'
import type { Content } from '../../content/content.ts'
import type { Design } from '../../design/design.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import type { TypeArea } from '../blocks/geometry.ts'
import { HAN_ASCENT_EM } from '../blocks/geometry.ts'
import { ownWidth } from '../blocks/line-ends.ts'
import { oneLine, type PageText } from '../blocks/page-text.ts'
import { rectangle } from '../blocks/placeholder.ts'
import type { Mark } from '../search/strip.ts'

/** What stands on a page besides its text, from the page's top left. */
export type Furniture = (page: number, pages: number, area: TypeArea) => Mark[]

/** Rule below the running head, the air around it, and its distance from the text. */
const HEAD_RULE: Pt = 0.4
const HEAD_RULE_COLOUR = '#808080'
const HEAD_TEXT_GAP: Pt = 4
const HEAD_DISTANCE: Pt = 12

/** The folio's em box begins 7 mm below the type area (GB/T 9704 clause 7.5), or nearer in a small margin. */
const FOLIO_DISTANCE = mm(7)

/** The frame of 送审稿: its line, and the air between it and the words. */
const STAMP_LINE: Pt = 0.75
const STAMP_AIR_EM = 0.3
/** Least distance of the frame from the page's edge, where the margin is small. */
const STAMP_FROM_EDGE: Pt = 6

/** 书眉 from the second page on, 页码 at the outer foot or in the middle, 送审稿 in the margin above. */
export function pageFurniture(
  design: Design,
  furniture: Content['furniture'],
  pageText: PageText,
): Furniture {
  const { text, style } = furniture.runningHead
  const head = text === '' ? null : pageText(text, style)
  const stamp = furniture.stamp && pageText(furniture.stamp.text, furniture.stamp.style)
  return (page, pages, area) => [
    ...(page > 1 && head ? headMarks(head, page, area, stamp) : []),
    ...folioMarks(design, furniture.folio, pageText, { page, pages, area }),
    ...(stamp ? stampMarks(stamp, page, area) : []),
  ]
}

function stampWidth(text: ShapedText): Pt {
  return ownWidth(oneLine(text)) + 2 * STAMP_AIR_EM * text.style.size
}

/** In a frame above the type area: at the right of the first page, on the others where the running head is not. */
function stampMarks(text: ShapedText, page: number, area: TypeArea): Mark[] {
  const line = oneLine(text)
  if (!line) return []
  const { size } = text.style
  const air = STAMP_AIR_EM * size
  const start = line.xs[0] ?? 0
  const width = stampWidth(text)
  const height = size + 2 * air
  const atRight = page === 1 || page % 2 === 0
  const x = atRight ? area.left + area.width - width : area.left
  const y = Math.max(STAMP_FROM_EDGE, area.top - HEAD_DISTANCE - HEAD_TEXT_GAP - height + air)
  return [
    {
      kind: 'path',
      x,
      y,
      commands: rectangle(0, 0, width, height),
      fill: null,
      stroke: { colour: 'black', width: STAMP_LINE, dash: [] },
      owner: null,
    },
    { kind: 'text', line, x: x + air - start, y: y + air + HAN_ASCENT_EM * size, owner: null },
  ]
}

/** Distance of turned lines of a running head or folio, in em. */
const PITCH_EM = 1.4

/** The running head above its rule, its last line nearest to it, beside the stamp where there is one. */
function headMarks(head: ShapedText, page: number, area: TypeArea, stamp: ShapedText | null): Mark[] {
  const { size } = head.style
  const { lines } = setParagraph(head, area.width - (stamp ? stampWidth(stamp) + size : 0))
  const rule = area.top - HEAD_DISTANCE
  const last = rule - HEAD_TEXT_GAP - (1 - HAN_ASCENT_EM) * size
  return [
    ...lines.map<Mark>((line, index) => {
      const x = page % 2 === 1 ? area.left + area.width - ownWidth(line) : area.left
      const y = last - (lines.length - 1 - index) * PITCH_EM * size
      return { kind: 'text', line, x: x - (line.xs[0] ?? 0), y, owner: null }
    }),
    {
      kind: 'rule',
      x: area.left,
      y: rule,
      width: area.width,
      height: HEAD_RULE,
      colour: HEAD_RULE_COLOUR,
      owner: null,
    },
  ]
}

interface FolioPlace {
  readonly page: number
  readonly pages: number
  readonly area: TypeArea
}

function folioMarks(
  design: Design,
  folio: Content['furniture']['folio'],
  pageText: PageText,
  { page, pages, area }: FolioPlace,
): Mark[] {
  const { from, align } = design.folio
  const text = folio.text
    .replaceAll('{page}', String(page + from - 1))
    .replaceAll('{pages}', String(pages + from - 1))
  if (text === '') return []
  const { size } = folio.style
  const { lines } = setParagraph(pageText(text, folio.style), area.width - 2 * size)
  const height = size * (1 + Math.max(0, lines.length - 1) * PITCH_EM)
  const room = design.page.height - area.top - area.rows * area.lineHeight
  const top = area.top + area.rows * area.lineHeight + Math.min(FOLIO_DISTANCE, (room - height) / 2)
  return lines.map((line, index) => {
    const width = ownWidth(line)
    const outer = page % 2 === 1 ? area.left + area.width - width - size : area.left + size
    const x = align === 'centre' ? area.left + (area.width - width) / 2 : outer
    const y = top + HAN_ASCENT_EM * size + index * PITCH_EM * size
    return { kind: 'text', line, x: x - (line.xs[0] ?? 0), y, owner: null }
  })
}
