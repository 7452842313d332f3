import type { ArticleDraft } from '../../issue/write/draft.ts'
import type { Report } from '../report/finding.ts'
import { printedText, type SourceBlock, type SourceParagraph, textOfParagraph } from '../source-document.ts'
import { isUnit, isUnitWithNames } from './credit-text.ts'
import {
  type BodyLooks,
  isDate,
  isText,
  largestSize,
  looksLikeTitle,
  mayBeTitle,
  reasons,
  sameLooks,
  titleSigns,
  type Why,
} from './looks.ts'
import { textOfMarked, unmarkedOf } from './marked.ts'

/** An article's head, and the blocks that are left. */
export interface FoundHead
  extends Pick<ArticleDraft, 'title' | 'titleBreaks' | 'shoulder' | 'subtitle' | 'note'> {
  readonly rest: readonly SourceBlock[]
}

/** Most lines that stand before an article's text. */
const HEAD_LINES = 8

/** Title, 引题, 副题 and 按语 of an article; what cannot be told for certain stays text. */
export function findHead(
  blocks: readonly SourceBlock[],
  body: BodyLooks,
  name: string,
  report: Report,
): FoundHead {
  const lines = headLines(blocks)
  const found = titleAt(blocks, lines, body)
  if (found === null) {
    report('title-name', name)
    return withNote(
      { title: [{ text: name }], titleBreaks: [], shoulder: null, subtitle: null, note: [], rest: blocks },
      report,
    )
  }
  const last = lastTitleLine(blocks, found.at, lines)
  const titleLines = blocks.slice(found.at, last + 1) as SourceParagraph[]
  const title = joinedTitle(titleLines, report)
  report('title', textOfMarked(title.title), reasons(found.why))
  const shoulder = shoulderOf(blocks.slice(0, found.at), titleLines[0] as SourceParagraph, report)
  const subtitle = subtitleOf(blocks[last + 1], titleLines[0] as SourceParagraph, report)
  const before = shoulder === null ? blocks.slice(0, found.at) : []
  for (const one of before)
    if (one.kind === 'paragraph' && !looksLikeTitle(one, body))
      report('title-maybe', printedText(one), reasons([ABOVE]))
  const after = blocks.slice(subtitle === null ? last + 1 : last + 2)
  return withNote({ ...title, shoulder, subtitle, note: [], rest: [...before, ...after] }, report)
}

const ABOVE: Why = { zh: '在标题之上', en: 'above the title' }

/** How many blocks stand before the text. */
function headLines(blocks: readonly SourceBlock[]): number {
  const at = blocks.findIndex((one) => isText(one) || one.kind === 'picture')
  return Math.min(at < 0 ? blocks.length : at, HEAD_LINES)
}

function titleAt(
  blocks: readonly SourceBlock[],
  lines: number,
  body: BodyLooks,
): { readonly at: number; readonly why: readonly Why[] } | null {
  let best: { at: number; score: number; size: number; why: readonly Why[] } | null = null
  for (let at = 0; at < lines; at += 1) {
    const block = blocks[at] as SourceBlock
    if (block.kind !== 'paragraph' || !mayBeTitle(block)) continue
    const { score, why } = titleSigns(block, body)
    const size = largestSize(block) ?? 0
    if (score >= 2 && (best === null || size > best.size || (size === best.size && score > best.score)))
      best = { at, score, size, why }
  }
  if (best !== null) return best.at === 0 ? { at: 0, why: [...best.why, FIRST] } : best
  const [first] = blocks
  // A box or WordArt on top, and nothing else like a title.
  const isPlain =
    first?.kind === 'paragraph' && mayBeTitle(unboxed(first)) && [...textOfParagraph(first)].length <= 45
  if (!isPlain || !(isText(blocks[1]) || blocks.slice(1, 4).some(isText))) return null
  return { at: 0, why: [FIRST, SHORT] }
}

function unboxed({ boxed: _, ...paragraph }: SourceParagraph): SourceParagraph {
  return paragraph
}

const FIRST: Why = { zh: '在最前', en: 'first' }
const SHORT: Why = { zh: '短、没有句号', en: 'short, without a full stop' }

