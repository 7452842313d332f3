import { COMBINED, type InkBox, type PlacedGlyph } from './font.ts'

/** A glyph drawn by several. */
export interface CombinedGlyph {
  readonly parts: readonly PlacedGlyph[]
  readonly advanceEm: number
}

/** Parts lie on a grid of 1/10000 em, so that the same sign in two sizes is one glyph. */
const GRID = 10_000

/** 32 bits of a text (FNV-1a), from a seed. */
function hashOf(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/**
 * The combined glyphs of one face. A glyph's number comes from its parts alone, never from the order in which they were
 * asked for: the same text gives the same file, whatever was set before it.
 */
export class CombinedGlyphs {
  readonly #known = new Map<number, CombinedGlyph>()

  /** The glyph's number. */
  add(parts: readonly PlacedGlyph[], advanceEm: number): number {
    const onGrid = parts.map(({ glyph, dx, dy }) => ({ glyph, dx: rounded(dx), dy: rounded(dy) }))
    const key = JSON.stringify([
      rounded(advanceEm),
      ...onGrid.flatMap(({ glyph, dx, dy }) => [glyph, dx, dy]),
    ])
    const id = COMBINED + (hashOf(key, 0x811c9dc5) & 0xfffff) * 0x1_0000_0000 + hashOf(key, 0x9747b28c)
    if (!this.#known.has(id)) this.#known.set(id, { parts: onGrid, advanceEm: rounded(advanceEm) })
    return id
  }

  /** undefined for a glyph of the file itself. */
  get(glyph: number): CombinedGlyph | undefined {
    return glyph < COMBINED ? undefined : this.#known.get(glyph)
  }
}

function rounded(em: number): number {
  return Math.round(em * GRID) / GRID
}

/** The box around all parts' ink; null where none has any. */
export function inkOfParts(
  parts: readonly PlacedGlyph[],
  inkOf: (glyph: number) => InkBox | null,
): InkBox | null {
  let box: InkBox | null = null
  for (const { glyph, dx, dy } of parts) {
    const ink = inkOf(glyph)
    if (ink === null) continue
    const moved = { left: ink.left + dx, bottom: ink.bottom + dy, right: ink.right + dx, top: ink.top + dy }
    box = box === null ? moved : around(box, moved)
  }
  return box
}

function around(a: InkBox, b: InkBox): InkBox {
  return {
    left: Math.min(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
  }
}
