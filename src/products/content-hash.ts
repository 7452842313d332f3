import { createHash } from 'node:crypto'
import type { DisplayList } from '../display/display-list.ts'

/**
 * SHA-256 of what the pages say and where, in hexadecimal (校样号): two proofs with one hash have the same text and
 * pictures in the same places. Page furniture is left out, so that 送审稿 and a page number make no other content.
 */
export function contentHash(list: DisplayList): string {
  const hash = createHash('sha256')
  for (const page of list.pages) {
    hash.update(`${page.width} ${page.height}\n`)
    for (const { span: _, ...shown } of page.items) {
      if (shown.node !== null) hash.update(JSON.stringify(shown))
    }
  }
  return hash.digest('hex')
}
