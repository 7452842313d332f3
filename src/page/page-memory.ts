import { Generations } from '../base/generations.ts'
import type { ShapedText } from '../text/shaped-text.ts'
import type { CopyMemory } from './fit/found-layout.ts'
import { type ItemMemory, itemMemory } from './make-up/known-items.ts'
import { type LayoutMemory, layoutMemory } from './search/known-layouts.ts'

/** What the page stage keeps of one state of an issue for the next: of one design and one library of fonts. */
export interface PageMemory extends CopyMemory {
  readonly layouts: LayoutMemory
  /** The page's own words. */
  readonly texts: Generations<ShapedText>
  readonly items: ItemMemory
}

export function pageMemory(): PageMemory {
  return { settings: new WeakMap(), layouts: layoutMemory(), texts: new Generations(), items: itemMemory() }
}

/** Begins the next state: what neither it nor the one before uses is let go. */
export function turnPages({ layouts, texts }: PageMemory): void {
  layouts.layouts.turn()
  layouts.numbers.turn()
  texts.turn()
}
