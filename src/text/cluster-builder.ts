import type { FontFace } from '../assets/font.ts'
import type { TextRun } from '../content/block.ts'
import { ArrayRoom } from './array-room.ts'
import { isContinuation, isFlagLetter } from './clreq/classify.ts'
import { addressesIn } from './clreq/gap.ts'
import { DASH, DIGIT, ELLIPSIS, HAN, INTERPUNCT, LETTER, MARK, OTHER, SOLIDUS, SPACE } from './clreq/kinds.ts'
import { mayHang } from './clreq/squeeze.ts'
import { stretchEnd } from './complex-scripts.ts'
import { isSelector, marksOver } from './emoji.ts'
import type { FoundGlyph, GlyphFinder } from './glyph-finder.ts'
import { HYPHENATED } from './hyphens.ts'
import type { Measured } from './items.ts'
import type { Cluster, ClusterGlyph, ClusterRun } from './shaped-text.ts'
import { FORBIDDEN } from './uax14/break-opportunities.ts'

/** A paragraph's clusters while they are made, one after another. */
export class ClusterBuilder {
  readonly clusters: Cluster[] = []
  readonly runs: ClusterRun[] = []
  /** By index, clusters with the hyphen that a line's end would give them. */
  readonly hyphened = new Map<number, Cluster>()
  readonly #plain: string
  readonly #unitKinds: Uint8Array
  readonly #unitBreaks: Uint8Array
  /** By cluster, as many as are made; the arrays have room for one cluster a code unit. */
  readonly #starts: Int32Array
  readonly #kinds: Uint8Array
  readonly #breaks: Uint8Array
  readonly #raised: Uint8Array
  readonly #body: Float64Array
  readonly #size: Float64Array
  readonly #origin: Float64Array
  readonly #tracking: Float64Array
  /** Glyph and face of the letter or digit just made, for kerning; 0 after anything else. */
  #lastGlyph = 0
  #lastFont = ''
  /** Of the shaped word just made, which a space after it belongs to. */
  #shapedFace: FontFace | null = null
  hasRightToLeft = false
  #run: TextRun | null = null
  #finder: GlyphFinder | null = null
  /** Index of the run's first cluster. */
  #begun = 0
  #runSize = 0
  #runTracking = 0
  #runIsRaised = false
  /** Of all Han so far, their one width; -1 where there are none yet, 0 where they differ or are tracked. */
  #even = -1

  constructor(plain: string, unitKinds: Uint8Array, unitBreaks: Uint8Array) {
    const room = plain.length
    this.#plain = plain
    this.#unitKinds = unitKinds
    this.#unitBreaks = unitBreaks
    const kept = new ArrayRoom((4 * 8 + 2) * room)
    this.#body = kept.floats(room)
    this.#size = kept.floats(room)
    this.#origin = kept.floats(room)
    this.#tracking = kept.floats(room)
    this.#kinds = kept.bytes(room)
    this.#breaks = kept.bytes(room)
    // What is of no use when the items are made.
    const passing = new ArrayRoom((4 + 1) * room)
    this.#starts = passing.integers(room)
    this.#raised = passing.bytes(room)
  }

  /** Takes the run that the next clusters belong to. */
  begin(run: TextRun, finder: GlyphFinder): void {
    const { style } = run
    this.#run = run
    this.#finder = finder
    this.#begun = this.clusters.length
    this.#runSize = style.size
    this.#runTracking = style.trackingEm * style.size
    this.#runIsRaised = style.raiseEm !== 0
  }

  /** Where the cluster that begins at `at` ends; —— and …… are one. */
  clusterEnd(at: number, to: number): number {
    const plain = this.#plain
    const unitKinds = this.#unitKinds
    const kind = unitKinds[at]
    const pair = (kind === DASH || kind === ELLIPSIS) && at + 1 < to && plain[at + 1] === plain[at]
    if (pair && plain[at] !== '⸺') return at + 2
    let end = at + 1
    while (end < to && isContinuation(plain, unitKinds, end)) end += 1
    return end
  }

