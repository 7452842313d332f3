/** What a mark may do at a line's edges, and its widths in em. */
export interface MarkRow {
  readonly id: string
  readonly char: string
  readonly noLineStart: boolean
  readonly noLineEnd: boolean
  readonly widthEm: number | null
  readonly lineEndWidthEm?: number
  readonly lineStartTrimEm?: number
  readonly unbreakable?: boolean
}

function rows(clause: string, chars: readonly string[], facts: Omit<MarkRow, 'id' | 'char'>): MarkRow[] {
  return chars.map((char) => ({ id: `${clause} ${char}`, char, ...facts }))
}

const NOT_FIRST = { noLineStart: true, noLineEnd: false }
const POINT = { ...NOT_FIRST, widthEm: 1, lineEndWidthEm: 0.5 }
const OPENER = { noLineStart: false, noLineEnd: true, widthEm: 1, lineStartTrimEm: 0.5 }

/**
 * GB/T 15834—2011, clause 5.1 (标点符号的位置和书写形式), and for marks it does not name the W3C clreq's
 * 行首行尾禁则 (§6.1.2); 5.1.10 and clreq §6.3.2.3 give the half em at a line's edges.
 */
export const MARK_EDGES: readonly MarkRow[] = [
  ...rows('GB/T 15834 5.1.1', [...'。，、；：﹐﹑﹔﹕'], POINT),
  ...rows('GB/T 15834 5.1.2', [...'？！'], POINT),
  ...rows('GB/T 15834 5.1.2', ['？！', '！！', '？？'], { ...NOT_FIRST, widthEm: 1, unbreakable: true }),
  ...rows('GB/T 15834 5.1.3', [...'“‘（［〔【《〈'], OPENER),
  ...rows('GB/T 15834 5.1.3', [...'”’）］〕】》〉'], POINT),
  ...rows('clreq §6.1.2', [...'「『〖｛'], OPENER),
  ...rows('clreq §6.1.2', [...'」』〗｝'], POINT),
  ...rows('GB/T 15834 5.1.4', ['——'], {
    noLineStart: false,
    noLineEnd: false,
    widthEm: 2,
    unbreakable: true,
  }),
  ...rows('GB/T 15834 5.1.5', ['……'], {
    noLineStart: false,
    noLineEnd: false,
    widthEm: 2,
    unbreakable: true,
  }),
  ...rows('GB/T 15834 5.1.6', ['–'], { ...NOT_FIRST, widthEm: 0.5 }),
  ...rows('GB/T 15834 5.1.6', ['—', '～'], { ...NOT_FIRST, widthEm: 1 }),
  ...rows('GB/T 15834 5.1.6', ['-'], { ...NOT_FIRST, widthEm: null }),
  ...rows('GB/T 15834 5.1.7', ['·'], { ...NOT_FIRST, widthEm: 0.5 }),
  ...rows('GB/T 15834 5.1.9', ['/'], { noLineStart: true, noLineEnd: true, widthEm: 0.5 }),
]
