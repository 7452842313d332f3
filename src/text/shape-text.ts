import type { FontLibrary } from '../assets/font.ts'
import type { Hyphenate } from '../assets/hyphenation.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'
import type { TextStyle } from '../base/text-style.ts'
import type { StyledText, TextRun } from '../content/block.ts'
import type { Design } from '../design/design.ts'
import { chineseBreaks } from './breaks.ts'
import { classify } from './clreq/classify.ts'
import { WIDE } from './clreq/kinds.ts'
import type { BreakLevel } from './clreq/pairs.ts'
import { ClusterBuilder } from './cluster-builder.ts'
import { type FoundGlyph, GlyphFinder } from './glyph-finder.ts'
import { addHyphens } from './hyphens.ts'
import { type ItemOptions, itemsOf, type Measured } from './items.ts'
import { Lacks } from './lacks.ts'
import type { Cluster, ShapedText } from './shaped-text.ts'

/** One run's place in its paragraph. */
interface Part {
  readonly plain: string
  readonly from: number
  readonly to: number
}

/** The design's choices about text, and what only the composition by itself offers besides. */
export type TextOptions = Omit<Design['text'], 'breakLevel' | 'hyphenation' | 'grid' | 'footnotes'> & {
  readonly breakLevel: BreakLevel
  /** Whether marks beside each other keep their blanks; squeezed when absent. */
  readonly looseMarks?: boolean
  /** Whether justified text is set on the grid of cells; not when absent. */
  readonly grid?: boolean
  /** Divides Latin words of justified text; they are left whole when absent. */
  readonly hyphenate?: Hyphenate
}

/** Shapes texts with one library of fonts, remembering glyphs between them. */
export class TextShaper {
  readonly #fonts: FontLibrary
  readonly #options: TextOptions
  readonly #itemOptions: ItemOptions
  readonly #finders: Map<string, GlyphFinder>
  readonly #lacks: Lacks

  /** `inSource` gives the place in the sources of one in the texts, where that is another. */
  constructor(fonts: FontLibrary, options: TextOptions, inSource?: (span: Span) => Span) {
    this.#lacks = new Lacks(inSource)
    this.#fonts = fonts
    this.#options = options
    this.#finders = findersOf(fonts)
    this.#itemOptions = {
      style: options.punctuation,
      gapEm: options.hanLatinSpaceEm,
      looseMarks: options.looseMarks ?? false,
    }
  }

  /** How often the fonts lacked something so far. */
  get lacked(): number {
    return this.#lacks.count
  }

  /** What the fonts lacked in all texts so far: each character once a family. */
  findings(): readonly Diagnostic[] {
    return this.#lacks.findings()
  }

  /** Looks whether the fonts have a text's characters. */
  lookFor(text: string, style: TextStyle): void {
    const alone = { size: style.size, align: 'left', headline: false } as const
    const indents = { firstIndentEm: 0, startIndentEm: 0, endIndentEm: 0 }
    this.shape({ runs: [{ text, style, span: null }], style: { ...alone, ...indents } })
  }

  /** One paragraph's glyphs and items. */
  shape(text: StyledText): ShapedText {
    const plain = text.runs.map((run) => run.text).join('')
    const kinds = classify(plain)
    const breaks = chineseBreaks(plain, this.#options.breakLevel, kinds)
    const { hyphenate } = this.#options
    const isJustified = text.style.align === 'justify' && !text.style.headline
    const isOnGrid = isJustified && this.#options.grid === true
    if (hyphenate && isJustified && !isOnGrid) addHyphens(plain, breaks, hyphenate)
    const builder = new ClusterBuilder(plain, kinds, breaks)
    let from = 0
    for (const run of text.runs) {
      const to = from + run.text.length
      this.#shapeRun(run, builder, { plain, from, to })
      from = to
    }
    const measured = builder.measured(this.#options.hang)
    if (this.#itemOptions.style === 'full' && isLabel(text))
      keepEm(measured, builder.clusters, builder.clusterAt(text.runs[0]?.text.length ?? 0) - 1)
    return {
      clusters: builder.clusters,
      runs: builder.runs,
      items: itemsOf(measured, isOnGrid ? ON_GRID : this.#itemOptions),
      style: text.style,
      plain,
      ...(isOnGrid ? { grid: true as const } : {}),
      ...(builder.hasRightToLeft ? { hasRightToLeft: true as const } : {}),
      ...(builder.hyphened.size > 0 ? { hyphened: builder.hyphened } : {}),
      wantedBreaks: (text.wantedBreaks ?? []).map((offset) => builder.clusterAt(offset)),
    }
  }

  #shapeRun(run: TextRun, builder: ClusterBuilder, part: Part): void {
    const finder = this.#finderOf(run)
    if (run.style.weight === 'bold' && finder.isEmboldened) this.#lacks.noteBold(run)
    builder.begin(run, finder)
    const note = (found: FoundGlyph, from: number, to: number) => {
      if (found.substitute !== 0) this.#lacks.note(found, run, { from: from - part.from, to: to - part.from })
    }
    for (let at = builder.addHan(part.from, part.to); at < part.to; ) {
      const shaped = builder.addShaped(at, part.to, note)
      if (shaped > at) {
        at = builder.addHan(shaped, part.to)
        continue
      }
      const end = builder.clusterEnd(at, part.to)
      const found = builder.add(at, end)
      note(found, at, end)
      at = builder.addHan(end, part.to)
    }
    builder.end()
  }

  #finderOf(run: TextRun): GlyphFinder {
    const { family, weight, size } = run.style
    const key = `${family}/${weight}/${size}/${this.#options.latin}`
    let finder = this.#finders.get(key)
    if (finder === undefined) {
      finder = new GlyphFinder(this.#fonts, run.style, this.#options.latin)
      this.#finders.set(key, finder)
    }
    return finder
  }
}

/** Marks in their cells keep their blanks, and Latin has its room in whole cells, not in gaps. */
const ON_GRID: ItemOptions = { style: 'full', gapEm: 0, looseMarks: true }

/** Found glyphs by style, kept as long as their library is: the answers of a look-up never change. */
const kept = new WeakMap<FontLibrary, Map<string, GlyphFinder>>()

function findersOf(fonts: FontLibrary): Map<string, GlyphFinder> {
  const known = kept.get(fonts)
  if (known !== undefined) return known
  const finders = new Map<string, GlyphFinder>()
  kept.set(fonts, finders)
  return finders
}

/** A mark keeps its em: neither a neighbour nor a full line squeezes it. */
function keepEm({ kinds, body }: Measured, clusters: readonly Cluster[], at: number): void {
  kinds[at] = WIDE
  body[at] = clusters[at]?.advance ?? 0
}

/** Whether a paragraph begins with a label in bold and its colon, as in **答：** of an interview. */
function isLabel({ runs: [label, text], style }: StyledText): boolean {
  if (label === undefined || text === undefined || style.headline) return false
  return label.style.weight === 'bold' && text.style.weight !== 'bold' && label.text.endsWith('：')
}
