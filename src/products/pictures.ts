import { ChangedFile } from '../assets/changed-file.ts'
import type { Assets, ImageAsset } from '../assets/image.ts'
import { pixelFault } from '../assets/picture-faults.ts'
import { MOST_WHOLE_BYTES, readImage, tooMuchMemory } from '../assets/read-image.ts'
import { type Diagnostic, diagnostic, type Outcome } from '../base/diagnostic.ts'
import type { Generations } from '../base/generations.ts'
import type { DisplayItem, DisplayList } from '../display/display-list.ts'
import { cacheKey } from './cache-entry.ts'
import { folderCache, noCache, type PictureCache, remembered } from './picture-cache.ts'
import { inParallel, weightOf } from './picture-load.ts'
import { cropWithin, type PicturePlan, type PictureTarget, planPicture } from './picture-plan.ts'
import { type Crop, type PictureUses, pictureUses } from './picture-uses.ts'
import { type Profile, withProfileFile } from './profile-file.ts'
import { loadSharp, RENDERING, renderSound, type SharpModule } from './render-picture.ts'

/** How the pictures of a product are made. */
export interface PictureOptions extends PictureTarget {
  /** Folder where made pictures are kept between builds; null for none. */
  readonly cacheFolder: string | null
  /** What a session has made or read of them. */
  readonly memory?: Generations<Uint8Array> | undefined
  /** The press's profile, for CMYK. */
  readonly profile?: Profile
  /** Leaves in a JPEG that goes in as it is what its makers wrote into it (camera, place). */
  readonly keepMetadata?: boolean
  /** Compress even what would be fine as it is. */
  readonly always?: boolean
  /** Hears of each picture as it is ready, for a progress bar. */
  readonly onPicture?: PictureProgress | undefined
}

/** How many of a product's pictures are ready, of how many. */
export type PictureProgress = (done: number, all: number) => void

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
  /** It cannot be shown: an error says why. */
  readonly lost?: true
}

interface Work {
  /** Results under way, by cache key: copies of one file are made once. */
  readonly running: Map<string, Promise<Uint8Array>>
  readonly cache: PictureCache
  /** Entries on their way to the disk: nobody waits for one before the next picture. */
  readonly kept: Promise<void>[]
  readonly options: PictureOptions
  /** The profile as a file, for sharp. */
  readonly profileFile: string | null
  readonly profileHash: string
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
  const sharp = await loadedSharp()
  const bytes = await renderSound(sharp, uses.asset, plan, work.profileFile)
  work.kept.push(work.cache.put(key, bytes))
  return bytes
}

/** sharp cannot be loaded here, for the reason it gives. */
class NoSharp extends Error {}

async function loadedSharp(): Promise<SharpModule> {
  try {
    return await loadSharp()
  } catch (error) {
    throw new NoSharp(reasonOf(error))
  }
}

const UNCHANGED: Crop = { left: 0, top: 0, right: 1, bottom: 1 }

async function make(key: string, uses: PictureUses, work: Work): Promise<Outcome<Made>> {
  // Before each picture timers are heard: a build may be over its time.
  await new Promise((settle) => setImmediate(settle))
  const plan = planPicture(uses, work.options, work.options.always)
  if (!plan) return asItIs(key, uses, work, [])
  try {
    return { value: made(key, uses, plan, await rendered(uses, plan, work), work), diagnostics: [] }
  } catch (error) {
    if (error instanceof ChangedFile) throw error
    if (error instanceof NoSharp)
      return asItIs(key, uses, work, [diagnostic('W-SHARP', null, { reason: error.message })])
    return lost(uses, await failure(key, uses, error))
  }
}

/** The smaller of what was made and the file itself, where that would do. */
function made(key: string, uses: PictureUses, plan: PicturePlan, bytes: Uint8Array, work: Work): Made {
  const fine = planPicture(uses, { ...work.options, maxPpi: Number.POSITIVE_INFINITY }) === null
  if (fine && bytes.length >= (uses.asset.size ?? uses.asset.bytes.length)) return kept(uses, work)
  const asset = readImage(key, bytes, uses.span).value
  if (!asset) throw new Error(`the picture made of ${key} cannot be read`)
  return { asset, crop: plan.crop }
}

function kept({ asset }: PictureUses, { options }: Work): Made {
  return { asset: options.keepMetadata ? { ...asset, keepsMetadata: true } : asset, crop: UNCHANGED }
}

