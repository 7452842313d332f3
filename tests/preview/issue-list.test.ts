import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { IssueList } from '../../src/preview/issue-list.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { folderWith, issueOf, PUBLICATION, project } from '../cli/project.ts'

const MONTHLY = `${PUBLICATION}frequency: monthly\nnumbering: { anchor: { issue: '2026-01', total: 31 } }\n`

function listed(folder: string, issue?: string): IssueList {
  const place = findIssue(issue, folder).value
  if (place === null) throw new Error('no issue')
  return new IssueList(place, () => ({ year: 2026, month: 3, day: 1 }))
}

test('all issues are told with their labels, the newest first, and what the next will be', () => {
  const folder = project({ 'publication.yaml': MONTHLY, 'issues/2026-02.yaml': issueOf('2026-02-05') })
  expect(listed(folder, 'issues/2026-01.yaml').told()).toEqual({
    issues: [
      { number: 1, name: '2026-02', date: '2026-02-05', label: '2026年第2期（总第32期）' },
      { number: 0, name: '2026-01', date: '2026-01-05', label: '2026年第1期（总第31期）' },
    ],
    next: { name: '2026-03', date: '2026-03-05', label: '2026年第3期（总第33期）' },
  })
})

test('the next issue is made once, as the command line makes it, and has a number of its own', async () => {
  const folder = project({ 'publication.yaml': MONTHLY })
  const list = listed(folder)
  expect(await list.make({ name: '2026-02', language: 'zh' })).toEqual({ number: 1, reason: null })
  const text = readFileSync(join(folder, 'issues/2026-02.yaml'), 'utf8')
  expect(text).toContain('# 2026年第2期（总第32期）（期号由日期自动推算）\ndate: 2026-02-05\n')
  expect(list.place(1)?.issue).toBe(join(folder, 'issues/2026-02.yaml'))
  // Pressed twice, or in two tabs: what was told of is there by now.
  expect(await list.make({ name: '2026-02', language: 'zh' })).toEqual({ number: null, reason: null })
  expect(existsSync(join(folder, 'issues/2026-03.yaml'))).toBe(false)
})

test('keys are those of the publication', async () => {
  const folder = project({ 'publication.yaml': '格式版本: 1\n刊名: 甲刊\n编发单位: 乙单位\n栏目: [要闻]\n' })
  const { next } = listed(folder).told()
  await listed(folder).make({ name: next?.name ?? '', language: 'zh' })
  expect(readFileSync(join(folder, 'issues', `${next?.name}.yaml`), 'utf8')).toContain('\n日期: 2026-01-20\n')
})

test.each([
  ['2026-01-05', '2026-01-20'],
  ['2026-001', '2026-002'],
  ['第一期', '2026-02'],
])('beside “%s” the next file is %s', (stem, wanted) => {
  const folder = folderWith({
    'publication.yaml': PUBLICATION,
    [`issues/${stem}.yaml`]: issueOf('2026-01-05'),
  })
  expect(listed(folder).told().next?.name).toBe(wanted)
})

test('a file that lies in its place is left as it is, and said to be there', async () => {
  const folder = project({ 'issues/2026-02.yaml': 'notes: mine\n' })
  const { number, reason } = await listed(folder).make({ name: '2026-02', language: 'zh' })
  expect(number).toBeNull()
  expect(reason?.code).toBe('E-EXISTS')
  expect(readFileSync(join(folder, 'issues/2026-02.yaml'), 'utf8')).toBe('notes: mine\n')
})

test('without settings that read there is no next issue, and why is said', async () => {
  const folder = project()
  writeFileSync(join(folder, 'publication.yaml'), 'bulletin: 1\nnmae: 甲刊\n')
  expect(listed(folder).told().next).toBeNull()
  expect((await listed(folder).make({ name: '2026-02', language: 'zh' })).reason).not.toBeNull()
  const alone = folderWith({ '2026-01.yaml': issueOf('2026-01-05') })
  expect(listed(alone, '2026-01.yaml').told()).toEqual({
    issues: [{ number: 0, name: '2026-01', date: '', label: '' }],
    next: null,
  })
})

test('an issue of another publication is not listed, and no number leads there', () => {
  const folder = project({
    'other/publication.yaml': PUBLICATION,
    'issues/2026-02.yaml': `publication: ../other/publication.yaml\n${issueOf('2026-02-05')}`,
  })
  const list = listed(folder, 'issues/2026-01.yaml')
  expect(list.told().issues.map(({ name }) => name)).toEqual(['2026-01'])
  expect([list.place(1), list.place(-1), list.place(0.5)]).toEqual([null, null, null])
})
