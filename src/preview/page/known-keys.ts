import { syntaxTree } from '@codemirror/language'
import { type Extension, RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import type { Schema } from './complete.ts'

const KNOWN = Decoration.mark({ class: 'tok-known' })
const names = new WeakMap<Schema, ReadonlySet<string>>()

/** Every key that a schema has anywhere. */
export function keysIn(schema: Schema): ReadonlySet<string> {
  const known = names.get(schema)
  if (known !== undefined) return known
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { properties } = value as Schema
    for (const name of Object.keys(properties ?? {})) found.add(name)
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(schema)
  names.set(schema, found)
  return found
}

function decorated(view: EditorView, schema: Schema | null): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  if (schema === null) return builder.finish()
  const known = keysIn(schema)
  for (const { from, to } of view.visibleRanges)
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        if (node.name !== 'Key') return
        const key = view.state.doc.sliceString(node.from, node.to).replace(/^(["'])(.*)\1$/, '$2')
        if (known.has(key)) builder.add(node.from, node.to, KNOWN)
      },
    })
  return builder.finish()
}

/** Tells the language's own keys from names that the writer gave: of sections, units, people. */
export function knownKeys(schemaOf: () => Schema | null): Extension {
  return ViewPlugin.define(
    (view) => {
      let schema = schemaOf()
      let tree = syntaxTree(view.state)
      const plugin = {
        decorations: decorated(view, schema),
        update({ view: now, docChanged, viewportChanged }: ViewUpdate) {
          const same = schemaOf() === schema && syntaxTree(now.state) === tree
          if (same && !docChanged && !viewportChanged) return
          schema = schemaOf()
          tree = syntaxTree(now.state)
          plugin.decorations = decorated(now, schema)
        },
      }
      return plugin
    },
    { decorations: (plugin) => plugin.decorations },
  )
}
