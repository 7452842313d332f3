import { type Buildable, buildAlone } from './build-alone.ts'
import type { BuildOptions, BuildRules } from './build-issue.ts'
import type { WorkerJob } from './build-worker.ts'
import { type IssueRun, runOf } from './issue-run.ts'
import type { IssueThread, ThreadRules } from './issue-thread.ts'
import { LargeIssue } from './make-issue.ts'

/** Characters that are set in less than 300 MB; more are set in a thread, whose memory has a bound. */
export const MOST_TEXT = 200_000
/**
 * Nothing can bound the memory of this process itself, but in a few seconds no more than some hundred megabytes come
 * together: what takes longer is set in a thread.
 */
export const MOST_SECONDS = 5

/**
 * Builds one issue with a bound on time and memory whatever its size: here, or in a thread where it has much text or
 * takes long.
 */
export async function buildBounded(plan: BuildOptions & BuildRules, rules: ThreadRules): Promise<IssueRun> {
  const start = performance.now()
  const run = await unlessLarge(plan, rules.seconds)
  if (run !== null) return run
  const thread = await newThread(rules, false)
  try {
    return { ...(await thread.build(jobOf(plan))), milliseconds: performance.now() - start }
  } finally {
    await thread.close()
  }
}

/** Builds it here, in a `session` as far as it changed; gives null where it is too large for that. */
export async function unlessLarge(
  plan: BuildOptions & BuildRules,
  seconds: number,
  session?: Buildable,
): Promise<IssueRun | null> {
  const start = performance.now()
  try {
    const bounds = { picturesLater: true, mostText: MOST_TEXT, mostSeconds: MOST_SECONDS }
    const result = await buildAlone({ ...plan, ...bounds }, seconds, session)
    return runOf(result, performance.now() - start)
  } catch (error) {
    if (!(error instanceof LargeIssue)) throw error
    return null
  }
}

/** A thread that may keep what it made for when the same is built again. */
export async function newThread(rules: ThreadRules, keeps: boolean): Promise<IssueThread> {
  const { IssueThread } = await import('./issue-thread.ts')
  return new IssueThread({ held: null, keeps }, rules)
}

/** What a thread can be sent of it. */
export function jobOf(plan: BuildOptions & BuildRules): WorkerJob {
  const { place: _place, heads: _heads, onStep: _s, onPicture: _p, onAssets: _a, signal: _g, ...job } = plan
  return job
}
