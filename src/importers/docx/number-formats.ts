import { circled } from '../../base/circled.ts'

const DIGITS = '〇一二三四五六七八九'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

/** A list number in one of Word's formats (`ST_NumberFormat`, ECMA-376 part 1, 17.18.59), or `001` for so many places; null for one not known here. */
export function formatNumber(value: number, format: string): string | null {
  const make = FORMATS[format]
  if (/^0+1$/.test(format) && value >= 0) return String(value).padStart(format.length, '0')
  return make === undefined || value < 0 ? null : make(value)
}

const decimal = (value: number) => String(value)

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal,
  decimalHalfWidth: decimal,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  numberInDash: (value) => `- ${value} -`,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488, 20) ?? `${value}.`,
  decimalEnclosedParen: (value) => enclosed(value, 0x2474, 20) ?? `(${value})`,
  // 一、二、…、十、十一、…、二十、…、九十九、一〇〇 (counting), with 百 and 千 (thousand).
  chineseCounting: (value) => (value < 100 ? counting(value, '零', true) : digits(value)),
  chineseCountingThousand: (value) => counting(value, '零', true),
  japaneseCounting: (value) => counting(value, '〇', true),
  taiwaneseCounting: (value) => (value < 100 ? counting(value, '零', true) : digits(value)),
  taiwaneseCountingThousand: (value) => counting(value, '零', true),
  koreanDigital2: digits,
  chineseLegalSimplified: (value) => legal(value, '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟'], '万'),
  ideographLegalTraditional: (value) => legal(value, '零壹貳參肆伍陸柒捌玖', ['', '拾', '佰', '仟'], '萬'),
  japaneseLegal: (value) => legal(value, '零壱弐参四伍六七八九', ['', '拾', '百', '阡'], '萬'),
  ideographDigital: digits,
  taiwaneseDigital: (value) => digits(value).replace(/〇/g, '○'),
  japaneseDigitalTenThousand: digits,
  ideographTraditional: (value) => cyclic(value, STEMS),
  ideographZodiac: (value) => cyclic(value, BRANCHES),
  ideographZodiacTraditional: (value) =>
    value === 0 ? '' : `${STEMS[(value - 1) % 10]}${BRANCHES[(value - 1) % 12]}`,
  ideographEnclosedCircle: (value) => enclosed(value, 0x3280, 10) ?? decimal(value),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  hex: (value) => value.toString(16).toUpperCase(),
  none: () => '',
}

function wide(value: number): string {
  return [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
}

function enclosed(value: number, first: number, most: number): string | null {
  return value >= 1 && value <= most ? String.fromCodePoint(first + value - 1) : null
}

function digits(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)]).join('')
}

function counting(value: number, zero: string, bareTen: boolean): string {
  const text = legal(value, `${zero}一二三四五六七八九`, ['', '十', '百', '千'], '万')
  return bareTen && value >= 10 && value < 20 ? text.slice(1) : text
}

/** Figures with their places named, one 零 for each gap. */
function legal(value: number, figures: string, places: readonly string[], tenThousand: string): string {
  if (value === 0) return figures[0] as string
  if (value >= 10_000) {
    const rest = value % 10_000
    const gap = rest > 0 && rest < 1000 ? figures[0] : ''
    const low = rest === 0 ? '' : legal(rest, figures, places, tenThousand)
    return `${legal(Math.floor(value / 10_000), figures, places, tenThousand)}${tenThousand}${gap}${low}`
  }
  let text = ''
  const all = String(value)
  for (let at = 0; at < all.length; at += 1) {
    const figure = Number(all[at])
    if (figure > 0) text += `${figures[figure]}${places[all.length - 1 - at]}`
    else if (/[1-9]/.test(all.slice(at + 1)) && all[at - 1] !== '0') text += figures[0]
  }
  return text
}

function cyclic(value: number, signs: string): string {
  return value >= 1 && value <= signs.length ? (signs[value - 1] as string) : decimal(value)
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  if (value > 32_767) return decimal(value)
  let rest = value
  let text = ''
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign
  }
  return text
}

/** a to z, then aa, bb and so on. */
function letters(value: number, first: string): string {
  if (value < 1 || value > 780) return decimal(value)
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26))
  return letter.repeat(Math.floor((value - 1) / 26) + 1)
}
