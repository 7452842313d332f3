/** A file's bytes by its path from the publication's folder; undefined for one that no recipe has. */
export function fileOf(root: string, path: string): Uint8Array | undefined
