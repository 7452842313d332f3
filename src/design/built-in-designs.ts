import { classic } from './classic.ts'
import type { Design } from './design.ts'
import { official } from './official.ts'
import { twoColumn } from './two-column.ts'

/**
 * The designs that come with the program, in the order they are offered; the first stands where none is named. A
 * design is a file beside this one and its name here: keys, schemas and documentation follow from the list.
 */
export const builtInDesigns: readonly Design[] = [twoColumn, classic, official]

/** A built-in design by its English or Chinese name. */
export function builtInDesign(name: string): Design | undefined {
  return builtInDesigns.find((design) => design.name === name || design.zh === name)
}
