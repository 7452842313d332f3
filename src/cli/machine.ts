import { join } from 'node:path'
import type { BuildOptions } from '../build/build-issue.ts'
import type { ThreadRules } from '../build/issue-thread.ts'
import { BUILD_SECONDS } from '../build/time-limit.ts'
import { cacheFolder } from '../project/cache-folder.ts'
import { packageFolder } from '../project/package-folder.ts'
import { WORKER } from './worker-argument.ts'

/** What the library is told of the machine, which it does not ask itself: folders and environment. */
export function machine(): Pick<BuildOptions, 'cwd' | 'env' | 'cacheFolder'> {
  return { cwd: process.cwd(), env: { ...process.env }, cacheFolder: cacheFolder(process.env) }
}

/** How many seconds an issue has; `JIANBAO_BUILD_SECONDS` gives more on a slow machine. */
export function buildSeconds(): number {
  return Number(process.env.JIANBAO_BUILD_SECONDS) || BUILD_SECONDS
}

/** How this program runs threads. */
export function threadRules(): ThreadRules {
  return {
    thread: { file: join(packageFolder, 'dist', 'cli.cjs'), argv: [WORKER] },
    seconds: buildSeconds(),
  }
}
