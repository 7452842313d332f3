import type { Colour } from '../../base/text-style.ts'
import type { Pt } from '../../base/units.ts'
import type { SectionLook } from '../../design/looks.ts'
import type { Line } from '../../text/line.ts'
import type { Mark } from '../search/strip.ts'
import type { Galley } from './galley.ts'

/** A section's name as it is set: its first line, and the box of all its lines in its rows of grid. */
export interface SetName {
  readonly line: Line
  readonly size: Pt
  readonly top: Pt
  readonly height: Pt
  /** Height of the rows that the heading takes. */
  readonly room: Pt
  /** The name is one line, with nothing above or below it. */
  readonly alone: boolean
}

/** Room that the ornament takes at the left of a name of a size. */
export function ornamentRoom({ ornament, blockWidth, blockGap }: SectionLook, size: Pt): Pt {
  if (ornament === 'block-rule' || ornament === 'block') return (blockWidth + blockGap) * size
  return ornament === 'band' || ornament === 'tab' ? blockGap * size : 0
}

/** What is drawn at a section's name, from the top of its rows. */
export function sectionOrnament(name: SetName, galley: Galley): Mark[] {
  const look = galley.design.looks.section
  switch (look.ornament) {
    case 'none':
      return []
    case 'block':
      return [block(name, look, galley)]
    case 'block-rule':
      return [block(name, look, galley), ...ruleBeside(name, look, galley)]
    case 'above':
      return [ruleAbove(name, look, galley)]
    case 'below':
      return [ruleBelow(name, look, galley)]
    case 'both':
      return [ruleAbove(name, look, galley), ruleBelow(name, look, galley)]
    case 'sides':
      return rulesAtSides(name, look, galley)
    case 'band':
      return [band(name, look, galley)]
    case 'tab':
      return tab(name, look, galley)
  }
}

/** A block before the name, a little lower than its em box. */
function block({ top, size }: SetName, { blockWidth, colour }: SectionLook, galley: Galley): Mark {
  return bar(colour, galley.left, top + 0.04 * size, blockWidth * size, 0.92 * size)
}

/** A rule on the foot of the name's line, from it to the column's edge. */
function ruleBeside({ line, top, size, alone }: SetName, look: SectionLook, galley: Galley): Mark[] {
  const indent = ornamentRoom(look, size)
  const from = indent + line.width + look.ruleGap * size
  const foot = top + 0.96 * size
  if (!alone || from >= galley.measure || look.rule === 0) return []
  return [bar(look.colour, galley.left + from, foot - look.rule, galley.measure - from, look.rule)]
}

/** Part of the air around a name that a rule may be away from it, so that it stands clear of the text beyond. */
const OF_AIR = 0.6

function ruleAbove({ top, size }: SetName, { rule, ruleGap, colour }: SectionLook, galley: Galley): Mark {
  const gap = Math.min(ruleGap * size, OF_AIR * top)
  return bar(colour, galley.left, top - gap - rule, galley.measure, rule)
}

function ruleBelow(name: SetName, { rule, ruleGap, colour }: SectionLook, galley: Galley): Mark {
  const { top, height, room, size } = name
  const gap = Math.min(ruleGap * size, OF_AIR * (room - top - height))
  return bar(colour, galley.left, top + height + gap, galley.measure, rule)
}

/** Rules on the middle of the name's line, from it to both edges. */
function rulesAtSides({ line, top, size, alone }: SetName, look: SectionLook, galley: Galley): Mark[] {
  if (!alone) return []
  const y = top + (size - look.rule) / 2
  const gap = look.ruleGap * size
  const left = (line.xs[0] ?? 0) - gap
  const right = line.width + gap
  return [
    ...(left > 0 ? [bar(look.colour, galley.left, y, left, look.rule)] : []),
    ...(right < galley.measure
      ? [bar(look.colour, galley.left + right, y, galley.measure - right, look.rule)]
      : []),
  ]
}

/** Part of the air above and below a name that its band takes. */
const BAND_OF_AIR = 0.6

function band({ top, height, room, size }: SetName, { ruleGap, colour }: SectionLook, galley: Galley): Mark {
  const air = Math.min(ruleGap * size, BAND_OF_AIR * Math.min(top, room - top - height))
  return bar(colour, galley.left, top - air, galley.measure, height + 2 * air)
}

/** A tint behind the name alone, and a rule on its foot across the column. */
function tab(name: SetName, look: SectionLook, galley: Galley): Mark[] {
  const behind = band(name, look, galley)
  if (behind.kind !== 'rule') return [behind]
  const { line, size } = name
  const from = line.xs[0] ?? 0
  const width = Math.min(galley.measure - from, line.width - from + 2 * look.blockGap * size)
  const foot = behind.y + behind.height - look.rule
  const rule = bar(look.colour, galley.left, foot, galley.measure, look.rule)
  return [{ ...behind, x: galley.left + from, width }, ...(look.rule === 0 ? [] : [rule])]
}

function bar(colour: Colour, x: Pt, y: Pt, width: Pt, height: Pt): Mark {
  return { kind: 'rule', x, y, width, height, colour, owner: null }
}
