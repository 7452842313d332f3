import type { Design } from './design.ts'

/** Any part of `T`, at any depth. */
export type PartOf<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: PartOf<T[K]> }
    : T

/** What changes a design: any of its values but its names. */
export type DesignChanges = PartOf<Omit<Design, 'name' | 'zh'>>

/** The members of `T` that changes are made of; one that is undefined changes nothing. */
export type Members<T> = { readonly [K in keyof T]?: PartOf<T[K]> | undefined }

/** A part of `T` without its undefined members; undefined when none is left. A misspelt member does not compile. */
export function stated<T extends object>(members: Members<T>): PartOf<T> | undefined {
  const present = Object.entries(members).filter(([, member]) => member !== undefined)
  return present.length > 0 ? (Object.fromEntries(present) as PartOf<T>) : undefined
}

/** `base` with the parts of `changes` put in, at any depth. Arrays and plain values replace. */
function merged<T>(base: T, changes: PartOf<T> | undefined): T {
  if (changes === undefined) return base
  if (typeof base !== 'object' || base === null || Array.isArray(base)) return changes as T
  const result: Record<string, unknown> = Object.fromEntries(Object.entries(base))
  for (const [key, change] of Object.entries(changes as object)) {
    if (Object.hasOwn(result, key)) result[key] = merged(result[key], change)
  }
  return result as T
}

/** A design with changes put in and every value settled; `grid.lines` follows from page, margins and line height. */
export function settled(base: Design, changes: DesignChanges): Design {
  const design = merged<Design>(base, changes as PartOf<Design>)
  const { height, margin } = design.page
  const room = height - margin.top - margin.bottom
  // A hundredth of a line: margins given in whole millimetres must not lose a line to rounding.
  const lines = Math.max(1, Math.floor(room / design.grid.lineHeight + 0.01))
  return { ...design, grid: { ...design.grid, lines } }
}
