/** What one file may hold (safety.md, "Limits"); a project's own files cannot raise them. */
export interface Limits {
  /** UTF-16 units of a YAML file. */
  readonly yamlLength: number
  readonly markdownLength: number
  /** Keys and list items of a file together. */
  readonly keys: number
  /** Collections inside each other. */
  readonly depth: number
  /** UTF-16 units of one value. */
  readonly scalarLength: number
  readonly articles: number
  readonly pictures: number
}

export const defaultLimits: Limits = {
  yamlLength: 2_000_000,
  markdownLength: 1_000_000,
  keys: 5_000,
  depth: 64,
  scalarLength: 200_000,
  articles: 200,
  pictures: 500,
}
