import type { Diagnostic } from '../base/diagnostic.ts'
import type { SourceText, Span } from '../base/source.ts'

/** Texts with their cures put in. */
export interface Cured {
  /** Changed sources by file. */
  readonly sources: ReadonlyMap<string, SourceText>
  /** The diagnostics that were cured. */
  readonly cures: readonly Diagnostic[]
}

/**
 * Puts in the replacement of every diagnostic that has one certain answer. Of two that overlap the first stands; the
 * other is left for the next round.
 */
export function cured(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, SourceText>): Cured {
  const changed = new Map<string, SourceText>()
  const cures: Diagnostic[] = []
  for (const source of sources.values()) {
    const edits = editsOf(diagnostics, source)
    if (edits.length === 0) continue
    changed.set(source.file, { file: source.file, text: applied(source.text, edits) })
    cures.push(...edits.map((edit) => edit.cure))
  }
  return { sources: changed, cures }
}

interface Edit {
  readonly place: Span
  readonly text: string
  readonly cure: Diagnostic
}

function editsOf(diagnostics: readonly Diagnostic[], { file, text }: SourceText): readonly Edit[] {
  const edits = diagnostics
    .flatMap((cure): Edit[] => {
      const place = cure.replaces ?? cure.span
      if (cure.replacement === undefined || place === null || place.file !== file) return []
      if (place.to > text.length) return []
      return text.slice(place.from, place.to) === cure.replacement
        ? []
        : [{ place, text: cure.replacement, cure }]
    })
    .sort((a, b) => a.place.from - b.place.from || a.place.to - b.place.to)
  const kept: Edit[] = []
  for (const edit of edits) {
    if (edit.place.from >= (kept.at(-1)?.place.to ?? 0)) kept.push(edit)
  }
  return kept
}

function applied(text: string, edits: readonly Edit[]): string {
  let at = 0
  const parts: string[] = []
  for (const { place, text: cure } of edits) {
    parts.push(text.slice(at, place.from), cure)
    at = place.to
  }
  return [...parts, text.slice(at)].join('')
}
