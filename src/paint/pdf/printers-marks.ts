import type { Pt } from '../../base/units.ts'
import { mm } from '../../base/units.ts'
import type { DisplayPage } from '../../display/display-list.ts'
import type { Sheet, SheetSide } from './options.ts'
import { number } from './syntax.ts'

const LINE_WIDTH: Pt = 0.25
/** Crop marks keep this far from the trim, or outside the bleed where that is wider. */
const MARK_GAP: Pt = mm(3)
const MARK_LENGTH: Pt = mm(5)
const TARGET_RADIUS: Pt = mm(1.5)

function line(x1: Pt, y1: Pt, x2: Pt, y2: Pt): string {
  return `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`
}

/** A circle of four Bézier curves; 0.5523 makes them meet it at the middle. */
function circle(x: Pt, y: Pt, radius: Pt): string {
  const k = radius * 0.5523
  const at = (dx: number, dy: number) => `${number(x + dx)} ${number(y + dy)}`
  return [
    `${at(radius, 0)} m`,
    `${at(radius, k)} ${at(k, radius)} ${at(0, radius)} c`,
    `${at(-k, radius)} ${at(-radius, k)} ${at(-radius, 0)} c`,
    `${at(-radius, -k)} ${at(-k, -radius)} ${at(0, -radius)} c`,
    `${at(k, -radius)} ${at(radius, -k)} ${at(radius, 0)} c S`,
  ].join(' ')
}

/**
 * Crop marks (裁切线) at the corners and registration targets (套准线) at the sides, on every plate. They follow the
 * page's own operators, whose overprint they do not take.
 */
export function printersMarks(page: DisplayPage, sheet: Sheet): string {
  const left = sheet.margin
  const bottom = sheet.margin
  const right = left + page.width
  const top = bottom + page.height
  const near = Math.max(MARK_GAP, sheet.bleed)
  const far = Math.min(sheet.margin, near + MARK_LENGTH)
  const out: string[] = []
  for (const y of [bottom, top])
    out.push(line(left - far, y, left - near, y), line(right + near, y, right + far, y))
  for (const x of [left, right])
    out.push(line(x, bottom - far, x, bottom - near), line(x, top + near, x, top + far))
  const middle = (near + far) / 2
  const centres = [
    [(left + right) / 2, bottom - middle],
    [(left + right) / 2, top + middle],
    [left - middle, (bottom + top) / 2],
    [right + middle, (bottom + top) / 2],
  ] as const
  const reach = Math.min(TARGET_RADIUS * 1.6, (far - near) / 2)
  for (const [x, y] of centres) {
    out.push(circle(x, y, reach / 1.6), line(x - reach, y, x + reach, y), line(x, y - reach, x, y + reach))
  }
  return `q /Knock gs ${number(LINE_WIDTH)} w /All CS 1 SCN\n${out.join('\n')}\nQ`
}

/** Where a printed sheet is folded or cut: short lines outside the pages' type areas. */
export function foldMarks(side: SheetSide): string {
  if (side.lines.length === 0) return ''
  const lines = side.lines.map(([x1, y1, x2, y2]) => line(x1, side.height - y1, x2, side.height - y2))
  return `q ${number(LINE_WIDTH)} w 0 G [2 2] 0 d\n${lines.join('\n')}\nQ`
}
