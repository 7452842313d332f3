import type { CheckText } from './check-text.ts'
import { type CheckRule, type Finding, findingAt } from './finding.ts'

/** Numbers as GB/T 15835 has them: digits of one width, and one way of writing throughout an issue. */
export const numbers: CheckRule = ({ texts }) => [
  ...texts.all.flatMap(wideDigits),
  ...mixedDates(texts.all),
  ...mixedGrouping(texts.all),
]

function wideDigits(text: CheckText): readonly Finding[] {
  return [...text.text.matchAll(/[０-９]+(?:．[０-９]+)?[％]?/g)].map((match) => {
    const replacement = match[0].replace(/[０-９．％]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    )
    const range = [match.index, match.index + match[0].length] as const
    return findingAt(text, range, { rule: 'numbers', code: 'W-WIDE-DIGITS', replacement })
  })
}

const HAN_DATE = /[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/g
const DIGIT_DATE = /\d{1,2}\s?月\s?\d{1,2}\s?日/g

/** 十二月三日 in an issue that writes 12月3日 elsewhere; a date of the lunar calendar has no 日. */
function mixedDates(texts: readonly CheckText[]): readonly Finding[] {
  const digits = texts.reduce((sum, { text }) => sum + (text.match(DIGIT_DATE)?.length ?? 0), 0)
  const han = all(texts, HAN_DATE)
  if (digits <= han.length) return []
  return han.map(({ text, range }) => findingAt(text, range, { rule: 'numbers', code: 'W-DATE-STYLE' }))
}

const GROUPED = /(?<![\d.])\d{1,3}(?:,\d{3})+(?![\d])/g
const PLAIN = /(?<![\d.,A-Za-z-])\d{5,9}(?![\d,A-Za-z-])(?=\s?[\u4e00-\u9fff%])/g

/** 12,783 and 5185000 side by side: the rarer way is named. */
function mixedGrouping(texts: readonly CheckText[]): readonly Finding[] {
  const grouped = all(texts, GROUPED)
  const plain = all(texts, PLAIN)
  if (grouped.length === 0 || plain.length === 0) return []
  const rarer = grouped.length <= plain.length ? grouped : plain
  return rarer.map(({ text, range }) => findingAt(text, range, { rule: 'numbers', code: 'W-NUMBER-STYLE' }))
}

function all(texts: readonly CheckText[], pattern: RegExp) {
  return texts.flatMap((text) =>
    [...text.text.matchAll(pattern)].map((match) => ({
      text,
      range: [match.index, match.index + match[0].length] as const,
    })),
  )
}
