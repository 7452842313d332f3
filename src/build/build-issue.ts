import { isAbsolute, join, resolve } from 'node:path'
import type { Assets } from '../assets/image.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts'
import type { SourceText, Span } from '../base/source.ts'
import type { DisplayList } from '../display/display-list.ts'
import type { Issue } from '../issue/issue.ts'
import type { FitReport } from '../page/fit/report.ts'
import type { Preflight } from '../products/preflight.ts'
import { findIssue, type IssuePlace } from '../project/find-issue.ts'
import { type LoadOptions, loadAssets, loadIssue } from '../project/load.ts'
import { namedOutput, outputPath } from '../project/output-path.ts'
import { lackingIsError } from './lacking-characters.ts'
import type { ProductKind } from './make-products.ts'

/** What to build and where to. */
export interface BuildOptions extends LoadOptions {
  /** Issue file; the newest issue of the publication at hand when left out. */
  readonly issue?: string | undefined
  /** Where the issue lies, when it was looked for already. */
  readonly place?: IssuePlace | undefined
  /** Output file; `-` gives the bytes only; by the publication's `output:` when left out. */
  readonly output?: string | undefined
  /** What to make; by the publication's `output.make` when left out. */
  readonly make?: readonly string[] | undefined
  /** An earlier issue file, or a git revision, that a proof is compared with. */
  readonly against?: string | undefined
  /** 第几校, for a proof. */
  readonly round?: number | undefined
  /** Folder that paths are relative to; the working folder when left out. */
  readonly cwd?: string | undefined
  /** Does work that never waits, and throws when the time is over; no end when left out. */
  readonly inTime?: (<T>(work: () => T) => T) | undefined
  /** Most characters of text; a larger issue is not set but throws `LargeIssue`. */
  readonly mostText?: number | undefined
  /** Told what is being done, for a progress line. */
  readonly onStep?: ((step: BuildStep) => void) | undefined
}

export type BuildStep = 'read' | 'typeset' | 'paint' | 'write'

/** One file made from an issue. */
export interface Product {
  readonly kind: ProductKind
  /** Absolute path of the written file; null when it was not written. */
  readonly file: string | null
  readonly bytes: Uint8Array
  /** What a print shop asks of the file, for `print`. */
  readonly preflight: Preflight | null
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
 * Builds one issue: reads, sets, paints and writes it. Either the whole new file appears or the old one
 * stays. The editor's mistakes come back as diagnostics; it throws only for our own.
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const place = options.place ?? findIssue(options.issue, options.cwd ?? process.cwd())
  if ('code' in place) return { ...NOTHING, diagnostics: [place] }
  options.onStep?.('read')
  const { inTime = plainly } = options
  const loaded = inTime(() => loadIssue(place, options))
  const { issue, sources, inputs } = loaded.value
  const text = [...sources.values()].reduce((sum, one) => sum + one.text.length, 0)
  if (text > (options.mostText ?? Number.POSITIVE_INFINITY)) throw new LargeIssue()
  const known = { ...NOTHING, issue: place.issue, sources, inputs }
  if (issue === null || hasErrors(loaded.diagnostics)) return { ...known, diagnostics: loaded.diagnostics }
  const reading = { ...known, failOn: issue.publication.check.failOn, diagnostics: loaded.diagnostics }
  return buildRead({ place, issue, options }, reading)
}

/** An issue with more text than is set without a bound on memory. */
export class LargeIssue extends Error {}

function plainly<T>(work: () => T): T {
  return work()
}

/** The result of a build that made nothing. */
export const NOTHING: BuildResult = {
  issue: null,
  file: null,
  bytes: null,
  pages: 0,
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
  readonly options: BuildOptions
}

