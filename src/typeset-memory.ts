import type { FontLibrary } from './assets/font.ts'
import type { ArrangedArticles } from './content/arranged-again.ts'
import { type BlockMemory, blockMemory } from './content/steady-blocks.ts'
import type { Design } from './design/design.ts'
import { type PageMemory, pageMemory, turnPages } from './page/page-memory.ts'
import type { ShapeMemory } from './text/shape.ts'
import type { TextOptions } from './text/shape-text.ts'

/** What the engine keeps of one state of an issue for the next: what the last two states were made of, and no more. */
export interface TypesetMemory {
  readonly blocks: BlockMemory
  readonly articles: ArrangedArticles
  /** Of one design, one library of fonts and one language; begun anew with others. */
  stages: StageMemory | null
}

/** What the stages that look at no source keep. */
export interface StageMemory {
  readonly fonts: FontLibrary
  readonly setting: string
  readonly shape: Pick<ShapeMemory, 'texts' | 'blocks'>
  readonly page: PageMemory
}

export function typesetMemory(): TypesetMemory {
  return { blocks: blockMemory(), articles: new WeakMap(), stages: null }
}

/** What the stages keep for this design, these options of text, and this language; begins their next state. */
export function stagesFor(
  memory: TypesetMemory,
  fonts: FontLibrary,
  options: TextOptions,
  design: Design,
  language: string,
): StageMemory {
  const setting = JSON.stringify([options, options.hyphenate !== undefined, design, language])
  const known = memory.stages
  const kept = known?.fonts === fonts && known.setting === setting ? known : freshStages(fonts, setting)
  turnPages(kept.page)
  memory.stages = kept
  return kept
}

function freshStages(fonts: FontLibrary, setting: string): StageMemory {
  const shape = { texts: new WeakMap(), blocks: new WeakMap() }
  return { fonts, setting, shape, page: pageMemory() }
}
