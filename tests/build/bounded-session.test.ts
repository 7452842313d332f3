import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { boundedSession } from '../../src/build/bounded-session.ts'
import { buildBounded, MOST_TEXT } from '../../src/build/build-bounded.ts'
import { issueOf, project } from '../cli/project.ts'

const LARGE = `${issueOf('2026-01-05')}# ${'长'.repeat(MOST_TEXT)}\n`

/** A thread that says which of its issues this is and what it was begun with; for that of `fails` it ends instead. */
function countingThread(folder: string, fails: number): string {
  const file = join(folder, 'thread.cjs')
  writeFileSync(
    file,
    `const { parentPort, threadId, workerData } = require('node:worker_threads')
let nth = 0
parentPort.on('message', () => {
  nth += 1
  if (nth === ${fails}) throw new Error('ended')
  parentPort.postMessage({ run: { issue: { nth, threadId, ...workerData } } })
})`,
  )
  return file
}

function desk(issue: string, fails = 0) {
  const cwd = project({ 'issues/2026-01.yaml': issue })
  const file = join(cwd, 'issues/2026-01.yaml')
  const rules = { thread: { file: countingThread(cwd, fails), argv: [] }, seconds: 30 }
  return { plan: { cwd, issue: file, make: [] }, rules, save: (text: string) => writeFileSync(file, text) }
}

/** What a counting thread said, in the place of an issue's path. */
const saidBy = ({ issue }: { readonly issue: unknown }) =>
  issue as {
    readonly nth: number
    readonly threadId: number
    readonly held: unknown
    readonly keeps: boolean
  }

describe('an issue that is built whenever it is saved', () => {
  test('is built by one thread that keeps its work where it is large', async () => {
    const { plan, rules, save } = desk(LARGE)
    const session = boundedSession(plan, rules)
    const first = saidBy(await session.build())
    // Nothing more is read here.
    save('sections: [')
    const next = saidBy(await session.build())
    expect(first).toMatchObject({ nth: 1, keeps: true, held: null })
    expect(next).toEqual({ ...first, nth: 2 })
  }, 60_000)

  test('goes on in a new thread where one has ended', async () => {
    const { plan, rules } = desk(LARGE, 2)
    const session = boundedSession(plan, rules)
    const first = saidBy(await session.build())
    expect((await session.build()).diagnostics.map((one) => one.code)).toEqual(['E-FAULT'])
    const third = saidBy(await session.build())
    expect(third.nth).toBe(1)
    expect(third.threadId).not.toBe(first.threadId)
  }, 60_000)
})

test('a large issue that is built once has a thread that keeps nothing', async () => {
  const { plan, rules } = desk(LARGE)
  expect(saidBy(await buildBounded(plan, rules))).toMatchObject({ nth: 1, keeps: false })
}, 60_000)
