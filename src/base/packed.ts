/**
 * Two whole numbers as one, for the keys of maps: the second is below `bound`. Throws where one is out of its bounds,
 * for then two pairs would have one key.
 */
export function packed(first: number, second: number, bound: number): number {
  const both = first * bound + second
  if (second < 0 || second >= bound || first < 0 || both > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`${first} and ${second} do not go into one number below ${bound}`)
  return both
}

/** The second of two numbers packed below a bound. */
export function secondOf(both: number, bound: number): number {
  return both % bound
}
