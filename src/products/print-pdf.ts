import type { Assets } from '../assets/image.ts'
import { type Diagnostic, diagnostic, type Outcome } from '../base/diagnostic.ts'
import { type InTime, untimed } from '../base/in-time.ts'
import { mm, type Pt } from '../base/units.ts'
import type { DisplayList } from '../display/display-list.ts'
import { type Cmyk, cmykOf, type Inks } from '../paint/pdf/ink.ts'
import type { OutputIntent, Sheet } from '../paint/pdf/options.ts'
import { paintPdf } from '../paint/pdf/paint-pdf.ts'
import type { Unfit } from './fitness.ts'
import { inkLimit } from './ink-limit.ts'
import type { Paper } from './output-profile.ts'
import { pictureInks } from './picture-ink.ts'
import { pictureUses } from './picture-uses.ts'
import { type PictureProgress, preparePictures } from './pictures.ts'
import { plainLine } from './plain-text.ts'
import { type Preflight, preflight } from './preflight.ts'

export interface PrintOptions {
  readonly profile: OutputIntent
  /** What is printed on, where anything but the profile tells. */
  readonly paper?: Paper | null
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
  /** Hears of each picture as it is ready. */
  readonly onPicture?: PictureProgress | undefined
  /** Leaves what its makers wrote into a JPEG that goes in as it is. */
  readonly keepMetadata?: boolean
  /** By when the painting has to be done. */
  readonly inTime?: InTime | undefined
  /** Why the pages are not fit for the press, for the list. */
  readonly unfit?: readonly Unfit[]
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

/** What the press may refuse or print badly. */
function warnings(found: Preflight, { minPpi }: PrintOptions): Diagnostic[] {
  const coarse = found.pictures
    .filter((picture) => picture.coarse)
    .map(({ image, page, ppi }) =>
      diagnostic('W-PRINT-PPI', null, { image, page, ppi: Math.round(ppi), least: minPpi }),
    )
  const closed = found.fonts
    .filter((font) => font.embedding === 'restricted')
    .map((font) => diagnostic('W-PRINT-FONT', null, { font: font.name }))
  return [...coarse, ...closed, ...inkWarning(found)]
}

/** One for all pages that pass the limit. */
function inkWarning({ ink }: Preflight): Diagnostic[] {
  if (ink.over.length === 0) return []
  const pages = ink.over.map((one) => one.page)
  return [
    diagnostic('W-PRINT-INK', null, {
      pages: pages.join('、'),
      pagesEn: pages.join(', '),
      total: ink.most,
      limit: ink.limit,
    }),
  ]
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
  const { profile, paper = null, unfit = [] } = options
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
    profile,
    cacheFolder: options.cacheFolder,
    keepMetadata: options.keepMetadata === true,
    onPicture: options.onPicture,
  })
  const prepared = pictures.value
  const shown = options.marks ? withSlugs(prepared.list, assets, options) : prepared.list
  const inks = inksOf(list, options)
  const bytes = await paintPdf(shown, prepared.assets, {
    standard: 'press',
    tagged: false,
    inks,
    outputIntent: profile,
    sheet,
    inTime: options.inTime,
  })
  const ofPictures = await pictureInks(shownPictures(prepared))
  const found = (options.inTime ?? untimed)(() =>
    preflight(prepared.list, shown, prepared.assets, {
      inks,
      sheet,
      intent: profile,
      paper,
      limit: inkLimit(profile.icc, paper),
      pictureInks: ofPictures,
      leastPpi: options.minPpi,
      unfit,
    }),
  )
  return {
    value: { bytes, preflight: found },
    diagnostics: [...pictures.diagnostics, ...warnings(found, options)],
  }
}

function shownPictures({ list, assets }: { readonly list: DisplayList; readonly assets: Assets }) {
  return [...pictureUses(list, assets.images)].map(([key, { asset }]) => [key, asset] as const)
}
