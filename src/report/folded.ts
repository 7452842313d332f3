import { columnsOfCharacter } from './display-width.ts'

/** Marks that may not begin a line, and those that may not end one. */
const NOT_FIRST = /[，。；：、！？）》】”’」』…—,.;:!?)\]}%]/
const NOT_LAST = /[（《【“‘「『([{]/

/**
 * A text's lines of at most so many terminal columns: it turns between Han, at blanks, never before a closing mark or
 * behind an opening one; a longer word stands whole.
 */
export function folded(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const piece of piecesOf(text)) {
    const wide = widthOf(piece)
    if (width > 0 && width + widthOf(piece.trimEnd()) > columns) {
      lines.push(line.trimEnd())
      line = ''
      width = 0
    }
    line += piece
    width += wide
  }
  return [...lines, line.trimEnd()]
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += columnsOfCharacter(character)
  return width
}

/** What stays together: a word with the blanks behind it, a Han with the marks around it. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  let before = ''
  for (const character of text) {
    if (piece !== '' && mayPart(before, character)) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
    before = character
  }
  return [...pieces, piece]
}

function mayPart(before: string, after: string): boolean {
  if (after === ' ' || NOT_FIRST.test(after) || NOT_LAST.test(before)) return false
  return before === ' ' || columnsOfCharacter(before) === 2 || columnsOfCharacter(after) === 2
}
