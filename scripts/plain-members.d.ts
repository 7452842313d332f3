/** Text of a TypeScript file whose private members are plain ones, of the same length. */
export function withPlainMembers(text: string): string
