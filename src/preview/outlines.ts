import type { Assets } from '../assets/image.ts'
import type { DisplayPage } from '../display/display-list.ts'
import type { FaceOutlines } from './protocol.ts'

type Fonts = Assets['fonts']

/** The glyphs' outlines that pages have been given, face by face: each is read and sent once. */
export class KnownOutlines {
  readonly #known = new Map<string, Map<number, string>>()
  readonly #facts = new Map<string, Omit<FaceOutlines, 'paths'>>()

  /** Those of these pages that were not given before. */
  async more(pages: readonly DisplayPage[], fonts: Fonts): Promise<Readonly<Record<string, FaceOutlines>>> {
    const { glyphPaths } = await import('../assets/glyph-paths.ts')
    const found: Record<string, FaceOutlines> = Object.create(null)
    for (const [id, glyphs] of this.#wanted(pages)) {
      const face = fonts.face(id)
      const { paths, unitsPerEm } = glyphPaths(face, glyphs)
      const facts = { unitsPerEm, strokeEm: face.strokeEm ?? 0 }
      const known = this.#known.get(id) ?? new Map<number, string>()
      glyphs.forEach((glyph, at) => void known.set(glyph, paths[at] ?? ''))
      this.#known.set(id, known)
      this.#facts.set(id, facts)
      found[id] = { ...facts, paths: Object.fromEntries(glyphs.map((glyph, at) => [glyph, paths[at] ?? ''])) }
    }
    return found
  }

  #wanted(pages: readonly DisplayPage[]): ReadonlyMap<string, readonly number[]> {
    const wanted = new Map<string, Set<number>>()
    for (const page of pages)
      for (const item of page.items) {
        if (item.kind !== 'glyphs') continue
        const known = this.#known.get(item.font)
        const more = item.glyphs.filter((glyph) => !known?.has(glyph))
        if (more.length === 0) continue
        const all = wanted.get(item.font) ?? new Set()
        for (const glyph of more) all.add(glyph)
        wanted.set(item.font, all)
      }
    return new Map([...wanted].map(([id, glyphs]) => [id, [...glyphs]]))
  }
}
