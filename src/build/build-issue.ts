import { isAbsolute, join, resolve } from 'node:path'
import { type Diagnostic, done, hasErrors, type Outcome } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import type { DisplayList } from '../display/display-list.ts'
import type { Issue } from '../issue/issue.ts'
import type { FitReport } from '../page/fit/report.ts'
import { findIssue, type IssuePlace } from '../project/find-issue.ts'
import type { Environment } from '../project/find-program.ts'
import type { IssueHeads } from '../project/issue-heads.ts'
import { projectAt } from '../project/issue-project.ts'
import { namedOutput, outputPath } from '../project/output-path.ts'
import { rememberedHeads } from '../project/remembered-heads.ts'
import { begin, type MakeOptions, type MakeRules, makeIssue, type Painted, placed } from './make-issue.ts'
import type { ProductKind } from './product-kinds.ts'

/** What to build from files and where to. */
export interface BuildOptions extends MakeOptions {
  /** Folder that paths are relative to, and near which a publication is looked for. */
  readonly cwd: string
  /** Issue file; the newest issue of the publication at hand when left out. */
  readonly issue?: string | undefined
  /** Output file; `-` gives the bytes only; by the publication's `output:` when left out. */
  readonly output?: string | undefined
  /** An earlier issue file, or a git revision, that a proof is compared with. */
  readonly against?: string | undefined
  /** Environment variables by which git is found and run, for a revision; none when left out. */
  readonly env?: Environment | undefined
}

/** What only the command line has to say. */
export interface BuildRules extends Omit<MakeRules, 'changed'> {
  /** Where the issue lies, when it was looked for already. */
  readonly place?: IssuePlace | undefined
  /** What is known of the heads of the publication's files; what the cache folder has when left out. */
  readonly heads?: IssueHeads | undefined
}

/** One file made from an issue. */
export interface Product extends Painted {
  /** Absolute path of the written file; null when it was not written. */
  readonly file: string | null
}

/** What came of a build. */
export interface BuildResult {
  /** The issue file that was built; null when none was found. */
  readonly issue: string | null
  /** Absolute path of the first product's file; null when nothing was written. */
  readonly file: string | null
  /** The first product; null when errors kept it from being made. */
  readonly bytes: Uint8Array | null
  readonly pages: number
  /** The pages as plain data; null when errors kept them from being made. */
  readonly list: DisplayList | null
  readonly products: readonly Product[]
  /** How the pages came out against the wish; null when they were not made. */
  readonly fit: FitReport | null
  readonly diagnostics: readonly Diagnostic[]
  /** The texts that the diagnostics' spans point into. */
  readonly sources: ReadonlyMap<string, SourceText>
  /** Every file it was or would have been made from, by absolute path. */
  readonly inputs: readonly string[]
  /** The publication's `check.fail_on`. */
  readonly failOn: Issue['publication']['check']['failOn']
}

/**
 * Builds one issue from files: reads, sets, paints and writes it. Either the whole new file appears or the old one
 * stays. The editor's mistakes come back as diagnostics; it throws only for our own, and for a signal that has aborted.
 *
 * @example
 * ```ts
 * import { build } from 'jianbao'
 *
 * const { file, pages, diagnostics } = await build({ cwd: import.meta.dirname, issue: 'issues/2026-06.yaml' })
 * ```
 */
export async function build(options: BuildOptions & BuildRules): Promise<BuildResult> {
  const heads = options.heads ?? rememberedHeads(options.cacheFolder ?? null)
  const { value: place, diagnostics: missing } = options.place
    ? done(options.place)
    : findIssue(options.issue, options.cwd, heads)
  if (place === null) return { ...NOTHING, diagnostics: missing }
  const { against, cwd, env = {} } = options
  const changed: MakeRules['changed'] = async (sources) => {
    if (against === undefined) return done([])
    const { changesAgainst } = await import('../project/changes-against.ts')
    return changesAgainst(against, place, { cwd, env }, sources)
  }
  const made = await makeIssue(projectAt(place, heads), { ...options, changed })
  const { issue, list, fit, diagnostics, sources } = made
  const result: BuildResult = {
    ...NOTHING,
    issue: place.issue,
    pages: list?.pages.length ?? 0,
    list,
    fit,
    diagnostics,
    sources,
    inputs: made.inputs.map((file) => join(place.root, file)),
    failOn: issue?.publication.check.failOn ?? 'error',
  }
  if (issue === null || list === null || hasErrors(diagnostics)) return result
  const products = made.products.map((one) => ({ ...one, file: null }))
  if (options.output === '-') return { ...result, products, bytes: products[0]?.bytes ?? null }
  return writeAll({ place, issue, options }, products, result)
}

/** The result of a build that made nothing. */
export const NOTHING: BuildResult = {
  issue: null,
  file: null,
  bytes: null,
  pages: 0,
  list: null,
  products: [],
  fit: null,
  diagnostics: [],
  sources: new Map(),
  inputs: [],
  failOn: 'error',
}

interface Job {
  readonly place: IssuePlace
  readonly issue: Issue
  readonly options: BuildOptions & BuildRules
}

async function writeAll(job: Job, made: readonly Product[], known: BuildResult): Promise<BuildResult> {
  job.options.inTime?.(() => undefined)
  await begin('write', job.options)
  const { writeFile } = await import('../project/write-file.ts')
  const { writeTarget } = await import('../project/write-target.ts')
  const { isOwnProduct } = await import('../project/own-product.ts')
  const rules = {
    within: job.options.output === undefined ? job.place.root : undefined,
    replaces: isOwnProduct,
    cwd: job.options.cwd,
    againSoon: job.options.memory !== undefined,
  }
  const targets = made.map(({ kind }, at) => outputTarget(job, kind, at === 0))
  const places = targets.map((one) =>
    one.value === null ? one : writeTarget(one.value, known.inputs, rules),
  )
  // Where one may not be written, all old files stay.
  if (places.some((one) => one.value === null)) {
    const told = { issue: job.issue, sources: known.sources, files: projectAt(job.place) }
    const reasons = await placed(
      places.flatMap((one) => one.diagnostics),
      told,
    )
    return { ...known, products: made, diagnostics: [...known.diagnostics, ...reasons] }
  }
  const written: Product[] = []
  const diagnostics = [...known.diagnostics]
  for (const [at, product] of made.entries()) {
    const target = targets[at]?.value as string
    const faults = await writeFile(target, product.bytes, known.inputs, rules)
    diagnostics.push(...faults)
    written.push({ ...product, file: hasErrors(faults) ? null : target })
  }
  const [first] = written
  return { ...known, diagnostics, products: written, file: first?.file ?? null, bytes: first?.bytes ?? null }
}

function outputTarget(
  { place, issue, options }: Job,
  kind: ProductKind,
  first: boolean,
): Outcome<string | null> {
  if (options.output === undefined) return outputPath(place.root, issue, kind)
  const { cwd, output } = options
  const file = isAbsolute(output) ? output : join(cwd, output)
  return done(resolve(namedOutput(file, kind, first)))
}
