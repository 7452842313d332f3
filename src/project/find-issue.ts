import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Diagnostic, diagnostic, done, type Outcome, refused } from '../base/diagnostic.ts'
import { textOrder } from '../base/text-order.ts'
import { publicationNamedIn } from '../issue/files-of.ts'
import { numberedBy } from '../issue/numbering/head-of-issue.ts'
import type { Numbered } from '../issue/numbering/series.ts'
import {
  type FileHead,
  headsOnDisk,
  type IssueHeads,
  PUBLICATION,
  readHead,
  rootOf,
  textAt,
  yamlFiles,
} from './issue-heads.ts'
import { issueInShort, issueStem } from './issue-in-short.ts'
import { misnamedIn } from './misnamed.ts'
import { shownPath } from './read-source.ts'

/** Where an issue, its publication and its project lie; absolute paths. */
export interface IssuePlace {
  readonly issue: string
  /** null when no publication.yaml was found on the way up. */
  readonly publication: string | null
  /** Nothing outside this folder is read. */
  readonly root: string
}

/** A publication and its project's folder; absolute paths. */
export interface PublicationPlace {
  readonly publication: string
  readonly root: string
}

/** The issue to work on: the one named, else the newest by date of the publication at or near `cwd`. */
export function findIssue(
  named: string | undefined,
  cwd: string,
  heads: IssueHeads = headsOnDisk,
): Outcome<IssuePlace | null> {
  if (named === undefined) return newestIssue(cwd, heads)
  const issue = issueNamed(named, cwd, heads)
  if (issue === null) return noSuchIssue(named, cwd, heads)
  if (basename(issue) === PUBLICATION) return refused(diagnostic('E-NOT-ISSUE', null, { file: named }))
  return done(issuePlace(issue, namedPublication(issue) ?? publicationAbove(dirname(issue))))
}

/** The file that is named, by its path or in short; null for what is no path and means none of the issues. */
function issueNamed(named: string, cwd: string, heads: IssueHeads): string | null {
  const file = resolve(cwd, named)
  const path = resolve(cwd, named.replace(/\\/g, '/'))
  const other = /\.yml$/i.test(path) ? path.replace(/\.yml$/i, '.yaml') : path.replace(/\.yaml$/i, '.yml')
  const there = [file, `${file}.yaml`, path, other].find(existsSync)
  if (there !== undefined) return there
  const { value: place } = findPublication(cwd)
  const isPath = /[\\/]/.test(named)
  // A product lies in a folder of its own, and is named by its issue.
  const isOther = isPath && !/\.(?:pdf|docx)$|^\d{4}\/\d{1,3}$/i.test(named)
  if (place === null || /\.ya?ml$/i.test(named) || isOther) return file
  const issues = datedIssues(place.publication, undefined, heads).map((one) => ({
    ...one,
    number: numberOf(one),
  }))
  return issueInShort(named, issues) ?? (isPath ? file : null)
}

/** What there is in place of an issue that was asked for. */
function noSuchIssue(name: string, cwd: string, heads: IssueHeads): Outcome<null> {
  const { value } = everyIssue(cwd, heads)
  const stems = (value ?? []).map(({ issue }) => issueStem(issue)).slice(-MOST_NAMED)
  if (stems.length === 0) return noIssue(cwd)
  const last = stems.at(-1) ?? ''
  return refused(
    diagnostic('E-ISSUE-NAME', null, { name, listZh: stems.join('、'), listEn: stems.join(', '), last }),
  )
}

/** Issues that are named where another was asked for: the newest. */
const MOST_NAMED = 6

/** An issue's number as it is written in the file, else in its name; NaN when in neither. */
function numberOf({ file, head }: FileHead): number {
  return Number(head.number ?? /^\d{4}-0*(\d{1,4})$/.exec(issueStem(file))?.[1] ?? Number.NaN)
}

/**
 * The issues named, the newest when none is, or all; each once. Among several (`issues/*.yaml`) the publication's own
 * settings are passed over.
 */
export function findIssues(
  named: readonly string[],
  all: boolean,
  cwd: string,
  heads: IssueHeads = headsOnDisk,
): Outcome<readonly IssuePlace[] | null> {
  if (all) return everyIssue(cwd, heads)
  const issues = named.length > 1 ? named.filter((one) => basename(one) !== PUBLICATION) : named
  const found = new Map<string, IssuePlace>()
  for (const one of issues.length === 0 ? [undefined] : issues) {
    const { value: place, diagnostics } = findIssue(one, cwd, heads)
    if (place === null) return refused(...diagnostics)
    found.set(place.issue, place)
  }
  return done([...found.values()])
}

/** Every issue of the publication at or near `cwd`, oldest first. */
export function everyIssue(
  cwd: string,
  heads: IssueHeads = headsOnDisk,
): Outcome<readonly IssuePlace[] | null> {
  const { value: place, diagnostics } = findPublication(cwd)
  if (place === null) return refused(...diagnostics)
  const files = issueFiles(place.publication, undefined, heads)
  if (files.length === 0) return noIssue(dirname(place.publication))
  return done(files.map(({ file }) => issuePlace(file, place.publication)))
}

/** The publication at, below (`issues/`) or above `cwd`. */
export function findPublication(cwd: string): Outcome<PublicationPlace | null> {
  const near = [join(cwd, PUBLICATION), join(cwd, 'issues', PUBLICATION)].find(existsSync)
  const publication = near ?? publicationAbove(cwd)
  if (publication === null)
    return refused(otherName(cwd) ?? diagnostic('E-NO-PUBLICATION-FILE', null, { folder: cwd }))
  return done({ publication, root: rootOf(publication) })
}