/** A file that goes into the product as it is: whole, as far as decoding can tell, and within what painting decodes. */
async function asItIs(
  key: string,
  uses: PictureUses,
  work: Work,
  diagnostics: readonly Diagnostic[],
): Promise<Outcome<Made>> {
  const memory = paintedMemory(uses.asset)
  if (memory > MOST_WHOLE_BYTES) return lost(uses, tooMuchMemory(key, uses.asset, memory, uses.span))
  if (await isWhole(uses.asset, work.cache)) return { value: kept(uses, work), diagnostics }
  return lost(uses, diagnostic('E-IMAGE-CUT', uses.span, { file: key }))
}

function lost({ asset }: PictureUses, reason: Diagnostic): Outcome<Made> {
  return { value: { asset, crop: UNCHANGED, lost: true }, diagnostics: [reason] }
}

/** Raised whenever `pixelFault` judges otherwise. */
const JUDGEMENT = 1
const WHOLE = new Uint8Array([1])

/** What was found whole once is not decoded again in the next build. */
async function isWhole(asset: ImageAsset, cache: PictureCache): Promise<boolean> {
  const key = cacheKey(['whole', JUDGEMENT, asset.hash])
  if (await cache.get(key)) return true
  if ((await pixelFault(asset)) !== null) return false
  await cache.put(key, WHOLE)
  return true
}

/** Copies of all samples that the painter holds while it takes a PNG apart that PDF cannot take as it is. */
const PAINTERS_COPIES = 4

function paintedMemory({ format, width, height, interlaced, alpha }: ImageAsset): number {
  return format === 'png' && (interlaced || alpha) ? width * height * 4 * PAINTERS_COPIES : 0
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] as string) : String(error)
}

/** What decoding complained of, in our words where we see it too. */
async function failure(key: string, uses: PictureUses, error: unknown): Promise<Diagnostic> {
  const reason = reasonOf(error)
  if (/timeout/i.test(reason)) return diagnostic('E-IMAGE-TIME', uses.span, { image: key, seconds: 30 })
  if (await pixelFault(uses.asset)) return diagnostic('E-IMAGE-CUT', uses.span, { file: key })
  return diagnostic('E-IMAGE-DECODE', uses.span, { image: key, reason })
}

/** The list with each picture's crop as it came out, and without those that cannot be shown. */
function withPictures(list: DisplayList, made: ReadonlyMap<string, Made>): DisplayList {
  const shown = (item: DisplayItem): DisplayItem[] => {
    const one = item.kind === 'image' ? made.get(item.image) : undefined
    if (item.kind !== 'image' || !one) return [item]
    if (one.lost) return []
    return [one.crop === UNCHANGED ? item : { ...item, crop: cropWithin(item.crop, one.crop) }]
  }
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.flatMap(shown) })) }
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
  const stored = options.cacheFolder === null ? noCache : folderCache(options.cacheFolder)
  const cache = options.memory ? remembered(stored, options.memory) : stored
  const profileHash = profile ? cacheKey([Buffer.from(profile.icc).toString('base64')]) : ''
  const { value, diagnostics } = await withProfileFile(profile, options.cacheFolder, async (profileFile) => {
    const work: Work = { running: new Map(), cache, kept: [], options, profileFile, profileHash }
    let ready = 0
    const made = await inParallel(
      all,
      ([, uses]) => weightOf(uses, options),
      async ([key, uses]) => {
        const outcome = await make(key, uses, work)
        ready += 1
        options.onPicture?.(ready, all.length)
        return outcome
      },
    )
    await Promise.all(work.kept)
    return made
  })
  const outcomes = value ?? all.map(([, uses]) => unmade(uses))
  const made = new Map(all.map(([key], i) => [key, (outcomes[i] as Outcome<Made>).value]))
  const images = new Map(assets.images)
  for (const [key, { asset }] of made) images.set(key, asset)
  const sizes = new Map([...made.values()].map(({ asset }) => [asset.hash, asset.bytes.length]))
  return {
    value: {
      list: withPictures(list, made),
      assets: { fonts: assets.fonts, images },
      bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    },
    diagnostics: [...diagnostics, ...withoutRepeats(outcomes.flatMap((outcome) => outcome.diagnostics))],
  }
}

function unmade({ asset }: PictureUses): Outcome<Made> {
  return { value: { asset, crop: UNCHANGED, lost: true }, diagnostics: [] }
}
