import type { FontLibrary } from '../../assets/font.ts'
import type { Span } from '../../base/source.ts'
import type { TextStyle } from '../../base/text-style.ts'
import type { Pt } from '../../base/units.ts'
import type { TextRun } from '../../content/block.ts'
import type { DisplayItem, GlyphRun, Link } from '../../display/display-list.ts'
import type { Line } from '../../text/line.ts'
import { type DotBelow, dotsBelow } from '../../text/pieces-below.ts'
import { type Cluster, type ClusterGlyph, type ClusterRun, runAt, runIndex } from '../../text/shaped-text.ts'
import { visualOrder } from '../../text/visual-order.ts'
import { circle } from '../blocks/placeholder.ts'
import { linesBelow, type SetLinePlace } from './lines-below.ts'

interface OpenRun {
  readonly font: string
  readonly style: TextStyle
  readonly language: string | undefined
  readonly y: Pt
  readonly node: number | null
  /** Its first glyph among those gathered. */
  readonly from: number
  span: Span | null
}

/** Glyphs of the line at hand, run after run. The next line's are written over them: arrays that grow anew cost more. */
const gathered = { glyphs: [] as number[], xs: [] as Pt[], texts: [] as string[] }

/** A set line as glyph runs (one for each font, size, colour and height), lines below names, dots and links. */
export function lineItems(line: Line, place: SetLinePlace, fonts: FontLibrary): DisplayItem[] {
  const open = new OpenRuns(line, place, fonts)
  const { runs } = line.text
  let linked = false
  let lined = false
  let dotted = false
  let read = false
  let from = line.from
  if (line.text.hasRightToLeft) {
    for (const { cluster, x } of visualOrder(line))
      open.addOne(runAt(line.text, cluster) as TextRun, cluster, x)
  }
  for (let index = runIndex(line.text, from); from < line.to; index += 1) {
    const { run, to } = runs[index] as ClusterRun
    if (!line.text.hasRightToLeft) open.add(run, from, Math.min(to, line.to))
    if (run.link !== undefined) linked = true
    if (run.style.lineBelow !== undefined) lined = true
    if (run.style.dots) dotted = true
    if (run.ruby !== undefined) read = true
    from = to
  }
  const items: DisplayItem[] = open.closed()
  if (lined) items.push(...linesBelow(line, place))
  if (dotted) items.push(...dotsBelow(line).map((dot) => dotItem(dot, place)))
  if (read && place.readings) items.push(...place.readings(line, place))
  if (linked) items.push(...links(line, place))
  return items
}

/** A line's glyphs while they are gathered, each in a run at its own height: only to the last run some are added. */
class OpenRuns {
  readonly #runs: OpenRun[] = []
  #count = 0
  readonly #line: Line
  readonly #place: SetLinePlace
  readonly #fonts: FontLibrary

  constructor(line: Line, place: SetLinePlace, fonts: FontLibrary) {
    this.#line = line
    this.#place = place
    this.#fonts = fonts
  }

  /** Adds the clusters `from` … `to`-1, all of one run of the content. */
  add(run: TextRun, from: number, to: number): void {
    const { clusters } = this.#line.text
    const { xs, from: first } = this.#line
    const left = this.#place.x
    const baseline = this.#place.y - run.style.raiseEm * run.style.size
    // The open run on the baseline itself, where nearly every glyph goes: found again only when the font changes.
    let open: OpenRun | null = null
    for (let index = from; index < to; index += 1) {
      const cluster = clusters[index] as Cluster
      const { glyphs, font } = cluster
      const x = left + (xs[index - first] as number)
      if (glyphs.length === 0) this.#addSpace(cluster, x, baseline, run)
      // Most clusters have one glyph: a counted loop makes nothing to throw away.
      for (let part = 0; part < glyphs.length; part += 1) {
        const { id, dx, dy, text } = glyphs[part] as ClusterGlyph
        if (dy !== 0) open = this.#openAt(font, baseline - dy, run)
        else if (open === null || open.font !== font || open.y !== baseline)
          open = this.#openAt(font, baseline, run)
        this.#put(id, dx === 0 ? x : x + dx, text ?? (part === 0 ? cluster.text : ''))
      }
    }
  }