/** A file that is an issue, or would be one, with its date in a form that sorts. */
interface DatedFile extends FileHead {
  readonly date: string
}

/**
 * The issue files beside a publication, oldest first: YAML files in its folder or in `issues/` below it that carry a
 * date. What is a copy by its name is none, unless there are no others. One with sections whose date cannot be
 * understood comes last, so that it is built and its date spoken of; where no file has a date, those with sections are
 * issues, and those that are too large or no text, so that their reader says so.
 */
export function issueFiles(
  publication: string,
  except?: string,
  heads: IssueHeads = headsOnDisk,
): readonly Pick<DatedFile, 'file' | 'date'>[] {
  return datedIssues(publication, except, heads)
}

/** The numbers and dates of the publication's other issues, of those that can be read; file names are project paths. */
export function numberedIssues(
  publication: string,
  except?: string,
  heads: IssueHeads = headsOnDisk,
): readonly Numbered[] {
  const root = rootOf(publication)
  return datedIssues(publication, except, heads)
    .filter(({ readable }) => readable)
    .flatMap(({ file, head }) => numberedBy(shownPath(root, file), head) ?? [])
}

function datedIssues(
  publication: string,
  except: string | undefined,
  heads: IssueHeads,
): readonly DatedFile[] {
  const all = heads(publication, except)
  const own = all.filter(({ file }) => !isCopy(file))
  const found = dated(own)
  const isOwn = except !== undefined && !isCopy(except)
  return found.length > 0 || isOwn || own.length === all.length ? found : dated(all)
}

function dated(heads: readonly FileHead[]): readonly DatedFile[] {
  const found = heads.map((one) => ({ ...one, date: sortable(one.head.date ?? '') }))
  const withSections = found.filter(({ head, empty }) => head.sections !== undefined || empty)
  const known = found.filter(({ date }) => date !== UNKNOWN_DATE)
  const undated = known.length > 0 ? withSections.filter(({ head }) => head.date) : withSections
  return [...known, ...undated.filter(({ date }) => date === UNKNOWN_DATE)].sort(
    (a, b) => textOrder(a.date, b.date) || textOrder(a.file, b.file),
  )
}

/** Names that Windows, WPS, browsers, shared folders and people give to copies: 2026-01 - 副本, 2026-01 (1), 2026-01-DESKTOP-7A31, old, 2026-01~. */
const COPY =
  /-(?:DESKTOP|LAPTOP)-[A-Z\d]+$|-(?:PC|MacBook|iMac)(?:-\d+)?$|副本|备份|拷贝|复件|旧稿|旧版|原稿|留底|作废|废稿|冲突|旧$|[-_ ]备$|conflict|(?:^|[\s._()（）-])(?:copy|backup|bak|old|orig)(?:$|[\s._()（）\d-])|[（(]\d+[)）]$|~$|^[.~]/i

/** Whether a file is a copy of another by its name. */
function isCopy(file: string): boolean {
  return COPY.test(issueStem(file))
}

/** The files that would be issues and are set aside as copies of some. */
export function copiesBeside(publication: string, heads: IssueHeads = headsOnDisk): readonly string[] {
  if (!yamlFiles(publication).some(({ file }) => isCopy(file))) return []
  const issues = new Set(issueFiles(publication, undefined, heads).map(({ file }) => file))
  const copies = heads(publication).filter(({ file }) => isCopy(file))
  return copies.filter((one) => !issues.has(one.file) && dated([one]).length > 0).map(({ file }) => file)
}

/** publication.yaml in this folder or the nearest one above it. */
export function publicationAbove(folder: string): string | null {
  const here = join(folder, PUBLICATION)
  if (existsSync(here)) return here
  const above = dirname(folder)
  return above === folder ? null : publicationAbove(above)
}

function newestIssue(cwd: string, heads: IssueHeads): Outcome<IssuePlace | null> {
  const { value: place } = findPublication(cwd)
  if (place === null) return noIssue(cwd)
  const newest = issueFiles(place.publication, undefined, heads).at(-1)
  if (newest === undefined) return noIssue(dirname(place.publication))
  return done(issuePlace(newest.file, place.publication))
}

function noIssue(folder: string): Outcome<null> {
  return refused(otherName(folder) ?? diagnostic('E-NO-ISSUE', null, { folder }))
}

/** A file that would be the settings or an issue, had it the right name; null when there is none. */
function otherName(folder: string): Diagnostic | null {
  const found = misnamedIn(folder, (file) => dated([readHead(folder, file)]).length > 0)
  return found && diagnostic('E-FILE-NAME', null, { ...found })
}

function issuePlace(issue: string, publication: string | null): IssuePlace {
  return { issue, publication, root: rootOf(publication ?? issue) }
}

/** The publication an issue names with `publication:`; an address or absolute path is left to be refused by its reader. */
function namedPublication(issue: string): string | null {
  const named = publicationNamedIn({ file: issue, text: textAt(issue) })
  return named === null || /^[a-z]+:|^[/\\~]/i.test(named) ? null : resolve(dirname(issue), named)
}

function sortable(date: string): string {
  const match = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(date)
  return match
    ? match
        .slice(1)
        .map((part) => part.padStart(2, '0'))
        .join('-')
    : UNKNOWN_DATE
}

/** Sorts behind every date. */
const UNKNOWN_DATE = '~'
