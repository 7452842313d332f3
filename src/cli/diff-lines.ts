/** Lines of one text, without their ends. */
type Lines = readonly string[]

const ENDS = /\r\n|\r|\n/

/** What changes from one text to the other, as people read it: the lines that a cure touches; '' when none is. */
export function diffText(file: string, before: string, after: string, colour: boolean): string {
  const from = before.split(ENDS)
  const rows = changes(from, after.split(ENDS)).flatMap((one) =>
    shownRows(one, String(from.length).length, colour),
  )
  return rows.length === 0 ? '' : `${file}\n${rows.map((row) => `${row}\n`).join('')}`
}

/** Lines that are taken out and those that come in their place. */
interface Change {
  /** The first of them, from 1. */
  readonly line: number
  readonly out: Lines
  readonly put: Lines
}

/**
 * A cure writes a line anew, or puts lines in or takes them out at one place. So texts of as many lines differ line by
 * line, and others between the lines that both begin and end with.
 */
function changes(from: Lines, to: Lines): readonly Change[] {
  if (from.length === to.length) {
    return from.flatMap((text, at) =>
      text === to[at] ? [] : [{ line: at + 1, out: [text], put: [to[at] as string] }],
    )
  }
  const head = sharedLines(from, to)
  const tail = sharedLines([...from.slice(head)].reverse(), [...to.slice(head)].reverse())
  const between = (lines: Lines) => lines.slice(head, lines.length - tail)
  return [{ line: head + 1, out: between(from), put: between(to) }]
}

/** With how many of the same lines both begin. */
function sharedLines(one: Lines, other: Lines): number {
  const at = one.findIndex((line, index) => line !== other[index])
  return at < 0 ? Math.min(one.length, other.length) : at
}

function shownRows({ line, out, put }: Change, digits: number, colour: boolean): readonly string[] {
  const inColour = (code: number, row: string) => (colour ? `\u001b[${code}m${row}\u001b[0m` : row)
  return [
    ...out.map((text, at) => inColour(31, `${String(line + at).padStart(digits)} - ${text}`)),
    ...put.map((text) => inColour(32, `${' '.repeat(digits)} + ${text}`)),
  ]
}
