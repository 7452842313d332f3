import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageFolder } from '../project/package-folder.ts'

/** A page of the book as it is told: where it lies, in a portable folder, which has the book; else its name. */
export function pageOfBook(page: string): string {
  const book = join(dirname(packageFolder), 'book')
  return existsSync(join(book, 'index.html')) ? join(book, page) : page
}
