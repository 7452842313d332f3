import { parentPort, workerData } from 'node:worker_threads'
import { type HeldHeads, heldHeads } from '../project/issue-heads.ts'
import { rememberedHeads } from '../project/remembered-heads.ts'
import { type BuildOptions, type BuildRules, build } from './build-issue.ts'
import { buildMemory } from './build-memory.ts'
import { type IssueRun, runOf } from './issue-run.ts'

/** What a thread is told to build. */
export type WorkerJob = Omit<BuildOptions, 'onStep' | 'onPicture' | 'signal'>

/** What a thread is begun with. */
export interface WorkerData {
  /** Heads of issue files that are known already and hold for all it builds; null where each has to look for itself. */
  readonly held: HeldHeads | null
  /** Whether it keeps for the next issue what it made of the last: others of one publication, or the same again. */
  readonly keeps: boolean
}

/** What a thread answers: a run, or the stack of a fault of our own. */
export type WorkerAnswer = { readonly run: IssueRun } | { readonly fault: string }

/** The body of a thread that builds one issue after another, as it is told; it ends when it is closed. */
export async function work(): Promise<void> {
  const port = parentPort
  if (!port) return
  const { held, keeps } = workerData as WorkerData
  // Issues of one publication have fonts and pages' own words in common; to keep them for nobody takes time and memory.
  const newMemory = () => (keeps ? buildMemory() : undefined)
  let memory = newMemory()
  port.on('message', async (job: WorkerJob) => {
    const remembered = rememberedHeads(job.cacheFolder ?? null)
    const said = await answer(job, {
      memory,
      heads: held === null ? remembered : heldHeads(remembered, held),
    })
    // What failed in the midst may have kept half of something.
    if ('fault' in said) memory = newMemory()
    port.postMessage(said)
  })
}

async function answer(job: WorkerJob, rules: Pick<BuildRules, 'memory' | 'heads'>): Promise<WorkerAnswer> {
  const start = performance.now()
  try {
    const result = await build({ ...job, ...rules, picturesLater: true })
    return { run: runOf(result, performance.now() - start) }
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
