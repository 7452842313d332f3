import type { Asked, AskedName, Message, Pushed, PushedName, WrittenText } from '../protocol.ts'
import type { Store } from './store.ts'
import { addOutlines, forgetPages, touch } from './supplies.ts'

/** This page among others that show the same issue. */
export const SELF = crypto.randomUUID()

/** Asks the program; null where it could not answer. */
export async function askProgram<N extends AskedName>(
  name: N,
  what: Asked[N]['ask'],
): Promise<Asked[N]['answer'] | null> {
  try {
    const response = await fetch(`/${name}`, {
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
): Promise<{ readonly src: string } | { readonly reason: Message | null }> {
  try {
    const response = await fetch('/picture', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) },
      body: file,
    })
    return response.ok ? await response.json() : { reason: null }
  } catch {
    return { reason: null }
  }
}

/** Told of texts that changed elsewhere. */
export type TextHeard = (source: WrittenText, by: string | null) => void

/** Listens to the program, and keeps listening. */
export function listen(store: Store, onText: TextHeard): void {
  const events = new EventSource('/events')
  const hear: { readonly [N in PushedName]: (what: Pushed[N]) => void } = {
    hello: (hello) => {
      forgetPages()
      store.set({ hello, connected: true, fault: null })
      document.title = `${hello.title} · 简报`
    },
    state: (built) => {
      const pages = built.stale ? store.state.pages : store.state.pages.slice(0, built.pageCount)
      store.set({ built, pages, fault: null })
    },
    page: ({ index, page }) => {
      const pages = [...store.state.pages]
      pages[index] = page
      store.set({ pages })
    },
    outlines: (outlines) => {
      addOutlines(outlines)
      touch()
    },
    messages: (messages) => store.set({ messages }),
    findings: (findings) => store.set({ findings }),
    marks: (marks) => store.set({ marks }),
    overlays: (overlays) => store.set({ overlays }),
    outline: (outline) => store.set({ outline }),
    source: ({ by, ...source }) => {
      const sources = new Map(store.state.sources).set(source.file, source)
      const file = store.state.file || source.file
      store.set({ sources, file })
      onText(source, by)
    },
    fault: ({ words }) => store.set({ fault: words[store.state.language] }),
  }
  for (const [name, heard] of Object.entries(hear)) {
    events.addEventListener(name, ({ data }) => (heard as (what: unknown) => void)(JSON.parse(data)))
  }
  events.addEventListener('error', () => store.set({ connected: false }))
}
