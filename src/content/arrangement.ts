import type { Design } from '../design/design.ts'
import type { Issue } from '../issue/issue.ts'

/** Pixels of a photograph, upright. */
export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** What every part of this stage needs to know. */
export interface Arrangement {
  readonly design: Design
  readonly issue: Issue
  /** Photographs at hand, by path; one that is absent becomes a placeholder. */
  readonly pictures: ReadonlyMap<string, PixelSize>
  /** Modules of QR codes, row by row, by what they hold; one that is absent is told in words. */
  readonly codes: ReadonlyMap<string, readonly string[]>
}
