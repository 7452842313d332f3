import type { Assets } from '../assets/image.ts'
import { diagnostic, type Outcome } from '../base/diagnostic.ts'
import type { InTime } from '../base/in-time.ts'
import type { DisplayList } from '../display/display-list.ts'
import type { Attachment } from '../paint/pdf/options.ts'
import { paintPdf } from '../paint/pdf/paint-pdf.ts'
import { longTexts } from './long-texts.ts'
import { type PictureProgress, preparePictures } from './pictures.ts'
import { screenInks } from './screen-inks.ts'
import { srgbIntent } from './srgb-profile.ts'

export interface ArchiveOptions {
  /** PDF/A-2 (a with a structure, u without), or A-1b for archives that take nothing newer. */
  readonly part: 1 | 2
  readonly maxPpi: number
  readonly quality: number
  readonly cacheFolder: string | null
  /** Hears of each picture as it is ready. */
  readonly onPicture?: PictureProgress | undefined
  /** Sources to attach: PDF/A-3 then; part 1 takes none. */
  readonly attachments?: readonly Attachment[]
  /** Leaves what its makers wrote into a JPEG that goes in as it is. */
  readonly keepMetadata?: boolean
  /** By when the painting has to be done. */
  readonly inTime?: InTime | undefined
}

/** The same pages for the archive: self-contained, colours defined by an sRGB output intent, no transparency in part 1. */
export async function archivePdf(
  list: DisplayList,
  assets: Assets,
  options: ArchiveOptions,
): Promise<Outcome<Uint8Array>> {
  const { attachments = [] } = options
  const { value, diagnostics } = await preparePictures(list, assets, {
    maxPpi: options.maxPpi,
    quality: options.quality,
    colour: 'rgb',
    alpha: options.part === 2,
    cacheFolder: options.cacheFolder,
    keepMetadata: options.keepMetadata === true,
    onPicture: options.onPicture,
  })
  const bytes = await paintPdf(value.list, value.assets, {
    standard: options.part === 1 ? 'archive-1' : 'archive',
    inks: screenInks(list),
    outputIntent: srgbIntent(),
    inTime: options.inTime,
    attachments: options.part === 1 ? [] : attachments,
  })
  const refused = options.part === 1 && attachments.length > 0
  const more = refused
    ? [diagnostic('W-ARCHIVE-ATTACH', null, {}, { keys: ['publication.output.archive.attach'] })]
    : []
  return { value: bytes, diagnostics: [...diagnostics, ...longTexts(list), ...more] }
}
