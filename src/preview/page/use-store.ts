import { useEffect, useState } from 'preact/hooks'
import type { State, Store } from './store.ts'
import { type PageLanguage, type WordName, word } from './words.ts'

/** The store's state, shown anew whenever it changes. */
export function useStore(store: Store): State {
  const [state, show] = useState(store.state)
  useEffect(() => store.listen(() => show(store.state)), [store])
  return state
}

/** Gives words in a language. */
export function speaking(
  language: PageLanguage,
): (name: WordName, values?: Readonly<Record<string, number>>) => string {
  return (name, values) => word(name, language, values)
}
