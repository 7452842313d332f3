import type { PanelOf } from '../../content/block.ts'
import { inkOf, type Looks, type PanelLook } from '../../design/looks.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { BREAK } from '../search/costs.ts'
import { type FlowElement, isBlankElement } from '../search/elements.ts'
import { type Mark, moved, type PathMark, type RuleMark, type Strip } from '../search/strip.ts'
import { type Box, type Galley, inset } from './galley.ts'
import { rectangle } from './placeholder.ts'

/** A boxed article on a tint has the box's border around the tint's colour. */
function lookOf(look: PanelOf<unknown>['look'], looks: Looks): PanelLook {
  return look === 'tinted-box' ? { ...looks.box, fill: looks.tint.fill } : looks[look]
}

/** The border and the tint of a panel in its box. */
export function panelMarks(look: PanelOf<unknown>['look'], looks: Looks, box: Box): Mark[] {
  const { x, y, width, height } = box
  const { fill, border, colour, edges } = lookOf(look, looks)
  const around = border > 0 && edges === 'all'
  const panel: PathMark = {
    kind: 'path',
    x: 0,
    y: 0,
    commands: rectangle(x, y, width, height),
    fill: inkOf(fill),
    stroke: around ? { colour, width: border, dash: [] } : null,
    owner: null,
  }
  const bar = (place: Box): RuleMark => ({ kind: 'rule', ...place, colour, owner: null })
  const bars =
    edges === 'left'
      ? [bar({ x, y, width: border, height })]
      : [bar({ x, y, width, height: border }), bar({ x, y: y + height - border, width, height: border })]
  return [...(fill === 'none' && !around ? [] : [panel]), ...(border === 0 || edges === 'all' ? [] : bars)]
}

/** A line above and below: half of it outside the border, half inside. */
const AIR = 1

/** A panel that is not divided, as one strip; `set` sets its blocks. Borders run through the middle of its first and last line. */
export function wholePanel(
  panel: PanelOf<ShapedText>,
  galley: Galley,
  set: (blocks: PanelOf<ShapedText>['blocks'], galley: Galley) => readonly FlowElement[],
): Strip {
  const { lineHeight, left, measure, design, frame } = galley
  const inner = set(panel.blocks, inset(galley, 1, null))
  const marks: Mark[] = []
  let rows = AIR
  for (const strip of withoutAir(inner)) {
    marks.push(...moved(strip.marks, 0, rows * lineHeight))
    rows += strip.rows
  }
  rows += AIR
  const box = { x: left, y: lineHeight / 2, width: measure, height: (rows - 1) * lineHeight }
  return {
    rows,
    marks: [...panelMarks(panel.look, design.looks, box), ...marks],
    breakAfter: BREAK.free,
    textLines: rows - 2 * AIR,
    ...(frame ? { frame } : {}),
  }
}

/** The strips of a flow without the lines of air at both its ends. */
function withoutAir(flow: readonly FlowElement[]): readonly Strip[] {
  const isFilled = (one: FlowElement) => !isBlankElement(one)
  const filled = flow.slice(flow.findIndex(isFilled), flow.findLastIndex(isFilled) + 1)
  return filled.flatMap(({ settings }) => settings[0]?.strips ?? [])
}

/** An element inside a panel: pictures do not leave it, and a panel kept whole is not divided. */
export function insidePanel(element: FlowElement, panel: PanelOf<ShapedText>): FlowElement {
  const group = `${element.group}/panel`
  if (!panel.keep.whole) return { ...element, group }
  const keep = (strip: Strip): Strip => ({ ...strip, breakAfter: Math.max(strip.breakAfter, BREAK.keep) })
  const settings = element.settings.map((setting) => ({ ...setting, strips: setting.strips.map(keep) }))
  return { ...element, settings, floatCost: null, group, refine: null }
}
