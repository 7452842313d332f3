import type { Assets } from './assets/image.ts'
import type { Outcome } from './base/diagnostic.ts'
import { arrange } from './content/arrange.ts'
import type { DisplayList } from './display/display-list.ts'
import type { Issue } from './issue/issue.ts'
import { setContent } from './set-content.ts'
import type { SetPages } from './set-pages.ts'

/**
 * The whole engine: takes a validated issue with the fonts and pictures at hand; gives the finished pages as
 * absolute, plain data. Pure: no disk, clock, locale or console. What cannot be set as asked is set anyway and reported.
 */
export function typeset(issue: Issue, assets: Assets): Outcome<DisplayList> {
  const { value, diagnostics } = typesetWithReport(issue, assets)
  return { value: value.list, diagnostics }
}

/** The same, with how the pages came out against what was wished (排版报告). */
export function typesetWithReport(issue: Issue, assets: Assets): Outcome<SetPages> {
  const { design } = issue.publication
  return setContent(arrange(issue, design, assets.images, assets.codes), { issue, assets })
}
