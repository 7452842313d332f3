import { strictText } from '../../base/strict-text.ts'
import { ImportFault } from '../container/import-fault.ts'

/** A text and the encoding it was in. */
export interface DecodedText {
  readonly text: string
  readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB 18030'
}

/** Reads a text file in the encoding it plainly has. Throws `ImportFault` for what is no text in any of them. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: strictText(bytes, 'utf-16le') ?? '', encoding: 'UTF-16LE' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: strictText(bytes, 'utf-16be') ?? '', encoding: 'UTF-16BE' }
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length)
  const [even = 0, odd = 0] = zeros
  if (even + odd > 0) {
    const encoding = odd > even ? 'UTF-16LE' : 'UTF-16BE'
    const isWide =
      Math.max(even, odd) * 8 > head.length && Math.min(even, odd) * 20 < Math.max(even, odd) + 20
    const text = isWide ? strictText(bytes, encoding.toLowerCase()) : null
    if (text === null) throw binary()
    return { text, encoding }
  }
  const utf8 = strictText(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'UTF-8' }
  const gb = strictText(bytes, 'gb18030')
  if (gb === null) throw binary()
  return { text: gb, encoding: 'GB 18030' }
}

function binary(): ImportFault {
  return new ImportFault('E-IMPORT-KIND', {
    kindZh: '不认识的文件，不是文字',
    kindEn: 'an unknown file, no text',
  })
}
