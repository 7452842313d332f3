import { join } from 'node:path'
import { aliasOf, plainFamilyName } from '../../assets/family-names.ts'
import type { FontLibrary } from '../../assets/font.ts'
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts'
import { failedRun } from '../../build/issue-run.ts'
import type { TextRole } from '../../design/design.ts'
import type { Issue } from '../../issue/issue.ts'
import { findIssue, type IssuePlace } from '../../project/find-issue.ts'
import { isLock, LOCK_FILE, lockOf, lockText } from '../../project/font-lock.ts'
import { projectAt } from '../../project/issue-project.ts'
import { familiesUsed, loadAssets, loadIssue } from '../../project/load.ts'
import { diskFiles } from '../../project/project-files.ts'
import { writeFile } from '../../project/write-file.ts'
import type { Given } from '../command-table.ts'
import { machine } from '../machine.ts'
import { exitCodeOfRuns, reportFailure, reportFaults, reportRun } from '../report-runs.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'
import { textTable } from '../text-table.ts'

type FontState = 'built-in' | 'own' | 'substitute' | 'missing'

/** One family in use. */
interface FontRow {
  readonly family: string
  readonly roles: readonly TextRole[]
  readonly state: FontState
  /** The built-in family that stands in for it, or its own file. */
  readonly from: string
  readonly postScriptName: string
  /** The faces that characters it lacks are taken from, best first. */
  readonly fallback: readonly string[]
}

/** A character that its family lacks. */
interface GlyphRow {
  readonly character: string
  readonly codePoint: string
  readonly family: string
  /** '' when no font has it. */
  readonly used: string
}

const OF_FONTS = /^[EWI]-FONT/

/** `jianbao fonts [ISSUE] [--lock]`: the fonts in use, where they come from, what stands in for what. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const { value: place, diagnostics: missing } = findIssue(args[0], process.cwd())
  if (place === null) return reportFaults(terminal, missing)
  const { value, diagnostics } = loadIssue(projectAt(place), {
    encoding: options.encoding as string | undefined,
  })
  const { issue, sources } = value
  if (issue === null || hasErrors(diagnostics)) {
    return reportFailure(terminal, { ...failedRun(place.issue, diagnostics), sources })
  }
  const assets = await loadAssets(issue, {
    files: diskFiles(place.root),
    sources,
    cacheFolder: machine().cacheFolder ?? null,
  })
  const { typeset } = await import('../../typeset.ts')
  const { fonts } = assets.value.assets
  const glyphs = glyphRows(typeset(issue, assets.value.assets).diagnostics)
  const faults = assets.diagnostics.filter((one) => OF_FONTS.test(one.code))
  if (options.lock && !hasErrors(faults)) return lock(terminal, place, issue, fonts)
  const rows = familiesUsed(issue).map((family) => rowOf(family, issue, fonts))
  if (terminal.format === 'json')
    terminal.result(`${JSON.stringify({ fonts: rows, substitutions: glyphs }, null, 2)}\n`)
  else terminal.result(textFonts(terminal, rows, glyphs))
  const run = { ...failedRun(place.issue, faults), sources }
  reportRun(terminal, run)
  return exitCodeOfRuns([run], false)
}

function rowOf(family: string, issue: Issue, library: FontLibrary): FontRow {
  const { design } = issue.publication
  const roles = (Object.keys(design.type) as TextRole[]).filter((role) => design.type[role].family === family)
  const [postScriptName = '', ...fallback] = library
    .chain(family, 'regular')
    .map((face) => face.postScriptName)
  return { family, roles, ...sourceOf(family, issue), postScriptName, fallback }
}

function sourceOf(family: string, issue: Issue): Pick<FontRow, 'state' | 'from'> {
  const plain = plainFamilyName(family)
  const own = Object.entries(issue.publication.fonts).find(([name]) => plainFamilyName(name) === plain)
  const file = own?.[1].file ?? null
  if (file !== null) return { state: 'own', from: file }
  const alias = aliasOf(family)
  if (alias === null) return { state: 'missing', from: '' }
  return { state: alias.substitute ? 'substitute' : 'built-in', from: alias.family }
}

function glyphRows(diagnostics: readonly Diagnostic[]): readonly GlyphRow[] {
  const rows = new Map<string, GlyphRow>()
  for (const { code, values } of diagnostics) {
    if (code !== 'W-GLYPH' && code !== 'W-NO-GLYPH') continue
    const { character, codePoint, family, used } = values
    rows.set(`${character} ${family}`, {
      character: String(character),
      codePoint: String(codePoint),
      family: String(family),
      used: code === 'W-NO-GLYPH' ? '' : String(used),
    })
  }
  return [...rows.values()]
}

function textFonts(terminal: Terminal, rows: readonly FontRow[], glyphs: readonly GlyphRow[]): string {
  const { words } = terminal
  const states: Record<FontState, (from: string) => string> = {
    'built-in': () => words('内置', 'built in'),
    own: (from) => words(`自备 ${from}`, `own file ${from}`),
    substitute: (from) => words(`没有，用内置的${from}代替`, `absent; the built-in ${from} stands in`),
    missing: () => words('没有，也没有代替', 'absent'),
  }
  const table = textTable(
    [
      { title: words('字体', 'Family') },
      { title: words('来源', 'From') },
      { title: words('用在', 'Used for') },
    ],
    rows.map((row) => [row.family, states[row.state](row.from), row.roles.join(' ')]),
  )
  const chains = textTable(
    [
      { title: words('字体', 'Family') },
      { title: words('缺字时依次改用', 'Tried for what it lacks, in order') },
    ],
    rows.map((row) => [row.family, row.fallback.join(words('、', ', '))]),
  )
  const both = `${table}\n${chains}`
  if (glyphs.length === 0) return `${both}\n${words('没有缺字。', 'No character is missing.')}\n`
  const missing = textTable(
    [
      { title: words('缺字', 'Missing') },
      { title: words('字体', 'Family') },
      { title: words('改用', 'Instead') },
    ],
    glyphs.map((one) => [
      `${one.character} ${one.codePoint}`,
      one.family,
      one.used === '' ? words('没有字体有它，印成〓', 'no font has it: 〓') : one.used,
    ]),
  )
  return `${both}\n${missing}`
}

async function lock(
  terminal: Terminal,
  place: IssuePlace,
  issue: Issue,
  library: FontLibrary,
): Promise<number> {
  const file = join(place.root, LOCK_FILE)
  const text = lockText(lockOf(familiesUsed(issue), library))
  const faults = await writeFile(file, new TextEncoder().encode(text), [], {
    within: place.root,
    cwd: process.cwd(),
    replaces: isLock,
  })
  if (hasErrors(faults)) return reportFailure(terminal, failedRun(place.issue, faults))
  terminal.say(terminal.words(`已记下：${shownFile(file)}`, `Noted in ${shownFile(file)}`))
  return 0
}
