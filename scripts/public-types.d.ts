/** Removes from a folder of declarations every file that no entry leads to; gives the files that stay. */
export function keepPublicTypes(folder: string, entries: readonly string[]): ReadonlySet<string>
