import { createHash } from 'node:crypto'
import type { DisplayList } from '../display/display-list.ts'

/** SHA-256 of everything the pages show, in hexadecimal: two proofs with one hash are the same pages. */
export function contentHash(list: DisplayList): string {
  const hash = createHash('sha256')
  for (const page of list.pages) {
    hash.update(`${page.width} ${page.height}\n`)
    for (const { span: _, ...shown } of page.items) hash.update(JSON.stringify(shown))
  }
  return hash.digest('hex')
}
