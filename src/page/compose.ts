import type { FontLibrary } from '../assets/font.ts'
import type { Outcome } from '../base/diagnostic.ts'
import type { Content } from '../content/content.ts'
import type { Design } from '../design/design.ts'
import type { ShapedBlock } from '../text/shaped-text.ts'
import { complaints, mastheadComplaints, wishComplaints } from './complaints.ts'
import { fitted } from './fit.ts'
import { fitReport } from './fit-report.ts'
import { pageFurniture } from './furniture.ts'
import { makeUp } from './make-up.ts'
import { outsideComplaints } from './outside.ts'
import type { Page } from './page.ts'
import { type PageText, pageText } from './page-text.ts'
import type { FitReport, PageWishes } from './report.ts'

/** What pages are composed with. */
export interface ComposeSetting {
  readonly design: Design
  readonly fonts: FontLibrary
  readonly furniture: Content['furniture']
  readonly wishes: PageWishes
}

/** Stage ④'s first result: the pages, and how they came out. */
export interface Composed {
  readonly pages: readonly Page[]
  readonly report: FitReport
  readonly blocks: readonly ShapedBlock[]
  readonly design: Design
  readonly fonts: FontLibrary
  readonly pageText: PageText
}

/**
 * Stage ④: blocks to pages. Takes shaped blocks in reading order, masthead first and colophon last, with the
 * settled design; gives pages of whole-line strips on one grid. Promises that every block is set once, that
 * nothing overlaps or is dropped, and a diagnostic for every rule that could not be kept.
 */
export function compose(blocks: readonly ShapedBlock[], setting: ComposeSetting): Outcome<Composed> {
  const { design, fonts, wishes } = setting
  const shaper = pageText(design, fonts)
  const copy = { blocks, design, pageText: shaper }
  const { found, levers } = fitted(copy, wishes)
  const furniture = pageFurniture(found.design, setting.furniture, shaper)
  const pages = makeUp({ ...found, furniture })
  const report = fitReport(copy, found, wishes, levers)
  const value = { pages, report, blocks, design: found.design, fonts, pageText: shaper }
  const said = [
    ...outsideComplaints(pages),
    ...complaints(found),
    ...mastheadComplaints(blocks, design),
    ...wishComplaints(report),
  ]
  return { value, diagnostics: said }
}
