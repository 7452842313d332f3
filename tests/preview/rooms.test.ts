import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Rooms } from '../../src/preview/rooms.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { issueOf, project } from '../cli/project.ts'

/** A page that listens. */
const PAGE = { writeHead() {}, write: () => true, on() {}, destroy() {} } as never

function roomsOf(cwd: string, most: number): Rooms {
  const place = findIssue('issues/2026-01.yaml', cwd).value
  if (place === null) throw new Error('no issue')
  const thread = { thread: { file: join(cwd, 'idle.cjs'), argv: [] }, seconds: 60 }
  const today = () => ({ year: 2026, month: 4, day: 1 })
  return new Rooms({ place, cwd, cacheFolder: null, readOnly: false, thread, today, onFault: () => {} }, most)
}

test('of issues beyond what is opened at a time, one makes room that nobody looks at and that is saved', async () => {
  const cwd = project({
    'issues/2026-02.yaml': issueOf('2026-02-05'),
    'issues/2026-03.yaml': issueOf('2026-03-05'),
    'idle.cjs': '',
  })
  const rooms = roomsOf(cwd, 2)
  try {
    const numbers = rooms.issues.told().issues.map(({ number }) => number)
    expect(numbers.sort()).toEqual([0, 1, 2])
    const [first, second] = [rooms.room(0), rooms.room(1)]
    expect(rooms.room(0)).toBe(first)
    first?.listeners.add(PAGE)
    const { texts } = second?.office ?? {}
    const file = texts?.files()[0] ?? ''
    texts?.change(file, {
      version: 1,
      length: texts.text(file).length,
      changes: [{ from: 0, to: 0, insert: '#' }],
      by: 'me',
      serial: 1,
    })
    expect(rooms.unsaved()).toEqual([file])
    expect(rooms.room(2)).toBeNull()
    await texts?.save(file, false)
    expect(rooms.room(2)).not.toBeNull()
    rooms.room(2)?.listeners.add(PAGE)
    expect(rooms.room(1)).toBeNull()
    expect(rooms.room(9)).toBeNull()
  } finally {
    await rooms.close()
  }
})

test('an issue that was closed and is opened again has versions beyond those that a page may know', async () => {
  const rooms = roomsOf(project({ 'issues/2026-02.yaml': issueOf('2026-02-05'), 'idle.cjs': '' }), 1)
  try {
    rooms.issues.told()
    const [file = ''] = rooms.room(0)?.office.texts.files() ?? []
    const version = () => rooms.room(0)?.office.texts.told(file)?.version ?? 0
    expect(version()).toBe(1)
    expect(rooms.room(1)).not.toBeNull()
    expect(version()).toBeGreaterThan(1_000_000)
    const kept = { version: 40, length: 9, changes: [], by: 'me', serial: 0 }
    expect(rooms.room(0)?.office.texts.change(file, kept)).toMatchObject({ version: version(), taken: 0 })
  } finally {
    await rooms.close()
  }
})
