import { join } from 'node:path'
import { openFontLibrary, type UserFont } from '../assets/font-library.ts'
import type { Assets, ImageAsset } from '../assets/image.ts'
import { MAX_IMAGE_BYTES, readImage } from '../assets/read-image.ts'
import { readResource } from '../assets/resource.ts'
import type { Diagnostic, Outcome } from '../base/diagnostic.ts'
import type { SourceText, Span } from '../base/source.ts'
import type { Issue, Picture } from '../issue/issue.ts'
import { readIssue } from '../issue/read-issue.ts'
import { type IssuePlace, issueFiles } from './find-issue.ts'
import { packageFolder } from './package-folder.ts'
import { readSource, shownPath } from './read-source.ts'

/** Most bytes of a font file (safety.md, Limits). */
const FONT_LIMIT = 60 * 1024 * 1024

export interface LoadOptions {
  /** `--set key=value`, in order. */
  readonly sets?: readonly { readonly key: string; readonly value: string }[]
  readonly encoding?: string | undefined
}

/** An issue read and everything it was read from. */
export interface Loaded {
  /** null exactly when there are errors that keep it from being read. */
  readonly issue: Issue | null
  /** By the file names that spans use. */
  readonly sources: ReadonlyMap<string, SourceText>
}

/** Reads an issue with its publication and articles from disk. Paths in sources are relative to the project. */
export function loadIssue(place: IssuePlace, options: LoadOptions = {}): Outcome<Loaded> {
  const sources = new Map<string, SourceText>()
  const diagnostics: Diagnostic[] = []
  const read = (file: string, span: Span | null): Outcome<SourceText | null> => {
    const outcome = readSource(place.root, file, span, options.encoding)
    if (outcome.value) sources.set(file, outcome.value)
    return outcome
  }
  const kept = (file: string): SourceText | null => {
    const outcome = read(file, null)
    diagnostics.push(...outcome.diagnostics)
    return outcome.value
  }
  const issueFile = shownPath(place.root, place.issue)
  const issue = kept(issueFile)
  const publication = place.publication === null ? null : kept(shownPath(place.root, place.publication))
  if (issue === null || (place.publication !== null && publication === null)) {
    return { value: { issue: null, sources }, diagnostics }
  }
  const outcome = readIssue({
    publication,
    issue,
    others: otherIssues(place),
    article: read,
    sets: options.sets ?? [],
  })
  return { value: { issue: outcome.value, sources }, diagnostics: [...diagnostics, ...outcome.diagnostics] }
}

/** The publication's other issues, for numbering; one that cannot be read is of no account here. */
function otherIssues(place: IssuePlace): readonly SourceText[] {
  if (place.publication === null) return []
  return issueFiles(place.publication).flatMap(({ file }) => {
    if (file === place.issue) return []
    const { value } = readSource(place.root, shownPath(place.root, file), null, undefined)
    return value ? [value] : []
  })
}

/** Opens the fonts and pictures an issue names. A picture that cannot be used is reported and left out. */
export async function loadAssets(issue: Issue, root: string): Promise<Outcome<Assets>> {
  const diagnostics: Diagnostic[] = []
  const images = new Map<string, ImageAsset>()
  for (const { src, span } of picturesOf(issue)) {
    if (images.has(src)) continue
    const { value, diagnostics: found } = loadImage(root, src, span)
    diagnostics.push(...found)
    if (value) images.set(src, value)
  }
  const fonts = await openFontLibrary({
    directory: join(packageFolder, 'fonts'),
    families: loadFonts(issue, root, diagnostics),
  })
  return { value: { fonts: fonts.value, images }, diagnostics: [...diagnostics, ...fonts.diagnostics] }
}

function loadImage(root: string, src: string, span: Span): Outcome<ImageAsset | null> {
  const read = readResource(root, src, { limit: MAX_IMAGE_BYTES, span })
  if (read.value === null) return { value: null, diagnostics: read.diagnostics }
  const image = readImage(src, read.value, span)
  return { value: image.value, diagnostics: [...read.diagnostics, ...image.diagnostics] }
}

function picturesOf(issue: Issue): readonly { readonly src: string; readonly span: Span }[] {
  const { masthead, span } = issue.publication
  const own = [masthead.image, masthead.logo].flatMap((src) => (src === null ? [] : [{ src, span }]))
  const pictures: readonly Picture[] = issue.sections.flatMap((section) =>
    section.articles.flatMap((article) => article.pictures.flatMap((group) => group.row)),
  )
  return [...own, ...pictures.flatMap((one) => (one.src === null ? [] : [{ src: one.src, span: one.span }]))]
}

function loadFonts(issue: Issue, root: string, diagnostics: Diagnostic[]): Record<string, UserFont> {
  const families: Record<string, UserFont> = {}
  for (const [name, font] of Object.entries(issue.publication.fonts)) {
    const read = readResource(root, font.file, { limit: FONT_LIMIT, span: font.span })
    diagnostics.push(...read.diagnostics)
    if (read.value) families[name] = { ...font, bytes: read.value }
  }
  return families
}
