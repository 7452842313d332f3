import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ChangedFile } from '../../src/assets/changed-file.ts'
import type { Assets } from '../../src/assets/image.ts'
import { build } from '../../src/build/build-issue.ts'
import { loadImage } from '../../src/project/load.ts'
import { diskFiles } from '../../src/project/project-files.ts'
import { folderWith, PUBLICATION } from '../cli/project.ts'
import { photograph } from '../paint/sample-images.ts'

const { opened, module } = vi.hoisted(() => ({ opened: [] as string[], module: { sharp: 0 } }))
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const openSync: typeof real.openSync = (path, ...given) => {
    opened.push(String(path))
    return real.openSync(path, ...given)
  }
  return { ...real, openSync }
})
vi.mock('../../src/products/render-picture.ts', async (original) => {
  const real = await original<typeof import('../../src/products/render-picture.ts')>()
  const loadSharp: typeof real.loadSharp = () => {
    module.sharp += 1
    return real.loadSharp()
  }
  return { ...real, loadSharp }
})

const LATER = 60_000
const later = (by: number) => vi.useFakeTimers({ now: Date.now() + by, toFake: ['Date'] })
const SPAN = { file: 'issues/1.yaml', from: 0, to: 0 }
const ISSUE =
  'date: 2026-01-05\nsections:\n  要闻:\n    - title: 夜间检修\n      body: |\n        检修队对旧管线进行夜间更换。\n      images: [{ src: a.jpg, alt: 检修 }]\n'

/** Two photographs of one length in bytes. */
let photographs: readonly Buffer[] = []
beforeAll(async () => {
  const made = await Promise.all(
    [1, 7].map((seed) => photograph(900, 600, seed).jpeg({ quality: 95 }).toBuffer()),
  )
  const length = Math.max(...made.map((one) => one.length))
  // What stands behind a picture's end is passed over.
  photographs = made.map((one) => Buffer.concat([one, Buffer.alloc(length - one.length)]))
})

let folder = ''
let cache = ''
const file = () => join(folder, 'issues/a.jpg')
beforeEach(() => {
  folder = folderWith({
    'publication.yaml': PUBLICATION,
    'issues/1.yaml': ISSUE,
    'issues/a.jpg': photographs[0]!,
  })
  cache = join(folderWith({}), 'cache')
  later(LATER)
})
afterEach(() => {
  vi.useRealTimers()
})

const reads = () => opened.filter((path) => path.endsWith('.jpg')).length
const load = async () => {
  const from = { files: diskFiles(folder), cacheFolder: cache, picturesLater: true }
  const { value } = await loadImage(from, 'issues/a.jpg', SPAN)
  return value
}
const issue = () =>
  build({ cwd: folder, issue: 'issues/1.yaml', output: '-', cacheFolder: cache, picturesLater: true })

describe('a picture that was read before', () => {
  test('is not read again until its bytes are asked for, and is all that it was', async () => {
    const first = await load()
    opened.length = 0
    const again = await load()
    expect(reads()).toBe(0)
    expect({ ...again, size: undefined }).toEqual({ ...first, size: undefined })
    expect([again?.size, reads()]).toEqual([first?.bytes.length, 1])
    expect(again?.bytes).toBe(again?.bytes)
    expect(reads()).toBe(1)
  })

  test('is read where it may have changed unseen, however alike it looks', async () => {
    const [one, other] = photographs as [Buffer, Buffer]
    const day = new Date('2026-01-01')
    utimesSync(file(), day, day)
    later(LATER)
    const known = (await load())?.hash
    writeFileSync(file(), other)
    utimesSync(file(), day, day)
    expect([statSync(file()).size, statSync(file()).mtimeMs]).toEqual([one.length, day.getTime()])
    expect((await load())?.hash).not.toBe(known)
    // Within the clock's step nothing is kept: the same size and time may hide a change.
    vi.useRealTimers()
    rmSync(cache, { recursive: true })
    await load()
    expect(existsSync(cache)).toBe(false)
  })

  test.skipIf(process.platform === 'win32')(
    'is refused where a link now leads out of the project',
    async () => {
      expect(await load()).not.toBeNull()
      const outside = join(folderWith({}), 'issues')
      renameSync(join(folder, 'issues'), outside)
      symlinkSync(outside, join(folder, 'issues'))
      expect(await load()).toBeNull()
    },
  )

  test('whose entry is damaged is read', async () => {
    const first = await load()
    for (const name of readdirSync(cache)) {
      const bytes = readFileSync(join(cache, name))
      bytes[bytes.length - 20]! ^= 1
      writeFileSync(join(cache, name), bytes)
    }
    opened.length = 0
    expect((await load())?.hash).toBe(first?.hash)
    expect(reads()).toBe(1)
  })

  test('and changes before its bytes are asked for is told, not given', async () => {
    await load()
    const again = await load()
    writeFileSync(file(), photographs[1]!)
    expect(() => again?.bytes).toThrow(ChangedFile)
  })
})

describe('an issue with a picture that is known', () => {
  test('is made without the picture’s file and without a decoder, and is the same', async () => {
    const first = await issue()
    opened.length = 0
    module.sharp = 0
    const again = await issue()
    expect([reads(), module.sharp]).toEqual([0, 0])
    expect(Buffer.from(again.bytes!).equals(first.bytes!)).toBe(true)
  })

  test('that changes while it is made is made of the picture as it is then', async () => {
    await issue()
    for (const name of readdirSync(cache)) if (name.endsWith('.picture')) rmSync(join(cache, name))
    let known: Assets | null = null
    const made = await build({
      cwd: folder,
      issue: 'issues/1.yaml',
      output: '-',
      cacheFolder: cache,
      picturesLater: true,
      onAssets: (assets) => {
        if (known === null) writeFileSync(file(), photographs[1]!)
        known = assets
      },
    })
    rmSync(cache, { recursive: true })
    const right = await issue()
    expect(made.diagnostics).toEqual(right.diagnostics)
    expect(Buffer.from(made.bytes!).equals(right.bytes!)).toBe(true)
  })
})
