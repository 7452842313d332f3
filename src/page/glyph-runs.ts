import type { FontLibrary } from '../assets/font.ts'
import type { Span } from '../base/source.ts'
import type { Pt } from '../base/units.ts'
import type { DisplayItem, GlyphRun, Link } from '../display/display-list.ts'
import type { Line } from '../text/line.ts'
import { dotOf } from '../text/pieces-below.ts'
import type { Cluster, ClusterGlyph } from '../text/shaped-text.ts'
import { linesBelow } from './lines-below.ts'
import { circle } from './placeholder.ts'

/** Where a line stands and what it belongs to. */
export interface LinePlace {
  readonly x: Pt
  /** Baseline. */
  readonly y: Pt
  readonly node: number | null
}

interface OpenRun {
  readonly first: Cluster
  readonly y: Pt
  readonly glyphs: number[]
  readonly xs: Pt[]
  readonly texts: string[]
  span: Span | null
}

/** A set line as glyph runs (one for each font, size, colour and height), lines below names, dots and links. */
export function lineItems(line: Line, place: LinePlace, fonts: FontLibrary): DisplayItem[] {
  const runs: OpenRun[] = []
  const dots: DisplayItem[] = []
  const { clusters } = line.text
  let linked = false
  let lined = false
  for (let index = line.from; index < line.to; index++) {
    const cluster = clusters[index] as Cluster
    const x = place.x + (line.xs[index - line.from] as number)
    addCluster(runs, cluster, x, place.y, fonts)
    if (cluster.dot) dots.push(dotBelow(cluster, x, place))
    if (cluster.link !== undefined) linked = true
    if (cluster.lineBelow !== undefined) lined = true
  }
  const items: DisplayItem[] = runs.map((run) => closed(run, place.node))
  if (lined) items.push(...linesBelow(line, place))
  items.push(...dots)
  if (linked) items.push(...links(line, place))
  return items
}

/** Adds a cluster's glyphs, each to a run at its own height. */
function addCluster(runs: OpenRun[], cluster: Cluster, x: Pt, baseline: Pt, fonts: FontLibrary): void {
  if (cluster.glyphs.length === 0) addSpace(runs, cluster, x, baseline, fonts)
  let { text } = cluster
  const { glyphs } = cluster
  // Most clusters have one glyph: a counted loop makes nothing to throw away.
  for (let index = 0; index < glyphs.length; index++) {
    const { id, dx, dy } = glyphs[index] as ClusterGlyph
    const run = runFor(runs, cluster, baseline - cluster.raise - dy)
    run.glyphs.push(id)
    run.xs.push(x + dx)
    run.texts.push(text)
    if (run.span !== cluster.span) run.span = joined(run.span, cluster.span)
    text = ''
  }
}

/** A space keeps its character in the PDF, so that copied text has it (R90). */
function addSpace(runs: OpenRun[], cluster: Cluster, x: Pt, baseline: Pt, fonts: FontLibrary): void {
  const last = runs[runs.length - 1]
  if (!/^[ \u00a0]$/.test(cluster.text) || !last || last.first.font !== cluster.font) return
  const glyph = fonts.face(cluster.font).glyphOf(0x20)
  if (glyph === 0) return
  const run = runFor(runs, cluster, baseline - cluster.raise)
  run.glyphs.push(glyph)
  run.xs.push(x)
  run.texts.push(' ')
}

function runFor(runs: OpenRun[], cluster: Cluster, y: Pt): OpenRun {
  const last = runs[runs.length - 1]
  if (
    last &&
    last.y === y &&
    last.first.font === cluster.font &&
    last.first.size === cluster.size &&
    last.first.colour === cluster.colour
  ) {
    return last
  }
  const run: OpenRun = { first: cluster, y, glyphs: [], xs: [], texts: [], span: cluster.span }
  runs.push(run)
  return run
}

function joined(a: Span | null, b: Span | null): Span | null {
  if (a === null || b === null || a.file !== b.file) return a ?? b
  return { file: a.file, from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
}

function closed(run: OpenRun, node: number | null): GlyphRun {
  const { font, size, colour } = run.first
  const { y, glyphs, xs, texts, span } = run
  return { kind: 'glyphs', font, size, colour, y, glyphs, xs, texts, node, span }
}

function dotBelow(cluster: Cluster, x: Pt, place: LinePlace): DisplayItem {
  const { radius, middle } = dotOf(cluster)
  const commands = circle(x + cluster.advance / 2, place.y + middle, radius)
  return { kind: 'path', commands, fill: cluster.colour, stroke: null, node: null, span: cluster.span }
}

/** Neighbouring clusters of one address make one active area. */
function links(line: Line, place: LinePlace): Link[] {
  const found: Link[] = []
  let from = line.from
  while (from < line.to) {
    const target = line.text.clusters[from]?.link
    let to = from + 1
    while (to < line.to && line.text.clusters[to]?.link === target) to++
    if (target !== undefined) found.push(linkArea(line, from, to, target, place))
    from = to
  }
  return found
}

function linkArea(line: Line, from: number, to: number, target: string, place: LinePlace): Link {
  const first = line.text.clusters[from] as Cluster
  const last = line.text.clusters[to - 1] as Cluster
  const left = line.xs[from - line.from] as number
  const right = (line.xs[to - 1 - line.from] as number) + last.advance
  return {
    kind: 'link',
    x: place.x + left,
    y: place.y - 0.88 * first.size,
    width: right - left,
    height: 1.12 * first.size,
    target,
    node: place.node,
    span: first.span,
  }
}
