import type { Pt } from '../../base/units.ts'
import type { PanelOf } from '../../content/block.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { setFigure } from '../blocks/figure.ts'
import { type Galley, inset } from '../blocks/galley.ts'
import { columnLeft, columnPlan } from '../blocks/geometry.ts'
import { panelMarks } from '../blocks/panel.ts'
import { flowOf } from '../blocks/set-blocks.ts'
import { balanceBand } from '../search/band.ts'
import { FLOW_BEGINNING } from '../search/column-fill.ts'
import { type ColumnStrip, columnContent } from '../search/column-strips.ts'
import { BREAK } from '../search/costs.ts'
import { QUICK } from '../search/effort.ts'
import type { FlowElement } from '../search/elements.ts'
import { reckoned } from '../search/reckoned.ts'
import { type Mark, moved, rowsOf, type Strip } from '../search/strip.ts'
import type { Notch } from '../search/zone.ts'

/** What stands across two of three columns at the head of a zone (跨两栏). */
export interface OverTwo {
  readonly notch: Notch
  readonly strips: readonly OverStrip[]
  readonly width: Pt
}

type OverStrip = Pick<ColumnStrip, 'strip' | 'block'>

/** Part of a page from which on it is too tall to leave the columns below it their lines. */
const TALLEST = 0.75

/** Whether a block asks to stand across two columns. */
export function wantsTwo(block: ShapedBlock): boolean {
  if (block.kind === 'figure') return block.fit === 'two'
  return (block.kind === 'heading' || block.kind === 'panel') && block.two === true
}

/**
 * A headline, with the name of its section, above the first two columns; a picture or a boxed article above the last two,
 * so that the text before it goes on to its left. Null where it is too tall, or has notes or a seal.
 */
export function overTwo(blocks: readonly ShapedBlock[], galley: Galley, columns: number): OverTwo | null {
  const block = blocks.at(-1) as ShapedBlock
  const strips = stripsOf(blocks, block, galley)
  if (strips === null) return null
  const rows = rowsOf(strips.map(({ strip }) => strip))
  if (rows > TALLEST * galley.rows) return null
  const from = block.kind === 'heading' ? 0 : columns - 2
  return { notch: { from, to: from + 2, rows }, strips, width: galley.measure }
}

function stripsOf(
  blocks: readonly ShapedBlock[],
  block: ShapedBlock,
  galley: Galley,
): readonly OverStrip[] | null {
  if (block.kind === 'figure') return setFigure(block, galley).strips.map((strip) => ({ strip, block }))
  if (block.kind !== 'panel') return naturalStrips(flowOf(blocks, galley))
  const strip = boxOfTwo(block, galley)
  // By its headline, which the outline has.
  return strip && [{ strip, block: block.blocks[0] ?? block }]
}

function naturalStrips(flow: readonly FlowElement[]): readonly OverStrip[] {
  return flow.flatMap(({ settings, block }) => (settings[0]?.strips ?? []).map((strip) => ({ strip, block })))
}

/** A boxed article, its headline across both of its own columns, these level; null where it is too tall, or has notes or a seal. */
function boxOfTwo(panel: PanelOf<ShapedText>, galley: Galley): Strip | null {
  const { lineHeight, design, left, measure } = galley
  const inner = inset(galley, 1, null)
  const text = panel.blocks.findIndex(({ kind }) => kind !== 'heading')
  const head = naturalStrips(flowOf(panel.blocks.slice(0, Math.max(0, text)), inner))
  const plan = columnPlan(design, 2, inner.measure)
  const flow = text < 0 ? [] : flowOf(panel.blocks.slice(text), { ...inner, measure: plan.measure, left: 0 })
  const columns = levelColumns(flow, plan.count, galley)
  if (columns === null) return null
  const marks: Mark[] = []
  let row = 1
  for (const { strip } of head) {
    marks.push(...moved(strip.marks, 0, row * lineHeight))
    row += strip.rows
  }
  columns.forEach((strips, column) => {
    let top = row
    for (const strip of strips) {
      marks.push(...moved(strip.marks, inner.left + columnLeft(plan, column), top * lineHeight))
      top += strip.rows
    }
  })
  const rows = row + Math.max(0, ...columns.map(rowsOf)) + 1
  const box = { x: left, y: lineHeight / 2, width: measure, height: (rows - 1) * lineHeight }
  // Notes and seals stand on the page, and are not for a piece that is made up before.
  if (columns.flat().some(({ notes, seal }) => notes || seal)) return null
  const all = [...panelMarks(panel.look, design.looks, box), ...marks]
  return { rows, marks: all, breakAfter: BREAK.free, textLines: rows - 2 }
}

/** A flow in columns of even height, each as its strips; null where a page cannot hold it. */
function levelColumns(
  flow: readonly FlowElement[],
  columns: number,
  { rows }: Galley,
): readonly (readonly Strip[])[] | null {
  if (flow.length === 0) return []
  const task = {
    flow,
    reckoned: reckoned(flow, QUICK),
    columns,
    height: rows,
    page: rows,
    endHole: true,
    known: new Map(),
    effort: QUICK,
  }
  const fill = balanceBand(task, FLOW_BEGINNING)
  if (fill === null) return null
  return fill.columns.map((one) => {
    const { strips, foot } = columnContent(flow, one)
    return [...strips, ...foot].map(({ strip }) => strip)
  })
}
