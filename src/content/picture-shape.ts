/** Ratios within which a photograph keeps its own: portrait as in print, and as wide as a column bears. */
export const RATIO_BOUNDS = { portrait: 3 / 4, inColumn: 2, across: 3 } as const

/**
 * Part of a column's height that a picture takes at most: an upright one, which is narrower rather than half a column
 * tall; and one alone that is not its article's first, which, if anything, is the larger.
 */
export const TALLEST_SHARE = { upright: 0.36, minor: 0.27 } as const
