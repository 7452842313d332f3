import type { Pt } from '../base/units.ts'
import type { DisplayPage, GlyphRun } from '../display/display-list.ts'

/** Glyph runs that stand on one baseline in one column (印出的一行). */
export interface TextLine {
  readonly left: Pt
  readonly right: Pt
  readonly y: Pt
  readonly size: Pt
  readonly runs: readonly GlyphRun[]
}

export interface TextColumn {
  readonly left: Pt
  readonly right: Pt
  /** From the top down. */
  readonly lines: readonly TextLine[]
}

/** Baselines nearer than this are one. */
const SAME_BASELINE: Pt = 1
/** A gap of this many ems parts two columns' lines. */
const PARTING_EM = 1.2

function rightOf(run: GlyphRun): Pt {
  return (run.xs.at(-1) as number) + run.size
}

/** The page's own text (no furniture, nothing on its side) as lines, from the top down. */
function textLines(page: DisplayPage): TextLine[] {
  const runs = page.items.filter(
    (item): item is GlyphRun =>
      item.kind === 'glyphs' && item.node !== null && item.glyphs.length > 0 && !item.angle,
  )
  const sorted = [...runs].sort((a, b) => a.y - b.y || (a.xs[0] as number) - (b.xs[0] as number))
  const lines: GlyphRun[][] = []
  for (const run of sorted) {
    const line = lines.find(
      (one) =>
        Math.abs((one[0] as GlyphRun).y - run.y) < SAME_BASELINE &&
        (run.xs[0] as number) - Math.max(...one.map(rightOf)) < PARTING_EM * run.size &&
        (run.xs[0] as number) > ((one[0] as GlyphRun).xs[0] as number) - 0.01,
    )
    if (line) line.push(run)
    else lines.push([run])
  }
  return lines.map((line) => ({
    left: (line[0] as GlyphRun).xs[0] as number,
    right: Math.max(...line.map(rightOf)),
    y: (line[0] as GlyphRun).y,
    size: Math.max(...line.map((run) => run.size)),
    runs: line,
  }))
}

/** The size most glyphs have: the body's. */
function bodySize(lines: readonly TextLine[]): Pt {
  const counts = new Map<Pt, number>()
  for (const { runs } of lines) {
    for (const run of runs) counts.set(run.size, (counts.get(run.size) ?? 0) + run.glyphs.length)
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

/** The page's columns as its body lines show them; lines across several columns belong to the first. */
export function textColumns(page: DisplayPage): TextColumn[] {
  const lines = textLines(page)
  const body = bodySize(lines)
  const columns: { left: Pt; right: Pt; lines: TextLine[] }[] = []
  const extents = lines.filter((line) => line.size === body).sort((a, b) => a.left - b.left)
  for (const { left, right } of extents) {
    const last = columns.at(-1)
    if (last && left < last.right) last.right = Math.max(last.right, right)
    else columns.push({ left, right, lines: [] })
  }
  for (const line of lines) {
    const column = columns.find((one) => line.left < one.right && line.right > one.left) ?? columns[0]
    if (column) addLine(column.lines, line)
  }
  return columns
}

/** What stands on one baseline of one column is one line, however wide the gaps in it. */
function addLine(lines: TextLine[], line: TextLine): void {
  const last = lines.at(-1)
  if (!last || Math.abs(last.y - line.y) >= SAME_BASELINE) {
    lines.push(line)
    return
  }
  lines[lines.length - 1] = {
    left: Math.min(last.left, line.left),
    right: Math.max(last.right, line.right),
    y: last.y,
    size: Math.max(last.size, line.size),
    runs: [...last.runs, ...line.runs],
  }
}
