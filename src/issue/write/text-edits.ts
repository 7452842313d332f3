/** A stretch of a text and what is to stand there. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The text with all edits, which do not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    result += text.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return result + text.slice(at)
}
