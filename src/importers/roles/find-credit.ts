import type { ArticleDraft } from '../../issue/write/draft.ts'
import type { Report } from '../report/finding.ts'
import { type SourceBlock, type SourceParagraph, textOfParagraph } from '../source-document.ts'
import { captionReason } from './captions.ts'
import {
  hasCreditLabel,
  isName,
  isSquareByline,
  isUnit,
  isUnitWithNames,
  readCreditLine,
} from './credit-text.ts'
import { type BodyLooks, isDate, isText, reasons, type Why } from './looks.ts'

/** The unit that a file's name or folder tells. */
export interface UnitHint {
  readonly unit: string
  readonly why: Why
}

export interface CreditFinding {
  readonly credit: ArticleDraft['credit']
  readonly rest: readonly SourceBlock[]
}

/** Most lines below an article's text that say who wrote, photographed or signed it. */
const MOST_LINES = 6
const SIGNER =
  /^[【（(]?\s*(编辑|责任编辑|责编|审核|审稿|校对|签发|编校|审签|初审|复审|终审|联系人|联系电话|电话)\s*[:：]\s*\S/

/** Who contributed the article, by its last lines; else by the first ones below the title. */
export function findCredit(
  blocks: readonly SourceBlock[],
  looks: BodyLooks,
  hint: UnitHint | null,
  report: Report,
): CreditFinding {
  const kept = [...blocks]
  const credits: { readonly text: string; readonly why: Why }[] = []
  for (let line = 0; line < MOST_LINES; line += 1) {
    const at = lastLine(kept, looks)
    const block = kept[at]
    if (block?.kind !== 'paragraph' || at === 0) break
    const text = textOfParagraph(block).trim()
    const why = reasonOf(block, text)
    if (why !== null) credits.unshift({ text, why })
    else if (!leavesOut(block, text, report)) break
    kept.splice(at, 1)
  }
  if (credits.length === 0)
    return byTail(kept, looks, hint, report) ?? byTop(kept, hint, report) ?? byName(kept, hint, report)
  for (const { text, why } of credits) report('credit', text, reasons([why]))
  return { credit: oneCredit(credits.map((one) => readCreditLine(one.text, hint?.unit ?? null))), rest: kept }
}

type Credit = NonNullable<ArticleDraft['credit']>

/** Several lines make one credit: their units together, or all as text. */
function oneCredit(credits: readonly Credit[]): Credit {
  const [first] = credits
  if (credits.length === 1 && first) return first
  if (credits.every((one) => one.text === null))
    return { units: credits.flatMap((one) => one.units), text: null }
  const words = credits.map(
    (one) => one.text ?? one.units.map(({ name, people }) => [name, ...people].join(' ')).join('；'),
  )
  return { units: [], text: words.join('　') }
}

/** The last line of text; notes, and captions of pictures at the end, are none. */
function lastLine(blocks: readonly SourceBlock[], looks: BodyLooks): number {
  return blocks.findLastIndex(
    (one, at) =>
      one.kind === 'paragraph' &&
      !one.note &&
      !one.boxed &&
      !(blocks[at - 1]?.kind === 'picture' && captionReason(one, looks) !== null),
  )
}

function reasonOf(block: SourceParagraph, text: string): Why | null {
  if (isDate(text) || SIGNER.test(text)) return null
  if (hasCreditLabel(text))
    return {
      zh: `以“${/^[【（([]?\s*[^:：\s】）)]{1,6}/.exec(text)?.[0] ?? ''}”开头`,
      en: 'begins with such a word',
    }
  if (isSquareByline(text)) return { zh: '以方框开头，后面是姓名', en: 'a square and names' }
  if (/^[（(【].{2,40}[)）】]$/.test(text) && (isUnitWithNames(text) || isUnit(text)))
    return { zh: '最后一行，括号里是单位姓名', en: 'last line, unit and name in parentheses' }
  const isShort = [...text].length <= 30 && !/[。；！？：]$/.test(text) && [...text].length >= 2
  if (block.align === 'right' && isShort) return { zh: '靠右的最后一行', en: 'last line, at the right' }
  if (isShort && isUnitWithNames(text)) return { zh: '最后一行，单位和姓名', en: 'last line, unit and name' }
  return null
}

/** Dates and signatures below the text are told and left out. */
function leavesOut(block: SourceParagraph, text: string, report: Report): boolean {
  const signer = SIGNER.exec(text)
  if (signer && [...text].length <= 60) report('signers', text, { role: signer[1] ?? '' })
  else if (isDate(text) && block.align === 'right') report('dateline', text)
  else return false
  return true
}

/** `……。（水务集团 周明远）` at the end of the last paragraph. */
function byTail(
  blocks: readonly SourceBlock[],
  looks: BodyLooks,
  hint: UnitHint | null,
  report: Report,
): CreditFinding | null {
  const at = lastLine(blocks, looks)
  const block = blocks[at]
  if (block?.kind !== 'paragraph') return null
  const text = textOfParagraph(block)
  const match = /([。！？…”’])\s*([（(【][^（()）【】]{2,40}[)）】])\s*$/.exec(text)
  const line = match?.[2] ?? ''
  if (!match || !(isUnitWithNames(line) || hasCreditLabel(line) || isUnit(line) || isPeople(line, hint)))
    return null
  report('credit', line, reasons([{ zh: '末段末尾的括号', en: 'in parentheses at the very end' }]))
  const shortened = cut(block, match.index + 1)
  return {
    credit: readCreditLine(line, hint?.unit ?? null),
    rest: blocks.map((one, index) => (index === at ? shortened : one)),
  }
}

function isPeople(line: string, hint: UnitHint | null): boolean {
  return (
    hint !== null &&
    line
      .slice(1, -1)
      .split(/[\s、，,]+/)
      .every(isName)
  )
}

function cut(block: SourceParagraph, to: number): SourceParagraph {
  let at = 0
  const runs = block.runs.flatMap((run) => {
    const text = run.text.slice(0, Math.max(0, to - at))
    at += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
  return { ...block, runs }
}

/** A short centred or labelled line right below the title. */
function byTop(blocks: readonly SourceBlock[], hint: UnitHint | null, report: Report): CreditFinding | null {
  const [first] = blocks
  if (first?.kind !== 'paragraph' || first.boxed || !blocks.slice(1).some(isText)) return null
  const text = textOfParagraph(first).trim()
  const isByline = [...text].length <= 40 && (hasCreditLabel(text) || isUnitWithNames(text))
  if (!isByline) return null
  report('credit', text, reasons([{ zh: '标题下的单位姓名', en: 'unit and name below the title' }]))
  return { credit: readCreditLine(text, hint?.unit ?? null), rest: blocks.slice(1) }
}

function byName(blocks: readonly SourceBlock[], hint: UnitHint | null, report: Report): CreditFinding {
  if (hint === null) return { credit: null, rest: blocks }
  report('credit-name', '', { unit: hint.unit, ...reasons([hint.why]) })
  return { credit: { units: [{ name: hint.unit, people: [] }], text: null }, rest: blocks }
}
