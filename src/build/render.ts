import { type Diagnostic, hasErrors } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import type { DisplayList } from '../display/display-list.ts'
import type { IssueInput, IssueInputZh, PublicationInput, PublicationInputZh } from '../issue/input.ts'
import { sourceOfValue } from '../issue/write/write-value.ts'
import type { FitReport } from '../page/fit/report.ts'
import type { IssueProject } from '../project/issue-project.ts'
import { type FileSource, memoryFiles } from '../project/memory-files.ts'
import { withLineFeeds } from '../project/read-source.ts'
import type { KeptParts } from './kept-parts.ts'
import { type BuildStep, makeIssue, type Painted } from './make-issue.ts'
import { PRODUCT_KINDS, type ProductKind } from './product-kinds.ts'

/** An issue to be set, with all that it is made of; nothing is read but what is given. */
export interface RenderRequest {
  /** publication.yaml as text, or what it says as an object, with keys in English or Chinese. */
  readonly publication: string | PublicationInput | PublicationInputZh
  /** The issue's YAML as text, or what it says as an object. */
  readonly issue: string | IssueInput | IssueInputZh
  /**
   * Pictures, fonts, articles' own files, by their paths from the project's folder: a map, an object, or a function that
   * may be asynchronous. It is asked once for each file that the issue names; none when left out.
   */
  readonly files?: FileSource | undefined
  /** The publication's other issues, from which number and running total are computed where the issue says none. */
  readonly others?: readonly (string | IssueInput | IssueInputZh)[] | undefined
  /** What is made; by the publication's `output.make` when left out, only pages when empty. */
  readonly make?: readonly ProductKind[] | undefined
  /** 第几校, for a proof; 1 when left out. */
  readonly round?: number | undefined
  /** An earlier state of the issue, whose differences a proof marks. */
  readonly earlier?: string | IssueInput | IssueInputZh | undefined
  /** Project paths of publication and issue, from which the paths that they name count, and which diagnostics tell. */
  readonly names?: { readonly publication?: string; readonly issue?: string } | undefined
  /** Folder where converted pictures are kept between calls; nowhere when left out. */
  readonly cacheFolder?: string | null | undefined
  /** Told what is being done. */
  readonly onStep?: ((step: BuildStep) => void) | undefined
  /** Ends the work at once where it waits, else at its next step; `render` rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** What came of an issue. */
export interface Rendered {
  /** How many pages there are; 0 when errors kept them from being made. */
  readonly pages: number
  /** The pages as plain data: every glyph, rule and picture in its place. */
  readonly list: DisplayList | null
  /** Finished files, in the order asked for; none when there are errors. */
  readonly products: readonly Painted[]
  /** How the pages came out against the wish. */
  readonly fit: FitReport | null
  /** What the editor should know; `formatDiagnostic` puts it in words. */
  readonly diagnostics: readonly Diagnostic[]
  /** The texts that the diagnostics' places point into. */
  readonly sources: ReadonlyMap<string, SourceText>
  /** Whether no diagnostic is an error, so that all that was asked for is there. */
  readonly ok: boolean
}

/**
 * Sets one issue from memory: no file is read but the package's own fonts, and none is written. Mistakes in publication
 * and issue come back as diagnostics; it rejects for a signal that has aborted, for a lookup of files that fails, for
 * objects that YAML has no form for, and for faults of its own. No state is kept between calls: any number may run at a
 * time, here or in threads, and the same request gives the same bytes.
 *
 * @example
 * ```ts
 * import { formatDiagnostic, render } from 'jianbao'
 *
 * const { products, diagnostics, sources } = await render({
 *   publication: { bulletin: 1, name: '柳溪简报', issuer: '柳溪区服务中心' },
 *   issue: {
 *     date: '2026-06-15',
 *     sections: { 要闻: [{ title: '书房开放', body: '5月23日，由老粮仓改建的城市书房开放。' }] },
 *   },
 *   make: ['pdf'],
 * })
 * for (const one of diagnostics) console.log(formatDiagnostic(one, sources, { language: 'en' }))
 * const pdf = products[0]?.bytes
 * ```
 */
export async function render(request: RenderRequest): Promise<Rendered> {
  return renderAgain(request, undefined)
}

/** The same, with what is kept of the calls before. */
export async function renderAgain(request: RenderRequest, memory: KeptParts | undefined): Promise<Rendered> {
  const { signal } = request
  signal?.throwIfAborted()
  const options = { ...makeOptions(request), memory }
  const made = await unlessAborted(signal, () => makeIssue(projectOf(request), options))
  const { list, fit, products, diagnostics, sources } = made
  const pages = list?.pages.length ?? 0
  return { pages, list, products, fit, diagnostics, sources, ok: !hasErrors(diagnostics) }
}

const PUBLICATION = 'publication.yaml'
const ISSUE = 'issue.yaml'

function projectOf({ files = {}, names = {}, others = [] }: RenderRequest): IssueProject {
  return {
    files: memoryFiles(files),
    issue: names.issue ?? ISSUE,
    publication: names.publication ?? PUBLICATION,
    others: () => others.map((one, at) => givenSource(`others-${at + 1}.yaml`, one)),
  }
}

function makeOptions(request: RenderRequest): Parameters<typeof makeIssue>[1] {
  const { publication, issue, names = {}, make, round, cacheFolder, onStep, signal, earlier } = request
  const unknown = make?.find((kind) => !PRODUCT_KINDS.includes(kind))
  if (unknown !== undefined) throw new TypeError(`make: there is no product “${unknown}”`)
  const given = [
    givenSource(names.publication ?? PUBLICATION, publication),
    givenSource(names.issue ?? ISSUE, issue),
  ]
  return {
    instead: new Map(given.map((one) => [one.file, one])),
    make,
    round,
    cacheFolder,
    onStep,
    signal,
    changed: async (sources) => {
      if (earlier === undefined) return { value: [], diagnostics: [] }
      const { changedSpans } = await import('../products/changed-spans.ts')
      const file = names.issue ?? ISSUE
      const value = changedSpans(file, givenSource(file, earlier).text, sources.get(file)?.text ?? '')
      return { value, diagnostics: [] }
    },
  }
}

function givenSource(file: string, given: string | object): SourceText {
  return typeof given === 'string' ? { file, text: withLineFeeds(given) } : sourceOfValue(file, given)
}

/** What the work gives, or the signal's reason as soon as it aborts; the work itself ends at its next step. */
async function unlessAborted<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (signal === undefined) return work()
  let abort = () => {}
  const aborted = new Promise<never>((_, fail) => {
    abort = () => fail(signal.reason)
    signal.addEventListener('abort', abort)
  })
  try {
    return await Promise.race([work(), aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
