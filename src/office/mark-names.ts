import type { Block } from '../content/block.ts'
import type { DocxRun } from './docx-blocks.ts'

/** The name of a block's mark: section, article and place in it, each counted from 0; `x` for none. */
export function markName(section: number, article: number, block: number): string {
  const part = (index: number) => (index < 0 ? 'x' : String(index))
  return `jb_${part(section)}_${part(article)}_${block}`
}

/** A name that no other article's note has. */
export function noteName({ section, article }: Block['place'], number: number | string): string {
  return `${section} ${article} ${number}`
}

export function withNoteName(run: DocxRun, place: Block['place']): DocxRun {
  return run.note === undefined ? run : { ...run, note: noteName(place, run.note) }
}

/** What stands before a paragraph's text: a brief's number, a list's sign. */
export function signOf({ marker }: Extract<Block, { kind: 'paragraph' }>): string {
  return marker === null ? '' : marker.text.runs.map((run) => `${run.text} `).join('')
}