  /**
   * Makes the clusters of the Han characters of one em that stand here, each of one code unit; gives where it stopped.
   * In one loop: by far most of a text goes through here, once.
   */
  addHan(from: number, to: number): number {
    const plain = this.#plain
    const unitKinds = this.#unitKinds
    const unitBreaks = this.#unitBreaks
    const starts = this.#starts
    const kinds = this.#kinds
    const breaks = this.#breaks
    const { clusters } = this
    const finder = this.#finder as GlyphFinder
    if (this.#runIsRaised) return from
    const first = clusters.length
    let at = from
    for (let index = first; at < to && unitKinds[at] === HAN; index += 1) {
      const unit = plain.charCodeAt(at)
      if ((unit >= 0xd800 && unit <= 0xdfff) || (at + 1 < to && unitKinds[at + 1] === MARK)) break
      const found = finder.find(unit, HAN)
      if (!found.isEven) break
      starts[index] = at
      kinds[index] = HAN
      at += 1
      breaks[index] = unitBreaks[at] as number
      clusters.push(found)
    }
    if (at === from) return at
    this.#shapedFace = null
    this.#body.fill(this.#runSize, first, clusters.length)
    this.#noteWidth(this.#runSize)
    this.#lastGlyph = 0
    return at
  }

  /**
   * Makes the clusters of the words that stand here whose letters join, stack or change places; gives where it stopped,
   * which is `from` where there are none or no face shapes them. `note` is told of each.
   */
  addShaped(from: number, to: number, note: (found: FoundGlyph, from: number, to: number) => void): number {
    const stretch = stretchEnd(this.#plain, from, to)
    let at = from
    while (at < stretch) {
      let end = at + 1
      while (end < stretch && this.#unitBreaks[end] === FORBIDDEN) end += 1
      const pieces = (this.#finder as GlyphFinder).findWord(this.#plain.slice(at, end))
      if (pieces === null) return at
      for (const found of pieces) {
        this.#note(LETTER, at, at + found.text.length, found)
        this.clusters.push(found)
        this.hasRightToLeft ||= found.isRightToLeft === true
        this.#shapedFace = found.face
        note(found, at, at + found.text.length)
        at += found.text.length
      }
      this.#lastGlyph = 0
    }
    return at
  }

  #noteWidth(ofHan: number): void {
    if (this.#even < 0 && this.#runTracking === 0) this.#even = ofHan
    else if (this.#even !== ofHan || this.#runTracking !== 0) this.#even = 0
  }

  /** What all clusters of the run have alike. */
  end(): void {
    const begun = this.#begun
    const { clusters } = this
    if (clusters.length === begun) return
    this.runs.push({ to: clusters.length, run: this.#run as TextRun })
    this.#size.fill(this.#runSize, begun, clusters.length)
    if (this.#runTracking !== 0) this.#tracking.fill(this.#runTracking, begun, clusters.length)
  }

  /** Makes the cluster of the code units at … end-1 and gives the glyph that was found for it. */
  add(at: number, end: number): FoundGlyph {
    const finder = this.#finder as GlyphFinder
    const kind = this.#unitKinds[at] as number
    const codePoint = end === at + 1 ? this.#plain.charCodeAt(at) : (this.#plain.codePointAt(at) as number)
    const pair = end === at + 2 && (kind === DASH || kind === ELLIPSIS)
    const marked = !pair && end > at + (codePoint > 0xffff ? 2 : 1)
    let found: FoundGlyph
    if (pair) found = finder.findPair(codePoint, kind)
    else if (marked) found = this.#findMarked(this.#plain.slice(at, end), codePoint, kind)
    else {
      const seen = kind === INTERPUNCT || kind === SOLIDUS ? this.#kindInContext(kind, at, end) : kind
      found = finder.find(codePoint, seen)
    }
    if (kind === SPACE && this.#shapedFace !== null) found = finder.spaceOf(this.#shapedFace)
    if (kind !== SPACE) this.#shapedFace = null
    if (kind === LETTER || kind === DIGIT) this.#kern(found)
    else this.#lastGlyph = 0
    this.#note(kind, at, end, found)
    if (this.#unitBreaks[end] === HYPHENATED) this.#hyphen(found)
    this.clusters.push(found)
    return found
  }

  #findMarked(text: string, codePoint: number, kind: number): FoundGlyph {
    const finder = this.#finder as GlyphFinder
    const sequence = finder.findSequence(text)
    if (sequence !== null) return sequence
    const base = finder.find(codePoint, kind, selectorIn(text))
    if (isFlagLetter(codePoint)) return besideEachOther(base, finder.find(lastCodePoint(text), kind), text)
    return { ...base, text, glyphs: withMarks(base, text, finder) }
  }

  /** What a line ends with here; copied text has a soft hyphen, that stands for none. */
  #hyphen(cluster: FoundGlyph): void {
    const index = this.clusters.length
    const { face } = cluster
    const id = face.glyphOf(HYPHEN)
    if (id === 0) {
      this.#breaks[index] = FORBIDDEN
      return
    }
    const { text, glyphs, advance } = cluster
    this.hyphened.set(index, {
      ...cluster,
      text: `${text}\u00ad`,
      glyphs: [...glyphs, { id, dx: advance, dy: 0 }],
      advance: advance + face.advanceEm(id) * this.#runSize,
    })
  }

  /** · and / between Latin letters are Latin: neither centred nor of half an em. */
  #kindInContext(kind: number, at: number, end: number): number {
    const before = this.#unitKinds[at - 1]
    const after = this.#unitKinds[end]
    const latin = isLatinCluster(before) && isLatinCluster(after)
    return latin ? OTHER : kind
  }

  #note(kind: number, at: number, end: number, found: FoundGlyph): void {
    const index = this.clusters.length
    this.#starts[index] = at
    this.#kinds[index] = kind
    this.#breaks[index] = this.#unitBreaks[end] as number
    this.#body[index] = found.body
    this.#origin[index] = found.origin
    if (kind === HAN) this.#noteWidth(found.body)
    if (!this.#runIsRaised) return
    // R40: a superscript or subscript stays with what it belongs to.
    this.#raised[index] = 1
    if (index > 0) this.#breaks[index - 1] = FORBIDDEN
  }

  /** Pair kerning between letters and digits of one face moves the second. */
  #kern(found: FoundGlyph): void {
    const glyph = found.glyphs[0]?.id ?? 0
    if (this.#lastGlyph !== 0 && this.#lastFont === found.face.id) {
      const last = this.clusters.length - 1
      const size = last < this.#begun ? (this.#size[last] as number) : this.#runSize
      const kern = found.face.kernEm(this.#lastGlyph, glyph) * size
      this.#body[last] = (this.#body[last] as number) + kern
    }
    this.#lastFont = found.face.id
    this.#lastGlyph = glyph
  }

  /** The cluster that begins at or after a UTF-16 offset. */
  clusterAt(offset: number): number {
    const count = this.clusters.length
    let index = Math.min(offset, count)
    while (index > 0 && (this.#starts[index - 1] as number) >= offset) index -= 1
    return index
  }

  measured(hang: boolean): Measured {
    const count = this.clusters.length
    return {
      kinds: upTo(count, this.#kinds),
      body: upTo(count, this.#body),
      size: upTo(count, this.#size),
      origin: upTo(count, this.#origin),
      breaks: upTo(count, this.#breaks),
      tracking: upTo(count, this.#tracking),
      raised: upTo(count, this.#raised),
      gapless: this.#gapless(count),
      even: Math.max(0, this.#even),
      hangs: hang ? this.#hanging(count) : null,
      hyphens: this.hyphened.size > 0 ? this.#hyphenWidths(count) : null,
    }
  }

  #hyphenWidths(count: number): Float64Array {
    const widths = new Float64Array(count)
    for (const [index, { advance }] of this.hyphened) {
      widths[index] = advance - (this.clusters[index] as Cluster).advance
    }
    return widths
  }

  #hanging(count: number): Uint8Array {
    const hangs = new Uint8Array(count)
    for (let i = 0; i < count; i += 1) {
      if (mayHang(this.#kinds[i] as number, (this.clusters[i] as Cluster).text)) hangs[i] = 1
    }
    return hangs
  }

  /** Clusters inside addresses, after which no gap stands. */
  #gapless(count: number): Uint8Array | null {
    const addresses = addressesIn(this.#plain)
    if (addresses.length === 0) return null
    const gapless = new Uint8Array(count)
    for (const [from, to] of addresses) {
      for (let i = this.clusterAt(from); i < count && (this.#starts[i + 1] ?? to) < to; i += 1) gapless[i] = 1
    }
    return gapless
  }
}

/** An array as far as it was filled: nearly always as a whole. */
function upTo<A extends Uint8Array | Float64Array>(count: number, array: A): A {
  return array.length === count ? array : (array.subarray(0, count) as A)
}

function isLatinCluster(kind: number | undefined): boolean {
  return kind === LETTER || kind === DIGIT
}

const HYPHEN = 0x2d

function selectorIn(text: string): number {
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number
    if (isSelector(codePoint)) return codePoint
  }
  return 0
}

function lastCodePoint(text: string): number {
  return [...text].at(-1)?.codePointAt(0) ?? 0
}

/** The letters of a flag that no font has, as two glyphs of one cluster. */
function besideEachOther(first: FoundGlyph, second: FoundGlyph, text: string): FoundGlyph {
  if (first.font !== second.font) return { ...first, text }
  const moved = second.glyphs.map((glyph) => ({ ...glyph, dx: glyph.dx + first.advance }))
  const advance = first.advance + second.advance
  return { ...first, text, glyphs: [...first.glyphs, ...moved], advance, body: advance }
}

/** Combining marks over their base: centred on it, with no advance (R44). */
function withMarks(found: FoundGlyph, text: string, finder: GlyphFinder): readonly ClusterGlyph[] {
  const glyphs = [...found.glyphs]
  const { size } = finder.style
  for (const codePoint of marksOver(text)) {
    const id = found.face.glyphOf(codePoint)
    if (id === 0) continue
    const ink = found.face.inkEm(id)
    const dx = ink ? found.advance / 2 - ((ink.left + ink.right) / 2) * size : 0
    glyphs.push({ id, dx, dy: 0 })
  }
  return glyphs
}
