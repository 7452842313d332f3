import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  lchownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeFile } from '../../src/project/write-file.ts'
import { ensureBundle, jianbao } from '../cli/bundle.ts'
import { issueOf, PUBLICATION, project } from '../cli/project.ts'

const posix = test.skipIf(process.platform === 'win32')
const asRoot = test.skipIf(process.geteuid?.() !== 0)

beforeAll(ensureBundle, 60_000)

const OUTPUT = 'output/城南简报-2026-01.pdf'
const FOREIGN = '%PDF-1.7\nmade by somebody else\n<pdf:Producer>another program</pdf:Producer>\n%%EOF\n'
const isPdf = (file: string) => readFileSync(file).subarray(0, 5).toString() === '%PDF-'

let folder = ''
beforeEach(() => {
  folder = project()
})
const at = (path: string) => join(folder, path)
const build = (...args: string[]) => jianbao(folder, ['build', '-q', ...args])

/** A folder that is not the project's. */
function outside(files: Readonly<Record<string, string>> = {}): string {
  const made = mkdtempSync(join(tmpdir(), 'jianbao-outside-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text)
  return made
}

describe('a file that is there', () => {
  test('is replaced when it is an earlier build, or empty', () => {
    expect(build().code).toBe(0)
    writeFileSync(at('issues/2026-01.yaml'), issueOf('2026-01-05').replace('部署', '安排'))
    const before = readFileSync(at(OUTPUT))
    expect(build()).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(at(OUTPUT)).equals(before)).toBe(false)
    writeFileSync(at('empty.pdf'), '')
    expect(build('-o', 'empty.pdf').code).toBe(0)
  })

  test.each(['pdf', 'print', 'booklet', 'archive', 'proof'])('an earlier %s is known as ours', (kind) => {
    expect(build('--make', kind, '-o', 'a.pdf').code).toBe(0)
    expect(build('--make', kind, '-o', 'a.pdf')).toMatchObject({ code: 0 })
  })

  test('an earlier build that another tool saved again, its metadata at the front, is known as ours', () => {
    expect(build('-o', 'a.pdf').code).toBe(0)
    const made = readFileSync(at('a.pdf'))
    writeFileSync(at('a.pdf'), Buffer.concat([made, Buffer.alloc(900_000, '\n')]))
    expect(build('-o', 'a.pdf')).toMatchObject({ code: 0 })
    expect(statSync(at('a.pdf')).size).toBe(made.length)
  })

  test.each([
    ['a PDF of somebody else', 'report.pdf', FOREIGN],
    ['a picture', 'issues/photo.jpg', '\xff\xd8\xff\xe0'],
    ['an article', 'issues/notes.md', '# 会议\n\n<pdf:Producer>jianbao</pdf:Producer>\n'],
    ['another issue', 'issues/2026-02.yaml', 'date: 2026-02-05\n'],
    ['a font', 'fonts/a.ttf', '\0\x01\0\0'],
    ['a file without a name that tells', 'LICENSE', 'text'],
  ])('%s stays as it is', (_, path, text) => {
    mkdirSync(at('fonts'), { recursive: true })
    writeFileSync(at(path), text)
    const { code, err } = build('-o', path, 'issues/2026-01.yaml')
    expect(err).toContain('E-OUTPUT-FOREIGN')
    expect(code).toBe(6)
    expect(readFileSync(at(path), 'utf8')).toBe(text)
  })

  test('a foreign PDF where the publication writes stays too', () => {
    mkdirSync(at('output'))
    writeFileSync(at(OUTPUT), FOREIGN)
    expect(build()).toMatchObject({ code: 6 })
    expect(readFileSync(at(OUTPUT), 'utf8')).toBe(FOREIGN)
  })

  test.each([['publication.yaml'], ['issues/2026-01.yaml']])('%s is an input and is not written', (path) => {
    const before = readFileSync(at(path), 'utf8')
    expect(build('-o', path)).toMatchObject({ code: 2 })
    expect(readFileSync(at(path), 'utf8')).toBe(before)
  })

  test('of several products one may not be written: none is', () => {
    expect(build('-o', 'a.pdf').code).toBe(0)
    writeFileSync(at('a-proof.pdf'), FOREIGN)
    writeFileSync(at('issues/2026-01.yaml'), issueOf('2026-01-05').replace('部署', '安排'))
    const before = readFileSync(at('a.pdf'))
    expect(build('--make', 'pdf,proof', '-o', 'a.pdf')).toMatchObject({ code: 6 })
    expect(readFileSync(at('a.pdf')).equals(before)).toBe(true)
    expect(readFileSync(at('a-proof.pdf'), 'utf8')).toBe(FOREIGN)
  })

  posix('keeps its rights', () => {
    expect(build().code).toBe(0)
    for (const mode of [0o600, 0o660, 0o644]) {
      chmodSync(at(OUTPUT), mode)
      expect(build().code).toBe(0)
      expect(statSync(at(OUTPUT)).mode & 0o777).toBe(mode)
    }
  })

  asRoot('keeps its owner when the superuser builds', () => {
    expect(build().code).toBe(0)
    execFileSync('chown', ['1234:1234', at(OUTPUT)])
    expect(build().code).toBe(0)
    expect(statSync(at(OUTPUT))).toMatchObject({ uid: 1234, gid: 1234 })
  })

  posix('another name of it, a hard link, keeps the old bytes', () => {
    expect(build().code).toBe(0)
    linkSync(at(OUTPUT), at('kept.pdf'))
    const before = readFileSync(at('kept.pdf'))
    writeFileSync(at('issues/2026-01.yaml'), issueOf('2026-01-05').replace('部署', '安排'))
    expect(build().code).toBe(0)
    expect(readFileSync(at('kept.pdf')).equals(before)).toBe(true)
  })
})

describe('what is no file', () => {
  posix('a pipe is neither written to nor replaced, and nothing hangs', () => {
    execFileSync('mkfifo', [at('pipe.pdf')])
    expect(build('-o', 'pipe.pdf').err).toContain('E-OUTPUT-KIND')
    expect(lstatSync(at('pipe.pdf')).isFIFO()).toBe(true)
  })

  posix('a device is not replaced, whoever asks', (context) => {
    if (spawnSync('mknod', [at('device'), 'c', '1', '3']).status !== 0) return context.skip('no mknod here')
    expect(build('-o', 'device')).toMatchObject({ code: 6 })
    expect(lstatSync(at('device')).isCharacterDevice()).toBe(true)
  })

  posix.each(['/dev/stdout', '/dev/stderr', '/dev/fd/1', '/proc/self/fd/1', '/dev/null', '/dev/full'])(
    '%s is refused, with the word that stdout is -o -',
    (path) => {
      const { code, out, err } = jianbao(folder, ['build', '-q', '-o', path])
      expect({ code, out }).toEqual({ code: 6, out: '' })
      expect(err).toMatch(/E-OUTPUT-KIND[\s\S]*-o -/)
    },
  )

  posix('a socket is refused', async () => {
    const server = createServer().listen(at('socket'))
    await once(server, 'listening')
    expect(build('-o', 'socket')).toMatchObject({ code: 6 })
    server.close()
  })

  test.each(['issues', 'issues/', 'new/'])('the folder %s is refused', (path) => {
    expect(build('-o', path)).toMatchObject({ code: 5 })
    expect(build('-o', path).err).toContain('E-WRITE-FOLDER')
    expect(existsSync(at('new'))).toBe(false)
  })

  test('a “~” that no shell replaced is told, and no folder of that name is made', () => {
    expect(build('-o', '~/a.pdf')).toMatchObject({ code: 2 })
    expect(readdirSync(folder)).not.toContain('~')
  })
})

describe('a link', () => {
  posix('at the target is written through and stays', () => {
    const there = outside()
    expect(build('-o', join(there, 'a.pdf')).code).toBe(0)
    symlinkSync(join(there, 'a.pdf'), at('link.pdf'))
    writeFileSync(at('issues/2026-01.yaml'), issueOf('2026-01-05').replace('部署', '安排'))
    const before = readFileSync(join(there, 'a.pdf'))
    expect(build('-o', 'link.pdf').code).toBe(0)
    expect(lstatSync(at('link.pdf')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(there, 'a.pdf')).equals(before)).toBe(false)
    expect(readdirSync(there)).toEqual(['a.pdf'])
  })

  posix('at the target to a foreign file is refused', () => {
    const there = outside({ 'a.pdf': FOREIGN })
    symlinkSync(join(there, 'a.pdf'), at('link.pdf'))
    expect(build('-o', 'link.pdf')).toMatchObject({ code: 6 })
    expect(readFileSync(join(there, 'a.pdf'), 'utf8')).toBe(FOREIGN)
  })

  posix('that leads nowhere is refused, at the target and on the way', () => {
    symlinkSync(at('nowhere/a.pdf'), at('link.pdf'))
    symlinkSync(at('nowhere'), at('way'))
    for (const path of ['link.pdf', 'way/a.pdf', 'way/deeper/a.pdf']) {
      expect(build('-o', path).err).toContain('E-OUTPUT-DANGLING')
    }
    expect(existsSync(at('nowhere'))).toBe(false)
  })

  posix.each([
    ['the output folder', 'output', ''],
    ['a folder above it', 'a', 'output: { dir: a/b/c }\n'],
    ['a folder below it', 'output/sub', 'output: { dir: output/sub }\n'],
  ])('that leads out of the project: %s', (_, link, settings) => {
    const there = outside()
    // A build of ours that lies there would otherwise be taken for the one to replace.
    expect(build('-o', join(there, '城南简报-2026-01.pdf')).code).toBe(0)
    const before = readFileSync(join(there, '城南简报-2026-01.pdf'))
    writeFileSync(at('publication.yaml'), `${PUBLICATION}${settings}`)
    writeFileSync(at('issues/2026-01.yaml'), issueOf('2026-01-05').replace('部署', '安排'))
    mkdirSync(join(at(link), '..'), { recursive: true })
    symlinkSync(there, at(link))
    const { code, err } = build()
    expect(err).toContain('E-OUTPUT-LINK')
    expect(code).toBe(6)
    expect(readdirSync(there)).toEqual(['城南简报-2026-01.pdf'])
    expect(readFileSync(join(there, '城南简报-2026-01.pdf')).equals(before)).toBe(true)
  })

  posix('at the product itself that leads out of the project is refused', () => {
    const there = outside()
    expect(build('-o', join(there, 'a.pdf')).code).toBe(0)
    mkdirSync(at('output'))
    symlinkSync(join(there, 'a.pdf'), at(OUTPUT))
    expect(build().err).toContain('E-OUTPUT-LINK')
  })

  posix('within the project is followed, also where the whole project is reached by a link', () => {
    mkdirSync(at('pdf'))
    symlinkSync('pdf', at('output'))
    expect(build().code).toBe(0)
    expect(isPdf(at('pdf/城南简报-2026-01.pdf'))).toBe(true)
    const link = join(outside(), 'project')
    symlinkSync(folder, link)
    expect(jianbao(link, ['build', '-q'])).toMatchObject({ code: 0, err: '' })
  })

  asRoot('that somebody else put into a shared folder is not followed', async () => {
    const shared = outside()
    chmodSync(shared, 0o1777)
    expect(build('-o', 'mine.pdf').code).toBe(0)
    symlinkSync(at('mine.pdf'), join(shared, 'a.pdf'))
    expect(await codes(join(shared, 'a.pdf'))).toEqual([])
    lchownSync(join(shared, 'a.pdf'), 1234, 1234)
    expect(await codes(join(shared, 'a.pdf'))).toEqual(['E-OUTPUT-DANGLING'])
  })
})

const codes = async (target: string) =>
  (await writeFile(target, Buffer.from('new'), [])).map((one) => one.code)

describe('output.dir and output.name', () => {
  const settings = (text: string) => writeFileSync(at('publication.yaml'), `${PUBLICATION}output: ${text}\n`)

  test.each([
    '"~/x"',
    '"~"',
    '"~root/x"',
    '/etc',
    '../x',
    'a/../../x',
    '"C:/x"',
    '"c:x"',
    '"\\\\\\\\server\\\\share"',
    '"//server/share"',
    '"file:///tmp"',
    '"https://a.example/b"',
    '"..\\\\x"',
  ])('dir: %s leads out of the project on some machine and is refused on all', (dir) => {
    settings(`{ dir: ${dir} }`)
    const before = readdirSync(folder)
    expect(build()).toMatchObject({ code: 6 })
    expect(build().err).toContain('E-OUTPUT-OUTSIDE')
    expect(readdirSync(folder)).toEqual(before)
  })

  test('a folder whose name only begins with two dots is inside', () => {
    settings('{ dir: "..x" }')
    expect(build().code).toBe(0)
    expect(readdirSync(at('..x'))).toHaveLength(1)
  })

  test.each([
    ['"../../x"', '__.._x.pdf'],
    ['"CON"', '_CON.pdf'],
    ['"nul.2026"', '_nul.2026.pdf'],
    ['"-rf"', '_rf.pdf'],
    ['"~x"', '_x.pdf'],
    ['".hidden"', '_hidden.pdf'],
    ['"a\\u200Bb\\u202Ec"', 'abc.pdf'],
    ['"a. . "', 'a.pdf'],
    ['"a/b:c*d"', 'a_b_c_d.pdf'],
    ['"  "', '简报.pdf'],
  ])('name: %s gives %s', (name, file) => {
    settings(`{ name: ${name} }`)
    expect(build()).toMatchObject({ code: 0 })
    expect(readdirSync(at('output'))).toEqual([file])
  })

  test('a name that is too long is shortened to what every system takes, and products stay apart', () => {
    settings(`{ name: "${'长'.repeat(150)}", make: [pdf, proof] }`)
    expect(build().code).toBe(0)
    const names = readdirSync(at('output'))
    expect(names).toHaveLength(2)
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThan(230)
  })
})

describe('the other files that are written', () => {
  posix('new makes nothing through a link that leads out of the project', () => {
    const there = outside()
    rmSync(at('issues'), { recursive: true })
    symlinkSync(there, at('issues'))
    expect(jianbao(folder, ['new', '2026-03-05'])).toMatchObject({ code: 6 })
    expect(readdirSync(there)).toEqual([])
  })

  posix('fmt and check --fix write through a link within the project and keep it', () => {
    writeFileSync(at('real.yaml'), `${issueOf('2026-01-05')}`.replace('title', '标题'))
    rmSync(at('issues/2026-01.yaml'))
    symlinkSync('../real.yaml', at('issues/2026-01.yaml'))
    expect(jianbao(folder, ['fmt', '--keys', 'en', 'issues/2026-01.yaml']).code).toBe(0)
    expect(lstatSync(at('issues/2026-01.yaml')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('real.yaml'), 'utf8')).toContain('title: ')
  })

  posix('init puts nothing through a link out of its folder', () => {
    const there = outside()
    const fresh = outside()
    symlinkSync(there, join(fresh, 'issues'))
    expect(jianbao(fresh, ['init', '--yes'])).toMatchObject({ code: 6 })
    expect(readdirSync(there)).toEqual([])
  })

  test('schema and fonts --lock replace only what they made', () => {
    expect(jianbao(folder, ['schema', '--write']).code).toBe(0)
    expect(jianbao(folder, ['schema', '--write', '--keys', 'zh']).code).toBe(0)
    expect(jianbao(folder, ['fonts', '--lock']).code).toBe(0)
    expect(jianbao(folder, ['fonts', '--lock']).code).toBe(0)
    for (const [path, args] of [
      ['schema/issue.schema.json', ['schema', '--write']],
      ['fonts.lock.json', ['fonts', '--lock']],
    ] as const) {
      writeFileSync(at(path), '{ "mine": true }')
      expect(jianbao(folder, args).code).not.toBe(0)
      expect(readFileSync(at(path), 'utf8')).toBe('{ "mine": true }')
    }
  })
})
