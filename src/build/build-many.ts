import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import { faultReport } from '../project/fault-report.ts'
import type { HeldHeads } from '../project/issue-heads.ts'
import { shownFrom } from '../project/shown-file.ts'
import type { WorkerAnswer, WorkerData, WorkerJob } from './build-worker.ts'
import { failedRun, type IssueRun } from './issue-run.ts'

/** Memory that one issue may take in a thread (SECURITY.md, Limits). */
export const HEAP_MEGABYTES = 1024

/** More threads than this only wait for the disk and for memory. */
const MOST_THREADS = 8

/** How several issues are built. */
export interface ManyRules {
  /** The program that a thread runs: one that does nothing but `work()`. */
  readonly thread: { readonly file: string; readonly argv: readonly string[] }
  /** Seconds that each may take. */
  readonly seconds: number
  /** Heads of issue files that are known already; each thread gets them once. */
  readonly held?: HeldHeads
  /** Hears of each as it is finished. */
  readonly onRun?: (run: IssueRun, done: number) => void
  /** Ends all threads, with the signal's reason. */
  readonly signal?: AbortSignal
}

/**
 * Builds several issues at once, each in one of a few threads; gives the runs in the order of the jobs. A thread that
 * takes too long or too much memory, or that fails in whatever way, ends its issue; a new one takes its place, and the
 * other issues are made.
 */
export async function buildMany(jobs: readonly WorkerJob[], rules: ManyRules): Promise<readonly IssueRun[]> {
  const runs: IssueRun[] = new Array(jobs.length)
  let next = 0
  let done = 0
  const lane = async () => {
    let worker: Worker | null = null
    while (next < jobs.length) {
      const at = next
      next += 1
      rules.signal?.throwIfAborted()
      worker ??= newWorker(rules, jobs.length === 1)
      const outcome = await runJob(worker, jobs[at] as WorkerJob, rules)
      if (outcome.spent) worker = null
      runs[at] = outcome.run
      done += 1
      rules.onRun?.(outcome.run, done)
    }
    await worker?.terminate()
  }
  const lanes = Math.min(jobs.length, Math.max(1, availableParallelism()), MOST_THREADS)
  await Promise.all(Array.from({ length: lanes }, lane))
  return runs
}

function newWorker({ thread, held = new Map() }: ManyRules, isLone: boolean): Worker {
  const data: WorkerData = { held, isLone }
  return new Worker(thread.file, {
    argv: [...thread.argv],
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
}

interface JobOutcome {
  readonly run: IssueRun
  /** Whether the thread is gone. */
  readonly spent: boolean
}

function runJob(worker: Worker, job: WorkerJob, { seconds, signal }: ManyRules): Promise<JobOutcome> {
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
