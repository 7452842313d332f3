import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'

/** Where an issue, its publication and its project lie; absolute paths. */
export interface IssuePlace {
  readonly issue: string
  /** null when no publication.yaml was found on the way up. */
  readonly publication: string | null
  /** Nothing outside this folder is read. */
  readonly root: string
}

const PUBLICATION = 'publication.yaml'

/** An issue's date key at the start of a line, in either language. */
const DATE_LINE = /^(?:date|日期)\s*:\s*["']?(\d{4}-\d{1,2}-\d{1,2})/m

/** The issue to work on: the one named, else the newest by date of the publication at or near `cwd`. */
export function findIssue(named: string | undefined, cwd: string): IssuePlace | Diagnostic {
  if (named === undefined) return newestIssue(cwd)
  const issue = resolve(cwd, named)
  const publication = publicationAbove(dirname(issue))
  return placeOf(issue, publication)
}

/** The issue files beside a publication: YAML files in its folder or in `issues/` below it that carry a date. */
export function issueFiles(publication: string): readonly { readonly file: string; readonly date: string }[] {
  const folder = dirname(publication)
  const folders = [folder, join(folder, 'issues')].filter((one) => existsSync(one))
  const files = folders.flatMap((one) =>
    readdirSync(one, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name) && entry.name !== PUBLICATION)
      .map((entry) => join(one, entry.name)),
  )
  return files
    .flatMap((file) => {
      const date = DATE_LINE.exec(textOf(file))?.[1]
      return date === undefined ? [] : [{ file, date: sortable(date) }]
    })
    .sort((a, b) => (a.date === b.date ? compare(a.file, b.file) : compare(a.date, b.date)))
}

/** publication.yaml in this folder or the nearest one above it. */
export function publicationAbove(folder: string): string | null {
  const here = join(folder, PUBLICATION)
  if (existsSync(here)) return here
  const above = dirname(folder)
  return above === folder ? null : publicationAbove(above)
}

function newestIssue(cwd: string): IssuePlace | Diagnostic {
  const inside = join(cwd, 'issues', PUBLICATION)
  const publication = existsSync(join(cwd, PUBLICATION))
    ? join(cwd, PUBLICATION)
    : existsSync(inside)
      ? inside
      : publicationAbove(cwd)
  if (publication === null) return diagnostic('E-NO-ISSUE', null, { folder: cwd })
  const newest = issueFiles(publication).at(-1)
  if (newest === undefined) return diagnostic('E-NO-ISSUE', null, { folder: dirname(publication) })
  return placeOf(newest.file, publication)
}

function placeOf(issue: string, publication: string | null): IssuePlace {
  const folder = dirname(publication ?? issue)
  return { issue, publication, root: basename(folder) === 'issues' ? dirname(folder) : folder }
}

function textOf(file: string): string {
  // Only the head of a file is looked at for its date: an issue says it first, and a stray huge file costs nothing.
  return statSync(file).size > 4_000_000 ? '' : readFileSync(file, 'utf8').slice(0, 20_000)
}

function sortable(date: string): string {
  return date
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
