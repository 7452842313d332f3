import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { headsOnDisk, heldHeads, type IssueHeads } from '../../src/project/issue-heads.ts'
import { projectAt } from '../../src/project/issue-project.ts'
import { rememberedHeads } from '../../src/project/remembered-heads.ts'
import { folderWith, issueOf, PUBLICATION } from '../cli/project.ts'

const { opened } = vi.hoisted(() => ({ opened: [] as string[] }))
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const openSync: typeof real.openSync = (path, ...given) => {
    opened.push(String(path))
    return real.openSync(path, ...given)
  }
  return { ...real, openSync }
})

/** Times in which files are old enough to be remembered, and in which they may yet change unseen. */
const LATER = 60_000
beforeEach(() => later(LATER))
afterEach(() => {
  vi.useRealTimers()
})
const later = (by: number) => vi.useFakeTimers({ now: Date.now() + by, toFake: ['Date'] })

let folder = ''
let cache = ''
const place = (name: string) => join(folder, 'issues', `${name}.yaml`)
const publication = () => join(folder, 'publication.yaml')

function publicationOf(count: number): void {
  const issues = Array.from({ length: count }, (_, at) => [
    `issues/${at + 1}.yaml`,
    issueOf(`2026-01-${String(at + 1).padStart(2, '0')}`),
  ])
  folder = folderWith({ 'publication.yaml': PUBLICATION, ...Object.fromEntries(issues) })
  cache = join(folderWith({}), 'cache')
}

/** The issue files that are opened meanwhile, each as often as it is. */
function readIn(work: () => void): string[] {
  opened.length = 0
  work()
  return opened.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length + 8, -5))
}

const dates = (heads: IssueHeads) => heads(publication()).map(({ head }) => head.date)
const again = () => rememberedHeads(cache)
const entries = () => (existsSync(cache) ? readdirSync(cache) : [])

describe('heads of issue files', () => {
  beforeEach(() => publicationOf(5))

  test('are read once; of what changed, came and went only that', () => {
    expect(readIn(() => again()(publication())).sort()).toEqual(['1', '2', '3', '4', '5'])
    expect(readIn(() => again()(publication()))).toEqual([])
    writeFileSync(place('2'), issueOf('2026-02-02'))
    writeFileSync(place('6'), issueOf('2026-01-06'))
    unlinkSync(place('4'))
    later(2 * LATER)
    expect(readIn(() => again()(publication())).sort()).toEqual(['2', '6'])
    expect(readIn(() => expect(again()(publication())).toEqual(headsOnDisk(publication())))).toHaveLength(5)
  })

  test('of an issue that is built only the others are read, and it does not forget them', () => {
    const build = (name: string) =>
      readIn(() =>
        projectAt({ issue: place(name), publication: publication(), root: folder }, again()).others(),
      )
    expect(build('1').sort()).toEqual(['2', '3', '4', '5'])
    expect(build('1')).toEqual([])
    expect(build('2')).toEqual(['1'])
    expect(build('3')).toEqual([])
  })

  test('a file that was changed just now, and might change again unseen, is read each time', () => {
    vi.useRealTimers()
    expect(readIn(() => again()(publication()))).toHaveLength(5)
    expect(entries()).toEqual([])
    later(LATER)
    again()(publication())
    later(-LATER)
    writeFileSync(place('2'), issueOf('2026-01-03'))
    expect(dates(again())).toContain('2026-01-03')
    writeFileSync(place('2'), issueOf('2026-01-07'))
    expect(dates(again())).toContain('2026-01-07')
  })

  test('a cache that is damaged, another’s or no folder is a miss and no failure', () => {
    const right = dates(headsOnDisk)
    again()(publication())
    const [name = ''] = entries()
    const whole = readFileSync(join(cache, name))
    for (const at of [0, 8, 40, whole.length - 3]) {
      const damaged = Buffer.from(whole)
      damaged[at]! ^= 1
      for (const bytes of [damaged, whole.subarray(0, at), Buffer.alloc(0)]) {
        writeFileSync(join(cache, name), bytes)
        expect(readIn(() => expect(dates(again())).toEqual(right))).toHaveLength(5)
        expect(readFileSync(join(cache, name))).toEqual(whole)
      }
    }
    const other = folder
    publicationOf(2)
    mkdirSync(cache)
    again()(publication())
    const [second = ''] = entries()
    writeFileSync(join(cache, second), whole)
    expect(dates(again())).toEqual(['2026-01-01', '2026-01-02'])
    for (const one of [other, folder]) rmSync(one, { recursive: true })
    publicationOf(2)
    writeFileSync(cache, '')
    expect(dates(again())).toEqual(['2026-01-01', '2026-01-02'])
    expect(readFileSync(cache, 'utf8')).toBe('')
  })

  test.skipIf(process.platform === 'win32')('a link is followed anew each time', () => {
    const outside = join(folderWith({ 'a.yaml': issueOf('2026-03-01') }), 'a.yaml')
    symlinkSync(outside, place('9'))
    const seen = () => again()(publication()).find(({ file }) => file === place('9'))
    expect(seen()).toMatchObject({ head: { date: '2026-03-01' }, readable: false })
    expect(seen()).toMatchObject({ readable: false })
    unlinkSync(place('9'))
    symlinkSync(place('1'), place('9'))
    expect(seen()).toMatchObject({ head: { date: '2026-01-01' }, readable: true })
    const elsewhere = join(folderWith({}), 'issues')
    renameSync(join(folder, 'issues'), elsewhere)
    symlinkSync(elsewhere, join(folder, 'issues'))
    expect(again()(publication()).map(({ readable }) => readable)).toEqual(Array(6).fill(false))
  })

  test('a head that is longer than any is read each time and not kept', () => {
    writeFileSync(place('2'), `title: 一\nnumber: ${'9'.repeat(100_000)}\n${issueOf('2026-01-02')}`)
    later(2 * LATER)
    again()(publication())
    expect(readIn(() => again()(publication()))).toEqual(['2'])
  })

  test('without a cache folder every build reads all, many issues built together once', () => {
    expect(readIn(() => rememberedHeads(null)(publication()))).toHaveLength(5)
    const held = heldHeads(headsOnDisk)
    const all = ['1', '2', '3', '4', '5']
    const builds = () =>
      all.map((name) =>
        projectAt({ issue: place(name), publication: publication(), root: folder }, held).others(),
      )
    expect(readIn(() => expect(builds().map((one) => one.length)).toEqual([4, 4, 4, 4, 4])).sort()).toEqual(
      all,
    )
  })
})
