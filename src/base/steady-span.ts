import type { Diagnostic } from './diagnostic.ts'
import type { Span } from './source.ts'

/**
 * Spans that count from where their block begins, so that they are the same wherever it stands in its file: by the file
 * that a steady span names, the file that it stands for, and where the block begins there.
 */
export type SteadyPlaces = ReadonlyMap<string, { readonly file: string; readonly from: number }>

/** The span in its own file of one that counts from a steady block; any other as it is. */
export function spanInSource(span: Span, places: SteadyPlaces): Span {
  const place = places.get(span.file)
  return place === undefined
    ? span
    : { file: place.file, from: place.from + span.from, to: place.from + span.to }
}

/** A diagnostic whose places are those of the sources. */
export function diagnosticInSource(one: Diagnostic, places: SteadyPlaces): Diagnostic {
  const entries = Object.entries(one).map(([key, value]) => [
    key,
    isSpan(value) ? spanInSource(value, places) : value,
  ])
  return Object.fromEntries(entries) as Diagnostic
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'file' in value && 'to' in value
}
