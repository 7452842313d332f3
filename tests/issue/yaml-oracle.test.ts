import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { defaultLimits } from '../../src/issue/limits.ts'
import { scanLines } from '../../src/issue/lines/scan-lines.ts'
import type { Node } from '../../src/issue/yaml/nodes.ts'
import { readYaml } from '../../src/issue/yaml/read-yaml.ts'
import { issue, publication } from './samples.ts'

/** A value without what we and YAML fold differently: the blanks. */
function ours(node: Node | null): unknown {
  if (node === null || node.kind === 'empty') return null
  if (node.kind === 'list') return node.items.map(ours)
  if (node.kind === 'map') return node.entries.map(({ key, value }) => [bare(key.text.text), ours(value)])
  return bare(node.text.text)
}

function theirs(node: unknown): unknown {
  if (isSeq(node)) return node.items.map(theirs)
  if (isMap(node)) return node.items.map((pair) => [theirs(pair.key) ?? '', theirs(pair.value)])
  if (!isScalar(node)) return null
  const plain = node.type === 'PLAIN' || node.type === undefined
  return plain && /^(?:null|Null|NULL|~|)$/.test(String(node.value)) ? null : bare(String(node.value))
}

function bare(text: string): string {
  return text.replace(/\s+/g, '')
}

/** The language ends a line at a carriage return alone (YAML 1.2, 5.4), which the library does not. */
function documentOf(text: string, options: Parameters<typeof parseDocument>[1]) {
  return parseDocument(text.replace(/\r(?!\n)/g, '\n'), options)
}

const PIECES = [
  ...'-:#&*!|>[]{},\'"% \n：，　？甲\t\\',
  ': ',
  '- ',
  '\n  ',
  '\n      ',
  ' #',
  '|\n',
  '"x"',
  'a: b',
  '\r\n',
  '\r',
]

/** A good file with a few pieces put in, taken out or doubled. */
const mutated = fc
  .tuple(
    fc.constantFrom(issue.text, publication.text),
    fc.array(fc.tuple(fc.nat(5000), fc.nat(12), fc.constantFrom('', ...PIECES)), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, [at, cut, piece]) => {
      const from = at % changed.length
      return changed.slice(0, from) + piece + changed.slice(from + (piece === '' ? cut : 0))
    }, text),
  )

/** What YAML has and the language has not. */
const REFUSED = [
  'anchor',
  'alias',
  'tag',
  'document',
  'directive',
  'explicit-key',
  'key-is-collection',
  'key-without-colon',
  'key-over-lines',
  'unexpected',
]

describe('the YAML we read', () => {
  test.each([issue, publication])('is what the language says: $file', (source) => {
    const { value, faults } = readYaml(source, defaultLimits)
    expect(faults).toEqual([])
    expect(ours(value)).toEqual(theirs(parseDocument(source.text, { schema: 'failsafe' }).contents))
  })

  test('a carriage return alone ends a line', () => {
    const text = '# a\rb: 1\rc: 2'
    const { value, faults } = readYaml({ file: 'a.yaml', text }, defaultLimits)
    expect(faults).toEqual([])
    expect(ours(value)).toEqual(theirs(documentOf(text, { schema: 'failsafe' }).contents))
    expect(ours(value)).toEqual([
      ['b', '1'],
      ['c', '2'],
    ])
  })

  test('whatever we take, the language takes, and with the same values', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { value, faults } = readYaml({ file: 'a.yaml', text }, defaultLimits)
        fc.pre(faults.length === 0 && scanLines({ file: 'a.yaml', text }).length === 0)
        const document = documentOf(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
        // Blanks in empty lines at the start of a text are no harm.
        const errors = document.errors.filter((one) => !one.message.includes('leading empty lines'))
        expect(errors.map((one) => one.message)).toEqual([])
        expect(ours(value)).toEqual(theirs(document.contents))
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    )
  })

  test('whatever the language takes without anchors, tags and the like, we take', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const document = documentOf(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
        fc.pre(document.errors.length === 0 && document.warnings.length === 0)
        const { faults } = readYaml({ file: 'a.yaml', text }, defaultLimits)
        expect(faults.filter((one) => !REFUSED.includes(one.kind))).toEqual([])
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    )
  })
})
