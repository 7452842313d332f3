import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Generations } from '../../src/base/generations.ts'
import { cacheKey } from '../../src/products/cache-entry.ts'
import { folderCache, noCache, remembered } from '../../src/products/picture-cache.ts'
import { cacheFolder } from '../../src/project/cache-folder.ts'

const KEY = cacheKey(['one'])
const OTHER = cacheKey(['other'])
const BYTES = new Uint8Array([1, 2, 3, 4])

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-cache-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const entry = (key: string) => join(folder, `${key}.picture`)
const got = async (key = KEY) => {
  const bytes = await folderCache(folder).get(key)
  return bytes && [...bytes]
}

describe('the picture cache', () => {
  test('gives back what was put, and nothing under another key', async () => {
    await folderCache(folder).put(KEY, BYTES)
    expect(await got()).toEqual([1, 2, 3, 4])
    expect(await got(OTHER)).toBeNull()
    expect(readdirSync(folder)).toEqual([`${KEY}.picture`])
  })

  test('what is empty, cut, changed or another’s is made again', async () => {
    const cache = folderCache(folder)
    await cache.put(KEY, BYTES)
    const whole = readFileSync(entry(KEY))
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(entry(KEY), whole.subarray(0, length))
      expect([length, await got()]).toEqual([length, null])
    }
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole)
      changed[at]! ^= 4
      writeFileSync(entry(KEY), changed)
      expect([at, await got()]).toEqual([at, null])
    }
    writeFileSync(entry(KEY), Buffer.concat([whole, whole]))
    expect(await got()).toBeNull()
    await cache.put(OTHER, new Uint8Array([9]))
    renameSync(entry(OTHER), entry(KEY))
    expect(await got()).toBeNull()
    await cache.put(KEY, BYTES)
    expect(await got()).toEqual([1, 2, 3, 4])
  })

  test.skipIf(process.platform === 'win32')(
    'a pipe, folder or link in an entry’s place is a miss',
    async () => {
      execFileSync('mkfifo', [entry(KEY)])
      mkdirSync(entry(OTHER))
      expect([await got(), await got(OTHER)]).toEqual([null, null])
      const cache = folderCache(folder)
      await cache.put(KEY, BYTES)
      await cache.put(OTHER, BYTES)
      expect([await got(), await got(OTHER)]).toEqual([[1, 2, 3, 4], null])
      const target = join(folder, 'target')
      renameSync(entry(KEY), target)
      symlinkSync(target, entry(KEY))
      expect(await got()).toBeNull()
    },
  )

  test('a folder that is a file, or cannot be made, is no obstacle', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, 'x')
    for (const place of [file, join(file, 'below'), join(folder, 'nul\0l')]) {
      await folderCache(place).put(KEY, BYTES)
      expect(await folderCache(place).get(KEY)).toBeNull()
    }
    expect(readFileSync(file, 'utf8')).toBe('x')
  })

  test.skipIf(process.platform !== 'linux')('a place where nothing can be made ends at once', async () => {
    await folderCache('/proc/jianbao/pictures').put(KEY, BYTES)
    expect(await folderCache('/proc/jianbao/pictures').get(KEY)).toBeNull()
  })

  test('only entries of its own are ever removed, the oldest first', async () => {
    const foreign = ['report.docx', KEY, `${KEY}.jpg`, `${KEY}.picture.bak`, 'a.picture', 'notes.part']
    for (const name of foreign) writeFileSync(join(folder, name), name)
    const old = new Date('2020-01-01')
    for (const name of foreign) utimesSync(join(folder, name), old, old)
    const part = join(folder, `${OTHER}.01234567.part`)
    writeFileSync(part, 'of a killed build')
    utimesSync(part, old, old)
    for (let i = 0; i < 2_005; i++) {
      const file = entry(i.toString(16).padStart(64, '0'))
      writeFileSync(file, '')
      utimesSync(file, 1_600_000_000 + i, 1_600_000_000 + i)
    }
    await folderCache(folder).put(KEY, BYTES)
    expect(foreign.filter((name) => !existsSync(join(folder, name)))).toEqual([])
    const entries = readdirSync(folder).filter((name) => name.endsWith('.picture'))
    expect(entries.length).toBeGreaterThan(900)
    expect(entries.length).toBeLessThan(1_010)
    expect(existsSync(entry((0).toString(16).padStart(64, '0')))).toBe(false)
    expect(existsSync(entry((2_004).toString(16).padStart(64, '0')))).toBe(true)
    expect(await got()).toEqual([1, 2, 3, 4])
    expect(existsSync(part)).toBe(false)
  })

  test.skipIf(process.platform === 'win32')('nobody else can read it', async () => {
    const own = join(folder, 'own')
    await folderCache(own).put(KEY, BYTES)
    expect(statSync(own).mode & 0o077).toBe(0)
    expect(statSync(join(own, `${KEY}.picture`)).mode & 0o077).toBe(0)
  })
})

