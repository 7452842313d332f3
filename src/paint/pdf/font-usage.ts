import type { FontFace, FontLibrary } from '../../assets/font.ts'
import type { DisplayPage, GlyphRun } from '../../display/display-list.ts'

/** One code of a font in the file: a glyph standing for certain characters. */
export interface Slot {
  /** Two-byte code in the content streams; the glyph's number in the subset unless `glyphs` repeats it. */
  code: number
  readonly glyph: number
  readonly text: string
}

/** The codes of one face: one for each pair of glyph and characters, so that copying gives the source's characters. */
export class FontUsage {
  readonly face: FontFace
  /** By code; slot 0 is `.notdef`. */
  slots: readonly Slot[] = []
  readonly #byGlyph = new Map<number, Slot[]>()
  readonly #widths = new Map<number, number>()

  constructor(face: FontFace) {
    this.face = face
  }

  /** The slot of a glyph standing for `text`, made when it is new. */
  slot(glyph: number, text: string): Slot {
    const known = this.#byGlyph.get(glyph)
    if (!known) {
      const slot = { code: -1, glyph, text }
      this.#byGlyph.set(glyph, [slot])
      return slot
    }
    for (const slot of known) if (slot.text === text) return slot
    const slot = { code: -1, glyph, text }
    known.push(slot)
    return slot
  }

  /** Advance in 1/1000 em as the file states it. */
  width(glyph: number): number {
    let width = this.#widths.get(glyph)
    if (width === undefined) {
      width = Math.round(this.face.advanceEm(glyph) * 1e6) / 1e3
      this.#widths.set(glyph, width)
    }
    return width
  }

  /** Numbers the slots by glyph, so that the same use gives the same file whatever the order of the pages. */
  settle(): void {
    const slots = [...this.#byGlyph.keys()]
      .sort((a, b) => a - b)
      .flatMap((glyph) => [...this.#byGlyph.get(glyph)!].sort((a, b) => (a.text < b.text ? -1 : 1)))
    const notdef = { code: 0, glyph: 0, text: '' }
    this.slots = [notdef, ...slots]
    this.slots.forEach((slot, code) => {
      slot.code = code
    })
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

/** Every face used on the pages with its codes, in the order of first use. */
export function fontUsage(pages: readonly DisplayPage[], fonts: FontLibrary): Map<string, FontUsage> {
  const usages = new Map<string, FontUsage>()
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs') continue
      let usage = usages.get(item.font)
      if (!usage) {
        usage = new FontUsage(fonts.face(item.font))
        usages.set(item.font, usage)
      }
      const texts = textsOf(item)
      for (let i = 0; i < item.glyphs.length; i++) usage.slot(item.glyphs[i]!, texts[i]!)
    }
  }
  for (const usage of usages.values()) usage.settle()
  return usages
}
