import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { Container } from './container.ts'
import type { Attachment } from './options.ts'
import { asciiString, byteString, name, type PdfDictionary, type PdfValue, textString } from './syntax.ts'

/** What the catalogue says of attached files. */
export interface Attached {
  /** Associated files (ISO 19005-3, 6.8), in the order given. */
  readonly AF: PdfValue
  /** For the name tree of embedded files. */
  readonly names: PdfDictionary
}

/**
 * Embeds files as what the document was made from (AFRelationship Source). Their date is the issue's, so that equal
 * input gives equal bytes. null without any.
 */
export function putAttachments(
  container: Container,
  attachments: readonly Attachment[],
  date: PdfValue,
): Attached | null {
  if (attachments.length === 0) return null
  const placed = attachments.map((one) => ({ key: one.file, ref: putOne(container, one, date) }))
  const sorted = [...placed].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
  const tree = { Names: sorted.flatMap(({ key, ref }) => [byteString(Buffer.from(key)), ref]) }
  return {
    AF: placed.map(({ ref }) => ref),
    names: { EmbeddedFiles: container.add(tree).value },
  }
}

function putOne(container: Container, { file, type, bytes }: Attachment, date: PdfValue): PdfValue {
  const stream = container.addStream(
    {
      Type: name('EmbeddedFile'),
      Subtype: name(type),
      Filter: name('FlateDecode'),
      Params: {
        ModDate: date,
        Size: bytes.length,
        CheckSum: byteString(createHash('md5').update(bytes).digest()),
      },
    },
    deflateSync(bytes, { level: 6 }),
  )
  return container.add({
    Type: name('Filespec'),
    // For readers that know no Unicode.
    F: asciiString(file.replace(/[^ -~]/g, '_')),
    UF: textString(file),
    AFRelationship: name('Source'),
    Desc: textString(file),
    EF: { F: stream.value, UF: stream.value },
  }).value
}
