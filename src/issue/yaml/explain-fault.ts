import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import { type YamlProblem, yamlProblems } from '../../base/messages/issue-words.ts'
import type { SourceText } from '../../base/source.ts'
import type { Limits } from '../limits.ts'
import type { Fault } from './fault.ts'

/** Puts what is wrong with a file's structure into the editor's words, looking at the lines around it. */
export function explainFaults(
  faults: readonly Fault[],
  source: SourceText,
  limits: Limits,
): readonly Diagnostic[] {
  void limits
  return faults.map((fault) =>
    diagnostic(
      'E-YAML',
      { file: source.file, from: fault.from, to: fault.to },
      problem('unexpected', { sign: source.text.slice(fault.from, fault.to) }),
    ),
  )
}

function problem(name: YamlProblem, values: Readonly<Record<string, string>>) {
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
  return { problemZh: fill(yamlProblems[name].zh), problemEn: fill(yamlProblems[name].en) }
}
