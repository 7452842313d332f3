import type { Diagnostic } from '../../src/base/diagnostic.ts'
import type { SourceText } from '../../src/base/source.ts'
import { type CheckFiles, checkIssue } from '../../src/checks/check-issue.ts'
import { readIssue } from '../../src/issue/read-issue.ts'

export const PUBLICATION = 'bulletin: 1\nname: 城南工作动态\nissuer: 城南区企业服务中心\n'

/** An issue whose one article has this text. */
export function articleOf(body: string, head = 'title: 检查冬季供水'): string {
  const lines = body.split('\n').map((line) => `        ${line}`)
  return `date: 2024-01-15\nsections:\n  动态:\n    - ${head}\n      credit: { 甲公司: 张某 }\n      body: |\n${lines.join('\n')}\n`
}

/** What the proof checks say of an issue; it must be one. */
export function checked(
  text: string,
  files: CheckFiles = {},
  publication = PUBLICATION,
): readonly Diagnostic[] {
  const issue: SourceText = { file: 'issues/2024-01.yaml', text }
  const reading = readIssue({
    publication: { file: 'publication.yaml', text: publication },
    issue,
    others: [],
    article: () => ({ value: null, diagnostics: [] }),
  })
  if (reading.value === null) throw new Error(JSON.stringify(reading.diagnostics))
  return checkIssue(reading.value, files)
}

/** A diagnostic as `code found` or `code found → replacement`, `found` taken from the source by its span. */
export function brief(one: Diagnostic, text: string): string {
  const found = one.span ? text.slice(one.span.from, one.span.to) : ''
  return `${one.code} ${found}${one.replacement === undefined ? '' : ` → ${one.replacement}`}`
}

/** What is said of an article's text, in short. */
export function findings(body: string, files: CheckFiles = {}): readonly string[] {
  const text = articleOf(body)
  return checked(text, files).map((one) => brief(one, text))
}
