import { mm, type Pt } from '../../base/units.ts'
import type { PathMark } from '../search/strip.ts'
import type { Box } from './galley.ts'
import { rectangle } from './placeholder.ts'

/** Light modules around a QR code (ISO/IEC 18004:2015, 9.1: four). */
const QUIET = 4

/** Side of one module that a telephone tells apart at arm's length, and of a whole code with the light around it. */
const MODULE = mm(0.6)
const LEAST_SIDE = mm(24)

/** Side of a code of so many modules on paper, its quiet zone within it. */
export function codeSide(modules: number): Pt {
  return Math.max(LEAST_SIDE, (modules + 2 * QUIET) * MODULE)
}

/** Dark modules as rectangles, those beside each other in a row as one; black, for red and pale codes are read badly. */
export function codeMark(owner: object, rows: readonly string[], box: Box): PathMark {
  const module = Math.min(box.width, box.height) / (rows.length + 2 * QUIET)
  const left = (box.width - module * rows.length) / 2
  const top = (box.height - module * rows.length) / 2
  const commands = rows.flatMap((row, index) =>
    [...row.matchAll(/1+/g)].flatMap((run) =>
      rectangle(left + run.index * module, top + index * module, run[0].length * module, module),
    ),
  )
  return { kind: 'path', x: box.x, y: box.y, commands, fill: 'black', stroke: null, owner }
}
