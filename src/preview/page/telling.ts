import type { ChangeSet, Text } from '@codemirror/state'
import type { Asked, TypedChange } from '../protocol.ts'
import { changeOf, changesTo, isBefore, stretchesOf } from '../typed-change.ts'

/** How a program is asked; null where it could not answer. */
export type AskToChange = (
  name: 'change',
  what: Asked['change']['ask'],
) => Promise<Asked['change']['answer'] | null>

/** What a teller works with: `by` is the page's own name. */
export interface TellerTools {
  readonly ask: AskToChange
  /** Puts into the editor's text what was written elsewhere. */
  readonly put: (file: string, change: ChangeSet) => void
  readonly by: string
  /** How long is waited before the program is asked again where it gave no answer. */
  readonly patience: number
}

/** A change that the program was asked to take, and is asked again until it is known to have it. */
interface Sent {
  readonly serial: number
  readonly change: ChangeSet
}

/** One text: what the program has of it, and what was typed on that, in two parts. */
interface Kept {
  version: number
  /** The text of that version. */
  text: Text
  sent: Sent | null
  waiting: ChangeSet | null
  /** Whether the program is known to have more. */
  behind: boolean
  serial: number
}

/**
 * Keeps a page's texts and the program's one (协同), however many pages write on them at a time: what is typed goes out
 * as changes of a numbered version, one at a time; what others wrote comes in as such, and all put the two into one
 * order. Nothing that was typed anywhere is lost by that, but for what somebody
 * deletes. What the program did not answer is asked again until it is taken, and taken once.
 */
export class Teller {
  readonly #tools: TellerTools
  readonly #kept = new Map<string, Kept>()
  #work: Promise<void> | null = null

  constructor(tools: TellerTools) {
    this.#tools = tools
  }

  /** The page has a text as the program has it. */
  open(file: string, version: number, text: Text): void {
    this.#kept.set(file, { version, text, sent: null, waiting: null, behind: false, serial: 0 })
  }

  isOpen(file: string): boolean {
    return this.#kept.has(file)
  }

  /** The version that the page's text is made on; 0 for a text that is not open. */
  version(file: string): number {
    return this.#kept.get(file)?.version ?? 0
  }

  typed(file: string, change: ChangeSet): void {
    const kept = this.#kept.get(file)
    if (kept === undefined) return
    const waiting = kept.waiting?.compose(change) ?? change
    // What was typed and taken away again is nothing to tell of.
    kept.waiting = waiting.empty ? null : waiting
    this.#begin()
  }

  /** The program has this version: what leads to it may have been missed. */
  catchUp(file: string, version: number): void {
    const kept = this.#kept.get(file)
    if (kept === undefined || version <= kept.version) return
    kept.behind = true
    this.#begin()
  }

  /** The program told of a change, this page's own or another's; what is known or comes too early is let be. */
  heard(file: string, told: TypedChange): void {
    const kept = this.#kept.get(file)
    if (kept === undefined || told.version <= kept.version) return
    if (told.version > kept.version + 1) {
      this.catchUp(file, told.version)
      return
    }
    const change = changeOf(told.changes, told.length)
    if (change === null || change.length !== kept.text.length) {
      // Never so; if it were, the whole text would put it right.
      kept.version = 0
      this.catchUp(file, told.version)
      return
    }
    kept.version = told.version
    kept.text = change.apply(kept.text)
    if (told.by === this.#tools.by && told.serial === kept.sent?.serial) kept.sent = null
    else this.#takeIn(file, kept, { change, by: told.by })
  }

  /** Whether something of a file is still to be taken. */
  isTelling(file: string): boolean {
    const kept = this.#kept.get(file)
    return kept !== undefined && (kept.sent !== null || kept.waiting !== null)
  }

  /** Until all is taken. */
  async settled(): Promise<void> {
    await this.#work
  }

  #begin(): void {
    this.#work ??= this.#tellAll().finally(() => {
      this.#work = null
    })
  }

  async #tellAll(): Promise<void> {
    for (;;) {
      const next = [...this.#kept].find(([file, { behind }]) => behind || this.isTelling(file))
      if (next === undefined) return
      if (!(await this.#tell(...next)))
        await new Promise<void>((settle) => setTimeout(settle, this.#tools.patience))
    }
  }

  /** False where the program gave no answer, or none that leads on. */
  async #tell(file: string, kept: Kept): Promise<boolean> {
    if (kept.sent === null && kept.waiting !== null) {
      kept.serial += 1
      kept.sent = { serial: kept.serial, change: kept.waiting }
      kept.waiting = null
    }
    const { sent, version } = kept
    const answer = await this.#tools.ask('change', {
      file,
      version,
      length: kept.text.length,
      changes: sent === null ? [] : stretchesOf(sent.change),
      by: this.#tools.by,
      serial: sent?.serial ?? 0,
    })
    if (answer === null) return false
    kept.behind = false
    if ('text' in answer) this.#takeWhole(file, kept, answer)
    else for (const change of answer.changes) this.heard(file, change)
    return sent === null || kept.sent === null
  }

  /** What others wrote goes into the editor where it belongs beside what the program has not taken yet. */
  #takeIn(
    file: string,
    kept: Kept,
    { change, by }: { readonly change: ChangeSet; readonly by: string },
  ): void {
    const before = isBefore(by, this.#tools.by)
    let theirs = change
    if (kept.sent !== null) {
      const { serial, change: own } = kept.sent
      kept.sent = { serial, change: own.map(theirs, !before) }
      theirs = theirs.map(own, before)
    }
    if (kept.waiting !== null) {
      const own = kept.waiting
      kept.waiting = own.map(theirs, !before)
      theirs = theirs.map(own, before)
    }
    this.#tools.put(file, theirs)
  }

  /** So much was written meanwhile that it is not told of singly: the difference is taken as one change. */
  #takeWhole(
    file: string,
    kept: Kept,
    { text, version, taken }: { readonly text: string; readonly version: number; readonly taken: number },
  ): void {
    if (kept.sent !== null && kept.sent.serial <= taken) {
      kept.text = kept.sent.change.apply(kept.text)
      kept.sent = null
    }
    const change = changeOf(changesTo(kept.text.toString(), text), kept.text.length)
    kept.version = version
    if (change === null || change.empty) return
    kept.text = change.apply(kept.text)
    this.#takeIn(file, kept, { change, by: '' })
  }
}
