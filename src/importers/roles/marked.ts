import type { ArticleDraft } from '../../issue/write/draft.ts'
import type { SourceParagraph, SourceRun } from '../source-document.ts'

type Marked = ArticleDraft['title']

const NO_NOTES: ReadonlySet<number> = new Set()

/** A paragraph's text with its marks and its automatic number, without blanks at its ends; marks of these notes as such. */
export function markedOf(paragraph: SourceParagraph, notes: ReadonlySet<number> = NO_NOTES): Marked {
  const runs = paragraph.number === '' ? paragraph.runs : [{ text: paragraph.number }, ...paragraph.runs]
  return trimmedMarks(runs.map((run) => markedRun(run, notes)))
}

/** The same without bold and emphasis, for titles and sub-headings that have their own look. */
export function unmarkedOf(paragraph: SourceParagraph): Marked {
  const runs = paragraph.number === '' ? paragraph.runs : [{ text: paragraph.number }, ...paragraph.runs]
  return trimmedMarks(runs.map((run) => ({ text: run.text, ...(run.raised ? { raised: run.raised } : {}) })))
}

export function plainMarked(text: string): Marked {
  const words = text.trim()
  return words === '' ? [] : [{ text: words }]
}

export function textOfMarked(text: Marked): string {
  return text.map((run) => run.text).join('')
}

function markedRun(
  { text, bold, emphasis, raised, link, note }: SourceRun,
  notes: ReadonlySet<number>,
): Marked[number] {
  if (note !== undefined && notes.has(note)) return { text, note: { name: String(note), number: note } }
  // A whole link address is a link by itself.
  return {
    text,
    ...(bold ? { bold } : {}),
    ...(emphasis ? { emphasis } : {}),
    ...(raised ? { raised } : {}),
    ...(link !== undefined && link !== text ? { link } : {}),
  }
}

/** Without blanks of any width at its ends; empty runs go. */
export function trimmedMarks(runs: Marked): Marked {
  const kept = [...runs]
  while (kept[0] && kept[0].text.trimStart() === '') kept.shift()
  while (kept.length > 0 && kept.at(-1)?.text.trimEnd() === '') kept.pop()
  const first = kept[0]
  if (first) kept[0] = { ...first, text: first.text.trimStart() }
  const last = kept.at(-1)
  if (last) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() }
  return kept
}

/** The part of a text between two offsets. */
export function sliceMarked(runs: Marked, from: number, to: number): Marked {
  let at = 0
  const kept = runs.flatMap((run) => {
    const start = at
    at += run.text.length
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return text === '' ? [] : [{ ...run, text }]
  })
  return trimmedMarks(kept)
}