  #put(glyph: number, x: Pt, text: string): void {
    const at = this.#count
    gathered.glyphs[at] = glyph
    gathered.xs[at] = x
    gathered.texts[at] = text
    this.#count = at + 1
  }

  closed(): GlyphRun[] {
    return this.#runs.map((run, index) => closed(run, this.#runs[index + 1]?.from ?? this.#count))
  }

  /** Adds one cluster at a place of its own, told from the line's left edge. */
  addOne(run: TextRun, index: number, at: Pt): void {
    const cluster = this.#line.text.clusters[index] as Cluster
    const baseline = this.#place.y - run.style.raiseEm * run.style.size
    const x = this.#place.x + at
    if (cluster.glyphs.length === 0) this.#addSpace(cluster, x, baseline, run)
    cluster.glyphs.forEach(({ id, dx, dy, text }, part) => {
      this.#openAt(cluster.font, baseline - dy, run)
      this.#put(id, x + dx, text ?? (part === 0 ? cluster.text : ''))
    })
  }

  /** A space keeps its character in the PDF, so that copied text has it (R90). */
  #addSpace(cluster: Cluster, x: Pt, baseline: Pt, run: TextRun): void {
    const last = this.#runs[this.#runs.length - 1]
    if (cluster.text.trim() !== '' || !last || last.font !== cluster.font) return
    const glyph = this.#fonts.face(cluster.font).glyphOf(0x20)
    if (glyph === 0) return
    this.#openAt(cluster.font, baseline, run)
    this.#put(glyph, x, ' ')
  }

  #openAt(font: string, y: Pt, run: TextRun): OpenRun {
    const { style, span, language } = run
    const node = run.note === undefined ? this.#place.node : (this.#place.nodeOf?.(run) ?? this.#place.node)
    const last = this.#runs[this.#runs.length - 1]
    if (
      last &&
      last.y === y &&
      last.font === font &&
      last.node === node &&
      last.style.size === style.size &&
      last.style.colour === style.colour &&
      last.language === language
    ) {
      if (last.span !== span) last.span = spanOver(last.span, span)
      return last
    }
    const open: OpenRun = { font, style, language, y, node, from: this.#count, span }
    this.#runs.push(open)
    return open
  }
}

function spanOver(a: Span | null, b: Span | null): Span | null {
  if (a === null || b === null || a.file !== b.file) return a ?? b
  return { file: a.file, from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
}

/** A run with its glyphs, up to one of those gathered. */
function closed({ font, style, language, y, node, from, span }: OpenRun, to: number): GlyphRun {
  const { size, colour } = style
  return {
    kind: 'glyphs',
    font,
    size,
    colour,
    y,
    glyphs: gathered.glyphs.slice(from, to),
    xs: gathered.xs.slice(from, to),
    texts: gathered.texts.slice(from, to),
    node,
    span,
    ...(language === undefined ? {} : { language }),
  }
}

function dotItem({ run, left, width, radius, middle }: DotBelow, place: SetLinePlace): DisplayItem {
  const commands = circle(place.x + left + width / 2, place.y + middle, radius)
  return { kind: 'path', commands, fill: run.style.colour, stroke: null, node: null, span: run.span }
}

/** Neighbouring clusters of one address make one active area. */
function links(line: Line, place: SetLinePlace): Link[] {
  const found: Link[] = []
  let from = line.from
  while (from < line.to) {
    const target = runAt(line.text, from)?.link
    let to = from + 1
    while (to < line.to && runAt(line.text, to)?.link === target) to += 1
    if (target !== undefined) found.push(linkArea(line, from, to, target, place))
    from = to
  }
  return found
}

function linkArea(line: Line, from: number, to: number, target: string, place: SetLinePlace): Link {
  const { style, span } = runAt(line.text, from) as TextRun
  const last = line.text.clusters[to - 1] as Cluster
  const left = line.xs[from - line.from] as number
  const right = (line.xs[to - 1 - line.from] as number) + last.advance
  return {
    kind: 'link',
    x: place.x + left,
    y: place.y - 0.88 * style.size,
    width: right - left,
    height: 1.12 * style.size,
    target,
    node: place.node,
    span,
  }
}
