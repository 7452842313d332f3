import type { CalendarDate } from '../issue/issue.ts'
import { dateExists, dayNumber, daysInMonth, parseDate, weekdayOf } from '../issue/language/dates.ts'
import type { CheckText, CheckTexts } from './check-text.ts'
import { type CheckRule, type Finding, findingAt } from './finding.ts'

/** “12月29日至30，”: the day that ends a range has no 日. */
const END_WITHOUT_DAY =
  /(\d{1,2})\s?月\s?(\d{1,2})\s?日\s?(?:至|到|—|–|~|～|-)\s?(\d{1,2})(?=$|[，。；、！？）)\s]|(?![日号月年时点分秒个名人次天周岁元万亿余多届期项家台辆])[\u4e00-\u9fff])/g

const RANGE =
  /(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日\s?(?:至|到|—|–|~|～|-)\s?(?:(\d{1,2})\s?月\s?)?(\d{1,2})\s?日/g

/** Ranges of dates: a missing 日, an end before the beginning. */
export const dateRanges: CheckRule = ({ texts }) =>
  withMonth(texts).flatMap((text) => [...endsWithoutDay(text), ...backwards(text)])

function withMonth({ all }: CheckTexts): readonly CheckText[] {
  return all.filter(({ text }) => text.includes('月'))
}

function endsWithoutDay(text: CheckText): readonly Finding[] {
  return [...text.text.matchAll(END_WITHOUT_DAY)].flatMap((match) => {
    const [whole, month, first, last = ''] = match
    const possible = Number(last) >= 1 && Number(last) <= daysInMonth(2024, Number(month))
    if (!possible || Number(last) <= Number(first)) return []
    const range = [match.index, match.index + whole.length] as const
    const what = { rule: 'date-range', code: 'W-DATE-RANGE', replacement: `${whole}日` } as const
    return [findingAt(text, range, what)]
  })
}

function backwards(text: CheckText): readonly Finding[] {
  return [...text.text.matchAll(RANGE)].flatMap((match) => {
    const [whole, , month = '', first, otherMonth = month, last] = match
    const from = Number(month) * 100 + Number(first)
    const to = Number(otherMonth) * 100 + Number(last)
    // From December into January the year turns.
    if (to > from || Number(month) - Number(otherMonth) >= 6) return []
    const range = [match.index, match.index + whole.length] as const
    return [findingAt(text, range, { rule: 'date-range', code: 'W-DATE-ORDER' })]
  })
}

const DATE = /(?:(\d{4})\s?年\s?)?(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/g

/** Days that no calendar has: 2月30日, 13月1日. */
export const impossibleDates: CheckRule = ({ issue, texts }) =>
  withMonth(texts).flatMap((text) =>
    [...text.text.matchAll(DATE)].flatMap((match) => {
      const [whole, year, month, day] = match
      const written = { month: Number(month), day: Number(day) }
      // Without a year, 29 February is doubted only when no year near by has it.
      const years = year ? [Number(year)] : [-1, 0, 1].map((step) => issue.date.year + step)
      if (years.some((one) => written.month >= 1 && dateExists({ year: one, ...written }))) return []
      const range = [match.index, match.index + whole.length] as const
      return [findingAt(text, range, { rule: 'date-impossible', code: 'W-DATE-IMPOSSIBLE' })]
    }),
  )

const WITH_WEEKDAY =
  /(?:(\d{4})\s?年\s?)?(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]\s?[（(]?\s?(?:星期|周|礼拜)([一二三四五六日天])(?![一二三四五六日天]?(?:至|到))/g
const WEEKDAYS = '日一二三四五六'

/** A weekday beside a date that was another one. */
export const weekdays: CheckRule = ({ issue, texts }) =>
  withMonth(texts).flatMap((text) =>
    [...text.text.matchAll(WITH_WEEKDAY)].flatMap((match) => {
      const [whole, year, month, day, name = ''] = match
      const date = nearestDate(dateOf(text, issue.date), year, Number(month), Number(day))
      if (date === null) return []
      const right = WEEKDAYS[weekdayOf(date)] as string
      if (right === name.replace('天', '日')) return []
      const at = match.index + whole.length - 1
      const values = { found: whole.replace(/^[（(]/, ''), right, year: date.year }
      return [findingAt(text, [at, at + 1], { rule: 'weekday', code: 'W-WEEKDAY', values })]
    }),
  )

/** The article's own date where it has one. */
function dateOf({ article }: CheckText, issued: CalendarDate): CalendarDate {
  return (article?.date ? parseDate(article.date) : null) ?? issued
}

/** A day and month in the year that is written, or in the one nearest to the article or issue. */
function nearestDate(
  issue: CalendarDate,
  year: string | undefined,
  month: number,
  day: number,
): CalendarDate | null {
  const years = year ? [Number(year)] : [issue.year - 1, issue.year, issue.year + 1]
  const dates = years.map((one) => ({ year: one, month, day })).filter(dateExists)
  const distance = (date: CalendarDate) => Math.abs(dayNumber(date) - dayNumber(issue))
  return dates.sort((a, b) => distance(a) - distance(b))[0] ?? null
}
