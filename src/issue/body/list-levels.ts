import type { Range } from './lines.ts'

/** Levels of a list; an item that is further in stands on the last. */
export const LIST_LEVELS = 3

/** Blanks by which an item is further in than the one above it that it belongs to. */
const LEAST_INDENT = 2
const TAB = 4

/** How far a line is moved in, in blanks. */
export function indentOf(text: string, { from }: Range): number {
  let indent = 0
  for (let at = from - 1; at >= 0 && text[at] !== '\n'; at -= 1) indent += text[at] === '\t' ? TAB : 1
  return indent
}

/** Tells the level of each item of a list, from 0, by how far it is moved in. */
export class ListLevels {
  readonly #indents: number[] = []

  /** The item's level; `deep` when it was to stand below the last one. */
  next(indent: number): { readonly level: number; readonly deep: boolean } {
    const open = this.#indents
    while (open.length > 1 && indent < (open.at(-1) as number)) open.pop()
    const further = open.length === 0 || indent >= (open.at(-1) as number) + LEAST_INDENT
    const deep = further && open.length === LIST_LEVELS
    if (further && !deep) open.push(indent)
    return { level: open.length - 1, deep }
  }
}
