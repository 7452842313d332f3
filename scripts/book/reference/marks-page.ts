import type { Language } from '../../../src/report/words.ts'
import { marks } from './marks.ts'
import { type BookPage, inWords, plain, table, typed } from './table.ts'

/** The page of all that may be marked in a text. */
export function marksPage(language: Language): BookPage {
  const t = inWords(language)
  const isLine = (makes: string) => !['bold', 'emphasis', 'raised', 'line', 'link', 'plain'].includes(makes)
  const rowsOf = (wanted: boolean) =>
    marks.filter((one) => isLine(one.makes) === wanted).map((one) => [typed(one.typed), plain(one[language])])
  const heads = [t('这样写', 'Typed'), t('印出来', 'What it makes')]
  const text = [
    `# ${t('正文里的记号', 'Marks of the text')}`,
    t(
      '正文写在 `正文: |`（`body: |`）之后，另起行、缩进。标题、引题、副题、编者按、图说、简讯里可以用“行内”的记号；标题里的 `|` 是可以换行的地方。',
      'The text stands after `body: |`, on the lines below, indented. Headlines, captions, notes and briefs take the marks inside lines; `|` in a headline is where it may turn.',
    ),
    `## ${t('整行的', 'Lines')} {#lines}`,
    table(heads, rowsOf(true)),
    `## ${t('行内的', 'Inside lines')} {#inline}`,
    table(heads, rowsOf(false)),
  ]
  return { path: 'reference/marks.md', text: text.join('\n\n') }
}
