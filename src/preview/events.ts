import type { ServerResponse } from 'node:http'
import type { Push } from './desk.ts'

/** A page that reads too slowly is let go; it comes again by itself and is told everything. */
const MOST_WAITING = 64 * 1024 * 1024
const BEAT_MILLISECONDS = 20_000
/** Pages that may listen at a time. */
const MOST_LISTENERS = 20

/** The pages that listen (server-sent events, HTML § 9.2). */
export class Listeners {
  readonly #all = new Set<ServerResponse>()
  readonly #beat = setInterval(() => this.#write(': \n\n'), BEAT_MILLISECONDS).unref()

  /** Begins to tell a page of what happens; gives how to tell it alone, or null where too many listen. */
  add(response: ServerResponse): Push | null {
    if (this.#all.size >= MOST_LISTENERS) return null
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    response.write('retry: 500\n\n')
    this.#all.add(response)
    response.on('close', () => this.#all.delete(response))
    return (name, what) => void response.write(eventOf(name, what))
  }

  /** Pages that listen. */
  get count(): number {
    return this.#all.size
  }

  push: Push = (name, what) => {
    if (this.#all.size > 0) this.#write(eventOf(name, what))
  }

  close(): void {
    clearInterval(this.#beat)
    for (const one of this.#all) one.destroy()
  }

  #write(text: string): void {
    for (const one of this.#all) {
      if (one.writableLength > MOST_WAITING) one.destroy()
      else one.write(text)
    }
  }
}

/** JSON has no line ends, so that it is one line of data. */
function eventOf(name: string, what: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(what)}\n\n`
}
