import { type Buildable, buildAlone } from './build-alone.ts'
import type { BuildOptions, BuildRules } from './build-issue.ts'
import type { ManyRules } from './build-many.ts'
import { type IssueRun, runOf } from './issue-run.ts'
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
 * takes long. Here, in a `session`, it is built as far as it changed.
 */
export async function buildBounded(
  plan: BuildOptions & BuildRules,
  rules: Pick<ManyRules, 'thread' | 'seconds'>,
  session?: Buildable,
): Promise<IssueRun> {
  const start = performance.now()
  try {
    const result = await buildAlone(
      { ...plan, picturesLater: true, mostText: MOST_TEXT, mostSeconds: MOST_SECONDS },
      rules.seconds,
      session,
    )
    return runOf(result, performance.now() - start)
  } catch (error) {
    if (!(error instanceof LargeIssue)) throw error
    const { buildMany } = await import('./build-many.ts')
    const {
      place: _place,
      heads: _heads,
      onStep: _s,
      onPicture: _p,
      onAssets: _a,
      signal: _signal,
      ...job
    } = plan
    const [run] = await buildMany([job], rules)
    return { ...(run as IssueRun), milliseconds: performance.now() - start }
  }
}
