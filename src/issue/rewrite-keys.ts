import { type Diagnostic, diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import { englishName } from './language/collections.ts'
import { designKeys } from './language/design-keys.ts'
import { articleKeys, issueKeys } from './language/issue-keys.ts'
import type { Key, KeyLanguage, KeyTable, Kind } from './language/kind.ts'
import { publicationKeys } from './language/publication-keys.ts'
import { defaultLimits } from './limits.ts'
import { frontMatterOf, readNodes } from './read-file.ts'
import { type TextEdit, withEdits } from './write/text-edits.ts'
import type { Entry, Node } from './yaml/nodes.ts'

/**
 * `fmt --keys zh|en`: the file with its keys in one language. Takes a publication, an issue, a design's or an article's
 * file; gives its text with keys exchanged and every other byte as it was, comments too. A file whose
 * structure has errors comes back unchanged, with them. A key given in both languages stays as it is.
 */
export function rewriteKeys(source: SourceText, language: KeyLanguage): Outcome<string> {
  const options = { limits: defaultLimits, keepInvisible: true }
  const isArticle = /\.(?:md|markdown|txt)$/i.test(source.file)
  const head = isArticle ? frontMatterOf(source) : source
  if (head === null) return { value: source.text, diagnostics: [] }
  const { value, diagnostics } = readNodes(head, options)
  if (value === null || hasErrors(diagnostics)) return { value: source.text, diagnostics }
  const rewriter = new KeyRewriter(language)
  rewriter.visit(value, isArticle ? articleKeys : kindOf(value))
  return { value: withEdits(source.text, rewriter.changes), diagnostics: rewriter.diagnostics }
}

/** A publication says `bulletin`, a design says `based_on`, an issue neither. */
function kindOf(value: Node): Kind<unknown> {
  const keys = value.kind === 'map' ? value.entries.map((entry) => entry.key.text.text) : []
  if (keys.includes('based_on') || keys.includes('基于')) return designKeys()
  return keys.includes('bulletin') || keys.includes('格式版本') ? publicationKeys : issueKeys
}

class KeyRewriter {
  readonly changes: TextEdit[] = []
  readonly diagnostics: Diagnostic[] = []
  readonly #language: KeyLanguage

  constructor(language: KeyLanguage) {
    this.#language = language
  }

  visit(node: Node, { shape }: Kind<unknown>): void {
    if (shape.form === 'forms') {
      const kind = node.kind === 'empty' ? undefined : shape[node.kind]
      if (kind) this.visit(node, kind)
    } else if (shape.form === 'map' && node.kind === 'map') this.#map(node.entries, shape.table)
    else if (shape.form === 'list' && node.kind === 'list') {
      for (const item of node.items) this.visit(item, shape.items)
    } else if (shape.form === 'named' && node.kind === 'map') {
      for (const entry of node.entries) this.visit(entry.value, shape.values)
    }
  }

  #map(entries: readonly Entry[], table: KeyTable): void {
    const names = entries.map(({ key }) => englishName(key.text.text, table))
    entries.forEach((entry, index) => {
      const name = names[index]
      if (name === undefined) return
      const row = table[name] as Key<unknown>
      if (names.indexOf(name) === names.lastIndexOf(name)) this.#change(entry, name, row)
      else this.diagnostics.push(diagnostic('E-DUP', entry.key.span, { key: name, first: row.zh }))
      this.visit(entry.value, row.kind)
    })
  }

  /** Only the key's own characters are exchanged: quotes around it stay. */
  #change({ key }: Entry, name: string, row: Key<unknown>): void {
    const text = this.#language === 'zh' ? row.zh : name
    if (text === key.text.text) return
    const quoted = key.style === 'single' || key.style === 'double' ? 1 : 0
    this.changes.push({ from: key.span.from + quoted, to: key.span.to - quoted, text })
  }
}
