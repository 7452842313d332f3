import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { devNull } from 'node:os'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openerOf } from '../../src/cli/open-file.ts'
import { changesAgainst } from '../../src/project/changes-against.ts'
import { findProgram, programPlaces } from '../../src/project/find-program.ts'
import { ensureBundle, jianbao } from '../cli/bundle.ts'
import { folderWith, issueOf, project } from '../cli/project.ts'

beforeAll(ensureBundle, 60_000)

const hasGit = spawnSync('git', ['--version']).status === 0 && process.platform !== 'win32'
const withGit = test.skipIf(!hasGit)

const PLAIN = { PATH: process.env.PATH ?? '', HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' }

function git(cwd: string, ...args: string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@a.example']
  return execFileSync('git', [...who, ...args], {
    cwd,
    env: PLAIN,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).toString()
}

/** A project under git, whose issue has changed since its only commit. */
function repository(): string {
  const folder = project()
  git(folder, 'init', '-q')
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'first')
  writeFileSync(join(folder, 'issues/2026-01.yaml'), issueOf('2026-01-05').replace('部署', '安排'))
  return folder
}

/** Everything in which git lets a repository name a command, each leaving a mark of its own in `marks`. */
function makeHostile(folder: string): string {
  const marks = folderWith({})
  const mark = (name: string) => {
    const script = join(marks, `${name}.sh`)
    writeFileSync(script, `#!/bin/sh\ntouch ${join(marks, name)}\n`)
    chmodSync(script, 0o755)
    return script
  }
  for (const hook of ['post-checkout', 'reference-transaction', 'fsmonitor-watchman', 'post-index-change']) {
    writeFileSync(join(folder, '.git/hooks', hook), readFileSync(mark(`hook-${hook}`)))
    chmodSync(join(folder, '.git/hooks', hook), 0o755)
  }
  writeFileSync(join(folder, '.git/info/attributes'), '*.yaml diff=evil filter=evil\n')
  appendFileSync(join(folder, '.gitattributes'), '* diff=evil filter=evil\n')
  const included = join(marks, 'included')
  writeFileSync(included, `[core]\n\tpager = ${mark('pager')}\n\tsshCommand = ${mark('ssh')}\n`)
  appendFileSync(
    join(folder, '.git/config'),
    `[include]
	path = ${included}
[includeIf "gitdir:**"]
	path = ${included}
[core]
	repositoryformatversion = 1
	fsmonitor = ${mark('fsmonitor')}
	askPass = ${mark('askpass')}
	gitProxy = ${mark('proxy')}
	alternateRefsCommand = ${mark('alternates')}
	editor = ${mark('editor')}
[alias]
	cat-file = !${mark('alias-cat-file')}
	show = !${mark('alias-show')}
[pager]
	cat-file = ${mark('pager-cat-file')}
[diff "evil"]
	textconv = ${mark('textconv')}
	command = ${mark('diff-command')}
[diff]
	external = ${mark('diff-external')}
[filter "evil"]
	smudge = ${mark('smudge')}
	clean = ${mark('clean')}
	process = ${mark('process')}
	required = true
[credential]
	helper = !${mark('credential')}
[gpg]
	program = ${mark('gpg')}
[log]
	showSignature = true
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[extensions]
	partialClone = origin
[remote "origin"]
	url = ext::${mark('lazy-fetch')}
	promisor = true
	partialCloneFilter = blob:none
	uploadpack = ${mark('uploadpack')}
`,
  )
  return marks
}

const marksIn = (folder: string) => readdirSync(folder).filter((name) => !/\.sh$|^included$/.test(name))

/** Takes the issue's earlier text out of the store, as in a clone that fetches it when it is first wanted. */
function takeOut(folder: string): void {
  const id = git(folder, 'rev-parse', 'HEAD:issues/2026-01.yaml').trim()
  rmSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)))
}

const proof = (folder: string, env: Record<string, string> = {}) =>
  jianbao(folder, ['build', '-q', '--make', 'proof', '--against', 'HEAD', '-o', 'a.pdf'], env)

