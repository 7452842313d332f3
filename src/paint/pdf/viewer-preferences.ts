import type { PdfOptions } from './options.ts'
import { name, type PdfDictionary } from './syntax.ts'

/**
 * What a reader is to offer when the file is opened and printed (12.2): its title in the title bar. Sheets to be folded
 * are printed on both sides and turned over the short edge, at their own size, on paper of that size; the press file
 * at its own size. null where the container's own will do.
 */
export function viewerPreferences({ imposition, standard }: PdfOptions): PdfDictionary | null {
  if (imposition) {
    return {
      DisplayDocTitle: true,
      PrintScaling: name('None'),
      Duplex: name('DuplexFlipShortEdge'),
      PickTrayByPDFSize: true,
    }
  }
  return standard === 'press' ? { DisplayDocTitle: true, PrintScaling: name('None') } : null
}
