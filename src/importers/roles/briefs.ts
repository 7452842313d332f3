import type { ArticleDraft, BriefDraft } from '../../issue/write/draft.ts'
import type { Report } from '../report/finding.ts'
import { printedText, type SourceBlock, type SourceParagraph, textOfParagraph } from '../source-document.ts'
import { isUnit, isUnitWithNames, readCreditLine } from './credit-text.ts'
import { reasons, type Why } from './looks.ts'
import { markedOf, sliceMarked, textOfMarked } from './marked.ts'

const HEADING =
  /^[【[]?(?:简讯|短讯|要闻简讯|工作简讯|一句话新闻|信息快报|动态简讯|各地简讯|简讯集锦)[】\]]?$/

/** Why a file holds briefs (简讯) and no article: by its first line or its name; null when it does not. */
export function briefsReason(blocks: readonly SourceBlock[], name: string): Why | null {
  const first = blocks.find((one) => one.kind === 'paragraph')
  if (first && HEADING.test(textOfParagraph(first).replace(/\s/g, '')))
    return { zh: '以“简讯”开头', en: 'begins with 简讯' }
  return /简讯|短讯/.test(name) ? { zh: '文件名里有“简讯”', en: 'its name says 简讯' } : null
}

/** Each paragraph a brief, without its number; a short line above one is its title, in bold. */
export function briefsOf(
  blocks: readonly SourceBlock[],
  why: Why,
  unit: string | null,
  report: Report,
): readonly BriefDraft[] {
  const lines = blocks.flatMap(paragraphsOf).filter((one) => textOfParagraph(one).trim() !== '')
  const [first, ...rest] = lines
  const isHeading = first !== undefined && HEADING.test(textOfParagraph(first).replace(/\s/g, ''))
  if (isHeading) report('briefs-heading', textOfParagraph(first))
  const briefs: BriefDraft[] = []
  let title: ArticleDraft['title'] = []
  for (const line of isHeading ? rest : lines) {
    const text = withoutNumber(line, report)
    const plain = textOfMarked(text)
    if ([...plain].length <= 30 && !/[。！？…）)]$/.test(plain) && line !== lines.at(-1)) {
      title = [...title, ...text.map((run) => ({ ...run, bold: true as const })), { text: '\u3000' }]
      continue
    }
    briefs.push(briefOf([...title, ...text], unit, report))
    title = []
  }
  report('briefs', '', { ...reasons([why]), count: briefs.length })
  return briefs
}

function paragraphsOf(block: SourceBlock): readonly SourceParagraph[] {
  if (block.kind === 'paragraph') return [block]
  return block.kind === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs)) : []
}

/** The numbers of briefs are set anew. */
function withoutNumber(line: SourceParagraph, report: Report): ArticleDraft['title'] {
  const typed =
    /^\s*(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）]|[①-⑳]|[●■◆○·•▪]|[一二三四五六七八九十]{1,3}、)\s*/.exec(
      textOfParagraph(line),
    )?.[0] ?? ''
  const number = (line.number + typed).trim()
  if (number !== '') report('brief-number', printedText(line).slice(0, 30), { number })
  const text = markedOf({ ...line, number: '' })
  const skipped = typed.trimStart().length
  return skipped > 0 ? sliceMarked(text, skipped, textOfMarked(text).length) : text
}

function briefOf(text: ArticleDraft['title'], unit: string | null, report: Report): BriefDraft {
  const plain = textOfMarked(text)
  const match = /\s*([（(【][^（()）【】]{2,40}[)）】])\s*$/.exec(plain)
  const line = match?.[1] ?? ''
  const isCredit = match !== null && (isUnitWithNames(line) || isUnit(line) || /供稿/.test(line))
  if (!isCredit) {
    const credit = unit === null ? null : { units: [{ name: unit, people: [] }], text: null }
    return { text, credit }
  }
  report('credit', line, reasons([{ zh: '末尾的括号', en: 'in parentheses at its end' }]))
  return { text: sliceMarked(text, 0, match.index), credit: readCreditLine(line, unit) }
}
