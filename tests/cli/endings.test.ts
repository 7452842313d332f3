import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildAlone } from '../../src/build/build-alone.ts'
import { build } from '../../src/build/build-issue.ts'
import { LargeIssue } from '../../src/build/make-issue.ts'
import { PRODUCT_KINDS } from '../../src/build/product-kinds.ts'
import { OutOfTime, withinTime } from '../../src/build/time-limit.ts'
import { faultReport } from '../../src/project/fault-report.ts'
import { ensureBundle, jianbao, programFile } from './bundle.ts'
import { issueOf, project } from './project.ts'

beforeAll(ensureBundle, 60_000)

const ENV = {
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  LANG: 'zh_CN.UTF-8',
  JIANBAO_CACHE: 'off',
}
const STACK = /\n {4}at |node:internal|Error: |Node\.js v/

/** The program with something put before it: a fault that no input gives. */
function faulty(before: string): string {
  const home = mkdtempSync(join(tmpdir(), 'jianbao-faulty-'))
  const dist = dirname(programFile())
  cpSync(dist, join(home, 'dist'), { recursive: true })
  for (const name of ['fonts', 'schema', 'profiles', 'package.json', 'node_modules'])
    symlinkSync(join(dist, '..', name), join(home, name))
  renameSync(join(home, 'dist/cli.cjs'), join(home, 'dist/real.cjs'))
  writeFileSync(join(home, 'dist/cli.cjs'), `${before}\nrequire('./real.cjs')\n`)
  return join(home, 'dist/cli.cjs')
}

/** What happens when the second issue's product is put into its place. */
const atSecond = (act: string, where = '!isMainThread') => `
const { isMainThread } = require('node:worker_threads')
const fs = require('node:fs')
const { renameSync } = fs
if (${where}) fs.renameSync = (from, to) => {
  if (to.endsWith('-2026-02.pdf')) { ${act} }
  return renameSync(from, to)
}`

describe('build --all with a fault of our own in one issue', () => {
  const issues = () =>
    project({
      'issues/2026-02.yaml': issueOf('2026-01-20'),
      'issues/2026-03.yaml': issueOf('2026-02-05'),
      'issues/2026-04.yaml': issueOf('2026-02-20'),
    })

  test.each([
    ['throws', "throw new TypeError('no such line')", 'no such line'],
    ['throws what is no error', "throw 'odd'", 'odd'],
    ['ends its thread', 'process.exit(3)', 'thread ended with 3'],
    ['calls itself for ever', 'const f = () => f(); f()', 'Maximum call stack'],
  ])('a thread that %s ends that issue with 70, and the others are made', (_, act, reason) => {
    const folder = issues()
    const ran = spawnSync(process.execPath, [faulty(atSecond(act)), 'build', '--all'], {
      cwd: folder,
      env: ENV,
      timeout: 50_000,
    })
    const err = ran.stderr.toString()
    expect(err).toContain('E-FAULT')
    expect(err).toContain(reason)
    expect(err).not.toMatch(/\n {4}at |Node\.js v/)
    expect(err).toContain('共 4 期，成功 3，失败 1')
    expect(ran.status).toBe(70)
    // A thread that ends by itself leaves its temporary file to the next build.
    const made = readdirSync(join(folder, 'output')).filter((name) => name.endsWith('.pdf'))
    expect(made.sort()).toEqual([1, 3, 4].map((month) => `城南简报-2026-0${month}.pdf`))
  })
})

describe('a fault of our own', () => {
  test('thrown where nobody waits is said in a sentence too', () => {
    const program = faulty(
      "if (process.argv[2] === 'build') setTimeout(() => { throw new Error('late') }, 1)",
    )
    const ran = spawnSync(process.execPath, [program, 'build', '--make', 'print'], {
      cwd: project(),
      env: ENV,
    })
    expect(ran.stderr.toString()).toContain('程序自身出错：late')
    expect(ran.stderr.toString()).not.toMatch(STACK)
    expect(ran.status).toBe(70)
  })

  test.each(['/dev/null/none', '/proc', '/dev/null'])(
    'with no room for its report (TMPDIR=%s) is said without one',
    (TMPDIR) => {
      const program = faulty("process.stdout.write = () => { throw new Error('broken') }")
      const ran = spawnSync(process.execPath, [program, '--version'], { env: { ...ENV, TMPDIR } })
      expect(ran.stderr.toString()).toBe('程序自身出错：broken\n原稿和已有的 PDF 都没有动。\n')
      expect(ran.status).toBe(70)
    },
  )

  test('has its report in a new file that nobody else reads', () => {
    const [one, other] = [faultReport(new Error('a')), faultReport(new Error('a'))]
    expect(one).not.toBe(other)
    if (process.platform !== 'win32') expect(statSync(one!).mode & 0o777).toBe(0o600)
    for (const file of [one, other]) rmSync(file!)
  })
})

