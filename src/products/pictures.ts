import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assets, ImageAsset } from '../assets/image.ts'
import { readImage } from '../assets/read-image.ts'
import { type Diagnostic, diagnostic, type Outcome } from '../base/diagnostic.ts'
import type { DisplayItem, DisplayList } from '../display/display-list.ts'
import { cacheKey, folderCache, noCache, type PictureCache } from './picture-cache.ts'
import { cropWithin, type PicturePlan, type PictureTarget, planPicture } from './picture-plan.ts'
import { type Crop, type PictureUses, pictureUses } from './picture-uses.ts'
import { loadSharp, RENDERING, renderPicture } from './render-picture.ts'

/** How the pictures of a product are made. */
export interface PictureOptions extends PictureTarget {
  /** Folder where made pictures are kept between builds; null for none. */
  readonly cacheFolder: string | null
  /** The press's profile, for CMYK. */
  readonly profile?: Uint8Array
  /** Compress even what would be fine as it is. */
  readonly always?: boolean
}

/** A list whose pictures are ready to be embedded, and the assets that go with it. */
export interface PreparedPictures {
  readonly list: DisplayList
  readonly assets: Assets
  /** Bytes of all pictures, each counted once. */
  readonly bytes: number
}

interface Made {
  readonly asset: ImageAsset
  readonly crop: Crop
}

interface Work {
  /** Results under way, by cache key: copies of one file are made once. */
  readonly running: Map<string, Promise<Uint8Array>>
  readonly cache: PictureCache
  readonly options: PictureOptions
  /** The profile as a file, for sharp. */
  readonly profileFile: string | null
  readonly profileHash: string
}

/** Pixels that may be in work at once: two photographs, or one that is decoded as a whole or shown across the page. */
const MOST_PIXELS_AT_ONCE = 36e6
/** What a picture that is decoded as a whole weighs against one that is read line by line. */
const WHOLE = 3

/** What a pixel that comes out weighs: all of them are at hand while they are encoded. */
const MADE = 3

/** What a picture takes of memory while it is made, in pixels read line by line. */
function weightOf(uses: PictureUses, options: PictureOptions): number {
  const { asset } = uses
  const plan = planPicture(uses, options, options.always)
  const whole = asset.severalScans === true || asset.interlaced
  const read = asset.width * asset.height * (whole ? WHOLE : 1)
  return plan ? read + MADE * plan.width * plan.height : 0
}

/** Runs the jobs a few at a time, and fewer where they are heavy; decoding itself happens in threads of its own. */
async function inParallel<T, R>(
  jobs: readonly T[],
  weigh: (job: T) => number,
  run: (job: T) => Promise<R>,
): Promise<R[]> {
  const most = Math.min(availableParallelism(), 4)
  const running = new Set<Promise<void>>()
  const results: R[] = new Array(jobs.length)
  let load = 0
  for (const [i, job] of jobs.entries()) {
    const weight = weigh(job)
    while (running.size > 0 && (running.size === most || load + weight > MOST_PIXELS_AT_ONCE))
      await Promise.race(running)
    load += weight
    const work = run(job).then((result) => {
      results[i] = result
      load -= weight
      running.delete(work)
    })
    running.add(work)
  }
  await Promise.all(running)
  return results
}

function rendered(uses: PictureUses, plan: PicturePlan, work: Work): Promise<Uint8Array> {
  const key = cacheKey([RENDERING, uses.asset.hash, uses.asset.orientation, plan, work.profileHash])
  const running = work.running.get(key) ?? found(key, uses, plan, work)
  work.running.set(key, running)
  return running
}

async function found(key: string, uses: PictureUses, plan: PicturePlan, work: Work): Promise<Uint8Array> {
  const known = await work.cache.get(key)
  if (known) return known
  const bytes = await renderPicture(await loadSharp(), uses.asset, plan, work.profileFile)
  await work.cache.put(key, bytes)
  return bytes
}

const UNCHANGED: Crop = { left: 0, top: 0, right: 1, bottom: 1 }