describe('--against a revision', () => {
  withGit('compares with what git has stored', () => {
    const folder = repository()
    expect(proof(folder)).toMatchObject({ code: 0, err: '' })
    expect(jianbao(folder, ['build', '--make', 'proof', '--against', 'nosuch']).code).toBe(3)
  })

  /** What is changed since HEAD, as project paths. */
  async function changed(folder: string, against = 'HEAD') {
    const at = (name: string) => join(folder, name)
    const sources = ['issues/2026-01.yaml'].map((file) => ({ file, text: readFileSync(at(file), 'utf8') }))
    const place = { issue: at('issues/2026-01.yaml'), publication: at('publication.yaml'), root: folder }
    const from = { cwd: folder, env: { PATH: process.env.PATH ?? '' } }
    return changesAgainst(against, place, from, new Map(sources.map((one) => [one.file, one])))
  }

  /** Text in GBK, by trying all its pairs of bytes. */
  function inGbk(text: string): Buffer {
    const decoder = new TextDecoder('gb18030')
    const pairs = new Map<string, readonly number[]>()
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1)
        pairs.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
    return Buffer.from([...text].flatMap((one) => pairs.get(one) ?? [one.charCodeAt(0)]))
  }
  withGit.each([
    ['CR and LF here, LF there', (text: string) => text, (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark there', (text: string) => `\ufeff${text}`, (text: string) => text],
    ['GB18030 there', inGbk, (text: string) => text],
    ['UTF-16 there', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), (text: string) => text],
  ])('finds no change in %s', async (_, there, here) => {
    const folder = repository()
    const file = join(folder, 'issues/2026-01.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, there(text))
    git(folder, 'commit', '-qam', 'as it was written')
    writeFileSync(join(folder, 'earlier.yaml'), there(text))
    writeFileSync(file, here(text))
    expect(await changed(folder)).toEqual({ value: [], diagnostics: [] })
    expect(await changed(folder, 'earlier.yaml')).toEqual({ value: [], diagnostics: [] })
    writeFileSync(file, here(text.replace('安排', '布置')))
    expect((await changed(folder)).value).toHaveLength(1)
  })

  withGit('a file that Git LFS keeps elsewhere is not compared with its pointer', async () => {
    const folder = repository()
    const file = join(folder, 'issues/2026-01.yaml')
    const text = readFileSync(file)
    writeFileSync(file, 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n')
    git(folder, 'commit', '-qam', 'a pointer')
    writeFileSync(file, text)
    const { diagnostics } = await changed(folder)
    expect(diagnostics.map((one) => [one.code, one.values.reason])).toEqual([['E-AGAINST', 'git-lfs']])
  })

  withGit('runs nothing that the repository configures', () => {
    const folder = repository()
    const marks = makeHostile(folder)
    expect(proof(folder).code).toBe(0)
    expect(marksIn(marks)).toEqual([])
  })

  withGit.each([
    ['a command', (marks: string) => `ext::${marks}/lazy-fetch.sh`],
    ['a host reached by ssh', () => 'ssh://nowhere.invalid/a'],
    ['a host reached by http', () => 'http://127.0.0.1:9/a'],
    ['a host reached by git', () => 'git://127.0.0.1:9/a'],
    ['a folder with another program for uploading', () => '/'],
  ])('does not fetch what is missing from %s', (_, address) => {
    const folder = repository()
    const marks = makeHostile(folder)
    git(folder, 'config', 'remote.origin.url', address(marks))
    takeOut(folder)
    const { code, err } = proof(folder)
    expect(err).toContain('E-AGAINST')
    expect(code).toBe(3)
    expect(marksIn(marks)).toEqual([])
  })

  withGit('the hostile repository is one: git by itself runs what it configures', () => {
    const folder = repository()
    const marks = makeHostile(folder)
    takeOut(folder)
    spawnSync('git', ['cat-file', 'blob', 'HEAD:./issues/2026-01.yaml'], { cwd: folder, env: PLAIN })
    spawnSync('git', ['status'], { cwd: folder, env: PLAIN })
    expect(marksIn(marks)).toEqual(expect.arrayContaining(['fsmonitor', 'lazy-fetch']))
  })

  withGit('git’s own variables that happen to be set are not handed on', () => {
    const folder = repository()
    const marks = makeHostile(folder)
    const elsewhere = repository()
    const env = {
      GIT_DIR: join(elsewhere, '.git'),
      GIT_WORK_TREE: elsewhere,
      GIT_INDEX_FILE: join(elsewhere, 'none'),
      GIT_SSH_COMMAND: join(marks, 'ssh.sh'),
      GIT_EXTERNAL_DIFF: join(marks, 'diff-external.sh'),
      GIT_PAGER: join(marks, 'pager.sh'),
      GIT_ASKPASS: join(marks, 'askpass.sh'),
      GIT_PROXY_COMMAND: join(marks, 'proxy.sh'),
      GIT_EXEC_PATH: marks,
      GIT_TRACE: join(marks, 'trace'),
      GIT_TRACE2_EVENT: join(marks, 'trace2'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'protocol.ext.allow',
      GIT_CONFIG_VALUE_0: 'always',
      GIT_ALLOW_PROTOCOL: 'ext:ssh',
      GIT_NO_LAZY_FETCH: '0',
    }
    expect(proof(folder, env)).toMatchObject({ code: 0 })
    takeOut(folder)
    expect(proof(folder, env)).toMatchObject({ code: 3 })
    expect(marksIn(marks)).toEqual([])
  })

  withGit('a store of git’s that lies in the project like any other folder is none', () => {
    const folder = project()
    const inner = repository()
    rmSync(join(folder, 'issues'), { recursive: true })
    execFileSync('cp', ['-r', join(inner, '.git/.'), folder])
    mkdirSync(join(folder, 'issues'))
    writeFileSync(join(folder, 'issues/2026-01.yaml'), issueOf('2026-01-05'))
    git(folder, 'config', 'core.bare', 'true')
    expect(proof(folder)).toMatchObject({ code: 3 })
  })

  withGit('a program called git in the project is not run, wherever PATH leads', () => {
    const folder = repository()
    for (const place of ['.', 'node_modules/.bin', 'issues']) {
      mkdirSync(join(folder, place), { recursive: true })
      for (const name of ['git', 'git.exe', 'git.cmd', 'git.bat', 'xdg-open']) {
        writeFileSync(join(folder, place, name), `#!/bin/sh\ntouch ${join(folder, 'MARK')}\n`)
        chmodSync(join(folder, place, name), 0o755)
      }
    }
    const path = ['', '.', folder, join(folder, 'node_modules/.bin'), './issues', process.env.PATH].join(
      delimiter,
    )
    expect(proof(folder, { PATH: path }).code).toBe(0)
    expect(jianbao(folder, ['doctor'], { PATH: path }).code).toBe(0)
    expect(jianbao(folder, ['build', '--open'], { PATH: `${folder}${delimiter}.` }).code).toBe(0)
    expect(existsSync(join(folder, 'MARK'))).toBe(false)
  })

  test('without git it is said that there is none', () => {
    const { code, err } = proof(project(), { PATH: '' })
    expect(code).toBe(3)
    expect(err).toMatch(/E-AGAINST.*\n.*git: not found/)
  })
})

test('findProgram takes absolute folders of PATH outside those that are foreign, in their order', () => {
  const [one, two, mine] = [
    folderWith({ tool: '' }),
    folderWith({ tool: '' }),
    folderWith({ 'bin/tool': '' }),
  ]
  for (const file of [join(one, 'tool'), join(two, 'tool'), join(mine, 'bin/tool')]) chmodSync(file, 0o755)
  const PATH = ['bin', join(mine, 'bin'), two, one].join(delimiter)
  expect(findProgram('tool', { PATH }, [mine])).toBe(join(two, 'tool'))
  chmodSync(join(two, 'tool'), 0o644)
  expect(findProgram('tool', { PATH }, [mine])).toBe(join(one, 'tool'))
  expect(findProgram('tool', { PATH: '' }, [])).toBeNull()
})

test('on Windows a program is an .exe in a folder of PATH on a drive, never of the project, however that is written', () => {
  const Path = [
    '.',
    '',
    'bin',
    '\\\\server\\bin',
    '\\bin',
    'C:bin',
    'C:\\Work\\node_modules\\.bin',
    'c:/work',
    '"C:\\Program Files\\Git & more\\cmd"',
    'C:\\workshop',
    '%PATH%',
  ].join(';')
  expect(programPlaces('git', { Path }, ['C:\\work', 'D:\\here'], 'win32')).toEqual([
    'C:\\Program Files\\Git & more\\cmd\\git.exe',
    'C:\\workshop\\git.exe',
  ])
  expect(programPlaces('git', { PATH: 'C:\\a:/usr/bin::x' }, [], 'linux')).toEqual(['/usr/bin/git'])
})

describe('--open', () => {
  const hostile = 'C:\\a & calc\\%PATH%\\"x".pdf'

  test('on Windows no shell is asked, and the program is named by its whole path', () => {
    const [program, ...args] = openerOf('win32', hostile, { SystemRoot: 'D:\\Win', PATH: '.' }) ?? []
    expect(program).toBe('D:\\Win\\System32\\rundll32.exe')
    expect(args).toEqual(['D:\\Win\\System32\\url.dll,FileProtocolHandler', hostile])
  })

  test('elsewhere the desktop’s opener gets the name as one argument', () => {
    expect(openerOf('darwin', '/a/-b $(c).pdf', {})).toEqual(['/usr/bin/open', '/a/-b $(c).pdf'])
    const bin = folderWith({ 'xdg-open': '' })
    chmodSync(join(bin, 'xdg-open'), 0o755)
    expect(openerOf('linux', '/a b.pdf', { PATH: bin })).toEqual([join(bin, 'xdg-open'), '/a b.pdf'])
    expect(openerOf('linux', '/a b.pdf', { PATH: devNull })).toBeNull()
  })
})

test('no source starts a program through a shell, nor a program by its bare name', () => {
  const root = join(import.meta.dirname, '../../src')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const starting = files.filter((name) =>
    readFileSync(join(root, name), 'utf8').includes('node:child_process'),
  )
  expect(starting.sort()).toEqual(['cli/open-file.ts', 'project/git.ts'].map((name) => join(name)))
  for (const name of starting) {
    expect(readFileSync(join(root, name), 'utf8')).not.toMatch(/shell:|(?:exec|spawn|execFile)\(\s*['"`]/)
  }
})

test('no source loads what reaches a network, or makes code of text', () => {
  const root = join(import.meta.dirname, '../../src')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const REACHES =
    /node:(?:net|http2?|https|tls|dgram|dns|inspector)\b|(?<![.\w])fetch\(['"`]|XMLHttpRequest|WebSocket|(?<![.\w])eval\(|new Function\(/
  const found = files.filter((name) => REACHES.test(readFileSync(join(root, name), 'utf8')))
  // The preview answers this machine's own browser, and asks nobody.
  const isPreview = (name: string) => name.startsWith(join('preview', '/'))
  expect(found.filter((name) => !isPreview(name))).toEqual([])
  for (const name of found) {
    const text = readFileSync(join(root, name), 'utf8')
    const taken = [...text.matchAll(/import (type )?\{([^}]*)\} from 'node:http'/g)]
    const values = taken.flatMap(([, types, names = '']) =>
      types
        ? []
        : names
            .split(',')
            .map((one) => one.trim())
            .filter((one) => !one.startsWith('type ')),
    )
    expect([name, values.filter((one) => one !== 'createServer')]).toEqual([name, []])
    // Types load nothing, and the page asks the server that it came from.
    const harmless = / from 'node:http'|^import type .*|fetch\(['`](?:\/(?!\/)|[a-z]+['`/])/gm
    expect(text.replace(harmless, '')).not.toMatch(REACHES)
    for (const [, where] of text.matchAll(/server\.listen\(([^)]*)/g))
      expect(where).toContain("host: '127.0.0.1'")
  }
})

test('every test that SECURITY.md names for a promise is there', () => {
  const root = join(import.meta.dirname, '../..')
  const named = readFileSync(join(root, 'SECURITY.md'), 'utf8').match(/tests\/[\w/-]+\.test\.ts/g) ?? []
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((one) => !existsSync(join(root, one)))).toEqual([])
})
