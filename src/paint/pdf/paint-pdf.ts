import type { Assets } from '../../assets/image.ts'
import type { DisplayList } from '../../display/display-list.ts'
import type { PdfOptions } from './options.ts'
import { paintDocument } from './paint-document.ts'

/**
 * Takes the finished pages and the fonts and pictures they name; gives a PDF file's bytes. The same list, assets and
 * options give the same bytes (compression may differ between versions of Node). Only links to http, https, mailto
 * and tel addresses and inside the document are written, and no other action. Throws when the list names a font, a
 * picture or a structure node that does not exist, or a picture turns out to be broken, and when `inTime` does.
 */
export function paintPdf(list: DisplayList, assets: Assets, options: PdfOptions = {}): Promise<Uint8Array> {
  return paintDocument(list, assets, options, null)
}
