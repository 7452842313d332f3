import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { PRODUCER } from '../paint/pdf/metadata.ts'

const HEADS = ['%PDF-', 'PK\u0003\u0004']
/** In the properties of a Word copy, which are stored as they are. */
const WORD_PRODUCER = '<Application>jianbao</Application>'
/** The metadata stand uncompressed near the end of a product; a tool that saves it again may put them elsewhere. */
const STRETCH = 256 * 1024

/** Whether a file is a PDF or Word copy that this program made: by its head, and by the producer in its metadata. */
export function isOwnProduct(file: string): boolean {
  const opened = openSync(file, 'r')
  try {
    const head = stretch(opened, 0, 5).toString('latin1')
    if (!HEADS.some((one) => head.startsWith(one))) return false
    for (let end = fstatSync(opened).size; end > 0; end -= STRETCH - PRODUCER.length) {
      const from = Math.max(0, end - STRETCH)
      const found = stretch(opened, from, end - from)
      if (found.includes(PRODUCER) || found.includes(WORD_PRODUCER)) return true
      if (from === 0) return false
    }
    return false
  } finally {
    closeSync(opened)
  }
}

function stretch(opened: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(opened, bytes, 0, length, from))
}
