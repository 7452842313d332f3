import { type Context, createContext, Script } from 'node:vm'

/** Thrown when what reads a font has used up its time. */
export class TimeUp extends Error {}

const CALL = 'work()'

/**
 * Time for code that is not ours and may never end on a hostile file: all its calls share one allowance, in ms. What a
 * call throws, whatever it is, comes out as it was; a call that is stopped throws `TimeUp`, and so do all after it.
 */
export class TimeAllowance {
  #left: number
  readonly #context: Context & { work: () => void } = Object.assign(createContext({}), { work: () => {} })
  readonly #script = new Script(CALL)

  constructor(milliseconds: number) {
    this.#left = milliseconds
  }

  run<T>(work: () => T): T {
    if (this.#left <= 0) throw new TimeUp()
    const results: T[] = []
    this.#context.work = () => void results.push(work())
    const begun = process.hrtime.bigint()
    try {
      this.#script.runInContext(this.#context, { timeout: Math.ceil(this.#left) })
    } catch (fault) {
      if ((fault as { code?: unknown } | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw fault
      this.#left = 0
      throw new TimeUp()
    } finally {
      this.#left -= Number(process.hrtime.bigint() - begun) / 1e6
    }
    return results[0] as T
  }
}
