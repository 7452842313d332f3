import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { diagnostic } from '../base/diagnostic.ts'
import type { WorkerAnswer, WorkerJob } from './build-worker.ts'
import { failedRun, type IssueRun } from './issue-run.ts'
import { packageFolder } from './package-folder.ts'
import { shownFile } from './report-runs.ts'

/** Memory and time that one issue may take (safety.md, Limits). */
export const HEAP_MEGABYTES = 1024
export const BUILD_SECONDS = 120

/** More threads than this only wait for the disk and for memory. */
const MOST_THREADS = 8

/**
 * Builds several issues at once, each in one of a few threads that run this same program; gives the runs in the
 * order of the jobs. `onRun` hears of each as it is finished. A thread that takes too long or too much memory is
 * ended, and a new one takes its place.
 */
export async function buildMany(
  jobs: readonly WorkerJob[],
  onRun: (run: IssueRun, done: number) => void,
): Promise<readonly IssueRun[]> {
  const runs: IssueRun[] = new Array(jobs.length)
  let next = 0
  let done = 0
  const lane = async () => {
    let worker: Worker | null = null
    for (let at = next++; at < jobs.length; at = next++) {
      worker ??= newWorker()
      const outcome = await runJob(worker, jobs[at] as WorkerJob)
      if (outcome.spent) worker = null
      runs[at] = outcome.run
      onRun(outcome.run, ++done)
    }
    await worker?.terminate()
  }
  const lanes = Math.min(jobs.length, Math.max(1, availableParallelism()), MOST_THREADS)
  await Promise.all(Array.from({ length: lanes }, lane))
  return runs
}

function newWorker(): Worker {
  return new Worker(join(packageFolder, 'dist', 'cli.cjs'), {
    argv: ['--worker-thread'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
}

interface JobOutcome {
  readonly run: IssueRun
  /** Whether the thread is gone. */
  readonly spent: boolean
}

function runJob(worker: Worker, job: WorkerJob): Promise<JobOutcome> {
  const seconds = Number(process.env.JIANBAO_BUILD_SECONDS) || BUILD_SECONDS
  return new Promise((settle, fail) => {
    const end = (outcome: JobOutcome | Error) => {
      clearTimeout(timer)
      worker.removeAllListeners('message')
      worker.removeAllListeners('error')
      if (outcome instanceof Error) fail(outcome)
      else settle(outcome)
    }
    const timer = setTimeout(() => {
      void worker.terminate()
      const file = shownFile(job.issue ?? '')
      end({ run: failedRun(job.issue ?? null, [diagnostic('E-TIME', null, { file, seconds })]), spent: true })
    }, seconds * 1000)
    worker.on('message', (answer: WorkerAnswer) =>
      end('run' in answer ? { run: answer.run, spent: false } : new WorkerFault(answer.fault)),
    )
    worker.on('error', (error: NodeJS.ErrnoException) => end(outOfMemory(error, job) ?? error))
    worker.postMessage(job)
  })
}

/** A fault of our own in a thread, with the thread's stack. */
class WorkerFault extends Error {
  constructor(stack: string) {
    super(stack.split('\n')[0])
    this.stack = stack
  }
}

function outOfMemory(error: NodeJS.ErrnoException, job: WorkerJob): JobOutcome | null {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return null
  const values = { file: shownFile(job.issue ?? ''), limit: `${HEAP_MEGABYTES} MB` }
  return { run: failedRun(job.issue ?? null, [diagnostic('E-MEMORY', null, values)]), spent: true }
}
