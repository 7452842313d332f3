import { printedText, type SourceBlock, type SourceParagraph, textOfParagraph } from '../source-document.ts'

/** What most of a document looks like. */
export interface BodyLooks {
  /** Size of most letters, in pt; null where sizes are not known. */
  readonly size: number | null
  readonly hasLooks: boolean
}

/** The size that most letters have. */
export function bodyLooks(blocks: readonly SourceBlock[], hasLooks: boolean): BodyLooks {
  const counts = new Map<number, number>()
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue
    for (const { size, text } of block.runs) {
      if (size !== undefined) counts.set(size, (counts.get(size) ?? 0) + text.length)
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return { size: most?.[0] ?? null, hasLooks }
}

/** Size of the paragraph's largest letters, in pt. */
export function largestSize({ runs }: SourceParagraph): number | null {
  const sizes = runs.flatMap((run) => (run.size === undefined || run.text.trim() === '' ? [] : [run.size]))
  return sizes.length === 0 ? null : Math.max(...sizes)
}

export function isBold({ runs }: SourceParagraph): boolean {
  return runs.length > 0 && runs.every((run) => run.bold || run.text.trim() === '')
}

/** A reason in both languages. */
export interface Why {
  readonly zh: string
  readonly en: string
}

/** How much a paragraph looks like a title, and by what. */
export interface TitleSigns {
  readonly score: number
  readonly why: readonly Why[]
}

const TITLE_STYLE = /^(?:title|标题|大标题|文章标题|公文标题|主标题)$/i

export function titleSigns(paragraph: SourceParagraph, body: BodyLooks): TitleSigns {
  const size = largestSize(paragraph)
  const larger = size !== null && body.size !== null && size >= body.size + 2
  const signs: readonly (readonly [boolean, number, Why])[] = [
    [
      TITLE_STYLE.test(paragraph.style),
      3,
      { zh: `样式“${paragraph.style}”`, en: `style “${paragraph.style}”` },
    ],
    [
      paragraph.heading === 1 && !TITLE_STYLE.test(paragraph.style),
      3,
      { zh: '一级标题样式', en: 'heading of level 1' },
    ],
    [paragraph.align === 'centre', 2, { zh: '居中', en: 'centred' }],
    [larger, 2, { zh: `字号大（${size}磅）`, en: `large (${size} pt)` }],
    [isBold(paragraph), 1, { zh: '加粗', en: 'bold' }],
  ]
  const met = signs.filter(([holds]) => holds)
  return { score: met.reduce((sum, [, worth]) => sum + worth, 0), why: met.map(([, , why]) => why) }
}

/** Whether its words may be a title: short, no full stop, no number, no credit, no caption. */
export function mayBeTitle(paragraph: SourceParagraph): boolean {
  const text = printedText(paragraph).trim()
  if (paragraph.boxed || paragraph.note || paragraph.list || [...text].length > 60 || [...text].length < 2)
    return false
  if (/[。；;，,：:、]$/.test(text) || !/[\p{L}]/u.test(text)) return false
  return !NO_TITLE.test(text) && !isDate(text)
}

/** A line in the text that may have been meant as a title. */
export function looksLikeTitle(paragraph: SourceParagraph, body: BodyLooks): boolean {
  return mayBeTitle(paragraph) && !paragraph.boxed && titleSigns(paragraph, body).score >= 3
}

const NO_TITLE =
  /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[)）]|\d+[.、．]\D|第[一二三四五六七八九十]+[章节部分]|图为|图\s*\d|表\s*\d|[—–─-]{1,3}|[▲△↑]|[【[（(]?(?:供稿|撰稿|来源|作者|通讯员|编者按|按语|附件|编辑|审核|摄影|签发|抄送|抄报)[:：\s】）)]?)/

export function isDate(text: string): boolean {
  return /^[（(]?\s*[\d〇○零一二三四五六七八九十]{2,4}\s*[年.\-/]\s*[\d一二三四五六七八九十]{1,3}\s*[月.\-/]\s*(?:[\d一二三四五六七八九十]{1,3}\s*日?)?\s*[)）]?$/.test(
    text.trim(),
  )
}

/** A sentence or more: what stands below a title. */
export function isText(block: SourceBlock | undefined): boolean {
  if (block?.kind === 'table') return true
  if (block?.kind !== 'paragraph' || block.note) return false
  const text = textOfParagraph(block)
  return [...text].length > 60 || (/[。！？…”]$/.test(text) && [...text].length > 8)
}

export function sameLooks(one: SourceParagraph, other: SourceParagraph): boolean {
  return (
    one.align === other.align &&
    one.style === other.style &&
    largestSize(one) === largestSize(other) &&
    isBold(one) === isBold(other)
  )
}

/** Reasons joined, in both languages. */
export function reasons(why: readonly Why[]): { readonly whyZh: string; readonly whyEn: string } {
  return { whyZh: why.map((one) => one.zh).join('、'), whyEn: why.map((one) => one.en).join(', ') }
}
