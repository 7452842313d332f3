import { ImportFault } from '../container/import-fault.ts'

/** What is done with a file that was handed in. */
export type IncomingKind = 'docx' | 'doc' | 'rtf' | 'text' | 'markdown' | 'mail' | 'zip' | 'picture' | 'other'

/** What a file is by its first bytes. */
type Content = 'zip' | 'ole' | 'rtf' | 'html' | 'mhtml' | 'pdf' | 'empty' | 'text'

const MAGIC: readonly (readonly [Content, number, string])[] = [
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['ole', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['rtf', 0, '{\\rt'],
  ['pdf', 0, '%PDF'],
]

function contentOf(bytes: Uint8Array): Content {
  if (bytes.length === 0) return 'empty'
  const start = String.fromCharCode(...bytes.subarray(0, 1024))
  const found = MAGIC.find(([, at, sign]) => start.startsWith(sign, at))
  if (found) return found[0]
  const text = start
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (/^(?:<!doctype html|<html|<head|<body|<meta|<\?xml[^>]*>\s*<(?:!doctype )?html)/.test(text))
    return 'html'
  return /^(?:mime-version:|from: .*\r?\n(?:.*\r?\n){0,6}mime-version)/.test(text) ? 'mhtml' : 'text'
}

const PICTURES = /\.(?:jpe?g|jfif|png|gif|webp|tiff?|bmp|heic|heif|avif|emf|wmf|svg)$/i
/** Programs' own files that lie in folders, and files that the desk's machine makes. */
const OTHERS =
  /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|__MACOSX)|\.(?:lnk|tmp|ini|db|exe|dll|mp4|mov|avi|mp3|wav|xlsx?|pptx?|et|dps|pdf|psd|cdr|ofd|html?|mht)$/i

const OLD_WORD = { kindZh: 'Word 97–2003 文档', kindEn: 'a document of Word 97–2003', extension: '.doc' }

/** How a file is read, by its name and its bytes. Throws `ImportFault` where the two are at odds, or nothing can read it. */
export function kindOfFile(name: string, bytes: Uint8Array): IncomingKind {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const content = contentOf(bytes)
  if (OTHERS.test(name)) return 'other'
  if (content === 'empty') throw new ImportFault('E-IMPORT-EMPTY')
  if (PICTURES.test(name)) return 'picture'
  if (/^(?:docm|dotm)$/.test(extension))
    throw new ImportFault(isEncrypted(bytes, content) ? 'E-IMPORT-ENCRYPTED' : 'E-IMPORT-MACRO')
  switch (extension) {
    case 'docx':
    case 'dotx':
      return asDocx(bytes, content)
    case 'doc':
    case 'dot':
    case 'wps':
    case 'wpt':
      return asDoc(bytes, content, extension)
    case 'rtf':
      if (content === 'rtf') return 'rtf'
      if (content === 'ole') throw named(OLD_WORD)
      if (content === 'zip') throw named(DOCX)
      throw content === 'html' ? new ImportFault('E-IMPORT-HTML') : unknown()
    case 'zip':
      if (content === 'zip') return 'zip'
      throw new ImportFault('E-IMPORT-BROKEN')
    case 'eml':
      return 'mail'
    case 'md':
    case 'markdown':
      return 'markdown'
    case 'txt':
    case '':
      return asText(content)
    default:
      return 'other'
  }
}

const DOCX = { kindZh: 'Word 文档（.docx）', kindEn: 'a Word document (.docx)', extension: '.docx' }
const RTF = { kindZh: 'RTF 文档', kindEn: 'an RTF document', extension: '.rtf' }

function named(values: {
  readonly kindZh: string
  readonly kindEn: string
  readonly extension: string
}): ImportFault {
  return new ImportFault('E-IMPORT-NAME', values)
}

function unknown(): ImportFault {
  return new ImportFault('E-IMPORT-KIND', { kindZh: '不认识的文件', kindEn: 'an unknown file' })
}

function asDocx(bytes: Uint8Array, content: Content): 'docx' {
  if (content === 'zip') return 'docx'
  if (isEncrypted(bytes, content)) throw new ImportFault('E-IMPORT-ENCRYPTED')
  if (content === 'ole') throw named(OLD_WORD)
  if (content === 'rtf') throw named(RTF)
  if (content === 'html' || content === 'mhtml') throw new ImportFault('E-IMPORT-HTML')
  if (content === 'pdf') throw named({ kindZh: 'PDF', kindEn: 'a PDF', extension: '.pdf' })
  throw new ImportFault('E-IMPORT-BROKEN')
}

function asDoc(bytes: Uint8Array, content: Content, extension: string): 'doc' | 'docx' {
  if (isEncrypted(bytes, content)) throw new ImportFault('E-IMPORT-ENCRYPTED')
  if (content === 'ole') return 'doc'
  // WPS opens its own files by what is in them, whatever they are called.
  if (content === 'zip' && extension.startsWith('wp')) return 'docx'
  if (content === 'zip') throw named(DOCX)
  if (content === 'rtf') throw named(RTF)
  if (content === 'html' || content === 'mhtml') throw new ImportFault('E-IMPORT-HTML')
  const old = extension.startsWith('wp')
    ? { kindZh: 'WPS', kindEn: 'WPS' }
    : { kindZh: '旧版 Word', kindEn: 'an early Word' }
  throw new ImportFault('E-IMPORT-OLD', old)
}

function asText(content: Content): IncomingKind {
  if (content === 'zip') throw named(DOCX)
  if (content === 'ole') throw named(OLD_WORD)
  if (content === 'rtf') throw named(RTF)
  if (content === 'pdf') throw named({ kindZh: 'PDF', kindEn: 'a PDF', extension: '.pdf' })
  return 'text'
}

/** An encrypted docx is an OLE file with a stream of that name. */
function isEncrypted(bytes: Uint8Array, content: Content): boolean {
  return (
    content === 'ole' && (includesWide(bytes, 'EncryptedPackage') || includesWide(bytes, 'EncryptionInfo'))
  )
}

/** Whether a file has a text in UTF-16; names of streams stand in it so. */
export function includesWide(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (
      [...text].every(
        (sign, index) => bytes[at + index * 2] === sign.charCodeAt(0) && bytes[at + index * 2 + 1] === 0,
      )
    )
      return true
  }
  return false
}
