import type { FontLibrary } from '../assets/font.ts'
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'
import type { StyledText, TextRun } from '../content/block.ts'
import type { Design } from '../design/design.ts'
import { chineseBreaks } from './breaks.ts'
import { classify, isContinuation } from './clreq/classify.ts'
import { addressesIn } from './clreq/gap.ts'
import { DASH, DIGIT, ELLIPSIS, HAN, LETTER, LINE_END, SPACE } from './clreq/kinds.ts'
import { mayHang } from './clreq/squeeze.ts'
import { type FoundGlyph, GlyphFinder } from './glyph-finder.ts'
import { type ItemOptions, itemsOf, type Measured } from './items.ts'
import type { Cluster, ClusterGlyph, ShapedText } from './shaped-text.ts'

const ZERO_WIDTH = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]$/

/** Shapes texts with one library of fonts, remembering glyphs between them. */
export class TextShaper {
  private readonly fonts: FontLibrary
  private readonly options: Design['text']
  private readonly itemOptions: ItemOptions
  private readonly diagnostics: Diagnostic[]
  private readonly finders = new Map<string, GlyphFinder>()
  /** Characters already reported, by place. */
  private readonly reported = new Set<string>()

  constructor(fonts: FontLibrary, options: Design['text'], diagnostics: Diagnostic[]) {
    this.fonts = fonts
    this.options = options
    this.diagnostics = diagnostics
    this.itemOptions = { style: options.punctuation, gapEm: options.hanLatinSpaceEm }
  }

  /** One paragraph's glyphs and items. */
  shape(text: StyledText): ShapedText {
    const plain = text.runs.map((run) => run.text).join('')
    const kinds = classify(plain)
    const builder = new Builder(plain, kinds, chineseBreaks(plain, this.options.breakLevel, kinds))
    let from = 0
    for (const run of text.runs) {
      const to = from + run.text.length
      this.shapeRun(run, builder, from, to)
      from = to
    }
    return {
      clusters: builder.clusters,
      items: itemsOf(builder.measured(this.options.hang), this.itemOptions),
      style: text.style,
      plain,
      wantedBreaks: (text.wantedBreaks ?? []).map((offset) => builder.clusterAt(offset)),
    }
  }

  private shapeRun(run: TextRun, builder: Builder, from: number, to: number): void {
    const finder = this.finderOf(run)
    for (let at = from; at < to; ) {
      const end = builder.clusterEnd(at, to)
      const found = builder.add(run, finder, at, end)
      if (found.substitute !== 0) this.report(builder.plain.slice(at, end), run, found)
      at = end
    }
  }

  private finderOf(run: TextRun): GlyphFinder {
    const { family, weight, size } = run.style
    const key = `${family}/${weight}/${size}`
    let finder = this.finders.get(key)
    if (finder === undefined) {
      finder = new GlyphFinder(this.fonts, run.style, this.options.latin)
      this.finders.set(key, finder)
    }
    return finder
  }

  private report(character: string, run: TextRun, found: FoundGlyph): void {
    const key = `${character} ${run.span?.file} ${run.span?.from} ${run.style.family}`
    if (this.reported.has(key)) return
    this.reported.add(key)
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    const values = { character, codePoint, family: run.style.family, used: found.face.postScriptName }
    const code = found.substitute === 2 ? 'E-GLYPH' : 'W-GLYPH'
    this.diagnostics.push(diagnostic(code, placeOf(run, character), values))
  }
}

/** The character's own place where the run's text is the source's. */
function placeOf(run: TextRun, character: string): Span | null {
  const { span, text } = run
  if (span === null || span.to - span.from !== text.length) return span
  const from = span.from + text.indexOf(character)
  return { file: span.file, from, to: from + character.length }
}

/** A paragraph's clusters while they are made. */
class Builder {
  readonly plain: string
  readonly clusters: Cluster[] = []
  private readonly kindsOfUnits: Uint8Array
  private readonly breaksOfUnits: Uint8Array
  private readonly addresses: readonly (readonly [number, number])[]
  private readonly starts: number[] = []
  private readonly kinds: number[] = []
  private readonly body: number[] = []
  private readonly origin: number[] = []
  private readonly breaks: number[] = []
  private readonly tracking: number[] = []
  private readonly raised: number[] = []
  /** Of the cluster before: its face's id and glyph, for kerning. */
  private lastFont = ''
  private lastGlyph = 0

  constructor(plain: string, kinds: Uint8Array, breaks: Uint8Array) {
    this.plain = plain
    this.kindsOfUnits = kinds
    this.breaksOfUnits = breaks
    this.addresses = addressesIn(plain)
  }

  /** Where the cluster that begins at `at` ends; —— and …… are one. */
  clusterEnd(at: number, to: number): number {
    const kind = this.kindsOfUnits[at]
    if ((kind === DASH || kind === ELLIPSIS) && at + 1 < to && this.plain[at + 1] === this.plain[at])
      return at + 2
    let end = at + 1
    while (end < to && isContinuation(this.plain, this.kindsOfUnits, end)) end += 1
    return end
  }

