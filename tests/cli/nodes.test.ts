import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureBundle, programFile } from './bundle.ts'
import { issueOf, project } from './project.ts'

/** Where `npm ci --prefix tests/nodes` puts the Nodes. */
const NODES = join(import.meta.dirname, '../nodes')
const listed: { optionalDependencies: Record<string, string> } = JSON.parse(
  readFileSync(join(NODES, 'package.json'), 'utf8'),
)
const needed = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')).engines.node
const LEAST = needed.replace('>=', '')

interface Node {
  readonly name: string
  readonly version: string
  readonly file: string
}

const nodes: readonly Node[] = Object.entries(listed.optionalDependencies).map(([name, source]) => ({
  name,
  version: source.slice(source.lastIndexOf('@') + 1),
  file: join(NODES, 'node_modules', name, 'bin/node'),
}))
const order = (version: string) =>
  version.split('.').reduce((sum, part, at) => sum + Number(part) * [1e6, 1e3, 1][at]!, 0)
const isOld = ({ version }: Node) => order(version) < order(`${LEAST}.0`)

beforeAll(ensureBundle, 60_000)

function run({ file }: Node, cwd: string, args: readonly string[], before: readonly string[] = []) {
  const ran = spawnSync(file, [...before, programFile(), ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: cwd, LANG: 'zh_CN.UTF-8', JIANBAO_CACHE: 'off' },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { code: ran.status, out: ran.stdout.toString('utf8'), err: ran.stderr.toString('utf8') }
}

const current: Node = { name: 'this Node', version: process.versions.node, file: process.execPath }

/** Skips where the Node is not installed: `npm ci --prefix tests/nodes` installs them. */
function tried(node: Node, context: { skip(note?: string): void }): boolean {
  if (existsSync(node.file)) return true
  context.skip(`${node.name} is not installed (npm ci --prefix tests/nodes)`)
  return false
}

describe('a Node that is too old', () => {
  test.for(nodes.filter(isOld))('$name is told in one line which is needed', (node, context) => {
    if (!tried(node, context)) return
    for (const args of [[], ['build'], ['--version']]) {
      const { code, out, err } = run(node, project(), args)
      expect(err).toBe(
        `jianbao 需要 Node.js ${LEAST} 以上，现在是 ${node.version}。` +
          `jianbao needs Node.js ${LEAST} or later; this is ${node.version}.\n`,
      )
      expect({ code, out }).toEqual({ code: 2, out: '' })
    }
  })
})

const MAKE = ['build', '-q', '--make', 'pdf,print,booklet,archive,proof']

/** A publication of two issues, whose products every Node must make alike. */
const publication = () => project({ 'issues/2026-02.yaml': issueOf('2026-01-20') })

function hashes(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, 'output')).sort()
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, 'output', name)))
      .digest('hex')
  return Object.fromEntries(names.map((name) => [name, hash(name)]))
}

describe('a Node that will do', () => {
  test.for([current, ...nodes.filter((node) => !isOld(node))])(
    '$name runs every kind of command and says nothing of its own',
    (node, context) => {
      if (!tried(node, context)) return
      const folder = publication()
      for (const args of [
        ['--version'],
        ['--help'],
        ['check'],
        ['explain', 'E-TYPE'],
        ['stats'],
        ['build', '--all'],
        ['build', '--json'],
      ]) {
        const { code, err } = run(node, folder, args)
        expect({ args, code }).toEqual({ args, code: 0 })
        expect(err).not.toMatch(/Error|Warning|flag|\n {4}at /)
      }
    },
  )

  test.for(nodes.filter((node) => !isOld(node)))(
    '$name makes the same bytes of every product as this one',
    (node, context) => {
      if (!tried(node, context)) return
      const [one, other] = [publication(), publication()]
      const here = run(current, one, MAKE)
      expect(here.code).toBe(0)
      expect(run(node, other, MAKE)).toEqual(here)
      expect(hashes(other)).toEqual(hashes(one))
    },
  )

  test.for([current, ...nodes.filter((node) => !isOld(node))])(
    '$name keeps its compiled code at the first build and takes it at the next',
    (node, context) => {
      if (!tried(node, context)) return
      const watcher = join(mkdtempSync(join(tmpdir(), 'jianbao-cache-')), 'watch.cjs')
      writeFileSync(watcher, SAYS_CACHE)
      const dist = dirname(programFile())
      const own = () => readdirSync(dist).filter((name) => name.includes(v8Of(node)))
      for (const name of own()) rmSync(join(dist, name))
      const folder = publication()
      expect(run(node, folder, ['build', '-q'], ['--require', watcher]).err).toBe('cache: none\n')
      expect(own()).toHaveLength(1)
      expect(run(node, folder, ['build', '-q'], ['--require', watcher]).err).toBe('cache: taken\n')
    },
  )
})

const SAYS_CACHE = `const vm = require('node:vm')
const { Script } = vm
vm.Script = class extends Script {
  constructor(text, options) {
    super(text, options)
    // The watchdog's own script, of a line, has no cache to speak of.
    if (options === undefined) return
    const state = !options.cachedData ? 'none' : this.cachedDataRejected ? 'refused' : 'taken'
    process.on('exit', () => require('node:fs').writeSync(2, \`cache: \${state}\\n\`))
  }
}`

function v8Of({ file }: Node): string {
  return spawnSync(file, ['-p', 'process.versions.v8']).stdout.toString().trim()
}