async function make(key: string, uses: PictureUses, work: Work): Promise<Outcome<Made>> {
  const kept = { asset: uses.asset, crop: UNCHANGED }
  const plan = planPicture(uses, work.options, work.options.always)
  if (!plan) return { value: kept, diagnostics: [] }
  let bytes: Uint8Array
  try {
    bytes = await rendered(uses, plan, work)
  } catch (error) {
    return { value: kept, diagnostics: [failure(key, uses, error)] }
  }
  const fine = planPicture(uses, { ...work.options, maxPpi: Number.POSITIVE_INFINITY }) === null
  if (fine && bytes.length >= uses.asset.bytes.length) return { value: kept, diagnostics: [] }
  const asset = readImage(key, bytes, uses.span).value
  if (!asset) throw new Error(`the picture made of ${key} cannot be read`)
  return { value: { asset, crop: plan.crop }, diagnostics: [] }
}

function failure(key: string, uses: PictureUses, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error)
  if (/timeout/i.test(reason)) return diagnostic('E-IMAGE-TIME', uses.span, { image: key, seconds: 30 })
  if (/sharp|ERR_MODULE_NOT_FOUND|ERR_DLOPEN/.test(`${reason} ${(error as NodeJS.ErrnoException)?.code}`)) {
    return diagnostic('W-SHARP', null, { reason })
  }
  return diagnostic('E-IMAGE-DECODE', uses.span, { image: key, reason })
}

function withCrops(list: DisplayList, made: ReadonlyMap<string, Made>): DisplayList {
  const moved = (item: DisplayItem): DisplayItem => {
    const one = item.kind === 'image' ? made.get(item.image) : undefined
    if (item.kind !== 'image' || !one || one.crop === UNCHANGED) return item
    return { ...item, crop: cropWithin(item.crop, one.crop) }
  }
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(moved) })) }
}

/** Holds the profile in a file while the work lasts. */
async function withProfileFile<T>(
  profile: Uint8Array | undefined,
  run: (file: string | null) => Promise<T>,
): Promise<T> {
  if (!profile) return run(null)
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-icc-'))
  try {
    const file = join(folder, 'output.icc')
    await writeFile(file, profile)
    return await run(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const warned = diagnostics.find((one) => one.code === 'W-SHARP')
  return diagnostics.filter((one) => one.code !== 'W-SHARP' || one === warned)
}

/**
 * Brings the pictures that a list shows to what a product wants: no more pixels than `maxPpi` asks for, only the part
 * that is seen, the product's colours, no metadata. Pictures that are fine as they are stay bit for bit; when none
 * needs work, sharp is not loaded. Equal pictures are made once, several at a time, outside the main thread.
 */
export async function preparePictures(
  list: DisplayList,
  assets: Assets,
  options: PictureOptions,
): Promise<Outcome<PreparedPictures>> {
  const all = [...pictureUses(list, assets.images)]
  const profile = options.colour === 'cmyk' ? options.profile : undefined
  const cache = options.cacheFolder === null ? noCache : folderCache(options.cacheFolder)
  const profileHash = profile ? cacheKey([Buffer.from(profile).toString('base64')]) : ''
  const outcomes = await withProfileFile(profile, (profileFile) => {
    const work: Work = { running: new Map(), cache, options, profileFile, profileHash }
    return inParallel(
      all,
      ([, uses]) => weightOf(uses, options),
      ([key, uses]) => make(key, uses, work),
    )
  })
  const made = new Map(all.map(([key], i) => [key, outcomes[i]!.value]))
  const images = new Map(assets.images)
  for (const [key, { asset }] of made) images.set(key, asset)
  const sizes = new Map([...made.values()].map(({ asset }) => [asset.hash, asset.bytes.length]))
  return {
    value: {
      list: withCrops(list, made),
      assets: { fonts: assets.fonts, images },
      bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    },
    diagnostics: withoutRepeats(outcomes.flatMap((outcome) => outcome.diagnostics)),
  }
}
