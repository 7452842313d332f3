/** The longer text of one code, for `jianbao explain` (说明). */
export interface Explanation {
  /** Why it is said. */
  readonly zh: string
  readonly en: string
  /** What somebody typed that leads to it; a `→` line shows it cured. */
  readonly example: string
  /** What to do. */
  readonly cureZh: string
  readonly cureEn: string
}

/** The explanations of one table of messages; a test holds that none is wanting. */
export type Explanations = Readonly<Record<string, Explanation>>
