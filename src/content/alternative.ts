import type { Picture } from '../issue/issue.ts'
import { plain } from './styles.ts'

/** What a screen reader is told where the editor has described nothing. */
const WORDS = {
  zh: { seen: '照片，见图注', bare: '照片，没有文字说明', wanted: '待补图片', colon: '：', see: '，见图注' },
  en: {
    seen: 'Photograph, see its caption',
    bare: 'Photograph without a description',
    wanted: 'Picture still to come',
    colon: ': ',
    see: ', see its caption',
  },
} as const

/** What a placeholder's own text begins with, when it says already that it is one. */
const ANNOUNCED = /^(?:待补|待配|缺|暂缺)(?:图片|照片|图)?[\s：:，,]*/

/**
 * A picture's alternative text (ISO 14289-1, 7.3). Its caption is read besides, as an element of its own: so the
 * alternative is never a copy of it, but the editor's `alt`, or else points to the caption. A placeholder says that it
 * is one.
 */
export function alternativeOf(picture: Picture, isPlaceholder: boolean, language: string): string {
  const words = /^zh\b/i.test(language) ? WORDS.zh : WORDS.en
  const caption = plain(picture.caption).trim()
  const own = picture.alt.trim() === caption ? '' : picture.alt.trim()
  if (isPlaceholder) {
    const wish = own || picture.placeholder.replace(ANNOUNCED, '').trim()
    if (wish !== '' && wish !== caption) return `${words.wanted}${words.colon}${wish}`
    return caption === '' ? words.wanted : `${words.wanted}${words.see}`
  }
  return own || (caption === '' ? words.bare : words.seen)
}

/** A QR code says what it holds to those who cannot hold a telephone to it. */
export function codeAlternative({ alt, code }: Pick<Picture, 'alt' | 'code'>, language: string): string {
  return alt.trim() || (/^zh\b/i.test(language) ? `二维码：${code ?? ''}` : `QR code: ${code ?? ''}`)
}
