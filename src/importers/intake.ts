import type { Diagnostic } from '../base/diagnostic.ts'
import { beginDeadline } from './container/deadline.ts'
import { ImportFault, tooMany } from './container/import-fault.ts'
import { importLimits } from './container/limits.ts'
import { openZip } from './container/zip.ts'
import type { Understood } from './contribution.ts'
import { readDocx } from './docx/read-docx.ts'
import { kindOfFile } from './formats/file-kind.ts'
import type { OldWordReader } from './formats/read-doc.ts'
import { readMarkdown } from './formats/read-markdown.ts'
import { readText } from './formats/read-text.ts'
import { findingList, type ImportFinding } from './report/finding.ts'
import { tidyText } from './roles/clean.ts'
import { understand } from './roles/understand.ts'
import { unitHint, withoutUnit } from './roles/unit-hint.ts'
import type { SourceDocument } from './source-document.ts'

/** A file handed in. */
export interface Incoming {
  /** As people know it: with the folders, archives or mail it came in. */
  readonly path: string
  readonly bytes: Uint8Array
  /** The mail or archive it came in; '' for none. */
  readonly group: string
  /** Who sent the mail it came in; '' for none. */
  readonly sender: string
}

export interface IntakeOptions {
  readonly tracked: 'accept' | 'reject'
  /** Reads what is left to a package, in bounds that only the machine can give. */
  readonly oldWord: OldWordReader
  /** Names of the publication's sections, and whether each holds briefs: folders may be called after them. */
  readonly sections: ReadonlyMap<string, 'articles' | 'briefs'>
  /** The section asked for; null leaves it to folders. */
  readonly section: string | null
  /** Milliseconds, for the time that one file may take. */
  readonly clock?: () => number
}

/** A text that was read: what it holds, or a Markdown article as it is. */
export interface IntakeText {
  readonly file: Incoming
  readonly section: string | null
  readonly content:
    | Understood
    | {
        readonly title: string | null
        readonly markdown: string
        readonly findings: readonly ImportFinding[]
      }
}

/** Everything that was handed in, read. */
export interface Intake {
  readonly texts: readonly IntakeText[]
  readonly pictures: readonly Incoming[]
  /** Findings of files that gave no text. */
  readonly others: readonly { readonly file: string; readonly finding: ImportFinding }[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads files one after the other; one that cannot be read keeps none of the others back. */
export async function takeIn(files: readonly Incoming[], options: IntakeOptions): Promise<Intake> {
  const intake = new IntakeReader(options)
  for (const file of files) await intake.take(file, 0)
  return intake.result()
}

class IntakeReader {
  readonly #options: IntakeOptions
  readonly #texts: IntakeText[] = []
  readonly #pictures: Incoming[] = []
  readonly #others: { readonly file: string; readonly finding: ImportFinding }[] = []
  readonly #diagnostics: Diagnostic[] = []
  #count = 0

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  result(): Intake {
    return {
      texts: this.#texts,
      pictures: this.#pictures,
      others: this.#others,
      diagnostics: this.#diagnostics,
    }
  }

  async take(file: Incoming, depth: number): Promise<void> {
    try {
      this.#count += 1
      beginDeadline(this.#options.clock)
      if (this.#count > importLimits.files) throw tooMany('文件数', 'files', importLimits.files)
      if (file.bytes.length > importLimits.packed)
        throw tooMany('文件的字节数', 'bytes of a file', importLimits.packed)
      await this.#read(file, depth)
    } catch (error) {
      const fault = error instanceof ImportFault ? error : recursionFault(error)
      this.#diagnostics.push(fault.diagnosticOf(file.path))
    }
  }

  async #read(file: Incoming, depth: number): Promise<void> {
    const name = nameOf(file.path)
    const kind = kindOfFile(name, file.bytes)
    switch (kind) {
      case 'picture':
        this.#pictures.push(file)
        return
      case 'other':
        this.#tell(file, kindOfOther(name), { name, kind: (/\.(\w+)$/.exec(name)?.[1] ?? '?').toUpperCase() })
        return
      case 'zip':
        return this.#archive(file, depth)
      case 'mail':
        return this.#mail(file, depth)
      case 'markdown':
        return this.#markdown(file)
      default:
        this.#document(file, await documentOf(file, kind, this.#options))
    }
  }

  #tell(file: Incoming, kind: ImportFinding['kind'], values: ImportFinding['values'], text = ''): void {
    this.#others.push({ file: file.path, finding: { kind, text, values } })
  }

  #document(file: Incoming, document: SourceDocument, subject?: string): void {
    // Names of files, senders and subjects may hold what no text may.
    const path = tidyText(file.path)
    const unit = unitHint({ path, sender: tidyText(file.sender) })
    const section = this.#sectionOf(file)
    const name = subject === undefined ? withoutUnit(nameOf(path), unit) : tidyText(subject)
    const briefs = section !== null && this.#options.sections.get(section) === 'briefs'
    this.#texts.push({ file, section, content: understand(document, { name, unit, briefs }) })
  }

  /** The section asked for, else the one that a folder on the way is called after. */
  #sectionOf({ path }: Incoming): string | null {
    const { section, sections } = this.#options
    return (
      section ??
      path
        .split('/')
        .slice(0, -1)
        .reverse()
        .map((folder) => sectionCalled(folder, sections))
        .find((found) => found !== undefined) ??
      null
    )
  }

