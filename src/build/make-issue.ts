import { ChangedFile } from '../assets/changed-file.ts'
import type { Assets } from '../assets/image.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts'
import { type InTime, untimed } from '../base/in-time.ts'
import type { SourceText, Span } from '../base/source.ts'
import type { DisplayList } from '../display/display-list.ts'
import type { Issue } from '../issue/issue.ts'
import { readIssue } from '../issue/read-issue.ts'
import type { FitReport } from '../page/fit/report.ts'
import type { PictureProgress } from '../products/pictures.ts'
import type { Preflight } from '../products/preflight.ts'
import type { IssueProject } from '../project/issue-project.ts'
import { type Loaded, type LoadOptions, loadAssets, loadIssue, saidOfBoth } from '../project/load.ts'
import type { SetPages } from '../set-pages.ts'
import type { BuildMemory } from './build-memory.ts'
import type { Told } from './in-their-places.ts'
import type { KeptParts } from './kept-parts.ts'
import { lackingIsError } from './lacking-characters.ts'
import type { PaintedPages } from './make-products.ts'
import type { ProductKind } from './product-kinds.ts'

/** What a build is doing: reading, setting pages, making products, writing them. */
export type BuildStep = 'read' | 'typeset' | 'paint' | 'write'

/** How an issue is made, wherever it was read from. */
export interface MakeOptions extends LoadOptions {
  /** What to make; by the publication's `output.make` when left out. */
  readonly make?: readonly string[] | undefined
  /** 第几校, for a proof. */
  readonly round?: number | undefined
  /** Where made pictures, and what files say in their heads, are kept between builds; nowhere when null or left out. */
  readonly cacheFolder?: string | null | undefined
  /** Told what is being done, for a progress line. */
  readonly onStep?: ((step: BuildStep) => void) | undefined
  /** Told of each picture of a product as it is ready, for a progress bar. */
  readonly onPicture?: PictureProgress | undefined
  /** Ends the work at its next step, with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** What only some callers have to say. */
export interface MakeRules {
  /** Does work that never waits, and throws when the time is over; no end when left out. */
  readonly inTime?: InTime | undefined
  /** Most characters of text; a larger issue is not set but throws `LargeIssue`. */
  readonly mostText?: number | undefined
  /** Most seconds of reading or setting in one go; an issue that takes longer throws `LargeIssue`. */
  readonly mostSeconds?: number | undefined
  /** What the builds before keep for this one; nothing when left out. */
  readonly memory?: KeptParts | undefined
  /**
   * Whether pictures that are known from an earlier build are read only when their pixels are wanted; where one changes
   * meanwhile the issue is made again.
   */
  readonly picturesLater?: boolean | undefined
  /** Hears of the fonts and pictures that the pages are set with, and of the issue. */
  readonly onAssets?: ((assets: Assets, issue: Issue) => void) | undefined
  /** The places that differ from an earlier version, for a proof. */
  readonly changed?: (sources: ReadonlyMap<string, SourceText>) => Promise<Outcome<readonly Span[]>>
}

/** A product that is not written yet. */
export interface Painted {
  readonly kind: ProductKind
  readonly bytes: Uint8Array
  /** What a print shop asks of the file, for `print`. */
  readonly preflight: Preflight | null
}

/** What came of making an issue; nothing of it is in a file yet. */
export interface Made {
  /** null when errors kept it from being read. */
  readonly issue: Issue | null
  /** null when errors kept the pages from being made. */
  readonly list: DisplayList | null
  readonly fit: FitReport | null
  /** Empty when there are errors. */
  readonly products: readonly Painted[]
  readonly diagnostics: readonly Diagnostic[]
  /** The texts that the diagnostics' spans point into. */
  readonly sources: ReadonlyMap<string, SourceText>
  /** Every file it was or would have been made from, by project path. */
  readonly inputs: readonly string[]
}

/** An issue with more text than is set without a bound on memory. */
export class LargeIssue extends Error {}

/**
 * Reads, sets and paints one issue. The editor's mistakes come back as diagnostics; it throws for our own, and for a
 * signal that has aborted.
 */
export async function makeIssue(project: IssueProject, options: MakeOptions & MakeRules): Promise<Made> {
  const made = await makeAll(project, options).catch((error: unknown) => {
    if (!(error instanceof ChangedFile)) throw error
    return makeAll(project, { ...options, picturesLater: false, memory: undefined })
  })
  return { ...made, diagnostics: await placed(made.diagnostics, { ...made, files: project }) }
}

/** Whether more may be known of its place than it says: a setting, or a character or picture that its pages do not know. */
function mayBePlaced({ keys, span, values }: Diagnostic): boolean {
  const isOfSomething = values.character !== undefined || values.image !== undefined
  return keys !== undefined || (span === null && isOfSomething)
}

/** What is told, where it is written; looked for only when something is. */
export async function placed(diagnostics: readonly Diagnostic[], told: Told): Promise<readonly Diagnostic[]> {
  if (!diagnostics.some(mayBePlaced)) return diagnostics
  const { inTheirPlaces } = await import('./in-their-places.ts')
  return inTheirPlaces(diagnostics, told)
}

async function makeAll(project: IssueProject, options: MakeOptions & MakeRules): Promise<Made> {
  await begin('read', options)
  const { inTime = untimed } = options
  const readOne = await readingOf(options)
  let loaded: Outcome<Loaded>
  do loaded = inTime(() => loadIssue(project, options, readOne))
  while (await project.files.bring?.())
  const { issue, sources, inputs } = loaded.value
  const text = [...sources.values()].reduce((sum, one) => sum + one.text.length, 0)
  if (text > (options.mostText ?? Number.POSITIVE_INFINITY)) throw new LargeIssue()
  const { diagnostics } = loaded
  const read: Made = { issue, list: null, fit: null, products: [], diagnostics, sources, inputs }
  return issue === null || hasErrors(diagnostics) ? read : setIssue({ project, issue, options }, read)
}

/** How the issue is read: as far as it changed where the state before is known, and not at all when it is too large. */
async function readingOf(options: MakeRules): Promise<NonNullable<Parameters<typeof loadIssue>[2]>> {
  const memory = memoryOf(options)
  if (memory !== undefined) {
    const { readIssueAgain } = await import('../issue/again/read-again.ts')
    return (sources) => readIssueAgain(sources, memory.reading)
  }
  const { mostText = Number.POSITIVE_INFINITY } = options
  return (sources) => {
    if (sources.issue.text.length > mostText) throw new LargeIssue()
    return readIssue(sources)
  }
}

/** Begins a step, unless the caller has lost interest; who may has to be let speak first. */
export async function begin(step: BuildStep, options: Pick<MakeOptions, 'onStep' | 'signal'>): Promise<void> {
  if (options.signal) {
    // Node's promised timers would be compiled anew at every start.
    await new Promise((settle) => setImmediate(settle))
    options.signal.throwIfAborted()
  }
  options.onStep?.(step)
}

interface Job {
  readonly project: IssueProject
  readonly issue: Issue
  readonly options: MakeOptions & MakeRules
}

async function setIssue(job: Job, read: Made): Promise<Made> {
  const { project, issue, options } = job
  // What is wanted in any case loads while fonts and pictures are read.
  const products = import('./make-products.ts')
  const painter = import('../paint/pdf/paint-pdf.ts')
  const { files } = project
  const cacheFolder = options.cacheFolder ?? null
  const memory = memoryOf(options)?.assets ?? null
  const from = { files, sources: read.sources, cacheFolder, memory, picturesLater: options.picturesLater }
  const loaded = await loadAssets(issue, from)
  const { assets } = loaded.value
  options.onAssets?.(assets, issue)
  const known: Made = {
    ...read,
    inputs: [...read.inputs, ...loaded.value.inputs],
    diagnostics: saidOfBoth(read.diagnostics, loaded),
  }
  await products
  if (hasErrors(known.diagnostics)) return known
  await begin('typeset', options)
  const { set, painted } = await setPages(issue, assets, options)
  const { list, report: fit } = set.value
  const said = issue.status === 'final' ? lackingIsError(set.diagnostics) : set.diagnostics
  const approval = issue.approved === null ? [] : (await import('./approval.ts')).approvalOf(issue, list)
  const diagnostics = [...known.diagnostics, ...said, ...approval]
  const after = { ...known, list, fit, diagnostics }
  if (hasErrors(diagnostics)) return after
  await painter
  return paintAll(job, { list, assets, painted }, after)
}

/** Nobody else makes such parts. */
function memoryOf({ memory }: MakeRules): BuildMemory | undefined {
  return memory as BuildMemory | undefined
}

/** The pages, and how they were given to the painter where the build before painted some of them. */
interface SetAndPainted {
  readonly set: Outcome<SetPages>
  readonly painted: PaintedPages | null
}

async function setPages(issue: Issue, assets: Assets, options: MakeRules): Promise<SetAndPainted> {
  const { inTime = untimed } = options
  const memory = memoryOf(options)
  if (memory === undefined) {
    const { typesetWithReport } = await import('../typeset.ts')
    return { set: inTime(() => typesetWithReport(issue, assets)), painted: null }
  }
  const { typesetAgain } = await import('../typeset-again.ts')
  const { listInSource } = await import('../display/in-source.ts')
  const { value, diagnostics } = inTime(() =>
    typesetAgain(issue, assets, memory.typeset, memory.reading.origins),
  )
  const { list, places } = value
  const set = { value: { ...value, list: listInSource(list, places, memory.pages) }, diagnostics }
  return { set, painted: { list, places, memory: memory.paint } }
}

interface Pages {
  readonly list: DisplayList
  readonly assets: Assets
  readonly painted: PaintedPages | null
}

/** Makes every product: an error in one leaves all unmade. */
async function paintAll(
  { project, issue, options }: Job,
  { list, assets, painted }: Pages,
  known: Made,
): Promise<Made> {
  const { makeProduct } = await import('./make-products.ts')
  // Both were read against the words that there are.
  const kinds = [...new Set(options.make ?? issue.publication.output.make)] as ProductKind[]
  const compared = kinds.includes('proof') ? await options.changed?.(known.sources) : undefined
  const diagnostics = [...known.diagnostics, ...(compared?.diagnostics ?? [])]
  const products: Painted[] = []
  for (const kind of hasErrors(diagnostics) ? [] : kinds) {
    await begin('paint', options)
    const proof = { round: options.round ?? 1, changed: compared?.value ?? [] }
    const { sources } = known
    const cacheFolder = options.cacheFolder ?? null
    const { inTime, onPicture } = options
    const set = {
      issue,
      files: project.files,
      list,
      assets,
      sources,
      cacheFolder,
      inTime,
      painted,
      onPicture,
    }
    const product = await makeProduct(kind, set, proof)
    diagnostics.push(...product.diagnostics)
    if (product.value) products.push({ kind, ...product.value })
  }
  const told = withoutRepeats(diagnostics)
  return { ...known, diagnostics: told, products: hasErrors(told) ? [] : products }
}

/** What two products have to say of one picture or text is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()]
}
