import { ImportFault } from '../container/import-fault.ts'
import { importLimits } from '../container/limits.ts'
import { textOfPage } from '../formats/page-text.ts'
import { readRtf } from '../formats/read-rtf.ts'
import { documentOfText } from '../formats/read-text.ts'
import { decodeText } from '../formats/text-encoding.ts'
import { pageInArchive } from '../formats/web-archive.ts'
import type { SourceBlock, SourceDocument } from '../source-document.ts'
import type { DocxContext } from './docx-context.ts'

/** Files inside each other. */
const DEEPEST = 3

/** Reads a file that stands in the text as a whole (`w:altChunk`): a document, a web page, RTF or plain text. */
export function chunkReader(
  { parts, relationships, files, report, tracked }: Omit<DocxContext, 'chunk'>,
  document: (bytes: Uint8Array) => SourceDocument,
  depth: number,
): DocxContext['chunk'] {
  return (id) => {
    const target = relationships.get(id)
    const bytes = target && !target.external ? parts.bytes(target.target, importLimits.xml) : undefined
    const name = target?.target.split('/').at(-1) ?? id
    const read = bytes && depth < DEEPEST ? readAs(bytes, name, tracked, document) : null
    if (read === null) {
      report('embedded', name, { what: name })
      return []
    }
    const text = read.blocks.flatMap((one) =>
      one.kind === 'paragraph' ? one.runs.map((run) => run.text) : [],
    )
    report('chunk', text.join(' '), { name })
    for (const one of read.findings) report(one.kind, one.text, one.values)
    const first = files.push(read.files)
    return read.blocks.map((block) => shifted(block, first))
  }
}

function readAs(
  bytes: Uint8Array,
  name: string,
  tracked: DocxContext['tracked'],
  document: (bytes: Uint8Array) => SourceDocument,
): SourceDocument | null {
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return document(bytes)
    if (isRtf(bytes)) return readRtf(bytes, { tracked })
    if (/\.mht(?:ml)?$/i.test(name)) return documentOfText(textOfPage(decodeText(pageInArchive(bytes)).text))
    if (/\.(?:x?html?)$/i.test(name)) return documentOfText(textOfPage(decodeText(bytes).text))
    return /\.te?xt$/i.test(name) ? documentOfText(decodeText(bytes).text) : null
  } catch (error) {
    if (error instanceof ImportFault && error.code !== 'E-BOMB') return null
    throw error
  }
}

function isRtf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === '{\\rtf'
}

function shifted(block: SourceBlock, by: number): SourceBlock {
  return block.kind === 'picture' && block.file !== null ? { ...block, file: block.file + by } : block
}
