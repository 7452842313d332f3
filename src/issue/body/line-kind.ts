import type { NoteLine } from './footnotes.ts'
import { bulletAt, isListBullet, nameOfBullet } from './line-signs.ts'
import { type Range, stripped } from './lines.ts'

/** What a line is, by how it begins; `content` is what follows the sign. */
export type BodyLine =
  | { readonly kind: 'empty' }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly content: Range }
  | { readonly kind: 'item'; readonly number: number | null; readonly content: Range }
  | { readonly kind: 'quotation'; readonly content: Range }
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'row' }
  | { readonly kind: 'note'; readonly note: NoteLine }
  /** `: 表题` directly above or below a table. */
  | { readonly kind: 'caption'; readonly content: Range }
  | { readonly kind: 'text'; readonly indented: boolean }

/** What is said of how a line begins. */
export type LineRemark = 'W-DASH' | 'W-HEADING' | 'W-HEADING-LEVEL' | 'W-LIST-SIGN' | 'W-PICTURE-WORDS'

/** What a line that is not empty is, by how it begins; `remark` takes what is said of the first `length` characters. */
export function lineKind(
  text: string,
  range: Range,
  remark: (code: LineRemark, length: number, values: Record<string, string>) => void,
): BodyLine {
  // Signs stand within a line's first characters; a picture's place is short.
  const head = text.slice(range.from, Math.min(range.to, range.from + 300))
  const rest = (length: number): Range => stripped(text, { from: range.from + length, to: range.to })
  switch (head[0]) {
    case '#':
    case '＃':
      return headingLine(head, rest, remark)
    case '-':
      if (/^-[ \t\u3000]/.test(head)) return { kind: 'item', number: null, content: rest(1) }
      if (/^-[^\s\d-]/.test(head)) remark('W-DASH', 1, { sign: '-' })
      break
    case '*':
      if (/^\*(?:[ \t]*\*){2,}$/.test(head)) return { kind: 'blank' }
      remarkOnBullet(head, remark)
      break
    case '>':
      return { kind: 'quotation', content: rest(1) }
    case '!':
      return placeLine(head, remark)
    case '|':
      if (text[range.to - 1] === '|' && range.to - range.from > 1) return { kind: 'row' }
      break
    default: {
      const numbered = /^(\d{1,3})\.[ \t]+(?=\S)/.exec(head)
      const bracketed = /^\d{1,3}\)(?=[ \t]+\S)/.exec(head)
      if (bracketed) remark('W-LIST-SIGN', bracketed[0].length, { sign: bracketed[0] })
      else remarkOnBullet(head, remark)
      if (numbered) return { kind: 'item', number: Number(numbered[1]), content: rest(numbered[0].length) }
    }
  }
  return { kind: 'text', indented: /^\u3000/.test(head) }
}

/** What a line is to begin with, where that is certain. */
export function signInstead(code: LineRemark, first: string, values: Record<string, string>): string | null {
  if (code === 'W-DASH' || (code === 'W-LIST-SIGN' && isListBullet(first))) return '- '
  return code === 'W-HEADING' ? `${values.sign} ` : null
}

function remarkOnBullet(
  head: string,
  remark: (code: LineRemark, length: number, values: Record<string, string>) => void,
): void {
  const sign = bulletAt(head, 0)
  if (sign !== null) remark('W-LIST-SIGN', 1, { sign: nameOfBullet(sign) })
}

/** What follows the `:` of a table's caption; null for any other line. */
export function captionLine(text: string, range: Range): Range | null {
  if (text[range.from] !== ':' && text[range.from] !== '：') return null
  const content = stripped(text, { from: range.from + 1, to: range.to })
  return content.from < content.to ? content : null
}

function headingLine(
  head: string,
  rest: (length: number) => Range,
  remark: (code: LineRemark, length: number, values: Record<string, string>) => void,
): BodyLine {
  const [sign = ''] = /^[#＃]+/.exec(head) ?? []
  const next = head[sign.length] ?? ''
  const spaced = /[ \t\u3000]/.test(next)
  if (spaced && /^(?:##|###)$/.test(sign)) {
    return { kind: 'heading', level: sign.length === 2 ? 2 : 3, content: rest(sign.length) }
  }
  const plain = sign.replace(/＃/g, '#')
  if (/^(?:##|###)$/.test(plain)) remark('W-HEADING', sign.length, { sign: plain })
  else if (spaced) remark('W-HEADING-LEVEL', sign.length, {})
  return { kind: 'text', indented: false }
}

function placeLine(
  head: string,
  remark: (code: LineRemark, length: number, values: Record<string, string>) => void,
): BodyLine {
  const match = /^!\[([^\]]*)\]\(([^()]*)\)$/.exec(head)
  if (!match) return { kind: 'text', indented: false }
  const [, words = '', id = ''] = match
  if (words.trim() !== '') remark('W-PICTURE-WORDS', head.length, { words: words.trim() })
  return { kind: 'place', id: id.trim() }
}
