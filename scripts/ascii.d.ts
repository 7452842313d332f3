/** Code in ASCII, with the mappings of its source map moved to where their columns now are. */
export function toAscii(code: string, mappings: string): { code: string; mappings: string }
