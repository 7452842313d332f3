/**
 * What the present turn and the one before have used, by key (两代): memory that is bounded by the work at hand, not by
 * a count. What neither used is let go.
 */
export class Generations<V> {
  #young = new Map<string, V>()
  #old = new Map<string, V>()

  /** Begins the next turn. */
  turn(): void {
    this.#old = this.#young
    this.#young = new Map()
  }

  get(key: string): V | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.#young.set(key, old)
    return old
  }

  set(key: string, value: V): void {
    this.#young.set(key, value)
  }
}