/** Commands whose result goes to stdout. */
const RESULTS: readonly (readonly string[])[] = [
  ['--version'],
  ['--help'],
  [],
  ['build', '--help'],
  ['build', '-q', '-o', '-'],
  ['build', '--json'],
  ['check', '--json'],
  ['check', '--format', 'sarif'],
  ['status'],
  ['stats'],
  ['stats', '--csv'],
  ['fonts'],
  ['schema'],
  ['explain', 'E-TYPE'],
  ['doctor'],
  ['completion', 'bash'],
  ['fmt', '--check', '--json'],
  ['new', '--json'],
]

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  test.each(RESULTS)('behind stdout of %s %s %s is told, with 5', (...args) => {
    const full = openSync('/dev/full', 'w')
    const ran = spawnSync(process.execPath, [programFile(), ...args.filter((one) => one !== undefined)], {
      cwd: project(),
      env: ENV,
      stdio: ['ignore', full, 'pipe'],
    })
    closeSync(full)
    expect(ran.stderr.toString()).toContain('标准输出写不进去（ENOSPC）')
    expect(ran.stderr.toString()).not.toMatch(STACK)
    expect(ran.status).toBe(5)
  })

  test('behind stderr changes nothing of what is made', () => {
    const full = openSync('/dev/full', 'w')
    for (const [args, code] of [
      [['build'], 0],
      [['build', 'nosuch.yaml'], 3],
      [['biuld'], 2],
    ] as const) {
      const folder = project()
      const ran = spawnSync(process.execPath, [programFile(), ...args], {
        cwd: folder,
        env: ENV,
        stdio: ['ignore', 'pipe', full],
      })
      expect(ran.status).toBe(code)
      expect(existsSync(join(folder, 'output'))).toBe(code === 0)
    }
    closeSync(full)
  })
})