async function buildRead(job: Job, reading: BuildResult): Promise<BuildResult> {
  const { place, issue, options } = job
  const products = import('./make-products.ts')
  // The painter is wanted in any case; it loads while fonts and pictures are read.
  const painter = import('../paint/pdf/paint-pdf.ts')
  const loaded = await loadAssets(issue, place.root, reading.sources)
  const { assets } = loaded.value
  const known: BuildResult = {
    ...reading,
    inputs: [...reading.inputs, ...loaded.value.inputs],
    diagnostics: [...reading.diagnostics, ...loaded.diagnostics],
  }
  await products
  // Both were read against the words that there are.
  const kinds = [...new Set(options.make ?? issue.publication.output.make)] as ProductKind[]
  if (hasErrors(known.diagnostics)) return known
  options.onStep?.('typeset')
  const { typesetWithReport } = await import('../typeset.ts')
  const set = (options.inTime ?? plainly)(() => typesetWithReport(issue, assets))
  const said = issue.status === 'final' ? lackingIsError(set.diagnostics) : set.diagnostics
  const approval =
    issue.approved === null ? [] : (await import('./approval.ts')).approvalOf(issue, set.value.list)
  const diagnostics = [...known.diagnostics, ...said, ...approval]
  const after = { ...known, diagnostics, fit: set.value.report, pages: set.value.list.pages.length }
  if (hasErrors(diagnostics)) return after
  await painter
  return makeAll(job, { list: set.value.list, assets, kinds }, after)
}

interface Pages {
  readonly list: DisplayList
  readonly assets: Assets
  readonly kinds: readonly ProductKind[]
}

/** Makes every product before the first is written: an error in one leaves all old files as they are. */
async function makeAll(job: Job, { list, assets, kinds }: Pages, known: BuildResult): Promise<BuildResult> {
  const { makeProduct } = await import('./make-products.ts')
  job.options.onStep?.('paint')
  const compared = kinds.includes('proof') ? await changedPlaces(job, known.sources) : NO_CHANGES
  const diagnostics = [...known.diagnostics, ...compared.diagnostics]
  const made: Product[] = []
  for (const kind of hasErrors(diagnostics) ? [] : kinds) {
    const proof = { round: job.options.round ?? 1, changed: compared.value }
    const set = { issue: job.issue, root: job.place.root, list, assets, sources: known.sources }
    const product = await makeProduct(kind, set, proof)
    diagnostics.push(...product.diagnostics)
    if (product.value) made.push({ kind, file: null, ...product.value })
  }
  const result = { ...known, diagnostics: withoutRepeats(diagnostics) }
  if (hasErrors(diagnostics)) return result
  if (job.options.output === '-') return { ...result, products: made, bytes: made[0]?.bytes ?? null }
  return writeAll(job, made, result)
}

/** What two products have to say of one picture or text is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()]
}

const NO_CHANGES: Outcome<readonly Span[]> = { value: [], diagnostics: [] }

async function changedPlaces(
  { place, options }: Job,
  sources: ReadonlyMap<string, SourceText>,
): Promise<Outcome<readonly Span[]>> {
  if (options.against === undefined) return NO_CHANGES
  const { changesAgainst } = await import('../project/changes-against.ts')
  return changesAgainst(options.against, place, options.cwd ?? process.cwd(), sources)
}

async function writeAll(job: Job, made: readonly Product[], known: BuildResult): Promise<BuildResult> {
  job.options.inTime?.(() => undefined)
  job.options.onStep?.('write')
  const { writeFile } = await import('../project/write-file.ts')
  const { writeTarget } = await import('../project/write-target.ts')
  const { isOwnProduct } = await import('../project/own-product.ts')
  const rules = {
    within: job.options.output === undefined ? job.place.root : undefined,
    replaces: isOwnProduct,
  }
  const targets = made.map(({ kind }, at) => outputTarget(job, kind, at === 0))
  const places = targets.map((one) => (typeof one === 'string' ? writeTarget(one, known.inputs, rules) : one))
  const refused = places.filter((one) => typeof one !== 'string')
  // Where one may not be written, all old files stay.
  if (refused.length > 0) return { ...known, products: made, diagnostics: [...known.diagnostics, ...refused] }
  const written: Product[] = []
  const diagnostics = [...known.diagnostics]
  for (const [at, product] of made.entries()) {
    const target = targets[at] as string
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
): string | Diagnostic {
  if (options.output === undefined) return outputPath(place.root, issue, kind)
  const cwd = options.cwd ?? process.cwd()
  const file = isAbsolute(options.output) ? options.output : join(cwd, options.output)
  return resolve(namedOutput(file, kind, first))
}
