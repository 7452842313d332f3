import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildMany } from '../../src/build/build-many.ts'
import { LargeIssue, makeIssue } from '../../src/build/make-issue.ts'
import { memoryFiles } from '../../src/project/memory-files.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-thread-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a thread for a single issue is told that it need keep nothing for another', async () => {
  const file = join(folder, 'thread.cjs')
  writeFileSync(
    file,
    `const { parentPort, workerData } = require('node:worker_threads')
parentPort.on('message', () => parentPort.postMessage({ run: { issue: workerData } }))`,
  )
  const begun = async (jobs: number) => {
    const runs = await buildMany(
      Array.from({ length: jobs }, () => ({ cwd: folder })),
      { thread: { file, argv: [] }, seconds: 20 },
    )
    return runs.map((run) => run.issue)
  }
  expect(await begun(1)).toEqual([{ held: new Map(), keeps: false }])
  expect(await begun(2)).toEqual(Array(2).fill({ held: new Map(), keeps: true }))
})

test('of an issue whose own file is too large nothing more is read', async () => {
  const issue = 'date: 2026-01-05\nnumber: 1\nsections:\n  要闻:\n    - { file: a.md }\n'
  const files = memoryFiles({
    'publication.yaml': 'bulletin: 1\nname: 柳溪简报\nissuer: 柳溪区服务中心\nsections: [要闻]\n',
    'issue.yaml': issue,
    'a.md': '---\ntitle: 书房开放\n---\n正文。\n',
  })
  const asked = new Set<string>()
  const read: typeof files.read = (path, rules) => {
    asked.add(path)
    return files.read(path, rules)
  }
  const project = {
    files: { ...files, read },
    issue: 'issue.yaml',
    publication: 'publication.yaml',
    others: () => [],
  }
  await expect(makeIssue(project, { mostText: issue.length - 1 })).rejects.toThrow(LargeIssue)
  expect(asked).not.toContain('a.md')
  await expect(makeIssue(project, { mostText: issue.length })).rejects.toThrow(LargeIssue)
  expect(asked).toContain('a.md')
})
