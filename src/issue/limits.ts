/** What one file may hold (safety.md, "Limits"); a project's own files cannot raise them. */
export interface Limits {
  /** Bytes in UTF-8 of a YAML file. */
  readonly yamlSize: number
  readonly markdownSize: number
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
  yamlSize: 2_097_152,
  markdownSize: 1_048_576,
  keys: 5_000,
  depth: 64,
  scalarLength: 200_000,
  articles: 200,
  pictures: 500,
}
