import type { Contribution, Understood } from '../contribution.ts'
import { findingList, type ImportFinding } from '../report/finding.ts'
import { type SourceBlock, type SourceDocument, textOfParagraph } from '../source-document.ts'
import { bodyOf } from './body.ts'
import { briefsOf, briefsReason } from './briefs.ts'
import { cleanBlocks } from './clean.ts'
import { findCredit, type UnitHint } from './find-credit.ts'
import { findHead } from './find-head.ts'
import { type BodyLooks, bodyLooks } from './looks.ts'
import { withoutRedHead } from './red-head.ts'
import { splitArticles } from './split-articles.ts'

export interface Circumstances {
  /** The file's name without extension: the title where the text has none. */
  readonly name: string
  readonly unit: UnitHint | null
  /** Whether the section it goes to holds briefs. */
  readonly briefs: boolean
}

/** What a document's parts are: its articles with their heads, credits and bodies, or its briefs. */
export function understand(document: SourceDocument, { name, unit, briefs }: Circumstances): Understood {
  const { findings, report } = findingList()
  const blocks = cleanBlocks(document.blocks, report).filter(
    (one) => one.kind !== 'paragraph' || textOfParagraph(one).trim() !== '',
  )
  const all = () => [...document.findings, ...findings]
  if (blocks.length === 0) {
    report('empty', '')
    return { articles: [], briefs: [], findings: all() }
  }
  const reason =
    briefsReason(blocks, name) ?? (briefs ? { zh: '所在栏目是简讯', en: 'its section holds briefs' } : null)
  if (reason !== null) {
    return { articles: [], briefs: briefsOf(blocks, reason, unit?.unit ?? null, report), findings: all() }
  }
  const looks = bodyLooks(blocks, document.hasLooks)
  const parts = splitArticles(withoutRedHead(blocks, report), looks)
  const made = parts.map((part) => articleOf(part, looks, document, name, unit))
  const articles = made.map((one) => one.article)
  const kept = new Set(made.flatMap((one) => [...one.notes]))
  const told = document.findings.map((one) => noteKept(one, kept))
  if (articles.length > 1) report('articles', '', { count: articles.length })
  return { articles, briefs: [], findings: [...told, ...findings] }
}

function articleOf(
  blocks: readonly SourceBlock[],
  looks: BodyLooks,
  { files }: SourceDocument,
  name: string,
  unit: UnitHint | null,
): { readonly article: Contribution; readonly notes: ReadonlySet<number> } {
  const { findings, report } = findingList()
  const { rest, ...head } = findHead(blocks, looks, name, report)
  const { credit, rest: text } = findCredit(rest, looks, unit, report)
  const { notes, ...body } = bodyOf(text, looks, files, report)
  return { article: { ...head, credit, ...body, findings }, notes }
}

/** A note that stays a footnote did not move. */
function noteKept(one: ImportFinding, kept: ReadonlySet<number>): ImportFinding {
  if (!kept.has(Number(one.values.number))) return one
  if (one.kind === 'footnote') return { ...one, kind: 'footnote-kept' }
  return one.kind === 'endnote' ? { ...one, kind: 'endnote-kept' } : one
}
