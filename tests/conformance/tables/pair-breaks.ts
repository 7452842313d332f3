/** Whether a line may end between two texts, or at an offset of one. */
export interface PairRow {
  readonly id: string
  readonly prev?: string
  readonly next?: string
  readonly text?: string
  readonly offset?: number
  readonly level: 'none' | 'basic' | 'gb' | 'strict'
  readonly breakForbidden: boolean
}

type Level = PairRow['level']

function pairs(clause: string, level: Level, breakForbidden: boolean, texts: readonly string[]): PairRow[] {
  return texts.map((text) => {
    const [prev, next] = text.split(' ') as [string, string]
    return { id: `${clause} ${level} ${text}`, prev, next, level, breakForbidden }
  })
}

/** clreq §6.1.2.1 (行首行尾禁则) and §6.1.2.2 (符号分离禁则), GB/T 15834—2011 5.1. */
export const PAIR_BREAKS: readonly PairRow[] = [
  ...pairs('clreq §6.1.2.2, —— …… ？！ are whole', 'none', true, [
    '— —',
    '… …',
    '⋯ ⋯',
    '？ ！',
    '！ ？',
    '！ ！',
  ]),
  ...pairs('clreq §6.1.2.2, numbers are whole', 'none', true, [
    '1 2',
    '１ ２',
    '9 ％',
    '9 %',
    '9 ‰',
    '9 ℃',
    '9 °',
  ]),
  ...pairs('clreq §6.1.2.2, signs stay with numbers', 'none', true, ['- 5', '+ 5', '＋ 5', '± 5']),
  ...pairs('clreq §6.1.2.2, currency stays with numbers', 'none', true, ['¥ 1', '￥ 1', '$ 1', '€ 1', '1 ₫']),
  ...pairs('clreq §6.1.4, words are whole', 'none', true, ['a b', 'A b', 'a 1']),
  ...pairs('no level, brackets and points are free', 'none', false, ['「 一', '一 ，', '一 %']),
  ...pairs('clreq §6.1.2.1, basic: not first', 'basic', true, [
    '一 ，',
    '一 。',
    '一 、',
    '一 ）',
    '一 》',
    '一 ”',
    '一 ～',
    '一 ·',
    '一 /',
  ]),
  ...pairs('clreq §6.1.2.1, basic: not last', 'basic', true, ['（ 一', '《 一', '“ 一', '【 一']),
  ...pairs('clreq §6.1.2.1, basic: / may be last, —— and …… may be first', 'basic', false, [
    '/ 一',
    '一 ——',
    '一 ……',
  ]),
  ...pairs('GB/T 15834 5.1.9: / neither first nor last', 'gb', true, ['/ 一', '一 /']),
  ...pairs('clreq §6.1.2.1, strict: —— and …… not first', 'strict', true, ['一 ——', '一 ……']),
  ...pairs('any level, Han and Latin part', 'strict', false, ['a 一', '一 a', '一 1', '一 二']),
  ...[1, 3].map(
    (offset) =>
      ({ id: `run of 4 @${offset}`, text: '————', offset, level: 'none', breakForbidden: true }) as const,
  ),
  ...[2].map(
    (offset) =>
      ({ id: `run of 4 @${offset}`, text: '————', offset, level: 'none', breakForbidden: false }) as const,
  ),
  ...[2, 4].map(
    (offset) =>
      ({ id: `run of 6 @${offset}`, text: '…………', offset: 2, level: 'none', breakForbidden: false }) as const,
  ),
]
