import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import type { SourceText } from '../../src/base/source.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { placeInText } from '../place-in-text.ts'

/**
 * One file, one slip. Its first lines say what must be said of it, one line a diagnostic:
 * `# error E-COLON 3:7-8` — severity, code, line, columns from and (without) to, counted from 1;
 * `3:7-4:2` over several lines; no place where there is none.
 */
export interface Slip {
  readonly name: string
  readonly source: SourceText
  readonly expected: readonly string[]
}

const FOLDER = join(import.meta.dirname, '../cases/slips')
const EXPECTATION = /^# (?:error|warning|info) [EWI]-/

export function slips(): readonly Slip[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const text = readFileSync(join(FOLDER, name), 'utf8')
      const lines = text.split('\n')
      const expected = lines.slice(
        0,
        lines.findIndex((line) => !EXPECTATION.test(line)),
      )
      return { name, source: { file: `issues/${name}`, text }, expected }
    })
}

const PUBLICATION: SourceText = {
  file: 'issues/publication.yaml',
  text: `bulletin: 1
name: 城南工作动态
issuer: 城南区企业服务中心
sections:
  - 领导关注
  - 国企动态
  - { name: 简讯, style: briefs }
`,
}

const ISSUE: SourceText = {
  file: 'issues/2024-01.yaml',
  text: 'date: 2024-01-15\nsections:\n  简讯:\n    - 近日，甲公司完成检修。\n',
}

/** What is said of a slip; a file called publication-… stands for the publication. */
export function diagnose(source: SourceText): readonly Diagnostic[] {
  const isPublication = source.file.includes('/publication-')
  const article = (path: string) => ({ value: { file: path, text: '# 稿件\n正文。\n' }, diagnostics: [] })
  return readIssue({
    publication: isPublication ? source : PUBLICATION,
    issue: isPublication ? ISSUE : source,
    others: [],
    article,
  }).diagnostics
}

/** A diagnostic as the first lines of a slip have it. */
export function expectation({ severity, code, span }: Diagnostic, { text }: SourceText): string {
  if (span === null) return `# ${severity} ${code}`
  const from = placeInText(text, span.from)
  const to = placeInText(text, span.to)
  const end = from.line === to.line ? `${to.column}` : `${to.line}:${to.column}`
  return `# ${severity} ${code} ${from.line}:${from.column}-${end}`
}

/** Writes what is said of a slip into its first lines (BLESS=1). */
export function bless(slip: Slip): void {
  const body = slip.source.text.split('\n').slice(slip.expected.length).join('\n')
  let head: readonly string[] = slip.expected
  for (let round = 0; round < 3; round += 1) {
    const source = { file: slip.source.file, text: [...head, body].join('\n') }
    head = diagnose(source).map((one) => expectation(one, source))
  }
  writeFileSync(join(FOLDER, slip.name), [...head, body].join('\n'))
}
