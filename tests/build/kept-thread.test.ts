import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'
import { IssueThread } from '../../src/build/issue-thread.ts'
import { ensureBundle, programFile } from '../cli/bundle.ts'
import { issueOf, project } from '../cli/project.ts'

beforeAll(ensureBundle)

test('a thread that is kept sees what was saved since, in the issue and in those beside it', async () => {
  const cwd = project({ 'issues/2026-01.yaml': `number: 1\n${issueOf('2026-01-05')}` })
  const plan = { cwd, issue: join(cwd, 'issues/2026-01.yaml'), make: [] }
  const rules = { thread: { file: programFile(), argv: ['--worker-thread'] }, seconds: 30 }
  const thread = new IssueThread({ held: null, keeps: true }, rules)
  const said = async () => {
    const { pages, diagnostics } = await thread.build(plan)
    const cold = await build(plan)
    expect({ pages, diagnostics }).toEqual({ pages: cold.pages, diagnostics: cold.diagnostics })
    return diagnostics.map((one) => one.code)
  }
  const before = await said()
  writeFileSync(join(cwd, 'issues/2026-02.yaml'), `number: 1\n${issueOf('2026-02-05')}`)
  expect(await said()).not.toEqual(before)
  writeFileSync(plan.issue, `number: 2\n${issueOf('2026-01-05')}`)
  await said()
  await thread.close()
}, 60_000)
