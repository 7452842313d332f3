import type { BreakLevel } from '../../../src/typography.ts'

/** A text of one-em characters and its lines, set greedily. */
interface GreedyRow {
  readonly id: string
  readonly text: string
  readonly strictness: BreakLevel
  readonly widthEm: number
  readonly lines: readonly string[]
}

function rows(strictness: BreakLevel, lines: readonly string[]): GreedyRow[] {
  return lines.map((one) => ({
    id: one,
    text: one.replace('/', ''),
    strictness,
    widthEm: 10.2,
    lines: one.split('/'),
  }))
}

/**
 * CSS Text 3 §5.2: what line-break loose, normal and strict let begin a line, with texts of ten characters to a
 * line; as the web-platform-tests css/css-text/line-break/line-break-*-01x assert it (3-Clause BSD; facts only).
 */
export const GREEDY_LINES: readonly GreedyRow[] = [
  ...rows(
    'loose',
    [...'ぅぁゝヽヾ・゠⁈⁉°℃￠'].map((char) => `排版文字排版文字排版/${char}排版文字`),
  ),
  ...rows('loose', ['排版文字排版文字排€/排版文字', '排版文字排版文字排№/排版文字']),
  ...rows(
    'normal',
    [...'ぁー〜'].map((char) => `排版文字排版文字排版/${char}排版文字`),
  ),
  ...rows(
    'normal',
    [...'々・：；⁉′℃￠'].map((char) => `排版文字排版文字排/版${char}排版文字`),
  ),
  ...rows('normal', ['排版文字排版文字排/№排版文字']),
  ...rows(
    'strict',
    [...'ぁぇ〜゠々ヽ：；？‰％'].map((char) => `排版文字排版文字排/版${char}排版文字`),
  ),
  ...rows('strict', ['排版文字排版文字/排……版文字', '排版文字排版文字排/＄排版文字']),
]
