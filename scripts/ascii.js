import { decode, encode } from '@jridgewell/sourcemap-codec'

const NOT_ASCII = /[^\0-\x7f]/g

/**
 * Code in which every character beyond ASCII is written as its escape, with the mappings of its source map moved to
 * where their columns now are. esbuild escapes strings but leaves regular expressions as they are.
 */
export function toAscii(code, mappings) {
  const lines = code.split('\n')
  const moved = decode(mappings).map((segments, row) => movedBy(segments, lines[row]))
  return { code: code.replace(NOT_ASCII, escapeOf), mappings: encode(moved) }
}

function escapeOf(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Each character beyond ASCII that stands before a column moves it by the five more that its escape takes. */
function movedBy(segments, line) {
  const places = [...(line ?? '').matchAll(NOT_ASCII)].map((found) => found.index)
  let before = 0
  return segments.map(([column, ...source]) => {
    while (before < places.length && places[before] < column) before += 1
    return [column + before * 5, ...source]
  })
}
