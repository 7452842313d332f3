import type { Assets } from '../assets/image.ts'
import { type Diagnostic, diagnostic, type Outcome } from '../base/diagnostic.ts'
import type { InTime } from '../base/in-time.ts'
import type { DisplayList } from '../display/display-list.ts'
import { paintDocument } from '../paint/pdf/paint-document.ts'
import type { PaintMemory } from '../paint/pdf/paint-memory.ts'
import { longTexts } from './long-texts.ts'
import { type PictureProgress, type PreparedPictures, preparePictures } from './pictures.ts'
import { screenInks } from './screen-inks.ts'

export interface ScreenOptions {
  readonly maxPpi: number
  readonly quality: number
  /** Bytes that the file should not pass; null for no bound. */
  readonly maxSize: number | null
  readonly cacheFolder: string | null
  /** Hears of each picture as it is ready. */
  readonly onPicture?: PictureProgress | undefined
  /** Leaves what its makers wrote into a JPEG that goes in as it is. */
  readonly keepMetadata?: boolean
  /** By when the painting has to be done. */
  readonly inTime?: InTime | undefined
  readonly tagged?: boolean
  /** What the last one of the same issue was painted with. */
  readonly memory?: PaintMemory | null
}

interface Step {
  readonly maxPpi: number
  readonly quality: number
}

/** Below the wanted quality, in this order, when the file is too large: fineness and quality go down together. */
const STEPS: readonly Step[] = [
  { maxPpi: 200, quality: 76 },
  { maxPpi: 170, quality: 72 },
  { maxPpi: 150, quality: 68 },
  { maxPpi: 130, quality: 64 },
  { maxPpi: 110, quality: 60 },
  { maxPpi: 96, quality: 55 },
  { maxPpi: 84, quality: 48 },
  { maxPpi: 72, quality: 40 },
]

function megabytes(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(2)} MB` : `${Math.ceil(bytes / 1000)} KB`
}

function prepare(
  list: DisplayList,
  assets: Assets,
  options: ScreenOptions,
  step: Step,
): Promise<Outcome<PreparedPictures>> {
  return preparePictures(list, assets, {
    ...step,
    colour: screenInks(list).mode,
    alpha: true,
    cacheFolder: options.cacheFolder,
    keepMetadata: options.keepMetadata === true,
    onPicture: options.onPicture,
    memory: options.memory?.pictures,
    always: step.quality < options.quality,
  })
}

/** A step that was taken, with the size that the file has with it. */
interface Taken extends Step {
  readonly size: number
  readonly prepared: PreparedPictures
}

/** Steps below what is wanted: each lowers fineness or quality, and none raises either. */
function stepsBelow(wanted: Step): readonly Step[] {
  const steps: Step[] = [wanted]
  for (const { maxPpi, quality } of STEPS) {
    const last = steps.at(-1) as Step
    const step = { maxPpi: Math.min(maxPpi, last.maxPpi), quality: Math.min(quality, last.quality) }
    if (step.maxPpi < last.maxPpi || step.quality < last.quality) steps.push(step)
  }
  return steps.slice(1)
}

/**
 * Lowers the pictures step by step until the file fits or there is no step left. Everything but the pictures stays
 * the same from step to step, so that a step's size is known without painting.
 */
async function takeSteps(
  first: Taken,
  limit: number,
  make: (step: Step) => Promise<Outcome<PreparedPictures>>,
): Promise<readonly Taken[]> {
  const rest = first.size - first.prepared.bytes
  const taken = [first]
  for (const step of stepsBelow(first)) {
    const { value } = await make(step)
    taken.push({ ...step, prepared: value, size: rest + value.bytes })
    if (rest + value.bytes <= limit) break
  }
  return taken
}

const MAX_SIZE = ['publication.output.max_size']

/** What was done to keep to a limit, every step with the size it led to. */
function report(limit: number, taken: readonly Taken[], chosen: Taken, size: number): Diagnostic {
  const values = {
    limit: megabytes(limit),
    size: megabytes(size),
    ppi: chosen.maxPpi,
    quality: chosen.quality,
    steps: taken.map((one) => `${one.maxPpi} ppi/${one.quality} → ${megabytes(one.size)}`).join(', '),
  }
  return diagnostic(size <= limit ? 'I-MAX-SIZE' : 'W-MAX-SIZE', null, values, { keys: MAX_SIZE })
}

/**
 * The PDF for screens and attachments, tagged. When it passes `maxSize`, its pictures are brought down step by step
 * until it does not, and every step is reported; text is never touched.
 */
export async function screenPdf(
  list: DisplayList,
  assets: Assets,
  options: ScreenOptions,
): Promise<Outcome<Uint8Array>> {
  const paint = (prepared: PreparedPictures) =>
    paintDocument(
      prepared.list,
      prepared.assets,
      {
        inks: screenInks(list),
        inTime: options.inTime,
        ...(options.tagged === undefined ? {} : { tagged: options.tagged }),
      },
      options.memory ?? null,
    )
  const wanted = { maxPpi: options.maxPpi, quality: options.quality }
  options.memory?.pictures.turn()
  const { value: prepared, diagnostics: found } = await prepare(list, assets, options, wanted)
  const diagnostics = [...found, ...longTexts(list)]
  const bytes = await paint(prepared)
  const limit = options.maxSize
  if (limit === null || bytes.length <= limit) return { value: bytes, diagnostics }
  if (prepared.bytes === 0) {
    const values = { limit: megabytes(limit), size: megabytes(bytes.length) }
    const told = diagnostic('W-MAX-SIZE-TEXT', null, values, { keys: MAX_SIZE })
    return { value: bytes, diagnostics: [...diagnostics, told] }
  }
  const first = { ...wanted, prepared, size: bytes.length }
  const taken = await takeSteps(first, limit, (step) => prepare(list, assets, options, step))
  const chosen = taken.reduce((best, one) => (one.size < best.size ? one : best))
  const value = chosen === first ? bytes : await paint(chosen.prepared)
  return { value, diagnostics: [...diagnostics, report(limit, taken, chosen, value.length)] }
}
