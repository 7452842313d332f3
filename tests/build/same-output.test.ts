import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ensureBundle, jianbao } from '../cli/bundle.ts'
import { folderWith, issueOf } from '../cli/project.ts'

beforeAll(ensureBundle)

function folder(name: string, dates: readonly string[]) {
  const issues = dates.map((date, at) => [`issues/${at + 1}.yaml`, issueOf(date)])
  return folderWith({
    'publication.yaml': `bulletin: 1\nname: 城南简报\nissuer: 办公室\noutput: { name: "${name}" }\n`,
    ...Object.fromEntries(issues),
  })
}

test('issues built at once whose files have one name are refused before anything is written', () => {
  const cwd = folder('简报', ['2026-01-05', '2026-02-05'])
  const { code, err } = jianbao(cwd, ['build', '--all'])
  expect([code, err]).toEqual([6, expect.stringContaining('E-OUTPUT-SAME')])
  expect(err).toContain('issues/1.yaml')
  expect(err).toContain('output/简报.pdf')
  expect(existsSync(join(cwd, 'output'))).toBe(false)
})

test('two that are named are looked at too; names told apart are made', () => {
  const cwd = folder('简报{yyyy}', ['2026-01-05', '2026-02-05', '2027-01-05'])
  const one = jianbao(cwd, ['build', 'issues/1.yaml', 'issues/2.yaml'])
  expect([one.code, one.err]).toEqual([6, expect.stringContaining('output/简报2026.pdf')])
  expect(jianbao(cwd, ['build', 'issues/2.yaml', 'issues/3.yaml', '-q']).code).toBe(0)
  expect(existsSync(join(cwd, 'output/简报2027.pdf'))).toBe(true)
})
