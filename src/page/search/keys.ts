import { packed } from '../../base/packed.ts'
import type { Position } from './elements.ts'

/**
 * More than there are of each: four million elements do not go into the memory that an issue may take. What is left
 * is room for 2²⁷ strips of an element, and a strip has a character at least. Few strips make small keys, which are fast.
 */
export const KEY_BOUNDS = { elements: 2 ** 22, settings: 2 ** 4, lines: 2 ** 12 } as const

/** Identifies a position among others of one flow. */
export function positionKey({ element, setting, strip }: Position): number {
  return packed(packed(strip, setting, KEY_BOUNDS.settings), element, KEY_BOUNDS.elements)
}

/** Identifies a line of grid among those of all pages. */
export function lineKey(page: number, row: number): number {
  return packed(page, row, KEY_BOUNDS.lines)
}
