import PostalMime from 'postal-mime'
import { strictText } from '../../base/strict-text.ts'
import { ImportFault, tooMany } from '../container/import-fault.ts'
import { importLimits } from '../container/limits.ts'
import { findingList, type ImportFinding } from '../report/finding.ts'
import type { SourceDocument } from '../source-document.ts'
import { textOfPage } from './page-text.ts'
import { documentOfText } from './read-text.ts'

/** A mail taken apart. */
export interface Mail {
  readonly subject: string
  /** Name and address of the sender. */
  readonly from: string
  /** The name alone. */
  readonly sender: string
  /** Its text, where that is a contribution. */
  readonly document: SourceDocument | null
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly findings: readonly ImportFinding[]
}

/** Parts of a mail inside each other, and parts in all. */
const DEPTH = 30
const PARTS = 500

/** Reads a mail. Its attachments are contributions of their own; a few lines that only say so are told, not printed. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const { findings, report } = findingList()
  const said = inUtf8(bytes)
  if (said !== bytes) report('encoding', '', { encoding: 'GB 18030' })
  const email = await parsed(said)
  const attachments = email.attachments.map((one, index) => ({
    name: one.filename ?? `附件${index + 1}`,
    bytes: one.content instanceof ArrayBuffer ? new Uint8Array(one.content) : (one.content as Uint8Array),
  }))
  const text = bodyOfMail(email)
  if (email.text === undefined && text !== '') report('mail-html', text.slice(0, 60))
  const isCovering =
    attachments.some((one) => /\.(?:docx?|wps|rtf|txt|md|zip)$/i.test(one.name)) && isNote(text)
  if (isCovering && text !== '') report('mail-covering', text)
  return {
    subject: withoutPrefix(email.subject ?? ''),
    from: [email.from?.name, email.from?.address].filter((one) => (one ?? '') !== '').join(' '),
    sender: email.from?.name ?? '',
    document: text === '' || isCovering ? null : documentOfText(text),
    attachments,
    findings,
  }
}

/**
 * A mail whose letters stand in GB 18030 without being declared, in UTF-8: its headers, and its text where no part of it
 * names an encoding.
 */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const end = endOfHeaders(bytes)
  const isWhole = !includesAscii(bytes, 'charset')
  const part = isWhole ? bytes : bytes.subarray(0, end)
  if (strictText(part, 'utf-8') !== null) return bytes
  const text = strictText(part, 'gb18030')
  if (text === null) return bytes
  const head = new TextEncoder().encode(text)
  return isWhole ? head : Uint8Array.from(Buffer.concat([head, bytes.subarray(end)]))
}

function endOfHeaders(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends = ['\r\n\r\n', '\n\n'].map((one) => text.indexOf(one)).filter((one) => one >= 0)
  return ends.length === 0 ? bytes.length : Math.min(...ends)
}

function includesAscii(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .toLowerCase()
    .includes(word)
}

async function parsed(bytes: Uint8Array): ReturnType<typeof PostalMime.parse> {
  try {
    const email = await PostalMime.parse(bytes, { maxNestingDepth: DEPTH, attachmentEncoding: 'arraybuffer' })
    if (email.attachments.length > PARTS) throw tooMany('附件数', 'attachments', PARTS)
    return email
  } catch (error) {
    if (error instanceof ImportFault) throw error
    if (error instanceof Error && /nest/i.test(error.message))
      throw tooMany('邮件嵌套层数', 'nesting of the mail', DEPTH)
    throw new ImportFault('E-IMPORT-KIND', { kindZh: '看不懂的邮件', kindEn: 'a mail that makes no sense' })
  }
}

function withoutPrefix(subject: string): string {
  return subject.replace(/^(?:\s*(?:re|fw|fwd|回复|转发|答复)\s*[:：])+/i, '').trim()
}

/** Few lines, none of them a paragraph of a report. */
function isNote(text: string): boolean {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '')
  return text.length < 400 && lines.every((line) => line.length < 120)
}

function bodyOfMail({
  text,
  html,
}: {
  readonly text?: string | undefined
  readonly html?: string | undefined
}): string {
  const words = text ?? (html === undefined ? '' : textOfPage(html.slice(0, importLimits.xml)))
  return words.replace(/\r\n/g, '\n').trim()
}
