import { bareAddresses } from '../base/addresses.ts'
import type { TextStretch } from '../base/border-blanks.ts'
import { foreignStretches } from '../base/foreign-text.ts'
import type { StyledText, TextRun } from './block.ts'

interface Told {
  readonly stretch: TextStretch
  readonly more: Pick<TextRun, 'link' | 'language'>
}

/**
 * A text that says where its bare addresses lead, and which sentences are in another language than `main` (a tag of
 * RFC 5646, null where it is not known). Nothing of it is set otherwise. A link that the editor made stays.
 */
export function toldText(text: StyledText, main: string | null): StyledText {
  const plain = text.runs.length === 1 ? (text.runs[0] as TextRun).text : joined(text.runs)
  const addresses = bareAddresses(plain).map(
    ({ from, to, target }): Told => ({ stretch: [from, to], more: { link: target } }),
  )
  const foreign = (main === null ? [] : foreignStretches(plain, main)).map(
    ({ stretch, language }): Told => ({ stretch, more: { language } }),
  )
  if (addresses.length + foreign.length === 0) return text
  return { ...text, runs: [...foreign, ...addresses].reduce(withTold, text.runs) }
}

function joined(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('')
}

function withTold(runs: readonly TextRun[], { stretch: [from, to], more }: Told): readonly TextRun[] {
  let at = 0
  return runs.flatMap((run) => {
    const start = at
    at += run.text.length
    const first = Math.max(from, start) - start
    const last = Math.min(to, at) - start
    if (first >= last || (more.link !== undefined && run.link !== undefined)) return [run]
    return [
      part(run, 0, first),
      { ...part(run, first, last), ...more },
      part(run, last, run.text.length),
    ].filter((piece) => piece.text !== '')
  })
}

/** A run's piece, with its own place in the source where the run's text is the source's. */
function part(run: TextRun, from: number, to: number): TextRun {
  const { span, text } = run
  const exact = span !== null && span.to - span.from === text.length
  const own = exact ? { file: span.file, from: span.from + from, to: span.from + to } : span
  return { ...run, text: text.slice(from, to), span: own }
}
