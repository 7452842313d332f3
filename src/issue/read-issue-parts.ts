import { type Diagnostic, diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts'
import type { Issue } from './issue.ts'
import type { IssueSources } from './issue-sources.ts'
import { type IssueValue, issueKeys } from './language/issue-keys.ts'
import { type PublicationValue, publicationKeys } from './language/publication-keys.ts'
import { inItsPlace } from './language/where-key-belongs.ts'
import { defaultLimits } from './limits.ts'
import { numberThisIssue } from './numbering/number-this-issue.ts'
import { overlaid } from './overlay.ts'
import { readEar } from './read-asides.ts'
import { type FileOptions, readingOf, readNodes } from './read-file.ts'
import { readParagraphs } from './read-lines.ts'
import { pictureDefaults, readPictures } from './read-pictures.ts'
import { readSections, type SectionContext } from './read-sections.ts'
import { readIssueSets, readSets } from './read-sets.ts'
import { namedDesign } from './settings/read-design.ts'
import { readPublication } from './settings/read-publication.ts'
import type { Node } from './yaml/nodes.ts'

/** What `readIssue` does; and tells `seen`, where it is given, what the issue was made of on the way. */
export function readIssueParts(sources: IssueSources, seen: IssueParts | null): Outcome<Issue | null> {
  const diagnostics: Diagnostic[] = []
  const limits = sources.limits ?? defaultLimits
  const publication = readPublicationValue(sources, { limits, keepInvisible: false }, diagnostics)
  const options = { limits, keepInvisible: bidiIsOff(publication) }
  const issue = readIssueValue(sources, options, diagnostics, seen)
  if (seen) seen.said = diagnostics
  if (!publication || !issue || hasErrors(diagnostics))
    return { value: null, diagnostics: inOrder(diagnostics) }
  const value = assemble({ publication, issue, sources, options, diagnostics, seen })
  return { value: hasErrors(diagnostics) ? null : value, diagnostics: inOrder(diagnostics) }
}

/** What an issue is made of on the way, for who reads it again after a change. */
export interface IssueParts {
  /** The issue file's structure; null where nothing was read of it. */
  node: Node | null
  /** What was said of that structure. */
  structure: readonly Diagnostic[]
  /** Where its lines begin that are headers of texts. */
  readonly headers: number[]
  /** What its sections were read with. */
  context: SectionContext | null
  /** All that was said, in the order in which it was. */
  said: readonly Diagnostic[]
}

/** File by file as they were read, and in each from top to bottom. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = [...new Set(diagnostics.map((one) => one.span?.file))]
  const place = ({ span }: Diagnostic) => [files.indexOf(span?.file), span?.from ?? 0] as const
  return diagnostics.map(inItsPlace).sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1])
}

/** `check: { rules: { bidi: off } }`: the publication wants its directional marks. */
function bidiIsOff(publication: PublicationValue | null): boolean {
  return publication?.check?.rules?.bidi === 'off'
}

function readPublicationValue(
  { publication, sets }: IssueSources,
  options: FileOptions,
  diagnostics: Diagnostic[],
): PublicationValue | null {
  if (publication === null) {
    diagnostics.push(diagnostic('E-NO-PUBLICATION', null))
    return null
  }
  const nodes = readNodes(publication, options)
  diagnostics.push(...nodes.diagnostics)
  if (nodes.value === null) return null
  const value = publicationKeys.read(nodes.value, publication.file, readingOf(publication, diagnostics))
  return value ? readSets(value, sets ?? [], options, diagnostics) : null
}

function readIssueValue(
  { issue: source, sets }: IssueSources,
  options: FileOptions,
  diagnostics: Diagnostic[],
  seen: IssueParts | null,
): IssueValue | null {
  const nodes = readNodes(source, options, seen?.headers)
  if (seen) Object.assign(seen, { node: nodes.value, structure: nodes.diagnostics })
  diagnostics.push(...nodes.diagnostics)
  if (nodes.value === null) return null
  const value = issueKeys.read(nodes.value, source.file, readingOf(source, diagnostics))
  return value ? readIssueSets(value, sets ?? [], options, diagnostics) : null
}

/** What the parts of an issue are put together from. */
interface Assembly {
  readonly publication: PublicationValue
  readonly issue: IssueValue
  readonly sources: IssueSources
  readonly options: FileOptions
  readonly diagnostics: Diagnostic[]
  readonly seen: IssueParts | null
}

function assemble({ publication, issue, sources, options, diagnostics, seen }: Assembly): Issue | null {
  if (!issue.date) return null
  const value = issue.override ? overlaid(publicationKeys.table, publication, issue.override) : publication
  const reading = readingOf(sources.issue, diagnostics)
  const named = namedDesign(value.design, {
    read: sources.article,
    publication: publication.span.file,
    options,
    diagnostics,
  })
  if (named === null) return null
  const settings = readPublication(value, named, reading)
  const numbers = numberThisIssue(issue, settings.numbering, sources, diagnostics)
  const defaults = pictureDefaults(
    settings.publication.design,
    value.images?.ratio === undefined ? named.file?.images : value.images,
  )
  const context: SectionContext = {
    reading,
    defaults: { ...defaults, everyLine: value.paragraphs === 'every-line' },
    options,
    article: sources.article,
    diagnostics,
  }
  if (seen) seen.context = context
  const sections = readSections(issue.sections ?? [], settings.sections, context)
  const [cover] = issue.cover ? readPictures([issue.cover], { ...defaults, fit: 'page' }, reading) : []
  // A cover without contents says so itself.
  const contents = issue.contents ?? (cover ? true : null)
  const pictures = sections.flatMap((one) => one.articles.flatMap((article) => article.pictures)).length
  if (pictures > options.limits.pictures) {
    diagnostics.push(diagnostic('E-MANY', null, { count: pictures, limit: options.limits.pictures }))
  }
  const note = readParagraphs(issue.note, reading)
  const ear = issue.ear && readEar(issue.ear, reading)
  return {
    ...(note.length > 0 ? { note } : {}),
    ...(ear ? { ear } : {}),
    publication: withContents(settings.publication, contents),
    date: issue.date.value,
    ...numbers,
    supplement: issue.supplement ?? false,
    title: issue.title?.value ?? '',
    status: issue.status ?? 'draft',
    watermark: watermarkOf(issue.watermark ?? publication.watermark, issue.status === 'review'),
    contents: contents ?? settings.publication.design.masthead.contents,
    ...(cover ? { cover } : {}),
    pages: issue.pages ?? null,
    fit: {
      mode: issue.fit?.mode ?? 'report',
      lineHeight: issue.fit?.line_height?.value ?? 0.6,
      image: issue.fit?.image ?? 0.12,
      heading: issue.fit?.heading ?? 1,
    },
    approved: issue.approved
      ? {
          by: issue.approved.by?.value ?? '',
          on: issue.approved.on?.value ?? null,
          hash: issue.approved.hash ?? '',
          span: issue.approved.keySpans.hash ?? issue.keySpans.approved ?? issue.approved.span,
        }
      : null,
    sections,
    span: issue.span,
  }
}

/** The words asked for; else those of an issue under review. */
function watermarkOf(asked: IssueValue['watermark'], review: boolean): Issue['watermark'] {
  const words = asked?.words ?? (review ? '送审稿' : '')
  return words === '' ? null : { text: words, span: asked?.span ?? null }
}

/** `contents: false` in an issue wins over the publication's `true`. */
function withContents(publication: Issue['publication'], contents: boolean | null): Issue['publication'] {
  if (contents === null) return publication
  const { design } = publication
  return { ...publication, design: { ...design, masthead: { ...design.masthead, contents } } }
}
