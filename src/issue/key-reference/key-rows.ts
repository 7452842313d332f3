import { designKeys } from '../language/design-keys.ts'
import { articleKeys, issueKeys } from '../language/issue-keys.ts'
import type { Key, KeyTable, Kind } from '../language/kind.ts'
import { publicationKeys } from '../language/publication-keys.ts'

/** The files that an editor writes. */
export type KeyFile = 'publication' | 'issue' | 'article' | 'design'

/** A step on the way to a key: its names, and what stands between it and the keys below it. */
export interface Step {
  readonly en: string
  readonly zh: string
  /** `list` for items, `named` for names of the editor's own, in the order they are met. */
  readonly between: readonly ('list' | 'named')[]
}

/** A key with its way from the top of its file. */
export interface KeyRow {
  readonly steps: readonly Step[]
  readonly key: Key<unknown>
}

const TABLES: Readonly<Record<KeyFile, () => KeyTable>> = {
  publication: () => publicationKeys.table,
  issue: () => issueKeys.table,
  article: () => articleKeys.table,
  design: () => designKeys().table,
}

/** Every key of a kind of file, from top to bottom; `override:`, which takes a publication's keys, is one row. */
export function keyRows(file: KeyFile): readonly KeyRow[] {
  return rowsOf(TABLES[file](), [])
}

/** `sections.*.*.title` in English, 栏目.*.*.标题 in Chinese. */
export function keyPathOf({ steps }: KeyRow, language: 'zh' | 'en'): string {
  return steps.map((step) => [step[language], ...step.between.map(() => '*')].join('.')).join('.')
}

function rowsOf(table: KeyTable, above: readonly Step[]): readonly KeyRow[] {
  return Object.entries(table).flatMap(([name, key]) => {
    const own: Step = { en: name, zh: key.zh, between: [] }
    const below = name === 'override' ? [] : withoutRepeats(inside(key.kind, above, own))
    return [{ steps: [...above, own], key }, ...below]
  })
}

/** The keys that a kind has inside, whatever form its value has. */
function inside({ shape }: Kind<unknown>, above: readonly Step[], own: Step): readonly KeyRow[] {
  const further = (form: 'list' | 'named'): Step => ({ ...own, between: [...own.between, form] })
  switch (shape.form) {
    case 'map':
      return rowsOf(shape.table, [...above, own])
    case 'list':
      return inside(shape.items, above, further('list'))
    case 'named':
      return inside(shape.values, above, further('named'))
    case 'forms':
      return [shape.map, shape.list, shape.text].flatMap((kind) => (kind ? inside(kind, above, own) : []))
    default:
      return []
  }
}

/** The same keys may be met as a map and as a list of such maps; they are told once. */
function withoutRepeats(rows: readonly KeyRow[]): readonly KeyRow[] {
  const short = (row: KeyRow) => row.steps.map(({ en }) => en).join('.')
  return [...new Map(rows.map((row) => [short(row), row])).values()]
}
