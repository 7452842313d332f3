import type { ArticleDraft } from '../../issue/write/draft.ts'
import { type SourceBlock, type SourceParagraph, textOfParagraph } from '../source-document.ts'
import { isName } from './credit-text.ts'
import { type BodyLooks, largestSize, type Why } from './looks.ts'
import { markedOf, sliceMarked, textOfMarked } from './marked.ts'

const SIGN = /^[▲△▼▽↑↓◀▶►◄■●]\s*/
const WORDS =
  /^(?:图为|图片说明|图说|图片来源\s*[：:]|[上下左右]\s*图\s*(?:为|[：:])|图\s*[\d一二三四五六七八九十]+(?:[-–—.．]\d+)?\s*[：:、．. \u3000]|图\s*[：:])/
/** A whole caption in parentheses. */
const BRACKETED = /^([（(【［[]\s*)(图[^（()）【】[\]]*?)\s*[)）】\]］]$/

/** Why a paragraph beside a picture is its caption; null when it is none. */
export function captionReason(paragraph: SourceBlock | undefined, body: BodyLooks): Why | null {
  if (paragraph?.kind !== 'paragraph' || paragraph.note || paragraph.heading !== null) return null
  const text = unbracketed(textOfParagraph(paragraph).trim()).words
  const length = [...text].length
  if (/^(?:caption|题注|图注|图片说明|图说)$/i.test(paragraph.style)) {
    return { zh: `样式“${paragraph.style}”`, en: `style “${paragraph.style}”` }
  }
  if (SIGN.test(text) && length <= 100) return { zh: `以“${text[0]}”开头`, en: `begins with “${text[0]}”` }
  if (WORDS.test(text) && length <= 100) return { zh: '以“图”字开头', en: 'begins with the word for picture' }
  if (photographerIn(text) !== null && length <= 100) return { zh: '写了摄影者', en: 'names a photographer' }
  const isSmall = (largestSize(paragraph) ?? 0) <= (body.size ?? 0)
  const isShort = length <= 40 && length > 1 && !/[。；：:]$/.test(text)
  if (paragraph.align === 'centre' && isSmall && isShort)
    return { zh: '图下居中的短行', en: 'a short centred line by a picture' }
  return null
}

/** Why a line is the caption of the picture below it: only a sign or such a word tells. */
export function captionAboveReason(paragraph: SourceParagraph, body: BodyLooks): Why | null {
  const text = textOfParagraph(paragraph).trim()
  return SIGN.test(text) || WORDS.test(unbracketed(text).words) ? captionReason(paragraph, body) : null
}

function unbracketed(text: string): { readonly words: string; readonly from: number } {
  const [, before = '', words] = BRACKETED.exec(text) ?? []
  return words === undefined ? { words: text, from: 0 } : { words, from: before.length }
}

interface Photographer {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** `（林小禾 摄）`, `摄影：林小禾`, `林小禾/摄` at the end of a caption. */
export function photographerIn(text: string): Photographer | null {
  const match = PHOTOGRAPHER.map((pattern) => pattern.exec(text)).find((one) => one !== null)
  if (!match) return null
  const name = (match[1] ?? '').trim()
  const names = name.split(/[、\s]+/)
  return names.every(isName) ? { name, from: match.index, to: match.index + match[0].length } : null
}

const PHOTOGRAPHER = [
  /[（(【]\s*([\p{Script=Han}·、\s]{2,20}?)\s*(?:[/／]\s*图|[/／]?\s*(?:摄影|摄|供图))\s*[)）】]\s*[。.]?$/u,
  /[（(【]\s*(?:摄影|供图|图)\s*[:：/／]\s*([\p{Script=Han}·、\s]{2,20}?)\s*[)）】]\s*[。.]?$/u,
  /(?:^|[\s\u3000。，])(?:摄影|图)\s*[:：/／]\s*([\p{Script=Han}·、]{2,20})$/u,
  /[\s\u3000。，]摄影[\s\u3000]+([\p{Script=Han}·、]{2,20})$/u,
  /(?:^|[\s\u3000。，])([\p{Script=Han}·]{2,6})\s*[/／]?\s*(?:摄影|摄|供图)$/u,
]

export interface Caption {
  readonly text: ArticleDraft['title']
  readonly credit: string
}

/** A caption without the sign before it and the photographer behind. */
export function readCaption(paragraph: SourceParagraph): Caption {
  const marked = markedOf(paragraph)
  const { words: text, from: bracket } = unbracketed(textOfMarked(marked))
  const photographer = photographerIn(text)
  const from = SIGN.exec(text)?.[0].length ?? 0
  const kept = sliceMarked(marked, bracket + from, bracket + (photographer?.from ?? text.length))
  return { text: kept, credit: photographer?.name ?? '' }
}
