import type { Language } from '../../../src/report/words.ts'

/** A page of the book in Markdown, by its path below the language's folder. */
export interface BookPage {
  readonly path: string
  readonly text: string
}

/** Words in the language of a page. */
export const inWords = (language: Language) => (zh: string, en: string) => (language === 'zh' ? zh : en)

/** Text that Markdown, Vue and a table's cell leave as it is; braces would be attributes or programs. */
export function plain(text: string): string {
  return text
    .replace(/[\\*_`[\]~^|]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\{/g, '&#123;')
    .replace(/\n/g, '<br>')
}

/** Text as it is typed, in a cell of a table: a span of code a line. */
export function typed(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : code(line.replace(/\|/g, '\\|'))))
    .join('<br>')
}

function code(line: string): string {
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``
}

/** A table of Markdown; its cells are Markdown already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Typed text in a block of its own. */
export function block(text: string, language = 'text'): string {
  const fence = text.includes('```') ? '~~~~' : '```'
  return `${fence}${language}\n${text}\n${fence}`
}