/** A title over several lines: the next ones look the same, and all together are no longer than a title is. */
function lastTitleLine(blocks: readonly SourceBlock[], at: number, lines: number): number {
  const first = blocks[at] as SourceParagraph
  const { length: start } = printedText(first)
  let length = start
  let last = at
  while (last + 1 < lines && first.align === 'centre') {
    const next = blocks[last + 1] as SourceBlock
    if (next.kind !== 'paragraph' || !sameLooks(first, next) || !mayBeTitle(next) || next.newPage) break
    if (
      isUnit(textOfParagraph(next)) ||
      isUnitWithNames(textOfParagraph(next)) ||
      /^[（(]/.test(textOfParagraph(next))
    )
      break
    length += printedText(next).length
    if (length > 60) break
    last += 1
  }
  return last
}

function joinedTitle(
  lines: readonly SourceParagraph[],
  report: Report,
): Pick<FoundHead, 'title' | 'titleBreaks'> {
  const parts = lines.map(unmarkedOf)
  if (lines[0]?.number)
    report('extra-number', textOfMarked(parts[0] ?? []), { number: lines[0].number.trim() })
  const title = parts.flat()
  const titleBreaks: number[] = []
  let at = 0
  for (const part of parts.slice(0, -1)) {
    at += textOfMarked(part).length
    titleBreaks.push(at)
  }
  if (lines.length > 1) report('joined', lines.map(printedText).join(' ↵ '))
  return { title, titleBreaks }
}

/** One line above the title, smaller and no name, date or number of anything. */
function shoulderOf(
  above: readonly SourceBlock[],
  title: SourceParagraph,
  report: Report,
): FoundHead['shoulder'] {
  const [line] = above
  if (above.length !== 1 || line?.kind !== 'paragraph' || !mayBeTitle(line)) return null
  const text = printedText(line).trim()
  if (
    [...text].length < 4 ||
    isUnit(text) ||
    isUnitWithNames(text) ||
    /附件|来稿|稿件|简报|第.{1,4}期/.test(text)
  )
    return null
  const smaller = (largestSize(line) ?? 0) < (largestSize(title) ?? 0)
  if (!smaller && line.align !== 'centre') return null
  report('shoulder', text, reasons([ABOVE, ...(smaller ? [{ zh: '字号比标题小', en: 'smaller' }] : [])]))
  return unmarkedOf(line)
}

function subtitleOf(
  line: SourceBlock | undefined,
  title: SourceParagraph,
  report: Report,
): FoundHead['subtitle'] {
  if (line?.kind !== 'paragraph' || line.boxed || line.note) return null
  const text = printedText(line).trim()
  const reason = subtitleReason(line, text, title)
  if (reason === null) return null
  report('subtitle', text, reasons([reason]))
  return unmarkedOf(line)
}

function subtitleReason(line: SourceParagraph, text: string, title: SourceParagraph): Why | null {
  if ([...text].length > 60 || /[。；]$/.test(text)) return null
  if (/^(?:[—─–]{1,3}|-{2,3})\s*\S/.test(text)) return { zh: '以“——”开头', en: 'begins with a dash' }
  if (/^(?:subtitle|副标题|副题)$/i.test(line.style))
    return { zh: `样式“${line.style}”`, en: `style “${line.style}”` }
  const isOther =
    isDate(text) || isUnit(text) || isUnitWithNames(text) || /^[（(【]/.test(text) || [...text].length < 6
  const isSmaller = (largestSize(line) ?? 0) < (largestSize(title) ?? 0)
  if (line.align !== 'centre' || title.align !== 'centre' || isOther || !isSmaller || !mayBeTitle(line))
    return null
  return { zh: '标题下居中、比标题小', en: 'centred below the title, smaller' }
}

const NOTE = /^[【［[（(]?\s*(?:编者按|编者的话|按语|本刊按)\s*[】］\])）]?\s*[:：]?/

function withNote(head: FoundHead, report: Report): FoundHead {
  // Lines above the title that stayed text may stand before it.
  const at = head.rest.findIndex((one) => one.kind === 'paragraph' && NOTE.test(textOfParagraph(one).trim()))
  const first = head.rest[at]
  if (first?.kind !== 'paragraph' || at > 2 || head.rest.slice(0, at).some(isText)) return head
  const text = textOfParagraph(first).trim()
  const sign = NOTE.exec(text)?.[0].trim()
  if (sign === undefined || text.length <= sign.length + 1) return head
  report('note', text, { sign })
  return { ...head, note: [unmarkedOf(first)], rest: head.rest.filter((_, index) => index !== at) }
}
