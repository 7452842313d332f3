import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'
import type { TextRun } from '../content/block.ts'
import type { FoundGlyph } from './glyph-finder.ts'

/** What is known of one character that a family lacks. */
interface Lack {
  readonly code: 'W-GLYPH' | 'W-NO-GLYPH'
  readonly character: string
  readonly family: string
  readonly used: string
  /** Its places in the order of the pages, by file and offset: a title in the contents too counts once. */
  readonly places: Map<string, Span | null>
}

/**
 * What a text's fonts lacked, gathered so that each thing is said once: characters (缺字) with their first place and how
 * often, and the bold of a family.
 */
export class Lacks {
  readonly #found = new Map<string, Lack>()
  /** Families without a bold where one is asked for, with the first place. */
  readonly #bolds = new Map<string, Span | null>()
  readonly #inSource: (span: Span) => Span
  /** How often something was noted. */
  count = 0

  /** `inSource` gives the place in the sources of one in a run. */
  constructor(inSource: (span: Span) => Span = (span) => span) {
    this.#inSource = inSource
  }

  /** Takes a glyph that stands in for another; `from` and `to` are the character's offsets in its run. */
  note(found: FoundGlyph, run: TextRun, at: { readonly from: number; readonly to: number }): void {
    this.count += 1
    const character = run.text.slice(at.from, at.to)
    const { family } = run.style
    const code = found.substitute === 2 ? 'W-NO-GLYPH' : 'W-GLYPH'
    const key = `${code} ${character} ${family}`
    let lack = this.#found.get(key)
    if (lack === undefined) {
      lack = { code, character, family, used: found.face.postScriptName, places: new Map() }
      this.#found.set(key, lack)
    }
    const place = placeInRun(run, at)
    const span = place && this.#inSource(place)
    lack.places.set(span === null ? `${lack.places.size}` : `${span.file} ${span.from}`, span)
  }

  /** Takes a bold run whose family has no bold. */
  noteBold({ style, span }: TextRun): void {
    this.count += 1
    if (!this.#bolds.has(style.family)) this.#bolds.set(style.family, span && this.#inSource(span))
  }

  findings(): readonly Diagnostic[] {
    const bolds = [...this.#bolds].map(([family, span]) => diagnostic('I-FONT-BOLD', span, { family }))
    return [...bolds, ...this.#characters()]
  }

  #characters(): readonly Diagnostic[] {
    return [...this.#found.values()].map(({ code, character, family, used, places }) => {
      const codePoint = codePointsOf(character)
      const [first = null, second] = places.values()
      const more = second ? { related: second } : {}
      return diagnostic(code, first, { character, codePoint, family, used, count: places.size }, more)
    })
  }
}

function codePointsOf(text: string): string {
  const named = (character: string) =>
    `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return [...text].map(named).join(' ')
}

/** The character's own place where the run's text is the source's, else the run's. */
function placeInRun(
  { span, text }: TextRun,
  at: { readonly from: number; readonly to: number },
): Span | null {
  if (span === null || span.to - span.from !== text.length) return span
  return { file: span.file, from: span.from + at.from, to: span.from + at.to }
}
