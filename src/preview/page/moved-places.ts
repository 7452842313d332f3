import type { ChangeDesc, ChangeSet } from '@codemirror/state'
import type { Span } from '../../base/source.ts'

/** Where places that the program told of lie in the texts by now: a text is written on before it is told of anew. */
export class MovedPlaces {
  /** By what was told, the changes of each text since. */
  readonly #since = new WeakMap<object, Map<string, ChangeDesc>>()

  /** A text was written on; `told` is what the page has of the program. */
  written(file: string, change: ChangeSet, told: readonly object[]): void {
    for (const one of told) {
      const since = this.#since.get(one) ?? new Map<string, ChangeDesc>()
      const before = since.get(file)
      since.set(file, before?.composeDesc(change) ?? change.desc)
      this.#since.set(one, since)
    }
  }

  /** A place that is in `told`; one that was written over lies where that was. */
  now(told: object, span: Span): Span {
    const change = this.#since.get(told)?.get(span.file)
    if (change === undefined || span.to > change.length) return span
    const from = change.mapPos(span.from, 1)
    return { ...span, from, to: Math.max(from, change.mapPos(span.to, -1)) }
  }
}
