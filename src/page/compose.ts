import type { FontLibrary, GlyphOutlines } from '../assets/font.ts'
import type { Outcome } from '../base/diagnostic.ts'
import type { Content } from '../content/content.ts'
import type { Design } from '../design/design.ts'
import type { ShapedBlock } from '../text/shaped-text.ts'
import { pageText } from './blocks/page-text.ts'
import { complaints, croppedPictures, mastheadComplaints, wishComplaints } from './fit/complaints.ts'
import { fitted } from './fit/fit.ts'
import { fitReport } from './fit/fit-report.ts'
import { outsideComplaints } from './fit/outside.ts'
import type { FitReport, PageWishes } from './fit/report.ts'
import { pageFurniture } from './make-up/furniture.ts'
import { withKnownColumns } from './make-up/known-columns.ts'
import { makeUp } from './make-up/make-up.ts'
import type { MadeUp } from './make-up/page.ts'
import { watermarkMarks } from './make-up/watermark.ts'
import type { PageMemory } from './page-memory.ts'

/** What pages are composed with. */
export interface ComposeSetting {
  readonly design: Design
  readonly fonts: FontLibrary
  readonly furniture: Content['furniture']
  readonly wishes: PageWishes
  /** For what is drawn and not set; nothing is drawn without. */
  readonly outlines?: GlyphOutlines | undefined
  /** What is kept of an earlier state, of the same design and fonts; nothing when absent. */
  readonly memory?: PageMemory | null
}

/** Stage ④'s first result: the pages, and how they came out. */
export interface Composed extends MadeUp {
  readonly report: FitReport
}

/**
 * Stage ④: blocks to pages. Takes shaped blocks in reading order, masthead first and colophon last, with the
 * settled design; gives pages of whole-line strips on one grid. Promises that every block is set once, that
 * nothing overlaps or is dropped, and a diagnostic for every rule that could not be kept.
 */
export function compose(blocks: readonly ShapedBlock[], setting: ComposeSetting): Outcome<Composed> {
  const { design, fonts, wishes, memory = null } = setting
  const shaper = pageText(design, fonts, memory?.texts)
  const copy = { blocks, design, pageText: shaper, memory }
  const { found, levers } = fitted(copy, wishes)
  const furniture = pageFurniture(found.design, setting.furniture, shaper)
  const behind = watermarkMarks(found.design, setting.furniture.watermark, {
    fonts,
    outlines: setting.outlines,
    pageText: shaper,
  })
  const columns = memory?.items.columns ?? null
  const made = makeUp({ ...found, furniture, behind, pageText: shaper, known: columns })
  const pages = columns === null ? made : withKnownColumns(made, columns)
  const report = fitReport(copy, found, wishes, levers)
  const value = {
    pages,
    report,
    blocks,
    design: found.design,
    fonts,
    pageText: shaper,
    outlines: setting.outlines,
  }
  const said = [
    ...outsideComplaints(pages, columns?.inside ?? null),
    ...complaints(found, columns?.plain ?? null),
    ...mastheadComplaints(blocks, design),
    ...croppedPictures(blocks),
    ...wishComplaints(report),
  ]
  return { value, diagnostics: said }
}
