import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type Diagnostic, done } from '../../base/diagnostic.ts'
import type { CalendarDate } from '../../issue/issue.ts'
import { isoDate } from '../../issue/language/dates.ts'
import { contributionTemplate } from '../../office/contribution-template.ts'
import { firstIssueTemplate } from '../../project/templates/first-issue-template.ts'
import { type Template, templateFiles, templateNamed, templates } from '../../project/templates/gallery.ts'
import { inKeys } from '../../project/templates/in-keys.ts'
import {
  PRESET_ISSUER,
  type PublicationNames,
  publicationTemplate,
} from '../../project/templates/publication-template.ts'
import { existing, type NewFile, writeNewFiles } from '../../project/write-new-file.ts'
import { padded } from '../../report/display-width.ts'
import { ask } from '../ask.ts'
import { calledAs } from '../called.ts'
import type { Given } from '../command-table.ts'
import { dateOption } from '../date-option.ts'
import { reportFaults } from '../report-runs.ts'
import { schemaFiles } from '../schema-files.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'
import { today } from '../today.ts'

interface InitOptions {
  readonly name?: string
  readonly issuer?: string
  readonly date?: string
  readonly yes?: boolean
  readonly keys?: string
  /** A name, or true where none was given. */
  readonly template?: string | true
}

/** `jianbao init [FOLDER]`: a publication with a first issue that builds as it stands. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const wished = options as InitOptions
  if (wished.template === true) return listTemplates(terminal)
  const folder = resolve(args[0] ?? '.')
  const { value: date, diagnostics } =
    wished.date === undefined ? done(today()) : dateOption('--date', wished.date)
  if (date === null) return reportFaults(terminal, diagnostics)
  const early = alreadyThere(folder)
  if (early.length > 0) return reportFaults(terminal, early)
  const template = wished.template === undefined ? null : templateNamed(wished.template)
  if (template) return copyTemplate(terminal, folder, template, wished)
  const names = await namesOf(terminal, wished, folder)
  const files = filesOf(terminal, { folder, names, date, keys: keysWished(terminal, wished) })
  return makeFiles(terminal, folder, files)
}

/** Keys are in the language of the messages where none is asked for. */
function keysWished({ language }: Terminal, { keys }: { readonly keys?: string | undefined }): 'zh' | 'en' {
  return keys === 'zh' || keys === 'en' ? keys : language
}

async function makeFiles(terminal: Terminal, folder: string, files: readonly NewFile[]): Promise<number> {
  const faults = await writeNewFiles(files, folder, process.cwd())
  if (faults.length > 0) return reportFaults(terminal, faults)
  tellMade(terminal, folder, files)
  return 0
}

/** `--template` without a name: the publications that can be copied, each with what it is like. */
function listTemplates({ format, language, result, say, words }: Terminal): number {
  const all = templates()
  if (format === 'json') {
    const list = all.map(({ folder: name, zh, about }) => ({ name, zh, about: about[language] }))
    result(`${JSON.stringify({ templates: list })}\n`)
    return 0
  }
  for (const { folder, zh, about } of all) {
    const name = words(zh, folder)
    result(`${padded(name, 12, 'left')}  ${about[language]}\n`)
  }
  say(words('用法：jianbao init 文件夹 --template 名字', 'Usage: jianbao init FOLDER --template NAME'))
  return 0
}

/** A copy of a template. */
function copyTemplate(
  terminal: Terminal,
  folder: string,
  template: Template,
  { name, issuer, date, keys }: InitOptions,
): Promise<number> {
  const language = keysWished(terminal, { keys })
  const copies = templateFiles(template, { keys: language, name, issuer, date })
  const files = copies.map(({ path, content }) => ({ path: join(folder, ...path.split('/')), text: content }))
  return makeFiles(terminal, folder, [...files, ...filesBeside(folder, language)])
}

/** A publication that is there already is said so before anything is asked. */
function alreadyThere(folder: string): readonly Diagnostic[] {
  return existing([{ path: join(folder, 'publication.yaml'), text: '' }], process.cwd())
}

/** Name and issuer as given, else asked for where somebody is there to answer, else presets to be changed later. */
async function namesOf(terminal: Terminal, wished: InitOptions, folder: string): Promise<PublicationNames> {
  const presetName = /\p{Script=Han}/u.test(basename(folder)) ? basename(folder) : '工作简报'
  const asks = terminal.asks && !wished.yes
  const { words } = terminal
  const name =
    wished.name ?? (asks ? await ask(words('刊名？', "The publication's name?"), presetName) : presetName)
  const issuer =
    wished.issuer ?? (asks ? await ask(words('编发单位？', 'Who issues it?'), PRESET_ISSUER) : PRESET_ISSUER)
  return { name, issuer }
}

interface Plan {
  readonly folder: string
  readonly names: PublicationNames
  readonly date: CalendarDate
  readonly keys: 'zh' | 'en'
}

function filesOf({ language }: Terminal, { folder, names, date, keys }: Plan): readonly NewFile[] {
  const number = `${date.year}-01`
  const publication = publicationTemplate(names, number, language)
  const issue = firstIssueTemplate(isoDate(date), language)
  return [
    { path: join(folder, 'publication.yaml'), text: inKeys('publication.yaml', publication, keys) },
    { path: join(folder, 'issues', `${number}.yaml`), text: inKeys('issue.yaml', issue, keys) },
    ...filesBeside(folder, keys),
  ]
}

/** What stands beside the settings and the issues of every new publication. */
function filesBeside(folder: string, keys: 'zh' | 'en'): readonly NewFile[] {
  const ignore = join(folder, '.gitignore')
  const template = join(folder, '投稿模板.docx')
  return [
    ...schemaFiles(keys).map(({ name, text }) => ({ path: join(folder, 'schema', name), text })),
    ...(existsSync(template) ? [] : [{ path: template, text: contributionTemplate('jianbao') }]),
    ...(existsSync(ignore) ? [] : [{ path: ignore, text: 'output/\n' }]),
  ]
}

function tellMade(terminal: Terminal, folder: string, files: readonly NewFile[]): void {
  const made = files.map(({ path }) => shownFile(path))
  if (terminal.format === 'json') {
    terminal.result(`${JSON.stringify({ files: made })}\n`)
    return
  }
  const { words, say } = terminal
  const enter = folder === process.cwd() ? '' : `cd ${shownFile(folder)}\n  `
  say(words('已建好：', 'Made:'))
  for (const file of made) say(`  ${file}`)
  say(words('接下来：', 'Next:'))
  const program = calledAs(process.argv[1])
  say(
    `  ${enter}${program} preview    ${words('（在浏览器里边写边看，做 PDF 也在那里）', '(write and see the pages in a browser; the PDF too)')}`,
  )
  say(`  ${program} build --open`)
}
