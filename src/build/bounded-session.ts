import { jobOf, newThread, unlessLarge } from './build-bounded.ts'
import type { BuildOptions } from './build-issue.ts'
import type { IssueRun } from './issue-run.ts'
import type { IssueThread, ThreadRules } from './issue-thread.ts'
import { fileSession } from './session.ts'

/** An issue that is built whenever it changed, as far as it changed. */
export interface BoundedSession {
  build(onStep?: BuildOptions['onStep']): Promise<IssueRun>
}

/**
 * Builds one issue again and again with the same bounds: here, and from when it is found to be large on in a thread that
 * is kept, and keeps what its last state was made of.
 */
export function boundedSession(plan: BuildOptions, rules: ThreadRules): BoundedSession {
  const session = fileSession(plan)
  let thread: IssueThread | null = null
  return {
    build: async (onStep) => {
      const start = performance.now()
      if (thread === null) {
        const run = await unlessLarge({ ...plan, onStep }, rules.seconds, session)
        if (run !== null) return run
        session.close()
        thread = await newThread(rules, true)
      }
      return { ...(await thread.build(jobOf(plan))), milliseconds: performance.now() - start }
    },
  }
}
