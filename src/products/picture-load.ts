import { availableParallelism } from 'node:os'
import { type PictureTarget, planPicture } from './picture-plan.ts'
import type { PictureUses } from './picture-uses.ts'

/** Pixels that may be in work at once: two photographs, or one that is decoded as a whole or shown across the page. */
const MOST_PIXELS_AT_ONCE = 36e6
/** What a picture that is decoded as a whole weighs against one that is read line by line. */
const WHOLE = 3

/** What a pixel that comes out weighs: all of them are at hand while they are encoded. */
const MADE = 3

/** What a picture takes of memory while it is made, in pixels read line by line. */
export function weightOf(uses: PictureUses, options: PictureTarget & { readonly always?: boolean }): number {
  const { asset } = uses
  const plan = planPicture(uses, options, options.always)
  const whole = asset.severalScans === true || asset.interlaced
  const read = asset.width * asset.height * (whole ? WHOLE : 1)
  return plan ? read + MADE * plan.width * plan.height : 0
}

/**
 * Runs the jobs a few at a time, and fewer where they are heavy; decoding itself happens in threads of its own. When one
 * fails no more are begun, and its error is thrown when those under way have ended.
 */
export async function inParallel<T, R>(
  jobs: readonly T[],
  weigh: (job: T) => number,
  run: (job: T) => Promise<R>,
): Promise<R[]> {
  const most = Math.min(availableParallelism(), 4)
  const running = new Set<Promise<void>>()
  const results: R[] = new Array(jobs.length)
  let load = 0
  let failed: { readonly error: unknown } | null = null
  for (const [i, job] of jobs.entries()) {
    const weight = weigh(job)
    while (running.size > 0 && (running.size === most || load + weight > MOST_PIXELS_AT_ONCE))
      await Promise.race(running)
    if (failed !== null) break
    load += weight
    const work = run(job)
      .then(
        (result) => {
          results[i] = result
        },
        (error: unknown) => {
          failed ??= { error }
        },
      )
      .then(() => {
        load -= weight
        running.delete(work)
      })
    running.add(work)
  }
  await Promise.all(running)
  if (failed !== null) throw (failed as { readonly error: unknown }).error
  return results
}
