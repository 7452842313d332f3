import { expect, test } from 'vitest'
import { formatDiagnostic } from '../../src/report/report.ts'
import { diagnose } from './slips.ts'

const ARTICLE = 'date: 2024-01-15\nsections:\n  动态:\n    - title: 甲\n      body: 文。\n'

function told(text: string, name = 'a.yaml'): string {
  const found = diagnose({ file: `issues/${name}`, text }).find((one) => one.code === 'E-UNKNOWN')
  return found ? formatDiagnostic(found, new Map()) : ''
}

test.each([
  [`${ARTICLE}colophon: { copies: 3 }\n`, 'publication.yaml 的最外层'],
  [`${ARTICLE}报尾: { 份数: 3 }\n`, 'publication.yaml 的最外层'],
  [`${ARTICLE}margin: 20mm\n`, 'publication.yaml 的“页面”下面'],
  [`${ARTICLE}credit: 综合科\n`, '一篇文章里'],
  [`${ARTICLE}      pages: 4\n`, '期文件的最外层'],
  [`${ARTICLE}      caption: 会场\n`, '“图片”的一张里'],
  [`${ARTICLE}      图说: 会场\n`, '“图片”的一张里'],
])('%j', (text, where) => {
  expect(told(text)).toContain(where)
  expect(told(text)).not.toContain('是不是')
})

test('a slip of the pen is offered its key, as before', () => {
  expect(told(`${ARTICLE}      titel: 甲\n`)).toContain('是不是“title”？')
})

test("in the publication, an issue's key is sent to the issue", () => {
  const text = 'bulletin: 1\nname: 甲\nissuer: 乙\nstatus: final\n'
  expect(told(text, 'publication-a.yaml')).toContain('期文件的最外层')
})