describe.skipIf(process.platform === 'win32')('a reader that goes away', () => {
  test.each(RESULTS)('from stdout of %s %s %s ends the program in peace', async (...args) => {
    const words = args.filter((one) => one !== undefined).join(' ')
    const shell = spawn('sh', ['-c', `{ "$NODE" "$PROGRAM" ${words}; echo "code $?" >&2; } | true`], {
      cwd: project(),
      env: { ...ENV, NODE: process.execPath, PROGRAM: programFile() },
    })
    let err = ''
    shell.stderr.on('data', (chunk) => {
      err += chunk
    })
    await once(shell, 'close')
    expect(err).not.toMatch(STACK)
    expect(err).toMatch(/code 0\n/)
  })

  test('from stderr changes nothing', async () => {
    const folder = project()
    const shell = spawn(
      'sh',
      ['-c', '{ sleep 0.2; "$NODE" "$PROGRAM" build; echo "code $?"; } 2>&1 >&3 3>&- | true'],
      {
        cwd: folder,
        env: { ...ENV, NODE: process.execPath, PROGRAM: programFile() },
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    )
    let out = ''
    shell.stdio[3]?.on('data', (chunk) => {
      out += chunk
    })
    await once(shell, 'close')
    expect(out).toBe('code 0\n')
  })
})

describe('time', () => {
  test('work that never waits is ended, and what it gives is given', () => {
    const start = Date.now()
    expect(() =>
      withinTime(() => {
        while (Date.now() - start < 20_000);
      }, 50),
    ).toThrow(OutOfTime)
    expect(withinTime(() => 7, 1000)).toBe(7)
    expect(() => withinTime(() => JSON.parse('{'), 1000)).toThrow(SyntaxError)
    expect(() => withinTime(() => 7, 0)).toThrow(OutOfTime)
  })

  test('a single build over its time is stopped with 6 and writes nothing', () => {
    const one = issueOf('2026-01-05')
    const article = one.slice(one.indexOf('    - title'))
    const folder = project({ 'issues/2026-01.yaml': one + article.repeat(180) })
    const { code, err } = jianbao(folder, ['build'], { JIANBAO_BUILD_SECONDS: '0.1' })
    expect(err).toContain('E-TIME')
    expect(code).toBe(6)
    expect(existsSync(join(folder, 'output'))).toBe(false)
  })
})

test.each([
  ['to a file', []],
  ['to stdout', ['-o', '-']],
])('an issue with much text is set in a thread, within the bounds of a thread: %s', (_, more) => {
  const folder = project()
  writeFileSync(join(folder, 'issues/long.md'), '')
  const articles = Array.from({ length: 8 }, (_, at) => `    - { file: ${at}.md }\n`).join('')
  writeFileSync(join(folder, 'issues/2026-01.yaml'), `date: 2026-01-05\nsections:\n  要闻:\n${articles}`)
  // Blank lines are text too, and cost no pages.
  const text = `---\ntitle: 会议\n---\n会议召开。\n${'\n'.repeat(26_000)}`
  for (let at = 0; at < 8; at += 1) writeFileSync(join(folder, `issues/${at}.md`), text)
  const marked = faulty(
    "if (!require('node:worker_threads').isMainThread) process.stderr.write('in a thread\\n')",
  )
  const ran = spawnSync(process.execPath, [marked, 'build', '-q', ...more], { cwd: folder, env: ENV })
  expect(ran.stderr.toString()).toContain('in a thread')
  expect(ran.status).toBe(0)
  if (more.length > 0) expect(ran.stdout.toString('latin1', 0, 5)).toBe('%PDF-')
  else expect(readdirSync(join(folder, 'output'))).toHaveLength(1)
})

describe('one issue in this process', () => {
  const long = () => {
    const one = issueOf('2026-01-05')
    return project({ 'issues/2026-01.yaml': one + one.slice(one.indexOf('    - title')).repeat(180) })
  }

  test('that takes long in one go is left to a thread', async () => {
    const cwd = long()
    await expect(buildAlone({ cwd, mostSeconds: 0.02 }, 60)).rejects.toThrow(LargeIssue)
    await expect(buildAlone({ cwd, mostText: 100 }, 60)).rejects.toThrow(LargeIssue)
    expect(existsSync(join(cwd, 'output'))).toBe(false)
  })

  test.each(PRODUCT_KINDS)('is ended also while it is painted: %s', async (kind) => {
    let steps = 0
    // Reading and setting are the first two.
    const inTime = <T>(work: () => T): T => {
      steps += 1
      if (steps > 2) throw new OutOfTime()
      return work()
    }
    const cwd = project()
    await expect(build({ cwd, make: [kind], inTime })).rejects.toThrow(OutOfTime)
    expect(existsSync(join(cwd, 'output'))).toBe(false)
  })

  test('has its bounds told by doctor', () => {
    const { out } = jianbao(project(), ['doctor', '--json'])
    const limits: { what: string; limit: string }[] = JSON.parse(out).limits
    const told = (what: RegExp) => limits.find((one) => what.test(one.what))?.limit
    expect(told(/over 200 000 characters, or set for more than 5 s/)).toBe('1024 MB')
    expect(told(/any other issue/)).toBe('500 MB')
    expect(told(/picture decoded as a whole/)).toBe('300 MB')
    expect(told(/time of an issue/)).toBe('120 s')
  })
})

test('a check over its time is stopped with 6', () => {
  const one = issueOf('2026-01-05')
  const article = one.slice(one.indexOf('    - title'))
  const folder = project({ 'issues/2026-01.yaml': one + article.repeat(180) })
  const { code, err } = jianbao(folder, ['check'], { JIANBAO_BUILD_SECONDS: '0.02' })
  expect(err).toContain('E-TIME')
  expect(code).toBe(6)
})

describe.skipIf(process.platform === 'win32')('build --watch', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends on %s during a build', async (signal, code) => {
    const folder = project({ 'issues/2026-02.yaml': issueOf('2026-01-20') })
    const program = faulty(atSecond(`process.kill(process.pid, '${signal}')`, 'true'))
    const child = spawn(process.execPath, [program, 'build', '--watch'], { cwd: folder, env: ENV })
    expect(await once(child, 'exit')).toEqual([code, null])
    // What was being written is there, whole.
    const [name] = readdirSync(join(folder, 'output')).filter((one) => one.endsWith('.pdf'))
    expect(
      readFileSync(join(folder, 'output', name ?? ''))
        .subarray(-6)
        .toString()
        .trim(),
    ).toBe('%%EOF')
  })
})
