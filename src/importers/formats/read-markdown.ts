import { hasErrors } from '../../base/diagnostic.ts'
import { readArticleFile } from '../../issue/article-file.ts'
import { defaultLimits } from '../../issue/limits.ts'
import type { ImportFinding } from '../report/finding.ts'
import { findingList } from '../report/finding.ts'
import { decodeText } from './text-encoding.ts'

/** A Markdown file that is one of ours already: taken over as it is. */
export interface MarkdownArticle {
  readonly title: string | null
  /** The file's text in UTF-8, line ends as they were. */
  readonly text: string
  readonly findings: readonly ImportFinding[]
}

/** Reads a Markdown article; null where the language cannot read it, and it is taken as plain text. */
export function readMarkdown(bytes: Uint8Array): MarkdownArticle | null {
  const { text, encoding } = decodeText(bytes)
  const { findings, report } = findingList()
  if (encoding !== 'UTF-8') report('encoding', '', { encoding })
  const options = { limits: defaultLimits, keepInvisible: false }
  const { value, diagnostics } = readArticleFile({ file: 'article.md', text }, options)
  if (value === null || hasErrors(diagnostics)) return null
  return { title: value.title?.text ?? null, text, findings }
}
