import type { PlacedPages } from '../display/in-source.ts'
import { type ReadMemory, readMemory } from '../issue/again/read-again.ts'
import { type PaintMemory, paintMemory } from '../paint/pdf/paint-memory.ts'
import { type AssetMemory, assetMemory } from '../project/asset-memory.ts'
import { type TypesetMemory, typesetMemory } from '../typeset-memory.ts'
import type { KeptParts } from './kept-parts.ts'

/**
 * What builds one after the other keep: of each stage what the last two states were made of, and the last PDF's parts.
 * It is one owner's, and serves one build at a time.
 */
export interface BuildMemory extends KeptParts {
  readonly reading: ReadMemory
  readonly assets: AssetMemory
  readonly typeset: TypesetMemory
  readonly pages: PlacedPages
  readonly paint: PaintMemory
}

export function buildMemory(): BuildMemory {
  return {
    reading: readMemory(),
    assets: assetMemory(),
    typeset: typesetMemory(),
    pages: new WeakMap(),
    paint: paintMemory(),
  }
}
