import type { Language } from '../../../src/report/words.ts'
import { commandsPage, limitsPage } from './commands-page.ts'
import { keyPages } from './keys-page.ts'
import { marksPage } from './marks-page.ts'
import { messagesPage } from './messages-page.ts'
import type { BookPage } from './table.ts'

/** The reference: every key, mark, command, message, bound and exit code, from the tables that the program itself works by. */
export async function reference(language: Language): Promise<readonly BookPage[]> {
  const pages = [
    ...keyPages(language),
    marksPage(language),
    commandsPage(language),
    await messagesPage(language),
    limitsPage(language),
  ]
  // Tables take the room that the list of headings has elsewhere.
  const head = '---\naside: false\npageClass: reference\n---\n\n'
  return pages.map(({ path, text }) => ({ path, text: `${head}${text}` }))
}
