import { turnTo } from './pages-pane.tsx'
import type { Store } from './store.ts'
import { fullScreen } from './toolbar.tsx'
import { zoomBy } from './zoom.ts'

/** What the keys do where nothing is written into. */
export function keyboard(store: Store, save: () => void): () => void {
  const panel = (name: 'outline' | 'messages' | 'thumbnails') => () =>
    store.set({ panel: store.state.panel === name ? null : name })
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoomBy(store, 1),
    '=': () => zoomBy(store, 1),
    '-': () => zoomBy(store, -1),
    '0': () => store.set({ zoom: 'page' }),
    w: () => store.set({ zoom: 'width' }),
    '1': () => store.set({ view: 'single' }),
    '2': () => store.set({ view: 'continuous' }),
    '3': () => store.set({ view: 'facing' }),
    PageDown: () => turnTo(store, store.state.page + 1),
    PageUp: () => turnTo(store, store.state.page - 1),
    Home: () => turnTo(store, 0),
    End: () => turnTo(store, store.state.pages.length - 1),
    g: () => store.set({ grid: !store.state.grid }),
    f: fullScreen,
    '?': () => store.set({ help: !store.state.help }),
    e: () => store.set({ showsSource: !store.state.showsSource }),
    o: panel('outline'),
    m: panel('messages'),
    t: panel('thumbnails'),
  }
  const onKey = (event: KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey
    if (mod && event.key === 's') {
      event.preventDefault()
      save()
      return
    }
    const { target } = event
    const writes =
      target instanceof HTMLElement &&
      (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (writes || mod || event.altKey || act === undefined || document.querySelector('dialog[open]')) return
    event.preventDefault()
    act()
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}
