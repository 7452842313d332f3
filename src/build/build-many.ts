import { availableParallelism } from 'node:os'
import type { HeldHeads } from '../project/issue-heads.ts'
import type { WorkerJob } from './build-worker.ts'
import type { IssueRun } from './issue-run.ts'
import { IssueThread, type ThreadRules } from './issue-thread.ts'

/** More threads than this only wait for the disk and for memory. */
const MOST_THREADS = 8

/** How several issues are built. */
export interface ManyRules extends ThreadRules {
  /** Heads of issue files that are known already; each thread gets them once. */
  readonly held?: HeldHeads
  /** Hears of each as it is finished. */
  readonly onRun?: (run: IssueRun, done: number) => void
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
    const { held = new Map() } = rules
    const thread = new IssueThread({ held, keeps: jobs.length > 1 }, rules)
    try {
      while (next < jobs.length) {
        const at = next
        next += 1
        rules.signal?.throwIfAborted()
        const run = await thread.build(jobs[at] as WorkerJob)
        runs[at] = run
        done += 1
        rules.onRun?.(run, done)
      }
    } finally {
      await thread.close()
    }
  }
  const lanes = Math.min(jobs.length, Math.max(1, availableParallelism()), MOST_THREADS)
  await Promise.all(Array.from({ length: lanes }, lane))
  return runs
}
