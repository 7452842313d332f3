import type { ChangeSet } from '@codemirror/state'
import type { Asked, TextSince, TypedChange } from './protocol.ts'
import { changeOf, isBefore, stretchesOf, withStretches } from './typed-change.ts'

/** Changes that are remembered: a page that heard of none of so many is given the whole text. */
const MOST_CHANGES = 1000

/** A page's change of the text that a version was. */
export type Typed = Omit<Asked['change']['ask'], 'file'>

/** A text with a change taken, and what its page is told. */
export interface Taken {
  readonly text: string
  readonly told: TextSince
}

interface Logged {
  readonly change: ChangeSet
  readonly told: TypedChange
}

/** What was written on one text (修改记录), change by change: each makes a version out of the one before. */
export class TextLog {
  readonly #most: number
  #version: number
  readonly #changes: Logged[] = []
  /** By page, the serial of its last change that is in the text. */
  readonly #taken = new Map<string, number>()

  constructor(most = MOST_CHANGES, first = 1) {
    this.#most = most
    this.#version = first
  }

  get version(): number {
    return this.#version
  }

  /** The last of a page's changes that is in the text; 0 for none. */
  taken(page: string): number {
    return this.#taken.get(page) ?? 0
  }

  /** What was written since a version; null where that is too long ago, or no version yet. */
  since(version: number): readonly TypedChange[] | null {
    return this.#after(version)?.map(({ told }) => told) ?? null
  }

  /**
   * Puts a page's change into the text that this is the log of, where what others wrote since has left its places; one
   * that was taken before is not taken again, and serial 0 takes none. null for a change that is none of what it was.
   */
  take(text: string, { version, length, changes, by, serial }: Typed): Taken | null {
    const since = this.#after(version)
    if (since === null) return { text, told: { text, version: this.#version, taken: this.taken(by) } }
    if (serial <= this.taken(by)) return { text, told: { changes: since.map(({ told }) => told) } }
    const own = changeOf(changes, length)
    if (own === null || length !== (since[0]?.told.length ?? text.length)) return null
    const placed = since.reduce((here, one) => here.map(one.change, isBefore(by, one.told.by)), own)
    this.add(placed, by, serial)
    const made = withStretches(text, stretchesOf(placed))
    return { text: made, told: { changes: this.since(version) ?? [] } }
  }

  add(change: ChangeSet, by: string, serial: number): void {
    this.#version += 1
    const told = { version: this.#version, by, serial, length: change.length, changes: stretchesOf(change) }
    this.#changes.push({ change, told })
    if (this.#changes.length > this.#most) this.#changes.shift()
    if (by !== '') this.#taken.set(by, serial)
  }

  #after(version: number): readonly Logged[] | null {
    const count = this.#version - version
    if (count < 0 || count > this.#changes.length) return null
    return this.#changes.slice(this.#changes.length - count)
  }
}
