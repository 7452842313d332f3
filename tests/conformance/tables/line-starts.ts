import type { BreakLevel } from '../../../src/typography.ts'

/** Whether a line may begin with the character at `offset`. */
export interface LineStartRow {
  readonly id: string
  readonly text: string
  readonly strictness: BreakLevel
  readonly offset: number
  readonly breakBefore: boolean
  readonly contested: boolean
}

function rows(
  group: string,
  chars: string,
  may: Readonly<Record<'loose' | 'normal' | 'strict', boolean>>,
): LineStartRow[] {
  return [...chars].flatMap((char) =>
    (['loose', 'normal', 'strict'] as const).map((strictness) => ({
      id: `${group} ${char} ${strictness}`,
      text: `文文文文文文${char}字字`,
      strictness,
      offset: 6,
      breakBefore: may[strictness],
      contested: false,
    })),
  )
}

const UNTIL_NORMAL = { loose: true, normal: true, strict: false }
const ONLY_LOOSE = { loose: true, normal: false, strict: false }

/**
 * CSS Text 3 §5.2 (the property line-break) for Chinese, as the web-platform-tests under css/css-text/i18n/zh
 * assert it (3-Clause BSD; facts only).
 */
export const LINE_STARTS: readonly LineStartRow[] = [
  ...rows(
    'small kana',
    'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ',
    UNTIL_NORMAL,
  ),
  ...rows('prolonged sound', 'ーｰ', UNTIL_NORMAL),
  ...rows('hyphens', '〜゠', UNTIL_NORMAL),
  ...rows('iteration marks', '々〻ゝゞヽヾ', ONLY_LOOSE),
  ...rows('inseparable', '․‥…⋯', ONLY_LOOSE),
  ...rows('centred punctuation', '・：；！？⁇⁈⁉', ONLY_LOOSE),
  ...rows('postfixes', '°‰′″‵℃℉﹪￠', ONLY_LOOSE),
]

interface OpeningRow {
  readonly id: string
  readonly text: string
  readonly widthEm: number
  readonly breakAt: number
}

function openers(chars: string): OpeningRow[] {
  return [...chars].map((char) => ({ id: `OP ${char}`, text: `中中${char}文`, widthEm: 3.167, breakAt: 2 }))
}

function notFirst(kind: string, chars: string): OpeningRow[] {
  return [...chars].map((char) => ({
    id: `${kind} ${char}`,
    text: `中中中${char}文`,
    widthEm: 3.167,
    breakAt: 2,
  }))
}

/** UAX #14 (Unicode 15), LB13 and LB14, and NS of LB21: opening, closing and non-starting characters. */
export const OPENING_AND_CLOSING: readonly OpeningRow[] = [
  ...openers('([{‚„〈❨❪❬❮❰❲❴⟦⟨⟪⦃⦇⦍⦓⦕⦗⧘「『《【〔〖〘〚﹙﹛﹝（［｛｟｢'),
  ...notFirst('CL', '。．、，)]}᚜⁆❩❫❭❯❵⟫⦄⦆⦘⧙⧛⧽」』》】〕〗〙〛﹚﹜﹞）］｝｠｣'),
  ...notFirst('NS', '‼々゛゜ゝゞ・：；･ﾞﾟ'),
]

interface BreakableRow {
  readonly id: string
  readonly char: string
  readonly text: string
  readonly breakable: boolean
}

function between(breakable: boolean, chars: readonly string[]): BreakableRow[] {
  return chars.map((char) => ({
    id: `U+${(char.codePointAt(0) as number).toString(16)}`,
    char,
    text: `${'a'.repeat(40)}${char}${'b'.repeat(40)}`,
    breakable,
  }))
}

/** UAX #14 (Unicode 15), LB7, LB8, LB11, LB12, LB18, LB21: what lets a word of Latin letters break, and what does not. */
export const BREAKABLE: readonly BreakableRow[] = [
  ...between(true, [
    '\u200b',
    '\u2002',
    '\u2003',
    '\u2009',
    '\u2010',
    '\u2012',
    '\u2013',
    '\u2027',
    '|',
    ' ',
  ]),
  ...between(false, ['\u2011', '\u00a0', '\u202f', '\u2060', '\ufeff', '\u0f0c', '\u180e', '.', ',', '_']),
]
