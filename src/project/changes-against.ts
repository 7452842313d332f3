import { existsSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { diagnostic, done, type Outcome, refused } from '../base/diagnostic.ts'
import type { SourceText, Span } from '../base/source.ts'
import { changedSpans } from '../products/changed-spans.ts'
import type { IssuePlace } from './find-issue.ts'
import type { Environment } from './find-program.ts'
import { type GitRun, runGit } from './git.ts'
import { diskFiles } from './project-files.ts'
import { readSource, shownPath, TEXT_LIMIT, textInAnyEncoding } from './read-source.ts'

/**
 * The places of an issue and its articles that differ from an earlier version: an issue file on disk, or a git
 * revision such as HEAD~1. Only for a revision is git run, with fixed arguments and no shell.
 */
export async function changesAgainst(
  against: string,
  place: IssuePlace,
  from: { readonly cwd: string; readonly env: Environment },
  sources: ReadonlyMap<string, SourceText>,
): Promise<Outcome<readonly Span[]>> {
  const file = resolve(from.cwd, against)
  const before = existsSync(file)
    ? (path: string) => Promise.resolve(earlierFile(file, place, path))
    : (path: string) => atRevision(against, { cwd: place.root, env: from.env, here: from.cwd }, path)
  const issue = await before(shownPath(place.root, place.issue))
  if (issue.value === null) return { value: [], diagnostics: issue.diagnostics }
  const spans: Span[] = []
  for (const [path, source] of sources) {
    if (path === shownPath(place.root, place.publication ?? '')) continue
    const old = path === shownPath(place.root, place.issue) ? issue : await before(path)
    // An article that was not there before is new as a whole.
    spans.push(...changedSpans(path, old.value ?? '', source.text))
  }
  return done(spans)
}

/** The earlier issue's own text; its articles stand beside it as the present ones do, or have not changed. */
function earlierFile(file: string, place: IssuePlace, path: string): Outcome<string | null> {
  const present = resolve(place.root, path)
  const beside = resolve(dirname(file), relative(dirname(place.issue), present))
  const wanted = present === place.issue ? file : existsSync(beside) ? beside : present
  const read = (encoding?: string) => readSource(diskFiles(dirname(wanted)), basename(wanted), null, encoding)
  const plain = read()
  // It is only compared with: whatever encoding it plainly has will do.
  const other = plain.diagnostics.find(({ code }) => code === 'E-ENCODING')?.values.option
  const { value, diagnostics } = other === undefined ? plain : read(String(other))
  return value === null ? refused(...diagnostics) : done(value.text)
}

/** What Git LFS stores in a file's place; the file itself would have to be fetched. */
const LARGE_FILE = 'version https://git-lfs.github.com/'

async function atRevision(
  revision: string,
  run: Omit<GitRun, 'mostBytes'>,
  path: string,
): Promise<Outcome<string | null>> {
  const refuse = (reason: string) => refused(diagnostic('E-AGAINST', null, { against: revision, reason }))
  // A leading “-” would be taken as an option, a “:” as another path.
  if (/^-|[:\s\0]/.test(revision)) return refuse('name')
  const answer = await runGit(['cat-file', 'blob', `${revision}:./${path}`], {
    ...run,
    mostBytes: TEXT_LIMIT,
  })
  if (answer === null) return refuse('git: not found')
  if ('fault' in answer) return refuse(answer.fault)
  const text = textInAnyEncoding(answer.output)
  return text.startsWith(LARGE_FILE) ? refuse('git-lfs') : done(text)
}
