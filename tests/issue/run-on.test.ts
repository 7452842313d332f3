import { expect, test } from 'vitest'
import { runOn, titleLine } from '../../src/issue/body/run-on.ts'
import { readIssue } from '../../src/issue/read-issue.ts'

test.each([
  ['甲集团召开述职会议暨专题会议', [9], '甲集团召开述职会议　暨专题会议'],
  ['一甲乙', [1, 2], '一　甲　乙'],
  ['甲：乙', [2], '甲：乙'],
  ['甲——乙', [1], '甲——乙'],
  ['甲 BIM', [1], '甲　BIM'],
  ['Annual Report', [6], 'Annual Report'],
])('%s is run on at %j', (text, breaks, said) => {
  expect(runOn(text, breaks)).toBe(said)
})

test('a title is told with the pauses that its editor marked', () => {
  const { value } = readIssue({
    publication: { file: 'publication.yaml', text: 'bulletin: 1\nname: 甲\nissuer: 乙\n' },
    issue: {
      file: 'issues/a.yaml',
      text: 'date: 2026-01-05\nsections:\n  动态:\n    - title: 供水公司开会 | ABC项目开工\n      body: 文。\n',
    },
    others: [],
    article: () => ({ value: null, diagnostics: [] }),
    sets: [],
  })
  expect(titleLine(value!.sections[0]!.articles[0]!)).toBe('供水公司开会　ABC项目开工')
})
