import type { InTime } from '../../base/in-time.ts'
import type { Pt } from '../../base/units.ts'
import type { Inks } from './ink.ts'

/** Which standard's rules the file keeps and claims to keep. */
export type Standard =
  /** Tagged for screen readers (PDF/UA-1) when the list has a structure; the default. */
  | 'screen'
  /** Archive (PDF/A-2): a with a structure, u without one or where text has private characters. */
  | 'archive'
  /** The same pages under PDF/A-1b, for readers and validators that know nothing newer. */
  | 'archive-1'
  /** For the press (PDF/X-4). */
  | 'press'

/** How a device's colours are meant (OutputIntent, ISO 32000-1 14.11.5). */
export interface OutputIntent {
  readonly icc: Uint8Array
  /** The file it is from, when it is one of the program's own. */
  readonly file?: string
  /** Colour components of the profile. */
  readonly components: 1 | 3 | 4
  /** Name of the condition, such as `FOGRA39` or `sRGB IEC61966-2.1`. */
  readonly identifier: string
  readonly info: string
  /** Whether the identifier is one of the ICC's characterization registry. */
  readonly registered: boolean
}

/** What surrounds the trimmed page on the sheet. */
export interface Sheet {
  /** 出血: how far colour may run over the trim on each side. */
  readonly bleed: Pt
  /** From the trim to the edge of the medium on each side; at least the bleed. */
  readonly margin: Pt
  /** Crop and registration marks in the margin. */
  readonly marks: boolean
}

/** A file that goes along with the pages (ISO 19005-3, 6.8). */
export interface Attachment {
  /** Path from the project's folder, with `/`. */
  readonly file: string
  /** Media type, such as `text/markdown`. */
  readonly type: string
  readonly bytes: Uint8Array
}

export interface PdfOptions {
  readonly standard?: Standard
  /** Structure tags; on unless the list has no structure or this says false. */
  readonly tagged?: boolean
  readonly inks?: Inks
  readonly outputIntent?: OutputIntent
  readonly sheet?: Sheet
  /** Sources that the pages were made from; with any, an archive file is PDF/A-3. */
  readonly attachments?: readonly Attachment[]
  /** Several pages on each side of a sheet, in place of one page a sheet. */
  readonly imposition?: Imposition
  /** By when the painting has to be done; no end when left out. */
  readonly inTime?: InTime | undefined
}

/** One side of a sheet: pages by index with the place of their trimmed top left corner. */
export interface SheetSide {
  readonly width: Pt
  readonly height: Pt
  readonly pages: readonly {
    readonly page: number
    readonly x: Pt
    readonly y: Pt
    /** How much smaller the page is shown; 1 when left out. */
    readonly scale?: number
  }[]
  /** Where to draw fold or crop lines, from – to, in the sheet's coordinates. */
  readonly lines: readonly (readonly [x1: Pt, y1: Pt, x2: Pt, y2: Pt])[]
}

export type Imposition = readonly SheetSide[]
