import type { ChangeSet } from '@codemirror/state'
import type { TypedChange } from './protocol.ts'
import { isBefore, stretchesOf } from './typed-change.ts'

/** Changes that are remembered: a page that heard of none of so many is given the whole text. */
const MOST_CHANGES = 1000

interface Logged {
  readonly change: ChangeSet
  readonly told: TypedChange
}

/** What was written on one text (修改记录), change by change: each makes a version out of the one before, from 1 on. */
export class TextLog {
  readonly #most: number
  #version = 1
  readonly #changes: Logged[] = []
  /** By page, the serial of its last change that is in the text. */
  readonly #taken = new Map<string, number>()

  constructor(most = MOST_CHANGES) {
    this.#most = most
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

  /** A page's change of what a version was, as one of what the text is now. */
  placed(change: ChangeSet, version: number, by: string): ChangeSet {
    return (this.#after(version) ?? []).reduce(
      (placed, one) => placed.map(one.change, isBefore(by, one.told.by)),
      change,
    )
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
