/** How long a press after the warning means that what is not saved is dropped. */
const MEANT_MILLISECONDS = 10_000

/**
 * Whether Ctrl-C ends the preview: with something unsaved it takes a second press soon after. One that was warned of
 * long ago is warned anew, for other things may be unsaved by now.
 */
export class SecondPress {
  readonly #now: () => number
  #warnedAt = Number.NEGATIVE_INFINITY

  constructor(now: () => number) {
    this.#now = now
  }

  ends(unsaved: readonly string[]): boolean {
    if (unsaved.length === 0 || this.#now() - this.#warnedAt < MEANT_MILLISECONDS) return true
    this.#warnedAt = this.#now()
    return false
  }
}
