import type { ChangeSet } from '@codemirror/state'
import type { Asked, TypedStretch } from '../protocol.ts'

/** How a program is asked; null where it could not answer. */
export type AskToChange = <N extends 'edit' | 'change'>(
  name: N,
  what: Asked[N]['ask'],
) => Promise<Asked[N]['answer'] | null>

/** What a teller works with: `by` is the page's own name. */
export interface TellerTools {
  readonly ask: AskToChange
  readonly textOf: (file: string) => string | null
  readonly by: string
  /** How long is waited before the program is asked again where it gave no answer. */
  readonly patience: number
}

/**
 * Tells the program what is typed: the stretches that changed since it was told last, one question at a time, and the
 * whole text where it has another one. What it did not take is told again until it is taken.
 */
export class Teller {
  readonly #tools: TellerTools
  /** By file, the changes that it was not told of; `whole` where it is to have all of the text. */
  readonly #untold = new Map<string, ChangeSet | 'whole'>()
  /** The version that it gave the text which it has, as far as the page knows. */
  readonly #versions = new Map<string, number>()
  #asking: string | null = null
  #work: Promise<void> | null = null

  constructor(tools: TellerTools) {
    this.#tools = tools
  }

  typed(file: string, changes: ChangeSet): void {
    const before = this.#untold.get(file)
    if (before !== 'whole') this.#untold.set(file, before?.compose(changes) ?? changes)
    this.#work ??= this.#tellAll().finally(() => {
      this.#work = null
    })
  }

  /** The page has a text as the program has it. */
  hasVersion(file: string, version: number): void {
    this.#versions.set(file, version)
  }

  /** Whether the page's text of a file is not older than a version. */
  isOld(file: string, version: number): boolean {
    return version <= (this.#versions.get(file) ?? 0)
  }

  /** Whether something of a file is still to be taken. */
  isTelling(file: string): boolean {
    return this.#asking === file || this.#untold.has(file)
  }

  /** What was not taken yet need not be. */
  forget(file: string): void {
    this.#untold.delete(file)
  }

  /** Until all is taken. */
  async settled(): Promise<void> {
    await this.#work
  }

  async #tellAll(): Promise<void> {
    for (;;) {
      const [next] = this.#untold
      if (next === undefined) return
      const [file, changes] = next
      this.#untold.delete(file)
      this.#asking = file
      const version = await this.#versionFor(file, changes)
      this.#asking = null
      if (typeof version === 'number') this.#versions.set(file, version)
      else this.#untold.set(file, 'whole')
      if (version === 'no answer')
        await new Promise<void>((settle) => setTimeout(settle, this.#tools.patience))
    }
  }

  /** null where the program has another text. */
  async #versionFor(file: string, changes: ChangeSet | 'whole'): Promise<number | null | 'no answer'> {
    const { ask, textOf, by } = this.#tools
    const version = this.#versions.get(file)
    if (changes === 'whole' || version === undefined) {
      const answer = await ask('edit', { file, text: textOf(file) ?? '', by })
      return answer?.version ?? 'no answer'
    }
    const { length } = changes
    const answer = await ask('change', { file, version, length, changes: stretchesOf(changes), by })
    return answer === null ? 'no answer' : answer.version
  }
}

function stretchesOf(changes: ChangeSet): readonly TypedStretch[] {
  const found: TypedStretch[] = []
  changes.iterChanges((from, to, _fromNew, _toNew, insert) => {
    found.push({ from, to, insert: insert.toString() })
  })
  return found
}
