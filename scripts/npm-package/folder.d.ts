/** Makes the folder that is published: `files` of the project at `root`, a README of its own, no scripts. */
export function makeNpmFolder(what: {
  readonly root: string
  readonly files: readonly string[]
  readonly folder: string
}): void
