import { diagnostic } from '../base/diagnostic.ts'
import type { InTime } from '../base/in-time.ts'
import { shownFrom } from '../project/shown-file.ts'
import { type BuildOptions, type BuildResult, type BuildRules, build, NOTHING } from './build-issue.ts'
import { LargeIssue } from './make-issue.ts'
import { OutOfTime, withinTime } from './time-limit.ts'

/**
 * Does work within so many seconds: what never waits is ended by V8, the rest by a timer. Rejects with `OutOfTime` when
 * they are over.
 */
export async function inOwnTime<T>(seconds: number, work: (inTime: InTime) => Promise<T>): Promise<T> {
  const end = performance.now() + seconds * 1000
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new OutOfTime()), seconds * 1000)
  })
  try {
    return await Promise.race([work((one) => withinTime(one, end - performance.now())), over])
  } finally {
    clearTimeout(timer)
  }
}

/** What builds an issue whose options it has: a session. */
export interface Buildable {
  build(
    how: Pick<BuildOptions & BuildRules, 'inTime' | 'mostText' | 'signal' | 'onStep'>,
  ): Promise<BuildResult>
}

/**
 * Builds one issue within so many seconds; what is over time writes nothing. One that passes `mostText` or
 * `mostSeconds` throws `LargeIssue`. In a `session` it is built as far as it changed.
 */
export async function buildAlone(
  options: BuildOptions & BuildRules,
  seconds: number,
  session: Buildable = { build: (how) => build({ ...options, ...how }) },
): Promise<BuildResult> {
  const end = performance.now() + seconds * 1000
  const { mostSeconds = Number.POSITIVE_INFINITY, mostText, signal, onStep } = options
  const set: InTime = (work) => {
    const rest = end - performance.now()
    if (rest <= mostSeconds * 1000) return withinTime(work, rest)
    try {
      return withinTime(work, mostSeconds * 1000)
    } catch (error) {
      throw error instanceof OutOfTime ? new LargeIssue() : error
    }
  }
  try {
    return await inOwnTime(seconds, () => session.build({ mostText, signal, onStep, inTime: set }))
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
    const file = shownFrom(options.cwd, options.issue ?? '')
    return { ...NOTHING, diagnostics: [diagnostic('E-TIME', null, { file, seconds })] }
  }
}
