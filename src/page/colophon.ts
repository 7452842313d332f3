import { mm, type Pt } from '../base/units.ts'
import type { ColophonOf } from '../content/block.ts'
import { setParagraph } from '../text/set-paragraph.ts'
import type { ShapedText } from '../text/shaped-text.ts'
import type { Galley } from './galley.ts'
import { oneLine } from './page-text.ts'
import { baselineOf } from './paragraph.ts'
import { COST, type Mark, type Strip } from './strip.ts'

type Row = ColophonOf<ShapedText>['rows'][number]

/** 版记's first and last rule 0.35 mm, those between 0.25 mm (GB/T 9704 clause 7.4.1). */
const OUTER_RULE = mm(0.35)
const INNER_RULE = mm(0.25)

/** Text begins 1 em from the rules' ends (clause 7.4.2). */
const SIDE_EM = 1

/** Least air between the text's last line and the first rule, in lines. */
const ABOVE = 1

/** 报尾: rows between rules, turned lines aligned after the label, the closing rule on the type area's foot (R88). */
export function setColophon(block: ColophonOf<ShapedText>, galley: Galley): Strip {
  const drawn = block.rows.map((row) => rowMarks(row, galley))
  const wanted = drawn.reduce((sum, row) => sum + row.lines, 0)
  const rows = Math.min(galley.rows, wanted + ABOVE)
  const foot = rows * galley.lineHeight
  let y = foot - wanted * galley.lineHeight
  const marks: Mark[] = [bar(galley, y, OUTER_RULE)]
  drawn.forEach((row, index) => {
    for (const mark of row.marks) marks.push({ ...mark, y: mark.y + y })
    y += row.lines * galley.lineHeight
    // Rules between rows stand on the line between two lines of grid.
    if (index < drawn.length - 1) marks.push(bar(galley, y - INNER_RULE / 2, INNER_RULE))
  })
  marks.push(bar(galley, foot - OUTER_RULE, OUTER_RULE))
  return { rows, marks, breakAfter: COST.free }
}

function bar(galley: Galley, y: Pt, height: Pt): Mark {
  return { kind: 'rule', x: galley.left, y, width: galley.measure, height, colour: 'black', owner: null }
}

/** One row's text on the page's grid: as many lines of it as the text takes. */
function rowMarks(row: Row, galley: Galley): { marks: Mark[]; lines: number } {
  const { size } = row.text.style
  const side = SIDE_EM * size
  const label = row.label && oneLine(row.label)
  const right = row.right && oneLine(row.right)
  // The label's colon keeps its whole width: turned lines stand after it.
  const indent = row.label ? row.label.clusters.reduce((sum, cluster) => sum + cluster.advance, 0) : 0
  const rightWidth = right ? right.width - (right.xs[0] ?? 0) : 0
  const room = galley.measure - 2 * side - indent - (right ? rightWidth + size : 0)
  const { lines } = setParagraph(row.text, Math.max(4 * size, room))
  const count = Math.max(1, lines.length)
  const first = baselineOf(row.text, galley)
  const marks: Mark[] = lines.map((line, index) => ({
    kind: 'text',
    line,
    x: galley.left + side + indent,
    y: first + index * galley.lineHeight,
    owner: row.text,
  }))
  if (label) marks.unshift({ kind: 'text', line: label, x: galley.left + side, y: first, owner: row.label })
  if (right && row.right) {
    const x = galley.left + galley.measure - side - rightWidth - (right.xs[0] ?? 0)
    marks.push({ kind: 'text', line: right, x, y: first + (count - 1) * galley.lineHeight, owner: row.right })
  }
  return { marks, lines: count }
}
