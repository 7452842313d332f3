import { classic } from './classic.ts'
import type { BuiltInDesign, Design } from './design.ts'
import { official } from './official.ts'
import type { DesignOverrides, Part } from './overrides.ts'
import { twoColumn } from './two-column.ts'

export const builtInDesigns: Readonly<Record<BuiltInDesign, Design>> = {
  'two-column': twoColumn,
  classic,
  official,
}

/** `base` with the parts of `changes` put in, at any depth. Arrays and plain values replace. */
export function merged<T>(base: T, changes: Part<T> | undefined): T {
  if (changes === undefined) return base
  if (typeof base !== 'object' || base === null || Array.isArray(base)) return changes as T
  const result: Record<string, unknown> = Object.fromEntries(Object.entries(base))
  for (const [key, change] of Object.entries(changes as object)) {
    if (Object.hasOwn(result, key)) result[key] = merged(result[key], change)
  }
  return result as T
}

/** A publication's design with every value settled; `grid.lines` follows from page, margins and line height. */
export function resolveDesign(overrides: DesignOverrides): Design {
  const design: Design = merged<Design>(builtInDesigns[overrides.extends], overrides.changes)
  const { height, margin } = design.page
  const room = height - margin.top - margin.bottom
  // A hundredth of a line: margins given in whole millimetres must not lose a line to rounding.
  const lines = Math.max(1, Math.floor(room / design.grid.lineHeight + 0.01))
  return { ...design, grid: { ...design.grid, lines } }
}