describe('what a session remembers of it', () => {
  test('is asked for and kept once, and let go when two files have not taken it', async () => {
    let asked = 0
    const get = async () => {
      asked += 1
      return asked === 1 ? BYTES : null
    }
    const below = { get, put: noCache.put }
    const memory = new Generations<Uint8Array>()
    const cache = remembered(below, memory)
    for (let turn = 0; turn < 4; turn += 1) {
      memory.turn()
      expect(await cache.get(KEY)).toBe(BYTES)
    }
    expect(asked).toBe(1)
    memory.turn()
    memory.turn()
    expect(await cache.get(KEY)).toBe(null)
  })

  test('goes on into the cache below', async () => {
    const memory = new Generations<Uint8Array>()
    await remembered(folderCache(folder), memory).put(KEY, BYTES)
    expect(memory.get(KEY)).toBe(BYTES)
    expect(await folderCache(folder).get(KEY)).toEqual(Buffer.from(BYTES))
  })
})

describe('where it lies', () => {
  const posix = process.platform === 'linux'

  test('is a folder of our own in whatever folder is named; `off` is none', () => {
    expect(cacheFolder({ JIANBAO_CACHE: folder })).toBe(join(folder, 'jianbao', 'pictures'))
    expect(cacheFolder({ JIANBAO_CACHE: 'off' })).toBeNull()
    for (const none of ['OFF', ' off ', 'a\0b', '~/cache', 'https://example.com/cache'])
      expect([none, cacheFolder({ JIANBAO_CACHE: none })]).toEqual([none, null])
    expect(cacheFolder({ JIANBAO_CACHE: ' ', XDG_CACHE_HOME: folder })).toBe(
      cacheFolder({ XDG_CACHE_HOME: folder }),
    )
  })

  test.skipIf(!posix)('is none where a link in its place leads elsewhere', () => {
    const elsewhere = join(folder, 'elsewhere')
    const [shared, other] = [join(folder, 'shared'), join(folder, 'other')]
    for (const one of [elsewhere, shared, join(other, 'jianbao')]) mkdirSync(one, { recursive: true })
    symlinkSync(elsewhere, join(shared, 'jianbao'))
    symlinkSync(elsewhere, join(other, 'jianbao', 'pictures'))
    for (const one of [shared, other]) expect(cacheFolder({ JIANBAO_CACHE: one })).toBeNull()
    // The folder that is named may be a link: whoever names it knows where it leads.
    symlinkSync(elsewhere, join(folder, 'named'))
    expect(cacheFolder({ JIANBAO_CACHE: join(folder, 'named') })).toBe(
      join(folder, 'named', 'jianbao', 'pictures'),
    )
  })

  test.skipIf(!posix)('a relative folder of the system’s is not taken, no home is no cache', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: folder })).toBe(join(folder, 'jianbao', 'pictures'))
    const home = process.env.HOME
    try {
      process.env.HOME = '/somewhere'
      expect(cacheFolder({ XDG_CACHE_HOME: 'here' })).toBe('/somewhere/.cache/jianbao/pictures')
      process.env.HOME = ''
      expect(cacheFolder({})).toBeNull()
    } finally {
      if (home === undefined) delete process.env.HOME
      else process.env.HOME = home
    }
  })
})
