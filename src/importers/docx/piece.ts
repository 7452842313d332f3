import type { XmlElement } from '../container/xml.ts'
import type { ImportFinding, Report } from '../report/finding.ts'
import type { SourcePicture, SourceRun } from '../source-document.ts'

/** A remark on a stretch of text; neighbouring stretches with the same one are told together. */
export type TextRemark = Pick<ImportFinding, 'kind' | 'values'>

/** What a paragraph is made of, in order. */
export type Piece =
  | { readonly kind: 'run'; readonly run: SourceRun; readonly remarks: readonly TextRemark[] }
  /** Text that does not come in. */
  | { readonly kind: 'dropped'; readonly text: string; readonly remarks: readonly TextRemark[] }
  | { readonly kind: 'line' }
  | { readonly kind: 'page' }
  | { readonly kind: 'picture'; readonly picture: SourcePicture }
  | { readonly kind: 'box'; readonly content: XmlElement }
  | { readonly kind: 'wordart'; readonly text: string }
  | {
      readonly kind: 'note'
      readonly mark: string
      /** 0 for a note whose mark is typed. */
      readonly number: number
      readonly content: XmlElement
      readonly of: 'footnote' | 'endnote'
    }
  | { readonly kind: 'comment'; readonly id: string; readonly at: 'start' | 'end' | 'mark' }

/** Stands for a picture where one that does not come in is told. */
export const PICTURE_PLACE = '〔图片〕'

/** Text of the pieces, what is dropped too. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces
    .map((one) => {
      if (one.kind === 'run') return one.run.text
      if (one.kind === 'dropped' || one.kind === 'wordart') return one.text
      if (one.kind === 'box' || one.kind === 'note') return allText(one.content)
      return one.kind === 'line' ? '\n' : ''
    })
    .join('')
}

/** Every letter in an element, paragraphs on lines of their own. */
export function allText(element: XmlElement): string {
  return element.children
    .map((one) => {
      if (typeof one === 'string') return ''
      if (/^(?:w:t|w:delText|m:t|a:t)$/.test(one.name)) return one.children.join('')
      if (one.name === 'w:tab') return ' '
      return allText(one) + (one.name === 'w:p' ? '\n' : '')
    })
    .join('')
}

/** Tells the remarks of a paragraph, each stretch once. */
export function reportRemarks(pieces: readonly Piece[], report: Report): void {
  const open = new Map<string, { readonly remark: TextRemark; text: string }>()
  for (const piece of pieces) {
    const remarks = piece.kind === 'run' || piece.kind === 'dropped' ? piece.remarks : []
    const keys = remarks.map((one) => `${one.kind} ${JSON.stringify(one.values)}`)
    for (const [key, { remark, text }] of open) {
      if (keys.includes(key) || piece.kind === 'comment') continue
      report(remark.kind, text, remark.values)
      open.delete(key)
    }
    keys.forEach((key, index) => {
      const stretch = open.get(key) ?? { remark: remarks[index] as TextRemark, text: '' }
      stretch.text += textOfPieces([piece])
      open.set(key, stretch)
    })
  }
  for (const { remark, text } of open.values()) report(remark.kind, text, remark.values)
}

/** Runs that differ in nothing as one. */
export function joinedRuns(runs: readonly SourceRun[]): readonly SourceRun[] {
  const joined: SourceRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.text === '') continue
    if (last && looksOf(last) === looksOf(run))
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

function looksOf({ text: _, ...looks }: SourceRun): string {
  return JSON.stringify([looks.bold, looks.emphasis, looks.raised, looks.link, looks.size, looks.note])
}
