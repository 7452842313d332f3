/**
 * The one writer of PDF values (ISO 32000-1, 7.3). Whatever text comes in, what goes out is one token of the kind
 * asked for: no text can become syntax.
 */

/** A value already in PDF syntax; only this file makes them from text. */
export class Written {
  readonly written: string

  constructor(written: string) {
    this.written = written
  }

  get [Symbol.toStringTag](): string {
    return 'Written'
  }

  toString(): string {
    return this.written
  }
}

export interface PdfDictionary {
  readonly [key: string]: PdfValue | undefined
}

export type PdfValue = number | boolean | null | Written | readonly PdfValue[] | PdfDictionary

const REGULAR = /^[A-Za-z0-9_.+-]*$/

function escapedName(text: string): string {
  if (REGULAR.test(text)) return text
  let out = ''
  for (const byte of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(byte)
    if (byte === 0) continue
    out += REGULAR.test(character) ? character : `#${byte.toString(16).padStart(2, '0').toUpperCase()}`
  }
  return out
}

/** Most bytes of a name (Annex C). */
const LONGEST_NAME = 127

/** A name (7.3.5), `/Text`; bytes that are not plain are written `#xx`, what is longer than a name may be is cut. */
export function name(text: string): Written {
  if (text.length * 3 <= LONGEST_NAME) return new Written(`/${escapedName(text)}`)
  let bytes = 0
  const kept = [...text].filter((character) => {
    bytes += Buffer.byteLength(character)
    return bytes <= LONGEST_NAME
  })
  return new Written(`/${escapedName(kept.join(''))}`)
}

/** A number with at most `digits` decimals (7.3.3); never an exponent. Throws when it is not finite. */
export function number(value: number, digits = 3): string {
  if (!(Math.abs(value) < 1e9)) throw new RangeError(`not a number for a PDF: ${value}`)
  const scale = digits === 3 ? 1000 : 10 ** digits
  // A quotient of integers is printed with no more decimals than the divisor has zeros.
  const rounded = Math.round(value * scale) / scale
  if (rounded >= 1 || rounded <= -1) return String(rounded)
  if (rounded === 0) return '0'
  return rounded > 0 ? String(rounded).slice(1) : `-${String(rounded).slice(2)}`
}

/** An indirect reference (7.3.10). */
export function reference(id: number): Written {
  return new Written(`${id} 0 R`)
}

/**
 * Text without what has no business in a PDF: control characters become spaces, lone surrogates U+FFFD, and what is
 * longer than LONGEST_TEXT is cut there.
 */
export function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const visible = text.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, ' ')
  return withinLimit(visible).replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  )
}

/** Most UTF-16 units of a text string: no string may have more than 32767 bytes (ISO 19005-2, 6.1.13). */
export const LONGEST_TEXT = 16_000

function withinLimit(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  return `${text.slice(0, LONGEST_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

const BYTES = Array.from({ length: 256 }, (_, byte) => (byte < 16 ? '0' : '') + byte.toString(16))

/** A code of two bytes in hexadecimal digits. */
export function hex4(code: number): string {
  return `${BYTES[code >> 8]}${BYTES[code & 0xff]}`
}

/** Text as UTF-16BE in hexadecimal digits, without a byte order mark. */
export function utf16Hex(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i += 1) out += hex4(text.charCodeAt(i))
  return out
}

/** A text string (7.9.2.2): ASCII as it is, everything else as UTF-16BE. */
export function textString(text: string): Written {
  const clean = cleanText(text)
  if (/^[ -~]*$/.test(clean)) return asciiString(clean)
  return new Written(`<feff${utf16Hex(clean)}>`)
}

/** A string of printable ASCII characters (7.3.4.2), such as an address or a date. */
export function asciiString(text: string): Written {
  if (!/^[ -~]*$/.test(text)) throw new RangeError('not printable ASCII')
  return new Written(`(${text.replace(/[\\()]/g, '\\$&')})`)
}

/** A string of bytes (7.3.4.3). */
export function byteString(bytes: Uint8Array): Written {
  let out = ''
  for (const byte of bytes) out += byte.toString(16).padStart(2, '0')
  return new Written(`<${out}>`)
}

/** A dictionary's or array's text; entries that are undefined are left out. */
export function write(value: PdfValue): string {
  if (typeof value === 'number') return number(value)
  if (value instanceof Written) return value.written
  if (value === null || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${value.map(write).join(' ')}]`
  const dictionary = value as PdfDictionary
  const keys = Object.keys(dictionary)
  let out = ''
  for (let i = 0; i < keys.length; i += 1) {
    const one = dictionary[keys[i] as string]
    if (one !== undefined) out += `${out === '' ? '' : ' '}/${escapedName(keys[i] as string)} ${write(one)}`
  }
  return `<<${out}>>`
}

/** A value as it will stand in the file, to be kept. */
export function asWritten(value: PdfValue): Written {
  return new Written(write(value))
}
