import { isSoundCompound } from '../container/compound-file.ts'
import { ImportFault } from '../container/import-fault.ts'
import { findingList } from '../report/finding.ts'
import { plainParagraph, type SourceDocument, type SourceParagraph } from '../source-document.ts'
import { documentOfText } from './read-text.ts'

/** The texts of a document of Word 97–2003, each with its paragraphs on lines of their own. */
export interface OldWordTexts {
  readonly body: string
  readonly footnotes: string
  readonly endnotes: string
  readonly boxes: string
  readonly comments: string
  readonly headers: string
  readonly footers: string
}

/** Takes a sound compound file apart; null when it cannot. Nobody has looked at what is in Word's own tables. */
export type OldWordReader = (bytes: Uint8Array) => Promise<OldWordTexts | null>

/** Reads a document of Word 97–2003: its text, notes and text boxes; looks and pictures are not in reach, and that is told. */
export async function readDoc(bytes: Uint8Array, reader: OldWordReader): Promise<SourceDocument> {
  const document = await extracted(bytes, reader)
  const { findings, report } = findingList()
  for (const words of await deletedIn(bytes, document, reader)) report('deleted-unsigned', words)
  report('looks-lost', '', { format: '.doc' })
  const body = documentOfText(plainLetters(document.body))
  const notes = [...parts(document.footnotes), ...parts(document.endnotes)]
  const boxes = parts(document.boxes)
  for (const note of notes) report('footnote', note, { mark: '' })
  for (const box of boxes) report('box', box)
  for (const comment of parts(document.comments)) report('comment-bare', comment)
  const heads = [...parts(document.headers), ...parts(document.footers)]
  for (const head of heads) if (!/^[\s\d—–\-－·.第页共/／]*$/.test(head)) report('header', head)
  const blocks: readonly SourceParagraph[] = [
    ...(body.blocks as readonly SourceParagraph[]),
    ...boxes.map((text): SourceParagraph => ({ ...plainParagraph(text), boxed: true })),
    ...notes.map((text): SourceParagraph => ({ ...plainParagraph(text), note: true })),
  ]
  return { ...body, blocks, findings: [...body.findings, ...findings] }
}

/** sprmCFRMarkDel ([MS-DOC] 2.6.1) with its operand: what follows was deleted by tracking. */
const DELETED = [0x00, 0x08, 0x01] as const

/**
 * What was deleted by tracking, of which the package says nothing: the text of the same file with that mark taken off,
 * where it has more than the text of the file itself.
 */
async function deletedIn(
  bytes: Uint8Array,
  { body }: OldWordTexts,
  reader: OldWordReader,
): Promise<readonly string[]> {
  const copy = Buffer.from(bytes)
  const mark = Buffer.from(DELETED)
  let count = 0
  for (let at = copy.indexOf(mark); at >= 0; at = copy.indexOf(mark, at + 1)) {
    copy[at + 2] = 0
    count += 1
  }
  const whole = count > 0 ? await reader(copy) : null
  if (whole === null) return []
  const known = linesOf(body)
  return linesOf(whole.body)
    .filter((line) => !known.includes(line))
    .map((line) => cutFrom(line, known))
}

function linesOf(body: string): readonly string[] {
  return plainLetters(body)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What one of these lines is this line without; the whole where there is none. */
function cutFrom(line: string, known: readonly string[]): string {
  for (const one of known) {
    let from = 0
    while (from < one.length && one[from] === line[from]) from += 1
    const tail = one.length - from
    if (one.length < line.length && line.endsWith(one.slice(from)))
      return wholeWords(line, from, line.length - tail)
  }
  return line
}

/** Where the same signs stand before and behind a cut, it may lie further left: at the beginning of a sentence or a number, if so. */
function wholeWords(line: string, from: number, to: number): string {
  let most = 0
  while (most < from && line[from - most - 1] === line[to - most - 1]) most += 1
  const shifts = Array.from({ length: most + 1 }, (_, by) => by)
  const first = (begins: RegExp) => shifts.find((by) => begins.test(line.slice(0, from - by + 1)))
  const by = first(/^.$|[。！？].$/) ?? first(/[^\d.]\d$/) ?? 0
  return line.slice(from - by, to - by)
}

async function extracted(bytes: Uint8Array, reader: OldWordReader): Promise<OldWordTexts> {
  const texts = isSoundCompound(bytes) ? await reader(bytes) : null
  if (texts !== null) return texts
  throw new ImportFault('E-IMPORT-OLD', {
    kindZh: '损坏的或 Word 97 以前的 .doc',
    kindEn: 'a damaged .doc, or one older than Word 97',
  })
}

/** Cell ends are tabs there, and marks of pictures and fields are control characters. */
function plainLetters(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/\u0013[^\u0014\u0015]*\u0014?/g, '').replace(/[\u0001\u0002\u0008\u0014\u0015]/g, '')
}

function parts(text: string): readonly string[] {
  return plainLetters(text)
    .split(/[\r\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
