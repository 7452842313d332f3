import type { Diagnostic } from '../../src/base/diagnostic.ts'
import type { BodyBlock, InlineText, Issue } from '../../src/issue/issue.ts'
import { readIssue } from '../../src/issue/read-issue.ts'

export const PUBLICATION = 'bulletin: 1\nname: 城南工作动态\nissuer: 城南区企业服务中心\n'

export interface Reading {
  readonly issue: Issue
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads an issue that must be one. */
export function reading(
  text: string,
  publication = PUBLICATION,
  others: Record<string, string> = {},
): Reading {
  const { value, diagnostics } = readIssue({
    publication: { file: 'publication.yaml', text: publication },
    issue: { file: 'issues/2024-01.yaml', text },
    others: Object.entries(others).map(([file, content]) => ({ file: `issues/${file}`, text: content })),
    article: () => ({ value: null, diagnostics: [] }),
  })
  if (value === null) throw new Error(JSON.stringify(diagnostics, null, 1))
  return { issue: value, diagnostics }
}

/** An issue whose one article has this text, and more keys beside. */
export function articleText(body: string, keys = ''): string {
  const lines = body.split('\n').map((line) => (line === '' ? '' : `        ${line}`))
  return `date: 2024-01-15\nsections:\n  动态:\n    - title: 检查冬季供水\n${keys}      body: |\n${lines.join('\n')}\n`
}

/** The blocks of a text, and what was said of it. */
export function bodyOf(body: string, keys = ''): { blocks: readonly BodyBlock[]; codes: readonly string[] } {
  const { issue, diagnostics } = reading(articleText(body, keys))
  return {
    blocks: issue.sections[0]?.articles[0]?.body ?? [],
    codes: diagnostics.map((one) => one.code),
  }
}

/**
 * Runs in short: `甲 b[乙] e[丙]`, with b bold, e emphasis, ^ raised, _ lowered, n1 and t2 the first line below a text, a name,
 * and the second, a title; a link's address behind.
 */
export function short(text: InlineText): string {
  return text
    .map((run) => {
      const signs = `${run.bold ? 'b' : ''}${run.emphasis ? 'e' : ''}${run.raised === 'superscript' ? '^' : run.raised ? '_' : ''}`
      const line = run.line ? `${run.line.kind === 'name' ? 'n' : 't'}${run.line.number}` : ''
      const link = run.link === undefined ? '' : `→${run.link}`
      return signs + line + link === '' ? run.text : `${signs}${line}[${run.text}]${link}`
    })
    .join('')
}

/** A block in short: its kind and its texts. */
export function shortBlock(block: BodyBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `p ${short(block.text)}`
    case 'subheading':
      return `h${block.level} ${short(block.text)}`
    case 'list':
      return `${block.ordered ? `ol${block.start ?? 1}` : 'ul'} ${block.items.map(short).join(' / ')}`
    case 'quotation':
      return `q ${block.paragraphs.map(short).join(' / ')}`
    case 'place':
      return `place ${block.picture}`
    case 'table':
      return `${block.caption ? `${short(block.caption)}: ` : ''}table ${[block.header, ...block.rows].map((row) => row.map((cell) => short(cell.text)).join('|')).join(' / ')} (${block.align.join(' ')})`
    default:
      return block.kind
  }
}

/** `page.margin.top: 24mm` as keys below each other. */
export function nested(defaults: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(defaults)) {
    const parts = path.split('.')
    let at = root
    for (const part of parts.slice(0, -1)) {
      at[part] ??= {}
      at = at[part] as Record<string, unknown>
    }
    at[parts.at(-1) as string] = value
  }
  return root
}
