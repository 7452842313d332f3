import type { Assets } from '../assets/image.ts'
import { diagnostic, type Outcome } from '../base/diagnostic.ts'
import type { DisplayList } from '../display/display-list.ts'
import { paintPdf } from '../paint/pdf/paint-pdf.ts'
import { type PreparedPictures, preparePictures } from './pictures.ts'
import { screenInks } from './screen-inks.ts'

export interface ScreenOptions {
  readonly maxPpi: number
  readonly quality: number
  /** Bytes that the file should not pass; null for no bound. */
  readonly maxSize: number | null
  readonly cacheFolder: string | null
  readonly tagged?: boolean
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
    always: step.quality < options.quality,
  })
}

/**
 * The PDF for screens and attachments, tagged. When it passes `maxSize`, its pictures are brought down step by step
 * until it does not, and what was done is reported; text is never touched.
 */
export async function screenPdf(
  list: DisplayList,
  assets: Assets,
  options: ScreenOptions,
): Promise<Outcome<Uint8Array>> {
  const paint = (prepared: PreparedPictures) =>
    paintPdf(prepared.list, prepared.assets, {
      inks: screenInks(list),
      ...(options.tagged === undefined ? {} : { tagged: options.tagged }),
    })
  const wanted = { maxPpi: options.maxPpi, quality: options.quality }
  const first = await prepare(list, assets, options, wanted)
  const bytes = await paint(first.value)
  if (options.maxSize === null || bytes.length <= options.maxSize) {
    return { value: bytes, diagnostics: first.diagnostics }
  }
  // Everything but the pictures stays the same from step to step: only the last attempt is painted.
  const rest = bytes.length - first.value.bytes
  let best = { step: wanted, prepared: first.value }
  for (const step of STEPS.filter((one) => one.maxPpi < options.maxPpi && one.quality < options.quality)) {
    const { value } = await prepare(list, assets, options, step)
    if (value.bytes < best.prepared.bytes) best = { step, prepared: value }
    if (rest + value.bytes <= options.maxSize) break
  }
  const lowered = await paint(best.prepared)
  const fits = lowered.length <= options.maxSize
  const report = diagnostic(fits ? 'I-MAX-SIZE' : 'W-MAX-SIZE', null, {
    limit: megabytes(options.maxSize),
    size: megabytes(lowered.length),
    ppi: best.step.maxPpi,
    quality: best.step.quality,
  })
  return { value: lowered, diagnostics: [...first.diagnostics, report] }
}
