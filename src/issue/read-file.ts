import type { Diagnostic, Outcome } from '../base/diagnostic.ts'
import { diagnostic, hasErrors } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import type { Reading } from './language/kind.ts'
import type { Limits } from './limits.ts'
import { explainFaults } from './yaml/explain-fault.ts'
import type { Node } from './yaml/nodes.ts'
import { readYaml } from './yaml/read-yaml.ts'

/**
 * The first two of a file's three phases: its lines, then its structure. Stops after the first that has
 * errors, so that one slip is said once.
 */
export function readNodes(source: SourceText, limits: Limits): Outcome<Node | null> {
  const diagnostics: Diagnostic[] = []
  if (source.text.trim() === '') {
    return { value: null, diagnostics: [diagnostic('E-BLANK-FILE', null, { file: source.file })] }
  }
  const { value, faults } = readYaml(source, limits)
  diagnostics.push(...explainFaults(faults, source, limits))
  if (value === null && !hasErrors(diagnostics)) {
    diagnostics.push(diagnostic('E-BLANK-FILE', null, { file: source.file }))
  }
  return { value: hasErrors(diagnostics) ? null : value, diagnostics }
}

/** What the third phase needs while it reads a file's values. */
export function readingOf(source: SourceText, diagnostics: Diagnostic[], partial = false): Reading {
  return {
    report: (one) => diagnostics.push(one),
    partial,
    sourceOf: ({ from, to }) => source.text.slice(from, to),
  }
}
