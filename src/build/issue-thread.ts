import { Worker } from 'node:worker_threads'
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import { faultReport } from '../project/fault-report.ts'
import { shownFrom } from '../project/shown-file.ts'
import type { WorkerAnswer, WorkerData, WorkerJob } from './build-worker.ts'
import { failedRun, type IssueRun } from './issue-run.ts'

/** Memory that one issue may take in a thread (SECURITY.md, Limits). */
export const HEAP_MEGABYTES = 1024

/** How a thread builds. */
export interface ThreadRules {
  /** The program that a thread runs: one that does nothing but `work()`. */
  readonly thread: { readonly file: string; readonly argv: readonly string[] }
  /** Seconds that each issue may take. */
  readonly seconds: number
  /** Ends the thread, with the signal's reason. */
  readonly signal?: AbortSignal
}

/**
 * Builds one issue after another in a thread, which is begun with the first. One that takes too long or too much memory,
 * or that fails in whatever way, ends its thread, and the next begins a new one.
 */
export class IssueThread {
  readonly #data: WorkerData
  readonly #rules: ThreadRules
  #worker: Worker | null = null

  constructor(data: WorkerData, rules: ThreadRules) {
    this.#data = data
    this.#rules = rules
  }

  /** What came of one issue; never begun before the one before has ended. Rejects for a signal that aborts. */
  async build(job: WorkerJob): Promise<IssueRun> {
    this.#worker ??= newWorker(this.#data, this.#rules)
    try {
      const { run, spent } = await runJob(this.#worker, job, this.#rules)
      if (spent) this.#worker = null
      return run
    } catch (error) {
      this.#worker = null
      throw error
    }
  }

  /** Ends the thread; a build after that begins another. */
  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}

function newWorker(workerData: WorkerData, { thread }: ThreadRules): Worker {
  return new Worker(thread.file, {
    argv: [...thread.argv],
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
}

interface JobOutcome {
  readonly run: IssueRun
  /** Whether the thread is gone. */
  readonly spent: boolean
}

function runJob(worker: Worker, job: WorkerJob, { seconds, signal }: ThreadRules): Promise<JobOutcome> {
  return new Promise((settle, fail) => {
    const leave = (spent: boolean) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      for (const event of ['message', 'messageerror', 'error', 'exit']) worker.removeAllListeners(event)
      // What it still says is of no interest, but may not end the program.
      worker.on('error', () => {})
      if (spent) void worker.terminate()
    }
    const end = (run: IssueRun, spent: boolean) => {
      leave(spent)
      settle({ run, spent })
    }
    const abort = () => {
      leave(true)
      fail(signal?.reason)
    }
    const failed = (one: Diagnostic) => end(failedRun(job.issue ?? null, [one]), true)
    const file = shownFrom(job.cwd, job.issue ?? '')
    const timer = setTimeout(() => failed(diagnostic('E-TIME', null, { file, seconds })), seconds * 1000)
    signal?.addEventListener('abort', abort)
    worker.on('message', (answer: WorkerAnswer) =>
      'run' in answer ? end(answer.run, false) : failed(ownFault(file, answer.fault)),
    )
    worker.on('messageerror', (error) => failed(ownFault(file, error)))
    worker.on('error', (error) => failed(outOfMemory(error, file) ?? ownFault(file, error)))
    worker.on('exit', (code) => failed(ownFault(file, `thread ended with ${code}`)))
    worker.postMessage(job)
  })
}

/** A fault of our own in a thread: the issue's, with a report that says where. */
function ownFault(file: string, fault: unknown): Diagnostic {
  const detail = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  const report = faultReport(detail)
  const reason = detail.split('\n')[0] ?? ''
  return diagnostic('E-FAULT', null, { file, reason, report: report === null ? '' : `${report} ` })
}

function outOfMemory(error: NodeJS.ErrnoException, file: string): Diagnostic | null {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return null
  return diagnostic('E-MEMORY', null, { file, limit: `${HEAP_MEGABYTES} MB` })
}
