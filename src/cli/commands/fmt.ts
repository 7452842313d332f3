import { resolve } from 'node:path'
import { type Diagnostic, diagnostic, done, hasErrors, type Outcome, refused } from '../../base/diagnostic.ts'
import type { SourceText } from '../../base/source.ts'
import { failedRun } from '../../build/issue-run.ts'
import { rewriteKeys } from '../../issue/rewrite-keys.ts'
import { findIssue, publicationAbove } from '../../project/find-issue.ts'
import { rootOf } from '../../project/issue-heads.ts'
import { projectAt } from '../../project/issue-project.ts'
import { loadIssue } from '../../project/load.ts'
import { diskFiles } from '../../project/project-files.ts'
import { readSource, shownPath } from '../../project/read-source.ts'
import { writeTexts } from '../../project/write-texts.ts'
import { counted } from '../../report/words.ts'
import type { Given } from '../command-table.ts'
import { reportFailure } from '../report-runs.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'

/** A file and the project it belongs to. */
interface Place {
  readonly root: string
  readonly path: string
}

/** What becomes of one file. */
interface Rewritten {
  readonly place: Place
  readonly source: SourceText | null
  readonly text: string
  readonly changed: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** `jianbao fmt --keys zh|en [FILE…]`: keys in one language, every other byte as it was. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const { keys } = options
  if (keys !== 'zh' && keys !== 'en') {
    return fail(terminal, [diagnostic('E-ARGUMENT', null, { command: 'fmt', argument: '--keys zh|en' })])
  }
  const { value: places, diagnostics: missing } = placesOf(args)
  if (places === null) return fail(terminal, missing)
  const rewritten = places.map((place) => rewrite(place, keys))
  const faults = rewritten.flatMap((one) => one.diagnostics)
  const sources = new Map(rewritten.flatMap(({ source }) => (source ? [[source.file, source]] : [])))
  if (hasErrors(faults)) return fail(terminal, faults, sources)
  const changed = rewritten.filter((one) => one.changed)
  const written = options.check ? [] : await writeRewritten(changed)
  if (hasErrors(written)) return fail(terminal, written)
  tellRewritten(terminal, changed, options.check === true)
  return options.check && changed.length > 0 ? 1 : 0
}

function fail(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText> = new Map(),
): Promise<number> {
  return reportFailure(terminal, { ...failedRun(null, diagnostics), sources })
}

/** The files named; without any, the newest issue with its publication and articles. */
function placesOf(named: readonly string[]): Outcome<readonly Place[] | null> {
  const cwd = process.cwd()
  if (named.length > 0) {
    const places = named.map((one) => {
      const file = resolve(cwd, one)
      const root = rootOf(publicationAbove(resolve(file, '..')) ?? file)
      return { root, path: shownPath(root, file) }
    })
    return done(places)
  }
  const { value: place, diagnostics } = findIssue(undefined, cwd)
  if (place === null) return refused(...diagnostics)
  const { root } = place
  return done([...loadIssue(projectAt(place)).value.sources.keys()].map((path) => ({ root, path })))
}

function rewrite(place: Place, keys: 'zh' | 'en'): Rewritten {
  const { value: source, diagnostics } = readSource(diskFiles(place.root), place.path, null, undefined)
  if (source === null) return { place, source, text: '', changed: false, diagnostics }
  const { value: text, diagnostics: found } = rewriteKeys(source, keys)
  return { place, source, text, changed: text !== source.text, diagnostics: found }
}

/** Files of one project are written together: all of them or none. */
async function writeRewritten(changed: readonly Rewritten[]): Promise<readonly Diagnostic[]> {
  for (const root of new Set(changed.map(({ place }) => place.root))) {
    const own = changed.filter(({ place }) => place.root === root)
    const texts = own.map(({ place, text, source }) => ({
      path: place.path,
      text,
      before: source?.text ?? '',
    }))
    const faults = await writeTexts(root, texts, process.cwd())
    if (hasErrors(faults)) return faults
  }
  return []
}

function tellRewritten(terminal: Terminal, changed: readonly Rewritten[], only: boolean): void {
  const files = changed.map(({ place }) => shownFile(resolve(place.root, place.path)))
  if (terminal.format === 'json') {
    terminal.result(`${JSON.stringify({ files, written: !only })}\n`)
    return
  }
  for (const file of files) terminal.say(file)
  const count = files.length
  if (count === 0) terminal.say(terminal.words('不用改。', 'Nothing to change.'))
  else if (only)
    terminal.say(terminal.words(`以上 ${count} 个文件要改。`, `${counted(count, 'file')} would change.`))
  else terminal.say(terminal.words(`已改 ${count} 个文件。`, `${counted(count, 'file')} changed.`))
}
