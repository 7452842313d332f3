/** A line and column counted from 1. */
interface LineAndColumn {
  readonly line: number
  /** In UTF-16 units from the line's start. */
  readonly column: number
}

/** Where a UTF-16 offset stands, unit by unit: what the quicker search is held against; lines end at LF, CR LF or CR. */
export function placeInText(text: string, offset: number): LineAndColumn {
  let line = 1
  let start = 0
  for (let at = 0; at < Math.min(offset, text.length); at += 1) {
    const unit = text.charCodeAt(at)
    const ends = unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)
    if (!ends) continue
    line += 1
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}
