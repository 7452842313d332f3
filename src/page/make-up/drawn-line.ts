import type { FontLibrary, GlyphOutlines, GlyphPath } from '../../assets/font.ts'
import type { GlyphRun, Path } from '../../display/display-list.ts'
import type { Line } from '../../text/line.ts'
import { lineItems } from './glyph-runs.ts'

type Command = Path['commands'][number]
export type Point = readonly [x: number, y: number]

/**
 * A set line's outlines, that nobody finds or copies with the text; `place` moves each point, told from the line's left end
 * and its baseline.
 */
export function drawnLine(
  line: Line,
  { fonts, outlines }: { readonly fonts: FontLibrary; readonly outlines: GlyphOutlines },
  place: (point: Point) => Point,
): readonly Command[] {
  const runs = lineItems(line, { x: 0, y: 0, node: null }, fonts).filter((one) => one.kind === 'glyphs')
  return runs.flatMap((run) => runOutlines(run, outlines(fonts.face(run.font), run.glyphs), place))
}

function runOutlines(
  { xs, y, size }: GlyphRun,
  { paths, unitsPerEm }: ReturnType<GlyphOutlines>,
  place: (point: Point) => Point,
): Command[] {
  const unit = size / unitsPerEm
  return paths.flatMap((path, index) => {
    const x = xs[index] as number
    return commandsOf(path, (a, b) => place([x + a * unit, y - b * unit]))
  })
}

/** SVG's path data as commands, quadratic curves as cubic ones. */
function commandsOf(path: GlyphPath, at: (x: number, y: number) => Point): Command[] {
  const commands: Command[] = []
  let last: Point = [0, 0]
  for (const [, letter, numbers] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const points = pointsOf(numbers as string)
    const [first = last, second = last] = points
    if (letter === 'Z') commands.push(['Z'])
    else if (letter === 'Q')
      commands.push(['C', ...at(...towards(last, first)), ...at(...towards(second, first)), ...at(...second)])
    else commands.push([letter as 'M' | 'L' | 'C', ...points.flatMap(([x, y]) => at(x, y))])
    last = points.at(-1) ?? last
  }
  return commands
}

function pointsOf(numbers: string): Point[] {
  const all = numbers.trim().split(/[ ,]+/).filter(Boolean).map(Number)
  return Array.from({ length: all.length >> 1 }, (_, index) => [
    all[2 * index] as number,
    all[2 * index + 1] as number,
  ])
}

/** The point two thirds of the way. */
function towards([x, y]: Point, [toX, toY]: Point): Point {
  return [x + ((toX - x) * 2) / 3, y + ((toY - y) * 2) / 3]
}
