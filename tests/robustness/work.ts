import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attacked, targetsOf, type Verdict } from './attack.ts'
import { KINDS } from './kinds.ts'

/** What a process is told to do: seeds from – to (not in it any more) of one kind. */
export interface Job {
  readonly kind: string
  readonly from: number
  readonly to: number
}

/** What it answers: before each attack its seed, after each what came of it and the most memory it took. */
export type Answer =
  | { readonly ready: true }
  | { readonly begun: number }
  | { readonly done: Verdict; readonly mib: number }
  /** With the processors' seconds that the process has taken since it last said so. */
  | { readonly finished: true; readonly seconds: number }

const STATUS = '/proc/self/status'

/** Most memory since the last time it was asked, in MiB; 0 where the system does not tell. */
function peak(): number {
  try {
    const found = /VmHWM:\s+(\d+)/.exec(readFileSync(STATUS, 'latin1'))
    writeFileSync('/proc/self/clear_refs', '5')
    return Number(found?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const answer = (one: Answer) => process.send?.(one)

let told: NodeJS.CpuUsage | undefined

async function work({ kind: name, from, to }: Job): Promise<void> {
  const kind = KINDS.find((one) => one.name === name)
  if (kind === undefined) throw new Error(`no kind ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-attack-'))
  try {
    const targets = await targetsOf(kind, folder)
    peak()
    for (let seed = from; seed < to; seed++) {
      answer({ begun: seed })
      answer({ done: await attacked(kind, targets, seed), mib: peak() })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const { user, system } = process.cpuUsage(told)
  told = process.cpuUsage()
  answer({ finished: true, seconds: (user + system) / 1e6 })
}

/** Serves jobs until the parent is gone. */
export function serve(): void {
  process.on('message', (job: Job) => void work(job))
  process.on('disconnect', () => process.exit())
  answer({ ready: true })
}