  add(run: TextRun, finder: GlyphFinder, at: number, end: number): FoundGlyph {
    const kind = this.kindsOfUnits[at] as number
    const text = end === at + 1 ? (this.plain[at] as string) : this.plain.slice(at, end)
    const codePoint = this.plain.codePointAt(at) as number
    const pair = end === at + 2 && (kind === DASH || kind === ELLIPSIS)
    const marks = !pair && end > at + (codePoint > 0xffff ? 2 : 1)
    const found = pair
      ? finder.findPair(codePoint, kind)
      : finder.find(codePoint, kind, marks ? selectorIn(text) : 0)
    const invisible = kind === SPACE || kind === LINE_END || (kind === 0 && ZERO_WIDTH.test(text))
    const width = kind === SPACE || !invisible ? found.body : 0
    this.kern(found, kind)
    const glyphs = invisible ? [] : marks ? withMarks(found, text, finder) : found.glyphs
    this.clusters.push(
      clusterOf(run, finder, { text, kind, found, glyphs, advance: invisible ? width : found.advance }),
    )
    this.note(kind, at, end, run, { ...found, body: width })
    return invisible || kind === SPACE ? { ...found, substitute: 0 } : found
  }

  private note(kind: number, at: number, end: number, run: TextRun, found: FoundGlyph): void {
    this.starts.push(at)
    this.kinds.push(kind)
    this.body.push(found.body)
    this.origin.push(found.origin)
    this.breaks.push(this.breaksOfUnits[end] as number)
    this.tracking.push(run.style.trackingEm * run.style.size)
    const raised = run.style.raiseEm !== 0 ? 1 : 0
    if (raised && this.starts.length > 1) this.breaks[this.starts.length - 2] = 0
    this.raised.push(raised)
  }

  /** Pair kerning between letters and digits of one face moves the second. */
  private kern(found: FoundGlyph, kind: number): void {
    const glyph = kind === LETTER || kind === DIGIT ? (found.glyphs[0]?.id ?? 0) : 0
    if (glyph !== 0 && this.lastGlyph !== 0 && this.lastFont === found.face.id) {
      const last = this.body.length - 1
      const size = this.clusters[last]?.size ?? 0
      this.body[last] = (this.body[last] as number) + found.face.kernEm(this.lastGlyph, glyph) * size
    }
    this.lastFont = found.face.id
    this.lastGlyph = glyph
  }

  /** The cluster that begins at or after a UTF-16 offset. */
  clusterAt(offset: number): number {
    const index = this.starts.findIndex((start) => start >= offset)
    return index < 0 ? this.starts.length : index
  }

  measured(hang: boolean): Measured {
    const gapless = new Uint8Array(this.starts.length)
    for (const [from, to] of this.addresses) {
      const first = this.clusterAt(from)
      for (let i = first; i < gapless.length && (this.starts[i + 1] ?? to) < to; i += 1) gapless[i] = 1
    }
    return {
      kinds: Uint8Array.from(this.kinds),
      body: Float64Array.from(this.body),
      size: Float64Array.from(this.clusters, (cluster) => cluster.size),
      origin: Float64Array.from(this.origin),
      breaks: Uint8Array.from(this.breaks),
      tracking: Float64Array.from(this.tracking),
      raised: Uint8Array.from(this.raised),
      gapless,
      hangs: hang
        ? Uint8Array.from(this.clusters, (one, i) => (mayHang(this.kinds[i] as number, one.text) ? 1 : 0))
        : null,
    }
  }
}

interface Parts {
  readonly text: string
  readonly kind: number
  readonly found: FoundGlyph
  readonly glyphs: readonly ClusterGlyph[]
  readonly advance: number
}

function clusterOf(run: TextRun, finder: GlyphFinder, parts: Parts): Cluster {
  const { style } = run
  const cluster = {
    text: parts.text,
    font: parts.found.face.id,
    size: finder.style.size,
    colour: style.colour,
    glyphs: parts.glyphs,
    advance: parts.advance,
    raise: style.raiseEm * style.size,
    dot: style.dots && parts.kind === HAN,
    span: run.span,
  }
  return run.link === undefined ? cluster : { ...cluster, link: run.link }
}

function selectorIn(text: string): number {
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number
    if ((codePoint >= 0xfe00 && codePoint <= 0xfe0f) || codePoint >= 0xe0100) return codePoint
  }
  return 0
}

/** Combining marks over their base: centred on it, with no advance (R44). */
function withMarks(found: FoundGlyph, text: string, finder: GlyphFinder): readonly ClusterGlyph[] {
  const glyphs = [...found.glyphs]
  const size = finder.style.size
  for (const mark of [...text].slice(1)) {
    const codePoint = mark.codePointAt(0) as number
    if ((codePoint >= 0xfe00 && codePoint <= 0xfe0f) || codePoint >= 0xe0100 || codePoint === 0x200d) continue
    const id = found.face.glyphOf(codePoint)
    if (id === 0) continue
    const ink = found.face.inkEm(id)
    const dx = ink ? found.advance / 2 - ((ink.left + ink.right) / 2) * size : 0
    glyphs.push({ id, dx, dy: 0 })
  }
  return glyphs
}
