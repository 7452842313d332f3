/** A page with a topic's names below the heading of a part, or below its first. */
export function withNames(text: string, part: string | undefined, names: readonly string[]): string
