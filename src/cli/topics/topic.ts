import type { Both } from '../../report/words.ts'

/** What somebody asks about who knows no code and no key (主题). */
export interface Topic {
  /** What it is called, in both languages; the first two head it. */
  readonly names: readonly [zh: string, en: string, ...others: string[]]
  readonly about: Both
  /** Keys that have to do with it, by their English paths in `publication.yaml`, the issue or a design's file. */
  readonly keys: readonly string[]
  /** Command lines worth knowing. */
  readonly commands: readonly string[]
  /** The book's page. */
  readonly page: string
}

type Names = Topic['names']
/** A topic, in the order in which its table is written. */
export const topic = (
  names: Names,
  page: string,
  zh: string,
  en: string,
  keys: string[],
  ...commands: string[]
): Topic => ({
  names,
  about: { zh, en },
  keys,
  commands,
  page,
})
