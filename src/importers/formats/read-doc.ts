import WordExtractor from 'word-extractor'
import { ImportFault } from '../container/import-fault.ts'
import { findingList } from '../report/finding.ts'
import { plainParagraph, type SourceDocument, type SourceParagraph } from '../source-document.ts'
import { documentOfText } from './read-text.ts'

/** Reads a document of Word 97–2003: its text, notes and text boxes; looks and pictures are not in reach, and that is told. */
export async function readDoc(bytes: Uint8Array): Promise<SourceDocument> {
  const document = await extracted(bytes)
  const { findings, report } = findingList()
  report('looks-lost', '', { format: '.doc' })
  const plain = { filterUnicode: false }
  const body = documentOfText(plainLetters(document.getBody(plain)))
  const notes = [...parts(document.getFootnotes(plain)), ...parts(document.getEndnotes(plain))]
  const boxes = parts(document.getTextboxes({ ...plain, includeHeadersAndFooters: false }))
  for (const note of notes) report('footnote', note, { mark: '' })
  for (const box of boxes) report('box', box)
  for (const comment of parts(document.getAnnotations(plain)))
    report('comment', comment, { author: '', date: '', place: '' })
  const heads = [
    ...parts(document.getHeaders({ ...plain, includeFooters: false })),
    ...parts(document.getFooters(plain)),
  ]
  for (const head of heads) if (!/^[\s\d—–\-－·.第页共/／]*$/.test(head)) report('header', head)
  const blocks: readonly SourceParagraph[] = [
    ...(body.blocks as readonly SourceParagraph[]),
    ...boxes.map((text): SourceParagraph => ({ ...plainParagraph(text), boxed: true })),
    ...notes.map((text): SourceParagraph => ({ ...plainParagraph(text), note: true })),
  ]
  return { ...body, blocks, findings: [...body.findings, ...findings] }
}

type Extracted = Awaited<ReturnType<WordExtractor['extract']>>

async function extracted(bytes: Uint8Array): Promise<Extracted> {
  try {
    return await new WordExtractor().extract(Buffer.from(bytes))
  } catch {
    throw new ImportFault('E-IMPORT-OLD', {
      kindZh: '损坏的或 Word 97 以前的 .doc',
      kindEn: 'a damaged .doc, or one older than Word 97',
    })
  }
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
