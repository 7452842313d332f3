/**
 * What the files may hold; a project's own files cannot raise it. An issue fifty times the usual size passes,
 * so that keys, articles and pictures are let through more freely than an editor would ever need.
 */
export interface InputLimits {
  /** Bytes in UTF-8 of a YAML file. */
  readonly yamlSize: number
  readonly markdownSize: number
  /** Keys of a file; and list items, commas and the like, ten times as many. */
  readonly keys: number
  /** Collections inside each other. */
  readonly depth: number
  /** UTF-16 units of one value. */
  readonly scalarLength: number
  readonly articles: number
  readonly pictures: number
}

export const defaultLimits: InputLimits = {
  yamlSize: 2_097_152,
  markdownSize: 1_048_576,
  keys: 20_000,
  depth: 64,
  scalarLength: 200_000,
  articles: 3_000,
  pictures: 3_000,
}
