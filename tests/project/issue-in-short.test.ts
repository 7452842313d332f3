import { describe, expect, test } from 'vitest'
import { copiesBeside, findIssue } from '../../src/project/find-issue.ts'
import { issueInShort } from '../../src/project/issue-in-short.ts'
import { issueOf, project } from '../cli/project.ts'

const ISSUES = [
  { file: '/a/issues/2025-02.yaml', date: '2025-01-15', number: 2 },
  { file: '/a/issues/2026-01.yaml', date: '2026-01-05', number: 1 },
  { file: '/a/issues/2026-02.yaml', date: '2026-01-20', number: 2 },
]

describe('an issue in short', () => {
  test.each([
    ['2026-02', '2026-02'],
    ['2026-2', '2026-02'],
    ['2025.2', '2025-02'],
    ['2026年第2期', '2026-02'],
    ['2026/02', '2026-02'],
    ['2025\\2', '2025-02'],
    ['1月', '2026-02'],
    ['一月份', '2026-02'],
    ['第2期', '2026-02'],
    ['第二期', '2026-02'],
    ['二', '2026-02'],
    ['2', '2026-02'],
    ['01', '2026-01'],
    ['2026-01-05', '2026-01'],
    ['2026年1月5日', '2026-01'],
    ['20260105', '2026-01'],
    ['最新', '2026-02'],
    ['上一期', '2026-01'],
    ['previous', '2026-01'],
    ['issues\\2026-01.yaml', '2026-01'],
    ['output/城南简报-2026-01.pdf', '2026-01'],
    ['城南简报-2026-01-proof.pdf', '2026-01'],
  ])('%s is %s', (named, stem) => {
    expect(issueInShort(named, ISSUES)).toBe(`/a/issues/${stem}.yaml`)
  })

  test.each(['9', '第九期', '2024-02', '2027-01-01', '城南', '全部', '9月', '本月'])(
    '%s is none',
    (named) => {
      expect(issueInShort(named, ISSUES)).toBeUndefined()
    },
  )

  test('what is none of them is said with those there are; a path is left to be read', () => {
    const cwd = project({ 'issues/2026-02.yaml': issueOf('2026-01-20') })
    const { value, diagnostics } = findIssue('第九期', cwd)
    expect(value).toBeNull()
    expect(diagnostics[0]).toMatchObject({
      code: 'E-ISSUE-NAME',
      values: { name: '第九期', listZh: '2026-01、2026-02' },
    })
    expect(findIssue('issues\\2026-01.yml', cwd).value?.issue).toMatch(/2026-01\.yaml$/)
    expect(findIssue('x/y.yaml', cwd).value?.issue).toMatch(/y\.yaml$/)
  })

  test.each([
    '2026-01旧',
    '2026-01原稿',
    '2026-01-备',
    '2026-01 (冲突)',
    '2026-01.sync-conflict-1',
    '2026-01作废',
  ])('%s is a copy', (stem) => {
    const cwd = project({ [`issues/${stem}.yaml`]: issueOf('2026-02-05') })
    expect(copiesBeside(`${cwd}/publication.yaml`)).toHaveLength(1)
  })
})
