/** Half as wide as Han, and the places beside Han that get a gap: near enough to centre lines below each other. */
const HALF_WIDE = /[\u0020-\u007e]/g
const gap = () => /(?<=[a-z\d])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[a-z\d])/giu
const GAP_EM = 0.25

/** Width of a line of text, in em, near enough to centre it or to count its lines. */
export function widthEm(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return [...text].length - count(HALF_WIDE) / 2 + count(gap()) * GAP_EM
}
