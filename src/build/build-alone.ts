import { diagnostic } from '../base/diagnostic.ts'
import { shownFrom } from '../project/shown-file.ts'
import { type BuildOptions, type BuildResult, type BuildRules, build, NOTHING } from './build-issue.ts'
import { OutOfTime, withinTime } from './time-limit.ts'

/**
 * Builds one issue within so many seconds. What never waits (reading, setting) is ended by V8, the rest by a
 * timer; what is over time writes nothing.
 */
export async function buildAlone(options: BuildOptions & BuildRules, seconds: number): Promise<BuildResult> {
  const end = performance.now() + seconds * 1000
  const inTime = <T>(work: () => T) => withinTime(work, end - performance.now())
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new OutOfTime()), seconds * 1000)
  })
  try {
    return await Promise.race([build({ ...options, inTime }), over])
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
    const file = shownFrom(options.cwd, options.issue ?? '')
    return { ...NOTHING, diagnostics: [diagnostic('E-TIME', null, { file, seconds })] }
  } finally {
    clearTimeout(timer)
  }
}
