import type { DisplayList } from './display/display-list.ts'
import type { FitReport } from './page/fit/report.ts'

/** Pages, and how they came out against what was wished (排版报告). */
export interface SetPages {
  readonly list: DisplayList
  readonly report: FitReport
}
