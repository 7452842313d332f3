import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const LOCK = join(tmpdir(), `jianbao-bundle-${Buffer.from(ROOT).toString('hex').slice(-16)}`)
/** What the bundled program looks for beside its own folder. */
const BESIDE = ['fonts', 'schema', 'profiles', 'templates', 'package.json', 'node_modules']

/** What a run of the program gave. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
  readonly bytes: Buffer
}

let program = ''

/** The bundled program, for tests that start it themselves. */
export function programFile(): string {
  return program
}

/**
 * Makes the bundle if a source is newer, and takes a copy of it: a build that starts meanwhile, in another test file or
 * by hand, cannot pull it away.
 */
export function ensureBundle(): void {
  if (program !== '') return
  for (let tries = 0; tries < 20 && program === ''; tries += 1) {
    whileLocked(makeBundle)
    const copy = copied()
    if (spawnSync(process.execPath, [copy, '--version']).status === 0) program = copy
  }
  if (program === '') throw new Error('the bundle does not start')
}

function makeBundle(): void {
  const made = statSync(join(ROOT, 'dist/program.cjs'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (newest(join(ROOT, 'src')) <= made) return
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.js'), '--no-types'], { stdio: 'ignore' })
}

function copied(): string {
  const home = mkdtempSync(join(tmpdir(), 'jianbao-program-'))
  process.on('exit', () => rmSync(home, { recursive: true, force: true }))
  try {
    cpSync(join(ROOT, 'dist'), join(home, 'dist'), { recursive: true })
  } catch {
    // Half of it went away while it was copied: the next try takes it whole.
  }
  for (const name of BESIDE) symlinkSync(join(ROOT, name), join(home, name))
  return join(home, 'dist/cli.cjs')
}

function whileLocked(work: () => void): void {
  for (let tries = 0; !locked(); tries += 1) {
    if (tries > 300) throw new Error(`remove ${LOCK}`)
    execFileSync(process.execPath, ['-e', 'setTimeout(() => {}, 200)'])
  }
  try {
    work()
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}

function locked(): boolean {
  try {
    mkdirSync(LOCK)
    return true
  } catch {
    const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (age > 60_000) rmSync(LOCK, { recursive: true, force: true })
    return false
  }
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Math.max(
    ...files.filter((one) => one.endsWith('.ts')).map((one) => statSync(join(folder, one)).mtimeMs),
  )
}

/** Runs the bundled program as a user would; Chinese unless the environment says otherwise. */
export function jianbao(cwd: string, args: readonly string[], env: Record<string, string> = {}): Ran {
  const ran = spawnSync(process.execPath, [program, ...args], {
    cwd,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      LANG: 'zh_CN.UTF-8',
      JIANBAO_CACHE: 'off',
      ...env,
    },
    maxBuffer: 64 * 1024 * 1024,
  })
  return {
    code: ran.status,
    out: ran.stdout.toString('utf8'),
    err: ran.stderr.toString('utf8'),
    bytes: ran.stdout,
  }
}
