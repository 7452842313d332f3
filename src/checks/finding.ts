import type { Code } from '../base/catalogue.ts'
import type { MessageValues } from '../base/diagnostic.ts'
import type { SourceText, Span } from '../base/source.ts'
import type { Article, Issue } from '../issue/issue.ts'
import type { RuleId } from '../issue/language/rule-keys.ts'
import type { CheckText, CheckTexts } from './check-text.ts'

/** What a rule has found; how bad it is depends on the settings. */
export interface Finding {
  readonly rule: RuleId
  readonly code: Code
  readonly span: Span
  readonly values: MessageValues
  /** Only where one answer is certain. */
  readonly replacement?: string
  readonly related?: Span
  /** Whose own settings hold. */
  readonly article: Article | null
}

/** What rules look at. */
export interface CheckContext {
  readonly issue: Issue
  readonly texts: CheckTexts
  /** 名录: one person a line, name and title, in order of rank. */
  readonly roster: SourceText | null
  /** 词表: `wrong => right`, one a line. */
  readonly dictionaries: readonly SourceText[]
}

/** A rule: a pure look at the issue. */
export type CheckRule = (context: CheckContext) => readonly Finding[]

/** A finding in a stretch of a text. */
export function findingAt(
  { text, spanOf, article }: CheckText,
  range: readonly [from: number, to: number],
  what: Pick<Finding, 'rule' | 'code'> & Partial<Pick<Finding, 'values' | 'replacement' | 'related'>>,
): Finding {
  const values = { found: text.slice(range[0], range[1]), ...what.values }
  return { article, ...what, span: spanOf(range[0], range[1]), values }
}

const DIGITS = '零一二三四五六七八九'

/** 1 to 99 as written in Chinese or in digits; null for anything else. */
export function smallNumber(written: string): number | null {
  if (/^\d{1,2}$/.test(written)) return Number(written)
  if (written === '两') return 2
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(written)
  if (!match || written === '') return null
  const [, tens, ten, ones] = match
  if (!ten) return tens !== undefined && ones === undefined ? DIGITS.indexOf(tens) : null
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

/** A small number in Chinese: 3 is 三, 12 is 十二. */
export function chineseNumber(value: number): string {
  if (value < 10) return DIGITS[value] ?? String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`
}
