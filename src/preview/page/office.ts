import type {
  Asked,
  AskedName,
  BuiltState,
  Message,
  Pushed,
  PushedName,
  TypedChange,
  WrittenText,
} from '../protocol.ts'
import { withPages } from './shown-pages.ts'
import type { Store } from './store.ts'
import { addOutlines, forgetPages } from './supplies.ts'

/** This page among others that show the same issue. */
export const SELF = crypto.randomUUID()

/** Asks the program, of the issue that the page's own address names; null where it could not answer. */
export async function askProgram<N extends AskedName>(
  name: N,
  what: Asked[N]['ask'],
): Promise<Asked[N]['answer'] | null> {
  try {
    const response = await fetch(name, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(what),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

/** Hands a picture in; its path as the issue names it, or why there is none. */
export async function handIn(
  file: File,
): Promise<{ readonly src: string } | { readonly reason: Message | 'pictureTooLarge' | 'pictureNotTaken' }> {
  try {
    const response = await fetch('picture', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) },
      body: file,
    })
    if (response.ok) return await response.json()
    return { reason: response.status === 413 ? 'pictureTooLarge' : 'pictureNotTaken' }
  } catch {
    return { reason: 'pictureNotTaken' }
  }
}

/** Told of a text as a whole, when it is opened or the program is heard again; and of what is written on it. */
export interface TextHeard {
  readonly onText: (source: WrittenText) => void
  readonly onWritten: (file: string, changes: readonly TypedChange[]) => void
}

/** A program that is not heard again for so long has ended; a machine that slept hears it at once. */
const GONE_MILLISECONDS = 4000

/**
 * How long a page must not have been looked at before it stops listening: a browser has six connections to one program,
 * so that the seventh page would never come, and no page's questions would.
 */
const UNSEEN_MILLISECONDS = 3000

/** Listens to the program while the page is looked at; one that is looked at again is told everything. */
export function listen(store: Store, heard: TextHeard): void {
  let events: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    clearTimeout(timer)
    events ??= eventsFor(store, heard)
    const stop = () => {
      events?.close()
      events = null
    }
    if (document.hidden) timer = setTimeout(stop, UNSEEN_MILLISECONDS)
  }
  document.addEventListener('visibilitychange', look)
  look()
}

function eventsFor(store: Store, { onText, onWritten }: TextHeard): EventSource {
  const events = new EventSource('events')
  const write = (written: Omit<WrittenText, 'text'>) => {
    const sources = new Map(store.state.sources).set(written.file, written)
    store.set({ sources, file: store.state.file || written.file })
  }
  const hear: { readonly [N in PushedName]: (what: Pushed[N]) => void } = {
    hello: (hello) => {
      forgetPages()
      store.set({ hello, connected: true, gone: false, fault: null })
      document.title = `${hello.title} · 简报`
    },
    built: ({ state, pages, outlines, messages }) => {
      addOutlines(outlines)
      store.set({
        built: withSame(state, store.state.built),
        pages: withPages(store.state.pages, state.pageCount, pages),
        fault: null,
        ...(messages === null ? {} : { messages }),
      })
    },
    findings: (findings) => store.set({ findings }),
    marks: (marks) => store.set({ marks }),
    overlays: (overlays) => store.set({ overlays }),
    outline: (outline) => store.set({ outline }),
    head: (head) => store.set({ head }),
    source: (source) => {
      const { text: _, ...written } = source
      write(written)
      onText(source)
    },
    written: ({ changes, ...written }) => {
      onWritten(written.file, changes)
      write(written)
    },
    fault: ({ words }) => store.set({ fault: words[store.state.language] }),
  }
  for (const [name, heard] of Object.entries(hear)) {
    events.addEventListener(name, ({ data }) => (heard as (what: unknown) => void)(JSON.parse(data)))
  }
  events.addEventListener('error', () => {
    store.set({ connected: false })
    setTimeout(() => store.set({ gone: !store.state.connected }), GONE_MILLISECONDS)
  })
  return events
}

/** A state whose parts are the objects before where they are the same, so that what is shown by them stays. */
function withSame(now: BuiltState, before: BuiltState | null): BuiltState {
  const same = <K extends 'grid' | 'pictures'>(key: K): BuiltState[K] =>
    before !== null && JSON.stringify(before[key]) === JSON.stringify(now[key]) ? before[key] : now[key]
  return { ...now, grid: same('grid'), pictures: same('pictures') }
}
