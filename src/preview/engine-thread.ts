import { Worker } from 'node:worker_threads'
import { HEAP_MEGABYTES, type ThreadRules } from '../build/issue-thread.ts'
import type { EngineSetting } from './engine-setting.ts'
import type { EngineAnswers, EngineQuestion, EngineSaid } from './engine-work.ts'

/** A question that the thread did not answer: it failed, took too long or too much memory. A new thread takes its place. */
export class EngineFault extends Error {}

/** What a build makes and drops again does not fill it up, so that less is looked through for what to keep. */
const YOUNG_MEGABYTES = 32

interface Waiting {
  readonly settle: (value: unknown) => void
  readonly fail: (fault: Error) => void
  readonly timer: NodeJS.Timeout
}

/** The engine in a thread of its own, with a bound on time and memory. */
export class EngineThread {
  readonly #setting: EngineSetting
  readonly #rules: ThreadRules
  #worker: Worker | null = null
  #closed = false
  /** In the order of the questions, which is that of the answers. */
  #waiting: Waiting[] = []

  constructor(setting: EngineSetting, rules: ThreadRules) {
    this.#setting = setting
    this.#rules = rules
  }

  /** Rejects with `EngineFault` where no answer came. */
  ask<A extends keyof EngineAnswers>(
    question: Extract<EngineQuestion, { readonly ask: A }>,
  ): Promise<EngineAnswers[A]>
  ask(question: EngineQuestion): Promise<unknown> {
    if (this.#closed) return Promise.reject(new EngineFault('closed'))
    if (this.#worker === null) {
      this.#worker = this.#start()
      void this.ask({ ask: 'open', setting: this.#setting }).catch(() => {})
    }
    const worker = this.#worker
    return new Promise((settle, fail) => {
      const late = () => void this.#end(new EngineFault(`more than ${this.#rules.seconds} s`))
      const timer = setTimeout(late, this.#rules.seconds * 1000)
      this.#waiting.push({ settle, fail, timer })
      worker.postMessage(question)
    })
  }

  /** Ends the thread; it is not started again. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#end(new EngineFault('closed'))
  }

  #start(): Worker {
    const { file, argv } = this.#rules.thread
    const worker = new Worker(file, {
      argv: [...argv],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    })
    const ended = (error: unknown) => {
      if (worker === this.#worker) void this.#end(new EngineFault(String(error)))
    }
    worker.on('message', (said: EngineSaid) => {
      if (worker === this.#worker) this.#answer(said)
    })
    worker.on('messageerror', ended)
    worker.on('error', ended)
    worker.on('exit', (code) => ended(`thread ended with ${code}`))
    return worker
  }

  #answer(said: EngineSaid): void {
    const one = this.#waiting.shift()
    if (one === undefined) return
    clearTimeout(one.timer)
    if ('value' in said) one.settle(said.value)
    else one.fail(new EngineFault(said.fault))
  }

  async #end(fault: EngineFault): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    const waiting = this.#waiting
    this.#waiting = []
    for (const { timer, fail } of waiting) {
      clearTimeout(timer)
      fail(fault)
    }
    await worker?.terminate()
  }
}
