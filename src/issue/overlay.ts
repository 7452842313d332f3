import { type MapValue, tableOf } from './language/collections.ts'
import type { KeyTable } from './language/kind.ts'

/** `base` with what `over` has put in, key by key; lists and plain values replace. */
export function overlaid<K extends KeyTable>(table: K, base: MapValue<K>, over: MapValue<K>): MapValue<K> {
  const result: Record<string, unknown> = { ...base, keySpans: { ...base.keySpans, ...over.keySpans } }
  for (const name of Object.keys(table)) {
    const change = (over as Record<string, unknown>)[name]
    if (change === undefined) continue
    const was = result[name]
    const kind = table[name]?.kind
    const inner = kind && tableOf(kind)
    result[name] =
      inner && was !== undefined
        ? overlaid(inner, was as MapValue<KeyTable>, change as MapValue<KeyTable>)
        : change
  }
  return result as MapValue<K>
}
