import PostalMime from 'postal-mime'
import { ImportFault, tooMany } from '../container/import-fault.ts'
import { importLimits } from '../container/limits.ts'
import { findingList, type ImportFinding } from '../report/finding.ts'
import type { SourceDocument } from '../source-document.ts'
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
  const email = await parsed(bytes)
  const { findings, report } = findingList()
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

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  middot: '·',
  hellip: '…',
}

const NEW_LINE = /^\/?(?:br|p|div|tr|li|h[1-6]|table)$/
const NO_TEXT = /^(?:style|script|head|title)$/

/** The letters of a web page, its blocks on lines of their own. Linear: nothing is looked for twice. */
function textOfPage(html: string): string {
  const words: string[] = []
  for (let at = 0; at < html.length; ) {
    const tag = html.indexOf('<', at)
    words.push(html.slice(at, tag < 0 ? html.length : tag).replace(/\s+/g, ' '))
    if (tag < 0) break
    const comment = html.startsWith('<!--', tag)
    const end = comment ? html.indexOf('-->', tag) + 2 : html.indexOf('>', tag)
    if (end < tag + 1) break
    const name = /^<(\/?[a-z0-9]+)/i.exec(html.slice(tag, tag + 12))?.[1]?.toLowerCase() ?? ''
    if (NEW_LINE.test(name)) words.push('\n')
    at = NO_TEXT.test(name) && !comment ? closing(html, name, end) : end + 1
  }
  return words.join('').replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,10}));/gi, entity)
}

function closing(html: string, name: string, from: number): number {
  const at = html.slice(from).search(new RegExp(`</${name}`, 'i'))
  return at < 0 ? html.length : from + at
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0
  return code > 0 && code < 0x110000
    ? String.fromCodePoint(code)
    : (ENTITIES[name?.toLowerCase() ?? ''] ?? whole)
}
