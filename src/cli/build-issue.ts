import { join, resolve } from 'node:path'
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import type { Issue } from '../issue/issue.ts'
import { typeset } from '../typeset.ts'
import { findIssue, type IssuePlace } from './find-issue.ts'
import { type LoadOptions, loadAssets, loadIssue } from './load.ts'
import { outputPath } from './output-path.ts'

/** What to build and where to. */
export interface BuildOptions extends LoadOptions {
  /** Issue file; the newest issue of the publication at hand when left out. */
  readonly issue?: string | undefined
  /** Output file; `-` gives the bytes only; by the publication's `output:` when left out. */
  readonly output?: string | undefined
  /** Folder that paths are relative to; the working folder when left out. */
  readonly cwd?: string | undefined
  /** Told what is being done, for a progress line. */
  readonly onStep?: ((step: BuildStep) => void) | undefined
}

export type BuildStep = 'read' | 'typeset' | 'paint' | 'write'

/** What came of a build. */
export interface BuildResult {
  /** The issue file that was built; null when none was found. */
  readonly issue: string | null
  /** Absolute path of the written file; null when nothing was written. */
  readonly file: string | null
  /** The PDF; null when errors kept it from being made. */
  readonly bytes: Uint8Array | null
  readonly pages: number
  readonly diagnostics: readonly Diagnostic[]
  /** The texts that the diagnostics' spans point into. */
  readonly sources: ReadonlyMap<string, SourceText>
}

/**
 * Builds one issue: reads, sets, paints and writes it. Either the whole new file appears or the old one
 * stays. The editor's mistakes come back as diagnostics; it throws only for our own.
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const place = findIssue(options.issue, options.cwd ?? process.cwd())
  if ('code' in place) return failed(null, [place], new Map())
  options.onStep?.('read')
  const loaded = loadIssue(place, options)
  const { issue, sources } = loaded.value
  if (issue === null || hasErrors(loaded.diagnostics)) return failed(place.issue, loaded.diagnostics, sources)
  return buildLoaded(place, issue, { ...options, before: loaded.diagnostics, sources })
}

interface AfterLoading extends BuildOptions {
  readonly before: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, SourceText>
}

async function buildLoaded(place: IssuePlace, issue: Issue, options: AfterLoading): Promise<BuildResult> {
  const { sources } = options
  const painter = import('../paint/pdf/paint-pdf.ts')
  const assets = await loadAssets(issue, place.root)
  const known = [...options.before, ...assets.diagnostics]
  if (hasErrors(known)) return failed(place.issue, known, sources)
  options.onStep?.('typeset')
  const set = typeset(issue, assets.value)
  const diagnostics = [...known, ...set.diagnostics]
  if (hasErrors(diagnostics)) return failed(place.issue, diagnostics, sources)
  options.onStep?.('paint')
  const bytes = await (await painter).paintPdf(set.value, assets.value)
  const made = { issue: place.issue, bytes, pages: set.value.pages.length, sources }
  if (options.output === '-') return { ...made, file: null, diagnostics }
  options.onStep?.('write')
  const written = await writeProduct(place, issue, bytes, options)
  return { ...made, file: written.file, diagnostics: [...diagnostics, ...written.diagnostics] }
}

async function writeProduct(place: IssuePlace, issue: Issue, bytes: Uint8Array, options: AfterLoading) {
  const { writeFile } = await import('./write-file.ts')
  const target = outputTarget(place, issue, options)
  if (typeof target !== 'string') return { file: null, diagnostics: [target] }
  const inputs = [...options.sources.keys()].map((file) => join(place.root, file))
  const diagnostics = await writeFile(target, bytes, inputs)
  return { file: hasErrors(diagnostics) ? null : target, diagnostics }
}

function outputTarget(place: IssuePlace, issue: Issue, options: AfterLoading): string | Diagnostic {
  const cwd = options.cwd ?? process.cwd()
  return options.output === undefined ? outputPath(place.root, issue, 'pdf') : resolve(cwd, options.output)
}

function failed(
  issue: string | null,
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText>,
): BuildResult {
  return { issue, file: null, bytes: null, pages: 0, diagnostics, sources }
}
