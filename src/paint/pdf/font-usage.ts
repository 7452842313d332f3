import type { FontFace, FontLibrary } from '../../assets/font.ts'
import type { Pt } from '../../base/units.ts'
import type { DisplayItem, DisplayPage, GlyphRun } from '../../display/display-list.ts'
import { type Fit, type Following, fitGlyphs } from './fit-glyphs.ts'

/** One code of a font in the file: a glyph standing for certain characters, with its own room beside it. */
export interface Slot {
  /** Two-byte code in the content streams. */
  code: number
  readonly glyph: number
  readonly text: string
  /** In 1/1000 em: where the ink lies against the face's own glyph, and the advance. */
  readonly shift: number
  readonly width: number
  /** Whether shift and width are the face's own. */
  readonly fitted: boolean
}

/** A run as it is painted: codes and where each one's advance begins. */
export interface CodedRun {
  readonly slots: readonly Slot[]
  readonly origins: readonly Pt[]
}

/**
 * The codes of one face: one for each pair of glyph and characters, so that copying gives the source's characters,
 * and one more for each way in which it was squeezed or spaced so much that readers would see a space.
 */
export class FontUsage {
  readonly face: FontFace
  /** By code; slot 0 is `.notdef`. */
  slots: readonly Slot[] = []
  readonly #byGlyph = new Map<number, Slot[]>()
  readonly #widths = new Map<number, number>()
  readonly #runs = new Map<GlyphRun, CodedRun>()
  readonly #fits: boolean

  constructor(face: FontFace) {
    this.face = face
    // Only TrueType's glyphs can be fitted without being drawn anew.
    this.#fits = face.subset([0]).format === 'truetype'
  }

  #slot(glyph: number, text: string, fit: Fit | undefined): Slot {
    const shift = fit?.before ?? 0
    const width = this.#width(glyph) + shift + (fit?.after ?? 0)
    let known = this.#byGlyph.get(glyph)
    if (!known) {
      known = []
      this.#byGlyph.set(glyph, known)
    }
    for (const slot of known) {
      if (slot.text === text && slot.shift === shift && slot.width === width) return slot
    }
    const slot = { code: -1, glyph, text, shift, width, fitted: width !== this.#width(glyph) || shift !== 0 }
    known.push(slot)
    return slot
  }

  /** The face's own advance in 1/1000 em as the file states it. */
  #width(glyph: number): number {
    let width = this.#widths.get(glyph)
    if (width === undefined) {
      width = Math.round(this.face.advanceEm(glyph) * 1e6) / 1e3
      this.#widths.set(glyph, width)
    }
    return width
  }

  /** Takes a run in, with what follows it on its line. */
  add(run: GlyphRun, following: Following | null): void {
    const texts = textsOf(run)
    const widths = run.glyphs.map((glyph) => this.#width(glyph))
    const fits = this.#fits && !run.angle ? fitGlyphs(run, texts, widths, this.face, following) : null
    const slots = run.glyphs.map((glyph, i) => this.#slot(glyph, texts[i]!, fits?.[i]))
    const origins = fits ? run.xs.map((x, i) => x - (slots[i]!.shift * run.size) / 1000) : run.xs
    this.#runs.set(run, { slots, origins })
  }

  coded(run: GlyphRun): CodedRun {
    const coded = this.#runs.get(run)
    if (!coded) throw new Error('a run was not collected')
    return coded
  }

  /** Numbers the slots by glyph, so that the same use gives the same file whatever the order of the pages. */
  settle(): void {
    const slots = [...this.#byGlyph.keys()]
      .sort((a, b) => a - b)
      .flatMap((glyph) => this.#byGlyph.get(glyph)!)
    slots.sort(
      (a, b) =>
        a.glyph - b.glyph ||
        a.shift - b.shift ||
        a.width - b.width ||
        (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
    )
    const notdef = { code: 0, glyph: 0, text: '', shift: 0, width: this.#width(0), fitted: false }
    this.slots = [notdef, ...slots.filter((slot) => !slot.fitted), ...slots.filter((slot) => slot.fitted)]
    for (const [code, slot] of this.slots.entries()) slot.code = code
  }
}

/**
 * The characters each glyph of a run stands for. A cluster's later glyphs come with ''; where the cluster has
 * characters enough, they take the last ones, so that a base and its combining mark are both found.
 */
export function textsOf(run: GlyphRun): readonly string[] {
  if (!run.texts.includes('')) return run.texts
  const texts = [...run.texts]
  for (let i = texts.length - 1; i > 0; i--) {
    if (texts[i] !== '') continue
    let first = i - 1
    while (first > 0 && run.texts[first] === '') first--
    const characters = [...(texts[first] ?? '')]
    if (characters.length < 2) continue
    texts[i] = characters.pop()!
    texts[first] = characters.join('')
  }
  return texts
}

/** What the next item continues a run with, if it does. */
function followingOf(run: GlyphRun, next: DisplayItem | undefined): Following | null {
  if (next?.kind !== 'glyphs' || next.y !== run.y || next.node !== run.node || next.glyphs.length === 0)
    return null
  const x = next.xs[0]!
  return x > run.xs.at(-1)! ? { x, text: next.texts[0]! } : null
}

/** Every face used on the pages with its codes, in the order of first use. */
export function fontUsage(pages: readonly DisplayPage[], fonts: FontLibrary): Map<string, FontUsage> {
  const usages = new Map<string, FontUsage>()
  for (const { items } of pages) {
    for (const [i, item] of items.entries()) {
      if (item.kind !== 'glyphs') continue
      let usage = usages.get(item.font)
      if (!usage) {
        usage = new FontUsage(fonts.face(item.font))
        usages.set(item.font, usage)
      }
      usage.add(item, followingOf(item, items[i + 1]))
    }
  }
  for (const usage of usages.values()) usage.settle()
  return usages
}
