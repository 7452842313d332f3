/** Room for the text of each line, in pt: the measure without indents. */
export type RoomOfLine = (line: number) => number

export interface BreakOptions {
  /** Em of the paragraph, in pt. */
  readonly em: number
  /** Whether the room is the same for every line but the first; lets the search forget line numbers. */
  readonly uniformFrom: number
  readonly justified: boolean
}

/** The lines of a paragraph as cluster indexes: line `k` is `ends[k-1] … ends[k]-1`. */
export interface Breaking {
  readonly ends: readonly number[]
  readonly demerits: number
  /** Lines at whose end something unbreakable had to be cut because it is longer than the line. */
  readonly cuts: readonly number[]
}
