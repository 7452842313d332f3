import { type BoundedSession, boundedSession } from '../build/bounded-session.ts'
import type { BuildOptions } from '../build/build-issue.ts'
import type { IssueRun } from '../build/issue-run.ts'
import { type FileWatch, watchFiles } from '../build/watch-files.ts'
import { threadRules } from './machine.ts'
import { reportRun } from './report-runs.ts'
import { stepWords } from './step-words.ts'
import { sayFit, saySummary } from './summary.ts'
import type { Terminal } from './terminal.ts'

/** What a shell gives for a program that Ctrl-C ended. */
const INTERRUPTED = 130
const TERMINATED = 143

/**
 * Builds an issue, and again whenever one of its files changes, until Ctrl-C (监视). A change during a build is
 * built afterwards: the last state wins, and two builds never run at once.
 */
export async function watchIssue(terminal: Terminal, plan: BuildOptions, open: boolean): Promise<number> {
  const state = { building: false, again: false, opened: !open }
  const session = boundedSession(plan, threadRules())
  let giveUp = (_fault: unknown) => {}
  const watch = watchFiles(() => turn().catch(giveUp))
  const turn = async () => {
    if (state.building) {
      state.again = true
      return
    }
    state.building = true
    do {
      state.again = false
      const file = fileOf(await buildOnce(terminal, plan, { watch, session }))
      if (!state.opened && file !== null) {
        state.opened = true
        await (await import('./open-file.ts')).openFile(file)
      }
    } while (state.again)
    state.building = false
    terminal.say(terminal.words('等待修改…（Ctrl-C 结束）', 'Waiting for changes… (Ctrl-C ends)'))
  }
  return new Promise((settle, fail) => {
    // At once, also in the midst of a build: what it writes appears whole or not at all.
    const stop = (code: number) => {
      watch.close()
      settle(code)
      process.exit(code)
    }
    process.once('SIGINT', () => stop(INTERRUPTED))
    process.once('SIGTERM', () => stop(TERMINATED))
    giveUp = (fault) => {
      watch.close()
      fail(fault)
    }
    turn().catch(giveUp)
  })
}

interface Watched {
  readonly watch: FileWatch
  readonly session: BoundedSession
}

async function buildOnce(
  terminal: Terminal,
  plan: BuildOptions,
  { watch, session }: Watched,
): Promise<IssueRun> {
  const startedAt = Date.now()
  const run = await session.build((step) =>
    terminal.progress(stepWords(terminal, step, Date.now() - startedAt)),
  )
  watch.follow(run.inputs.length > 0 ? run.inputs : [plan.issue as string], startedAt)
  reportRun(terminal, run)
  if (fileOf(run) !== null) {
    sayFit(terminal, run)
    saySummary(terminal, run)
  }
  return run
}

function fileOf({ files }: IssueRun): string | null {
  return files[0]?.file ?? null
}
