import type { Colour } from '../../base/text-style.ts'
import { mm, type Pt } from '../../base/units.ts'
import { inkOf } from '../../design/looks.ts'
import type { Galley } from '../blocks/galley.ts'
import type { Mark, PathMark } from '../search/strip.ts'

/** Height of the rule below a masthead: 文武线, one rule, or none. */
export function ruleHeight({ design }: Galley): Pt {
  const { thick, ruleGap, thin, single } = design.looks.masthead
  const { rule } = design.masthead
  return rule === 'double' ? thick + ruleGap + thin : rule === 'single' ? single : 0
}

/** A masthead that is not plain has its rules in the design's colour. */
function ruleColour({ masthead, looks }: Galley['design']): Colour {
  return masthead.style === 'plain' ? 'black' : looks.masthead.ruleColour
}

/** The rule below a masthead from `y` on, parted in the middle where a star stands in it. */
export function ruleMarks(galley: Galley, y: Pt): Mark[] {
  const { rule } = galley.design.masthead
  const { thick, ruleGap, thin, single, ruleOrder, star } = galley.design.looks.masthead
  if (rule === 'none') return []
  const starred = star > 0 ? [starMark(galley, y + ruleHeight(galley) / 2)] : []
  if (rule === 'single') return [...bars(galley, y, single), ...starred]
  const [first, second] = ruleOrder === 'thick-first' ? [thick, thin] : [thin, thick]
  return [...bars(galley, y, first), ...bars(galley, y + first + ruleGap, second), ...starred]
}

/** Room on both sides of a star, in its diameters. */
const BESIDE_STAR = 0.35

function bars(galley: Galley, y: Pt, height: Pt): Mark[] {
  const { left, measure, design } = galley
  const { star } = design.looks.masthead
  const part = star > 0 ? (measure - star) / 2 - BESIDE_STAR * star : measure
  if (height === 0 || part <= 0) return []
  const bar = (x: Pt): Mark => {
    return { kind: 'rule', x, y, width: part, height, colour: ruleColour(design), owner: null }
  }
  return star > 0 ? [bar(left), bar(left + measure - part)] : [bar(left)]
}

/** The inner corners of a five-pointed star stand on a circle so much smaller than its points. */
const INNER = 0.381966

/** A five-pointed star, point upwards, in the middle of the measure; `y` its centre. */
function starMark({ left, measure, design }: Galley, y: Pt): PathMark {
  const radius = design.looks.masthead.star / 2
  const corners = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5
    const r = index % 2 === 0 ? radius : INNER * radius
    return [r * Math.sin(angle), -r * Math.cos(angle)] as const
  })
  const commands = corners.map(([x, dy], index) => [index === 0 ? 'M' : 'L', x, dy] as const)
  return {
    kind: 'path',
    x: left + measure / 2,
    y,
    commands: [...commands, ['Z']],
    fill: ruleColour(design),
    stroke: null,
    owner: null,
  }
}

/** How far a tint goes over the page's edges: more than any print shop asks for. */
const OVER = mm(5)

/** A tint from over the top edge of the first page, which is a right-hand one, down to the rule, and over both sides. */
function toTheEdges({ page }: Galley['design'], foot: Pt, colour: Colour): Mark {
  const { top, inside } = page.margin
  const y = -top - OVER
  return {
    kind: 'rule',
    x: -inside - OVER,
    y,
    width: page.width + 2 * OVER,
    height: foot - y,
    colour,
    owner: null,
  }
}

/** The rule above everything, and the tint from there down to the rule below. */
export function behindMasthead({ left, measure, design }: Galley, foot: Pt): Mark[] {
  const { topRule, fill, fillReach } = design.looks.masthead
  const tint = inkOf(fill)
  if (tint !== null && fillReach === 'page') return [toTheEdges(design, foot, tint)]
  const bar = (y: Pt, height: Pt, colour: Colour): Mark => {
    return { kind: 'rule', x: left, y, width: measure, height, colour, owner: null }
  }
  return [
    ...(topRule === 0 ? [] : [bar(0, topRule, ruleColour(design))]),
    ...(tint === null ? [] : [bar(topRule, foot - topRule, tint)]),
  ]
}