  #markdown(file: Incoming): void {
    const read = readMarkdown(file.bytes)
    if (read !== null) {
      const content = { title: read.title, markdown: read.text, findings: read.findings }
      this.#texts.push({ file, section: this.#sectionOf(file), content })
      return
    }
    const document = readText(file.bytes)
    const { findings, report } = findingList()
    report('front-matter', '')
    this.#document(file, { ...document, findings: [...document.findings, ...findings] })
  }

  async #archive(file: Incoming, depth: number): Promise<void> {
    mustNotNest(depth)
    const zip = openZip(file.bytes)
    if (zip.entries.has('[Content_Types].xml')) throw new ImportFault('E-IMPORT-NAME', OFFICE)
    const isOwn = (name: string) => !/[/\\]$/.test(name) && !name.split(/[/\\]/).some(isOfSystem)
    const entries = [...zip.entries.values()].filter(({ name }) => isOwn(name))
    for (const entry of entries) {
      const path = `${file.path}/${safePath(entry.name)}`
      const bytes = this.#unpacked(path, () => zip.read(entry, importLimits.packed))
      if (bytes !== null) await this.take({ path, bytes, group: file.path, sender: file.sender }, depth + 1)
    }
  }

  /** One that cannot be unpacked keeps none of the others back; a bomb does. */
  #unpacked(path: string, read: () => Uint8Array): Uint8Array | null {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof ImportFault) || error.code === 'E-BOMB') throw error
      this.#diagnostics.push(error.diagnosticOf(path))
      return null
    }
  }

  async #mail(file: Incoming, depth: number): Promise<void> {
    mustNotNest(depth)
    const { readMail } = await import('./formats/read-mail.ts')
    const mail = await readMail(file.bytes)
    this.#tell(file, 'mail', { from: mail.from, subject: mail.subject })
    for (const finding of mail.findings) this.#others.push({ file: file.path, finding })
    for (const { name, bytes } of mail.attachments) {
      const path = `${file.path}/${safePath(name)}`
      await this.take({ path, bytes, group: file.path, sender: mail.sender }, depth + 1)
    }
    if (mail.document)
      this.#document({ ...file, group: file.path, sender: mail.sender }, mail.document, mail.subject)
  }
}

const OFFICE = { kindZh: 'Word 文档（.docx）', kindEn: 'a Word document (.docx)', extension: '.docx' }

function mustNotNest(depth: number): void {
  if (depth >= importLimits.archives)
    throw tooMany('压缩包和邮件的层数', 'archives and mails inside each other', importLimits.archives)
}

/** Bounds are looked at before anything is read; a stack that overflows all the same is one more. */
function recursionFault(error: unknown): ImportFault {
  if (error instanceof RangeError) return tooMany('嵌套层数', 'nesting', importLimits.nesting)
  throw error
}

async function documentOf(
  { bytes }: Incoming,
  kind: 'docx' | 'doc' | 'rtf' | 'text',
  { tracked, oldWord }: IntakeOptions,
): Promise<SourceDocument> {
  if (kind === 'docx') return readDocx(bytes, { tracked })
  if (kind === 'text') return readText(bytes)
  if (kind === 'rtf') return (await import('./formats/read-rtf.ts')).readRtf(bytes, { tracked })
  return (await import('./formats/read-doc.ts')).readDoc(bytes, oldWord)
}

/** Why a file is none of ours, and whether words may be in it all the same. */
function kindOfOther(name: string): ImportFinding['kind'] {
  if (/^winmail\.dat$/i.test(name)) return 'file-winmail'
  if (/\.msg$/i.test(name)) return 'file-mail'
  if (/\.(?:lnk|url|webloc|desktop)$/i.test(name)) return 'file-shortcut'
  if (/\.(?:xlsx?|xlsm|xlsb|et|ett|ods|numbers|csv)$/i.test(name)) return 'file-sheet'
  if (/\.(?:rar|7z|tar|t?gz|bz2|xz)$/i.test(name)) return 'file-archive'
  return /\.(?:pdf|ofd|odt|fodt|pages|wpd|xml|html?|mht(?:ml)?|pptx?|dps|ceb|uof|uot)$/i.test(name)
    ? 'file-document'
    : 'file-other'
}

/** What systems and office programs put beside files of people: hidden ones, locks of open documents, previews. */
export function isOfSystem(name: string): boolean {
  return /^(?:\.(?!$|\.$)|~\$|__MACOSX$|Thumbs\.db$|ehthumbs|desktop\.ini$)/i.test(name)
}

/** A file's own name. */
export function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path
}

/** Names in archives and mails are words to show, never ways on the disk. */
function safePath(name: string): string {
  const steps = name
    .split(/[/\\]+/)
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[a-z]:$/i.test(step))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const shown = steps.join('/').replace(/[\u0000-\u001f\u007f]/g, '')
  return shown.slice(-300) || '附件'
}

/** The section that a folder is called after: its number, “稿件” and “与” or “和” make no difference. */
function sectionCalled(folder: string, sections: IntakeOptions['sections']): string | undefined {
  if (sections.has(folder)) return folder
  const bare = (name: string) =>
    name
      .replace(/^[\s\d.、．_\-—（）()【】]+/, '')
      .replace(/(?:栏目|稿件|来稿|投稿|类)$/, '')
      .replace(/[与和及、\s]/g, '')
  const wanted = bare(folder)
  return wanted === '' ? undefined : [...sections.keys()].find((name) => bare(name) === wanted)
}
