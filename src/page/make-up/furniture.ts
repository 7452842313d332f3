import type { Pt } from '../../base/units.ts'
import type { Content } from '../../content/content.ts'
import type { Design } from '../../design/design.ts'
import type { RunningHeadLook } from '../../design/looks.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import type { TypeArea } from '../blocks/geometry.ts'
import { HAN_ASCENT_EM } from '../blocks/geometry.ts'
import { ownWidth } from '../blocks/line-ends.ts'
import { oneLine, type PageText } from '../blocks/page-text.ts'
import { rectangle } from '../blocks/placeholder.ts'
import type { Mark } from '../search/strip.ts'

/** What stands on a page besides its text, from the page's top left; `numbered` where it has its 页码. */
export type PageFurniture = (page: number, pages: number, area: TypeArea, numbered: boolean) => Mark[]

/** Least distance of the frame of 送审稿 from the page's edge, where the margin is small. */
const STAMP_FROM_EDGE: Pt = 6

/** 书眉 from the second page on, 页码 at the outer foot or in the middle, 送审稿 in the margin above. */
export function pageFurniture(
  design: Design,
  furniture: Content['furniture'],
  pageText: PageText,
): PageFurniture {
  const { text, style } = furniture.runningHead
  const head = text === '' ? null : pageText(text, style)
  const stamp = furniture.stamp && pageText(furniture.stamp.text, furniture.stamp.style)
  return (page, pages, area, numbered) => [
    ...(page > 1 && head ? headMarks(design, head, stamp, { page, area }) : []),
    ...(numbered ? folioMarks(design, furniture.folio, pageText, { page, pages, area }) : []),
    ...(stamp ? stampMarks(design, stamp, { page, area }) : []),
  ]
}

function stampWidth({ looks }: Design, text: ShapedText): Pt {
  return ownWidth(oneLine(text)) + 2 * looks.stamp.air * text.style.size
}

/** A page by its number, with its type area. */
interface PagePlace {
  readonly page: number
  readonly area: TypeArea
}

/** Whether the outer edge of a page is the right one. */
function isRightHand(page: number): boolean {
  return page % 2 === 1
}

/** In a frame above the type area: at the right of the first page, on the others where the running head is not. */
function stampMarks(design: Design, text: ShapedText, { page, area }: PagePlace): Mark[] {
  const { stamp, runningHead } = design.looks
  const line = oneLine(text)
  if (!line) return []
  const { size } = text.style
  const air = stamp.air * size
  const start = line.xs[0] ?? 0
  const width = stampWidth(design, text)
  const height = size + 2 * air
  const headIsRight = isRightHand(page) === (runningHead.align !== 'inside')
  const atRight = page === 1 || !headIsRight
  const x = atRight ? area.left + area.width - width : area.left
  const y = Math.max(STAMP_FROM_EDGE, area.top - runningHead.distance - runningHead.gap - height + air)
  return [
    {
      kind: 'path',
      x,
      y,
      commands: rectangle(0, 0, width, height),
      fill: null,
      stroke: stamp.line === 0 ? null : { colour: stamp.colour, width: stamp.line, dash: [] },
      owner: null,
    },
    { kind: 'text', line, x: x + air - start, y: y + air + HAN_ASCENT_EM * size, owner: null },
  ]
}

/** Distance of turned lines of a running head or folio, in em. */
const PITCH_EM = 1.4

/** More lines than any page's margin holds: of what is refused, no more is set on each page. */
const MOST_LINES = 40

/** The running head above its rule, its last line nearest to it, beside the stamp where there is one. */
function headMarks(
  design: Design,
  head: ShapedText,
  stamp: ShapedText | null,
  { page, area }: PagePlace,
): Mark[] {
  const look = design.looks.runningHead
  const { size } = head.style
  const width = area.width - (stamp ? stampWidth(design, stamp) + size : 0)
  const lines = setParagraph(head, width).lines.slice(0, MOST_LINES)
  const rule = area.top - look.distance
  const last = rule - look.gap - (1 - HAN_ASCENT_EM) * size
  return [
    ...lines.map<Mark>((line, index) => {
      const x = headLeft(look.align, ownWidth(line), { page, area })
      const y = last - (lines.length - 1 - index) * PITCH_EM * size
      return { kind: 'text', line, x: x - (line.xs[0] ?? 0), y, owner: null }
    }),
    ...headRule(look, rule, area),
  ]
}

/** Left edge of a running head as wide as this. */
function headLeft(align: RunningHeadLook['align'], width: Pt, { page, area }: PagePlace): Pt {
  if (align === 'centre') return area.left + (area.width - width) / 2
  return isRightHand(page) === (align === 'outside') ? area.left + area.width - width : area.left
}

function headRule({ rule: height, colour }: RunningHeadLook, y: Pt, area: TypeArea): Mark[] {
  if (height === 0) return []
  return [{ kind: 'rule', x: area.left, y, width: area.width, height, colour, owner: null }]
}

interface FolioPlace extends PagePlace {
  readonly pages: number
}

function folioMarks(
  design: Design,
  folio: Content['furniture']['folio'],
  pageText: PageText,
  { page, pages, area }: FolioPlace,
): Mark[] {
  const { from, align } = design.folio
  const { distance, inset } = design.looks.folio
  const text = folio.text
    .replaceAll('{page}', String(page + from - 1))
    .replaceAll('{pages}', String(pages + from - 1))
  if (text === '') return []
  const { size } = folio.style
  const lines = setParagraph(pageText(text, folio.style), area.width - 2 * size).lines.slice(0, MOST_LINES)
  const height = size * (1 + Math.max(0, lines.length - 1) * PITCH_EM)
  const room = design.page.height - area.top - area.rows * area.lineHeight
  const top = area.top + area.rows * area.lineHeight + Math.min(distance, (room - height) / 2)
  return lines.map((line, index) => {
    const width = ownWidth(line)
    const side = inset * size
    const outer = isRightHand(page) ? area.left + area.width - width - side : area.left + side
    const x = align === 'centre' ? area.left + (area.width - width) / 2 : outer
    const y = top + HAN_ASCENT_EM * size + index * PITCH_EM * size
    return { kind: 'text', line, x: x - (line.xs[0] ?? 0), y, owner: null }
  })
}
