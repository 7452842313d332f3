import type { Assets } from '../assets/image.ts'
import { type Diagnostic, diagnostic, type Outcome } from '../base/diagnostic.ts'
import { mm, type Pt } from '../base/units.ts'
import type { DisplayList } from '../display/display-list.ts'
import { type Cmyk, cmykOf, type Inks } from '../paint/pdf/ink.ts'
import type { OutputIntent, Sheet } from '../paint/pdf/options.ts'
import { paintPdf } from '../paint/pdf/paint-pdf.ts'
import { preparePictures } from './pictures.ts'
import { plainLine } from './plain-text.ts'
import { type Preflight, preflight } from './preflight.ts'

export interface PrintOptions {
  readonly profile: OutputIntent
  /** 出血, on each side. */
  readonly bleed: Pt
  readonly marks: boolean
  /** 套红: a plate of its own by this name, such as `PANTONE 186 C`; null for process colours. */
  readonly spot: string | null
  /** The accent's mixture; worked out from its screen colour when left out. */
  readonly accent?: Cmyk
  readonly maxPpi: number
  /** Pictures coarser than this are reported. */
  readonly minPpi: number
  readonly quality: number
  readonly cacheFolder: string | null
  /** Leaves what its makers wrote into a JPEG that goes in as it is. */
  readonly keepMetadata?: boolean
}

/** The press file and what is to be known of it before it goes out. */
export interface PrintProduct {
  readonly bytes: Uint8Array
  readonly preflight: Preflight
}

const MARK_ROOM: Pt = mm(10)
const SLUG_SIZE: Pt = 6

function inksOf(list: DisplayList, options: PrintOptions): Inks {
  const process = options.accent ?? cmykOf(list.colours.accent)
  const accentInk = options.spot === null ? { process } : { spot: options.spot, process }
  return { mode: 'cmyk', accent: list.colours.accent, accentInk }
}

/** Name, date, page and bleed of each sheet, above the page between the crop marks. */
function withSlugs(list: DisplayList, assets: Assets, options: PrintOptions): DisplayList {
  const { title, date } = list.metadata
  const issued = `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`
  const inks = options.spot === null ? 'CMYK' : `CMYK + ${options.spot}`
  const pages = list.pages.map((page, index) => {
    const text = `${title}  ${issued}  ${index + 1}/${list.pages.length}  ${inks}  ${options.profile.identifier}`
    const style = { family: '黑体', size: SLUG_SIZE, colour: 'black' } as const
    const slug = plainLine(assets.fonts, text, mm(2), -options.bleed - mm(2), style)
    return { ...page, items: [...page.items, ...slug] }
  })
  return { ...list, pages }
}

/** Black that is not text stays as the list has it; the list's colours are written as inks. */
function warnings(found: Preflight, options: PrintOptions): Diagnostic[] {
  const coarse = found.pictures
    .filter((picture) => picture.ppi < options.minPpi)
    .map(({ image, page, ppi }) =>
      diagnostic('W-PRINT-PPI', null, { image, page, ppi: Math.round(ppi), least: options.minPpi }),
    )
  const closed = found.fonts
    .filter((font) => font.embedding === 'restricted')
    .map((font) => diagnostic('W-PRINT-FONT', null, { font: font.name }))
  return [...coarse, ...closed]
}

/**
 * The file for the print shop (PDF/X-4): bleed, marks and boxes; all text that is black on the black plate alone and
 * overprinting; the accent as process inks or as a plate of its own; pictures converted through the output profile.
 */
export async function printPdf(
  list: DisplayList,
  assets: Assets,
  options: PrintOptions,
): Promise<Outcome<PrintProduct>> {
  const sheet: Sheet = {
    bleed: options.bleed,
    margin: options.bleed + (options.marks ? MARK_ROOM : 0),
    marks: options.marks,
  }
  const pictures = await preparePictures(list, assets, {
    maxPpi: options.maxPpi,
    quality: options.quality,
    colour: 'cmyk',
    alpha: false,
    profile: options.profile,
    cacheFolder: options.cacheFolder,
    keepMetadata: options.keepMetadata === true,
  })
  const prepared = pictures.value
  const shown = options.marks ? withSlugs(prepared.list, assets, options) : prepared.list
  const inks = inksOf(list, options)
  const bytes = await paintPdf(shown, prepared.assets, {
    standard: 'press',
    tagged: false,
    inks,
    outputIntent: options.profile,
    sheet,
  })
  const found = preflight(shown, prepared.assets, { inks, sheet, intent: options.profile.identifier })
  return {
    value: { bytes, preflight: found },
    diagnostics: [...pictures.diagnostics, ...warnings(found, options)],
  }
}
