import type { Diagnostic } from '../base/diagnostic.ts'
import type { SourceText, Span } from '../base/source.ts'
import { picturesOf } from '../issue/files-of.ts'
import type { Issue } from '../issue/issue.ts'
import { englishName } from '../issue/language/collections.ts'
import { issueKeys } from '../issue/language/issue-keys.ts'
import type { KeyTable, Kind } from '../issue/language/kind.ts'
import { publicationKeys } from '../issue/language/publication-keys.ts'
import { defaultLimits } from '../issue/limits.ts'
import { spanIn } from '../issue/mapped-text.ts'
import { readNodes } from '../issue/read-file.ts'
import type { Entry, Node, TextNode } from '../issue/yaml/nodes.ts'

/** What diagnostics point into: the issue as it was read, its texts, and which of them are its own and the publication's. */
export interface Told {
  readonly issue: Issue | null
  readonly sources: ReadonlyMap<string, SourceText>
  readonly files: { readonly issue: string; readonly publication: string | null }
}

/**
 * Diagnostics with the places of the settings, pictures and characters that they are of, found in the sources as they
 * are written: the stages that say them know values only.
 */
export function inTheirPlaces(all: readonly Diagnostic[], told: Told): readonly Diagnostic[] {
  const files = new Written(told)
  return all.map((one) => {
    const { keys = [], ...rest } = one
    if (keys.length === 0 && one.span !== null) return one
    const found = keys.map((key) => files.settingAt(key)).find((span) => span !== null)
    return { ...rest, span: found ?? one.span ?? placeOfValues(one, told, files) }
  })
}

/** A character that no font has may stand in a setting, which the pages know no place of. */
function placeOfValues({ values }: Diagnostic, { issue }: Told, files: Written): Span | null {
  if (values.character !== undefined) return files.placeOfText(String(values.character))
  const picture = issue && picturesOf(issue).find(({ src }) => src !== null && src === values.image)
  return picture?.span ?? null
}

/** The texts of an issue, read into their nodes when they are asked for. */
class Written {
  readonly #told: Told
  readonly #nodes = new Map<string, Node | null>()

  constructor(told: Told) {
    this.#told = told
  }

  /** Where a setting's value stands: `issue.pages`; of the publication also in the issue's override and a design's file. */
  settingAt(path: string): Span | null {
    const [of, ...parts] = path.split('.')
    const { issue, publication } = this.#told.files
    const table = publicationKeys.table
    if (of === 'issue') return valueAt(this.#read(issue), issueKeys.table, parts)
    const overridden = valueAt(this.#read(issue), issueKeys.table, ['override', ...parts])
    const files = [publication, ...this.#designFiles()]
    const found = () =>
      files.map((file) => valueAt(this.#read(file), table, parts)).find((span) => span !== null)
    return overridden ?? found() ?? null
  }

  /** Where a character stands first in the publication's values, else in the issue's. */
  placeOfText(character: string): Span | null {
    const { issue, publication } = this.#told.files
    for (const file of [publication, issue]) {
      for (const { text } of textsOf(this.#read(file))) {
        const at = text.text.indexOf(character)
        if (at >= 0) return spanIn(text, at, at + character.length)
      }
    }
    return null
  }

  #designFiles(): readonly string[] {
    const { sources, files } = this.#told
    return [...sources.keys()].filter(
      (file) => /\.ya?ml$/i.test(file) && file !== files.issue && file !== files.publication,
    )
  }

  #read(file: string | null): Node | null {
    const source = file === null ? undefined : this.#told.sources.get(file)
    if (source === undefined) return null
    const known = this.#nodes.get(source.file)
    if (known !== undefined) return known
    const { value } = readNodes(source, { limits: defaultLimits, keepInvisible: true })
    this.#nodes.set(source.file, value)
    return value
  }
}

function valueAt(node: Node | null, table: KeyTable | undefined, parts: readonly string[]): Span | null {
  const [name, ...more] = parts
  if (node === null) return null
  if (name === undefined) return node.span
  if (node.kind !== 'map' || table === undefined) return null
  const isIt = ({ key }: Entry) => englishName(key.text.text, table) === name
  return valueAt(node.entries.find(isIt)?.value ?? null, tableIn(table[name]?.kind), more)
}

/** The keys that a value may have. */
function tableIn(kind: Kind<unknown> | undefined): KeyTable | undefined {
  if (kind?.shape.form === 'map') return kind.shape.table
  return kind?.shape.form === 'forms' ? tableIn(kind.shape.map) : undefined
}

function textsOf(node: Node | null): readonly TextNode[] {
  switch (node?.kind) {
    case 'text':
      return [node]
    case 'list':
      return node.items.flatMap(textsOf)
    case 'map':
      return node.entries.flatMap(({ key, value }) => [key, ...textsOf(value)])
    default:
      return []
  }
}
