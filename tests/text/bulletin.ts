import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'

const FILE = resolve(import.meta.dirname, '../../../shared/data/bulletin-2023-12/issue.yaml')

interface Article {
  readonly title: string
  readonly body: string
}

export interface Bulletin {
  readonly titles: readonly string[]
  readonly paragraphs: readonly string[]
}

/** A real bulletin's titles and body paragraphs, or null where the shared folder is absent. */
export function readBulletin(): Bulletin | null {
  if (!existsSync(FILE)) return null
  const issue = parse(readFileSync(FILE, 'utf8')) as { sections: Record<string, unknown> }
  const articles = Object.values(issue.sections).flatMap((section) => articlesIn(section))
  return {
    titles: articles.flatMap((article) => (article.title === '' ? [] : [article.title])),
    paragraphs: articles.flatMap((article) =>
      article.body.split(/\n+/).filter((line) => line !== '' && !line.startsWith('![')),
    ),
  }
}

function articlesIn(section: unknown): Article[] {
  if (typeof section === 'string') return [{ title: '', body: section }]
  if (Array.isArray(section)) return section.flatMap((one) => articlesIn(one))
  if (typeof section !== 'object' || section === null) return []
  const { title, body, text } = section as Record<string, unknown>
  if (typeof body === 'string') return [{ title: typeof title === 'string' ? title : '', body }]
  if (typeof text === 'string') return [{ title: '', body: text }]
  return Object.values(section).flatMap((one) => articlesIn(one))
}
