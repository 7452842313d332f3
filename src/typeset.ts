import type { Assets } from './assets/image.ts'
import type { Outcome } from './base/diagnostic.ts'
import { arrange } from './content/arrange.ts'
import type { Design } from './design/design.ts'
import type { DisplayList } from './display/display-list.ts'
import type { Issue } from './issue/issue.ts'
import { compose } from './page/compose.ts'
import type { FitReport } from './page/fit/report.ts'
import { display } from './page/make-up/display.ts'
import { shape } from './text/shape.ts'
import type { TextOptions } from './text/shape-text.ts'

/**
 * The whole engine: takes a validated issue with the fonts and pictures at hand; gives the finished pages as
 * absolute, plain data. Pure: no disk, clock, locale or console. What cannot be set as asked is set anyway and reported.
 */
export function typeset(issue: Issue, assets: Assets): Outcome<DisplayList> {
  const { value, diagnostics } = typesetWithReport(issue, assets)
  return { value: value.list, diagnostics }
}

/** The same, with how the pages came out against what was wished (排版报告). */
export function typesetWithReport(
  issue: Issue,
  assets: Assets,
): Outcome<{ readonly list: DisplayList; readonly report: FitReport }> {
  const { design } = issue.publication
  const content = arrange(issue, design, assets.images)
  const options = textOptions(design, assets)
  const around = { ...content.furniture }
  const shaped = shape(content.blocks, assets.fonts, options, content.metadata.language, around)
  const composed = compose(shaped.value, {
    design,
    fonts: assets.fonts,
    furniture: content.furniture,
    wishes: { pages: issue.pages, fit: issue.fit },
  })
  const list = display(composed.value, content.metadata)
  return {
    value: { list, report: composed.value.report },
    diagnostics: [...shaped.diagnostics, ...composed.diagnostics],
  }
}

function textOptions({ text }: Design, { hyphenate }: Assets): TextOptions {
  return text.hyphenation && hyphenate ? { ...text, hyphenate } : text
}
