import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Whether a program is on this machine; tests that need it say so when they are skipped. */
export function hasTool(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
}

/** Runs a program on the PDF and gives what it prints. `FILE` stands for the file, `FOLDER` for its folder. */
export function runOn(pdf: Uint8Array, program: string, args: readonly string[], read?: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-test-'))
  try {
    const file = join(folder, 'out.pdf')
    writeFileSync(file, pdf)
    const given = args.map((arg) => arg.replace('FILE', file).replace('FOLDER', folder))
    const printed = execFileSync(program, given, { stdio: ['ignore', 'pipe', 'pipe'] })
    return read ? readFileSync(join(folder, read)) : printed
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What `qpdf --check` has against the file; '' when nothing. */
export function qpdfComplaints(pdf: Uint8Array): string {
  try {
    runOn(pdf, 'qpdf', ['--check', 'FILE'])
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer }
    return `${stdout}${stderr}` || String(error)
  }
}

export function openPdf(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(pdf), verbosity: 0, isEvalSupported: false }).promise
}

/** The file as text, one character a byte, with every FlateDecode stream that holds text or objects decoded. */
export function decodedFile(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1')
  return text.replace(
    /(<<(?:(?!endobj)[\s\S])*?>>)\s*stream\r?\n([\s\S]*?)\nendstream/g,
    (all, head: string, body: string) => {
      if (!head.includes('/FlateDecode') || head.includes('/Subtype /Image') || head.includes('/Length1')) {
        return head.includes('/XML') ? all : `${head} binary`
      }
      return `${head}\nstream\n${inflateSync(Buffer.from(body, 'latin1')).toString('latin1')}\nendstream`
    },
  )
}

/** Every object of the file that is no stream, by number. */
export function objectsOf(pdf: Uint8Array): Map<number, string> {
  const file = decodedFile(pdf)
  const found = new Map<number, string>()
  for (const [, id, body] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    found.set(Number(id), body!)
  for (const [id, body] of [...found]) {
    if (/>>\nstream\n/.test(body)) found.delete(id)
    const stream = /\/Type \/ObjStm[\s\S]*?\/First (\d+)[\s\S]*?>>\nstream\n([\s\S]*)/.exec(body)
    if (!stream) continue
    const [, first, content] = stream as unknown as [string, string, string]
    const numbers = content.slice(0, Number(first)).trim().split(/\s+/).map(Number)
    for (let i = 0; i < numbers.length; i += 2) {
      const from = Number(first) + numbers[i + 1]!
      const to = i + 3 < numbers.length ? Number(first) + numbers[i + 3]! : undefined
      found.set(numbers[i]!, content.slice(from, to))
    }
  }
  return found
}

/** Ids of all marked content (as pdf.js names it) in the order of the whole document's structure tree. */
export function structureOrder(pdf: Uint8Array): string[] {
  const objects = objectsOf(pdf)
  const ids: string[] = []
  const visit = (id: number): void => {
    const element = (objects.get(id) ?? '').replace(/\((?:[^()\\]|\\.)*\)/g, '()')
    const page = /\/Pg (\d+) 0 R/.exec(element.replace(/<<\/Type \/(?:MCR|OBJR)[^>]*>>/g, ''))?.[1]
    const kids = /\/K (\[[\s\S]*?\](?= *\/|>>|\n|$)|\d+ 0 R|\d+|<<[^>]*>>)/.exec(element)?.[1] ?? ''
    for (const [kid] of kids.matchAll(/<<[^>]*>>|\d+ 0 R|\d+/g)) {
      const other = /\/Type \/MCR \/Pg (\d+) 0 R \/MCID (\d+)/.exec(kid)
      if (other) ids.push(`p${other[1]}R_mc${other[2]}`)
      else if (kid.endsWith('R')) visit(Number.parseInt(kid, 10))
      else if (!kid.startsWith('<<')) ids.push(`p${page}R_mc${kid}`)
    }
  }
  const root = [...objects].find(([, body]) => body.includes('/Type /StructTreeRoot'))
  if (root) visit(root[0])
  return ids
}

interface Marked {
  readonly id: string
  text: string
}

interface Tag {
  readonly role: string
  readonly alt?: string
  readonly children: readonly (Tag | { readonly type: string; readonly id: string })[]
}

/** Text of the marked content on a page by id, as pdf.js reads it. */
async function markedText(pdf: PDFDocumentProxy, page: number): Promise<Map<string, string>> {
  const content = await (await pdf.getPage(page)).getTextContent({ includeMarkedContent: true })
  const open: Marked[] = []
  const texts = new Map<string, string>()
  for (const item of content.items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop()
      else open.push({ id: (item as { id?: string }).id ?? '', text: '' })
      continue
    }
    const id = open.at(-1)?.id ?? ''
    texts.set(id, (texts.get(id) ?? '') + (item as { str: string }).str)
  }
  return texts
}

export interface TaggedText {
  /** Roles from the root down, such as `Document/Sect/P`. */
  readonly path: string
  readonly page: number
  readonly id: string
  readonly text: string
}

/** Every piece of tagged text in the order of the structure of its page. */
export async function taggedText(pdf: PDFDocumentProxy): Promise<TaggedText[]> {
  const out: TaggedText[] = []
  for (let page = 1; page <= pdf.numPages; page++) {
    const texts = await markedText(pdf, page)
    const visit = (tag: Tag, path: string): void => {
      for (const child of tag.children) {
        if ('role' in child) visit(child, path ? `${path}/${child.role}` : child.role)
        else if (child.type === 'content')
          out.push({ path, page, id: child.id, text: texts.get(child.id) ?? '' })
      }
    }
    const tree = await (await pdf.getPage(page)).getStructTree()
    if (tree) visit(tree as unknown as Tag, '')
  }
  return out
}
