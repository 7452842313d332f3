import type { Code } from '../base/catalogue.ts'
import { type Diagnostic, diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts'
import { type InTime, untimed } from '../base/in-time.ts'
import type { SourceText } from '../base/source.ts'
import type { CheckFiles } from '../checks/check-issue.ts'
import type { Issue } from '../issue/issue.ts'
import { invisibleCharacters, scanCharacters } from '../issue/lines/characters.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import type { IssueHeads } from '../project/issue-heads.ts'
import { type IssueProject, projectAt } from '../project/issue-project.ts'
import { type LoadOptions, loadAssets, loadIssue, saidOfBoth } from '../project/load.ts'
import { readSource } from '../project/read-source.ts'
import { estimatePages } from './estimate-pages.ts'
import type { IssueRun } from './issue-run.ts'
import { lackingIsError } from './lacking-characters.ts'
import { placed } from './make-issue.ts'

/** Longer issues are estimated, not laid out, even when a page count is wished for: that takes its time. */
const SET_CHARACTERS = 60_000

/** How an issue is checked. */
export interface CheckOptions extends LoadOptions {
  /** What is known of the heads of the publication's files; all are read when left out. */
  readonly heads?: IssueHeads | undefined
  /** Where converted pictures are kept; nowhere when null or left out. */
  readonly cacheFolder?: string | null | undefined
  /** Does work that never waits, and throws when the time is over; no end when left out. */
  readonly inTime?: InTime | undefined
}

/** Everything that can be said of an issue without making its PDF (检查). */
export async function checkPlace(place: IssuePlace, options: CheckOptions): Promise<IssueRun> {
  const start = performance.now()
  const project = projectAt(place, options.heads)
  const { inTime = untimed } = options
  const loaded = inTime(() => loadIssue(project, options))
  const { issue, sources } = loaded.value
  const run: Omit<IssueRun, 'milliseconds'> = {
    issue: place.issue,
    pages: 0,
    files: [],
    bytes: null,
    inputs: [],
    fit: null,
    diagnostics: loaded.diagnostics,
    sources,
    failOn: issue?.publication.check.failOn ?? 'error',
  }
  const checked =
    issue === null || hasErrors(loaded.diagnostics)
      ? run
      : await checkRead(project, issue, { run, sources: new Map(sources) }, options)
  const told = { issue, sources: checked.sources, files: project }
  const diagnostics = await placed(lackingIsError(checked.diagnostics), told)
  return { ...checked, diagnostics, milliseconds: performance.now() - start }
}

async function checkRead(
  project: IssueProject,
  issue: Issue,
  loaded: { readonly run: Omit<IssueRun, 'milliseconds'>; readonly sources: Map<string, SourceText> },
  { cacheFolder = null, inTime = untimed }: CheckOptions,
): Promise<Omit<IssueRun, 'milliseconds'>> {
  const { sources } = loaded
  const assets = await loadAssets(issue, { files: project.files, sources: loaded.run.sources, cacheFolder })
  const files = checkFiles(project, issue, sources)
  const run = { ...loaded.run, sources }
  const { checkIssue } = await import('../checks/check-issue.ts')
  const { templateTexts } = await import('./template-texts.ts')
  const findings = inTime(() => [...templateTexts(issue), ...checkIssue(issue, files.value)])
  const diagnostics: Diagnostic[] = [
    ...saidOfBoth(run.diagnostics, assets),
    ...files.diagnostics,
    ...findings,
  ]
  const [{ arrange }, { shape }] = await Promise.all([
    import('../content/arrange.ts'),
    import('../text/shape.ts'),
  ])
  const { design } = issue.publication
  const content = arrange(issue, design, assets.value.assets.images, assets.value.assets.codes)
  const characters = [...loaded.sources.values()].reduce((sum, source) => sum + source.text.length, 0)
  if ((issue.pages !== null || issue.approved !== null) && characters <= SET_CHARACTERS) {
    const { typesetWithReport } = await import('../typeset.ts')
    const set = inTime(() => typesetWithReport(issue, assets.value.assets))
    const { report: fit } = set.value
    const { approvalOf } = await import('./approval.ts')
    const approval = approvalOf(issue, set.value.list)
    const all = [...diagnostics, ...set.diagnostics, ...approval]
    return { ...run, diagnostics: all, fit, pages: fit.pages }
  }
  const { fonts } = assets.value.assets
  const shaped = inTime(() => shape(content.blocks, fonts, design.text, null, { ...content.furniture }))
  const said = [...diagnostics, ...shaped.diagnostics]
  if (characters > SET_CHARACTERS) {
    const pages = estimatePages(shaped.value, design)
    return { ...run, diagnostics: [...said, diagnostic('I-PAGES-ABOUT', null, { pages })], pages }
  }
  const { countPages } = await import('../page/count-pages.ts')
  const pages = inTime(() => countPages(shaped.value, design, fonts))
  return { ...run, diagnostics: [...said, diagnostic('I-PAGES', null, { pages })], pages }
}

/** What the checks alone say of an issue, of one that reads (校对). */
export async function findingsAt(place: IssuePlace, options: CheckOptions): Promise<readonly Diagnostic[]> {
  const project = projectAt(place, options.heads)
  const { issue, sources } = loadIssue(project, options).value
  if (issue === null) return []
  return placed(await findingsOf(project, issue, sources), { issue, sources, files: project })
}

/** The same of an issue that was read already. */
export async function findingsOf(
  project: IssueProject,
  issue: Issue,
  sources: ReadonlyMap<string, SourceText>,
): Promise<readonly Diagnostic[]> {
  const files = checkFiles(project, issue, new Map(sources))
  const { checkIssue } = await import('../checks/check-issue.ts')
  const { templateTexts } = await import('./template-texts.ts')
  return [...files.diagnostics, ...templateTexts(issue), ...checkIssue(issue, files.value)]
}

/**
 * The roster and word lists that the publication's `check:` names, their characters looked at as an issue's are; each
 * is added to `sources`.
 */
function checkFiles(
  { files }: IssueProject,
  { publication }: Issue,
  sources: Map<string, SourceText>,
): Outcome<CheckFiles> {
  const diagnostics: Diagnostic[] = []
  const read = (file: string, key: string): readonly SourceText[] => {
    const outcome = readSource(files, file, null, undefined)
    const keys = [`publication.check.${key}`]
    // The setting names the file, not the command line.
    const named = (code: Code): Code => (code === 'E-NO-FILE' ? 'E-MISSING' : code)
    diagnostics.push(
      ...outcome.diagnostics.map((one) => (one.span ? one : { ...one, code: named(one.code), keys })),
    )
    if (!outcome.value) return []
    sources.set(outcome.value.file, outcome.value)
    diagnostics.push(...scanCharacters(outcome.value))
    return [{ ...outcome.value, text: outcome.value.text.replace(invisibleCharacters(), '') }]
  }
  const { roster, dictionaries } = publication.check
  const value = {
    roster: roster === null ? null : (read(roster, 'roster')[0] ?? null),
    dictionaries: dictionaries.flatMap((one) => read(one, 'dictionaries')),
  }
  return { value, diagnostics }
}
