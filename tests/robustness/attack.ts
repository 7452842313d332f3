import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from '../../src/build/build-issue.ts'
import { checkPlace } from '../../src/build/check-place.ts'
import { cacheFolder } from '../../src/project/cache-folder.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { exitCodeOf } from '../../src/report/exit-code.ts'
import { formatReport } from '../../src/report/report.ts'
import type { Kind, Said, Variant } from './kinds.ts'
import { chance } from './mutations.ts'

/** What came of one attack. */
export interface Verdict {
  readonly kind: string
  readonly seed: number
  /** Exit code that the command line would end with; 70 for a fault of ours. */
  readonly code: number
  /** Of the processors' time: how long it took on a busy machine says nothing. */
  readonly milliseconds: number
  /** Which promise was broken, and how; null when all were kept. */
  readonly fault: string | null
  readonly how: readonly string[]
}

/** Longer than this is as bad as a hang. */
export const MOST_MILLISECONDS = 5_000
/** Of so many seeds two do what is done rarely: one for each of two variants. */
const RARELY = 8
const CODES = [0, 1, 2, 3, 4, 5, 6]

/** A project under attack, in a folder of its own. */
interface Target {
  readonly variant: Variant
  readonly folder: string
  readonly sound: Readonly<Record<string, Uint8Array>>
  /** The product that is there before each attack. */
  readonly old: Buffer
}

function lay(folder: string, files: Readonly<Record<string, Uint8Array>>): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}

/** Lays a kind's projects down and makes their first products. Rejects when a sound project does not build. */
export async function targetsOf(kind: Kind, folder: string): Promise<readonly Target[]> {
  const targets: Target[] = []
  for (const [index, variant] of kind.variants.entries())
    targets.push(await targetOf(variant, join(folder, `${index}`)))
  return targets
}

async function targetOf(variant: Variant, folder: string): Promise<Target> {
  const sound = await variant.files()
  lay(folder, sound)
  if (variant.run) lay(folder, { 'out/product.pdf': Buffer.from('%PDF- of before') })
  const made = await (variant.run?.(folder) ?? built(variant, folder))
  const errors = made.diagnostics.filter((one) => one.severity === 'error')
  if (errors.length > 0) throw new Error(`a sound project does not build: ${JSON.stringify(errors)}`)
  return { variant, folder, sound, old: readFileSync(productOf(folder)) }
}

const productOf = (folder: string) => join(folder, 'out/product.pdf')

function built({ make }: Variant, folder: string) {
  const output = productOf(folder)
  return build({ issue: 'issues/1.yaml', cwd: folder, output, make: make ?? ['pdf'], ...machine() })
}

/** Damages one of a kind's projects by a seed, builds it, looks whether every promise is kept, and mends it again. */
export async function attacked(kind: Kind, targets: readonly Target[], seed: number): Promise<Verdict> {
  const target = targets[seed % targets.length]!
  const { variant, folder } = target
  const before = { ...process.env }
  process.env.JIANBAO_CACHE = 'off'
  let how: readonly string[] = []
  const start = process.cpuUsage()
  let [code, fault]: [number, string | null] = [70, null]
  try {
    how = variant.attack(folder, target.sound, chance(seed))
    const builds = variant.run === undefined && (variant.checked !== 'mostly' || seed % RARELY < 2)
    const run = await variant.run?.(folder)
    const made = builds ? await built(variant, folder) : null
    const checks = variant.checked === 'mostly' || (variant.checked === 'sometimes' && seed % RARELY < 2)
    const checked = checks ? await check(folder) : null
    code = exitCodeOf((run ?? made ?? checked)!.diagnostics)
    fault =
      (run && wordsFault(run)) ??
      (made && wordsFault(made)) ??
      (checked && wordsFault(checked)) ??
      productFault(target, code, !builds)
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    code = 70
  }
  const { user, system } = process.cpuUsage(start)
  const milliseconds = (user + system) / 1000
  restore(before)
  mend(target)
  if (fault === null && !CODES.includes(code)) fault = `exit code ${code}`
  if (fault === null && milliseconds > MOST_MILLISECONDS) fault = `${Math.round(milliseconds)} ms`
  return { kind: kind.name, seed, code, milliseconds, fault, how }
}

async function check(folder: string): Promise<Said> {
  const { value: place, diagnostics } = findIssue('issues/1.yaml', folder)
  return place === null ? { diagnostics, sources: new Map() } : checkPlace(place, machine())
}

/** As the command line tells the library of them. */
function machine() {
  return { env: process.env, cacheFolder: cacheFolder(process.env) }
}

/** Words that people read: no stack, no value that is none, no control codes from a source. */
function wordsFault({ diagnostics, sources }: Said): string | null {
  for (const language of ['zh', 'en'] as const) {
    const words = formatReport(diagnostics, sources, { language, colour: false })
    const odd = /\n\s+at \S+ \(|\bundefined\b(?!.*undefined)|\[object |\bNaN\b/.exec(words)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    const codes = /[\0-\x08\x0b-\x1f\x7f]/.exec(words)
    if (odd !== null || codes !== null)
      return `words: ${JSON.stringify((odd ?? codes)![0])} in ${words.slice(0, 400)}`
  }
  return null
}

/** Either the whole new file is there or the old one, and nothing beside it. */
function productFault({ folder, old }: Target, code: number, untouched: boolean): string | null {
  const file = productOf(folder)
  const beside = readdirSync(dirname(file)).filter((name) => name !== 'product.pdf')
  if (beside.length > 0) return `left behind: ${beside.join(', ')}`
  if (!existsSync(file)) return 'the old product is gone'
  const now = readFileSync(file)
  if (untouched || (code !== 0 && code !== 4))
    return hash(now) === hash(old) ? null : 'the old product was changed'
  const whole = now.subarray(0, 5).equals(Buffer.from('%PDF-')) && now.subarray(-6).includes('%%EOF')
  return whole ? null : 'the product is not whole'
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function restore(before: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
}

/** What is not part of the project stays, the cache among it. */
function mend({ folder, sound, old }: Target): void {
  for (const name of readdirSync(folder))
    if (name !== '.cache') rmSync(join(folder, name), { recursive: true, force: true })
  lay(folder, sound)
  lay(folder, { 'out/product.pdf': old })
}
