import { textOrder } from '../../base/text-order.ts'
import type { CalendarDate } from '../issue.ts'
import { dayNumber } from '../language/dates.ts'

export type Frequency = 'weekly' | 'semimonthly' | 'monthly' | 'irregular'

/** What is known of one issue's number. */
export interface Numbered {
  readonly file: string
  readonly date: CalendarDate
  /** As written in the issue; null to have it computed. */
  readonly number: number | null
  readonly total: number | null
  readonly supplement: boolean
}

export interface NumberingRules {
  readonly reset: 'yearly' | 'never'
  readonly frequency: Frequency
  readonly anchor: { readonly year: number; readonly number: number; readonly total: number } | null
}

export interface Numbers {
  readonly number: number
  /** 总期号; null when nothing says where the count began. */
  readonly total: number | null
}

/**
 * 期号 and 总期号 of every issue, by file. A number that is written stands; the others go on from the nearest
 * one before by the calendar (`frequency`), or one by one when the publication is irregular. The anchor
 * says the total of one number. Supplements are counted by themselves and have no total.
 */
export function numberIssues(
  issues: readonly Numbered[],
  rules: NumberingRules,
): ReadonlyMap<string, Numbers> {
  const ordered = [...issues].sort(
    (a, b) => dayNumber(a.date) - dayNumber(b.date) || textOrder(a.file, b.file),
  )
  const numbers = new Map<string, Numbers>()
  let before: Counted | null = null
  for (const issue of ordered.filter((one) => !one.supplement)) {
    const counted = count(issue, before, rules)
    numbers.set(issue.file, { number: counted.number, total: counted.total })
    before = counted
  }
  countSupplements(ordered, numbers)
  return numbers
}

/** An issue that has its number, and the calendar's period it belongs to. */
interface Counted {
  readonly date: CalendarDate
  readonly period: number
  readonly number: number
  readonly total: number | null
}

function count(issue: Numbered, before: Counted | null, rules: NumberingRules): Counted {
  const { date } = issue
  const period = periodOf(date, rules.frequency)
  const number = issue.number ?? computedNumber({ date, period }, before, rules)
  const total = issue.total ?? computedTotal({ date, period, number }, before, rules)
  return { date, period, number, total }
}

function computedNumber(
  { date, period }: Pick<Counted, 'date' | 'period'>,
  before: Counted | null,
  { reset, frequency, anchor }: NumberingRules,
): number {
  const sameSeries = before !== null && (reset === 'never' || before.date.year === date.year)
  const first = anchor && (reset === 'never' || anchor.year === date.year) ? anchor.number : 1
  if (frequency === 'irregular') return sameSeries ? before.number + 1 : first
  if (sameSeries) return before.number + Math.round(period - before.period)
  if (reset === 'yearly') return Math.round(period - yearStart(date.year, frequency, date)) + 1
  // A number that never begins anew: its anchor is taken to have come out at its year's start.
  const from = anchor ? yearStart(anchor.year, frequency, date) : period
  return Math.max(1, first + Math.round(period - from))
}

function computedTotal(
  { date, period, number }: Omit<Counted, 'total'>,
  before: Counted | null,
  { anchor, reset, frequency }: NumberingRules,
): number | null {
  if (before !== null && before.total !== null) {
    if (reset === 'never' || before.date.year === date.year) return before.total + number - before.number
    if (frequency === 'irregular') return before.total + number
  }
  if (!anchor) return null
  if (reset === 'never' || anchor.year === date.year) return anchor.total + number - anchor.number
  if (frequency === 'irregular') return null
  const anchored = yearStart(anchor.year, frequency, date) + anchor.number - 1
  const total = anchor.total + Math.round(period - anchored)
  return total >= 1 ? total : null
}

const PER_YEAR: Readonly<Record<Frequency, number>> = {
  weekly: 52,
  semimonthly: 24,
  monthly: 12,
  irregular: 0,
}

/** The period of a year's first issue, for a bulletin that comes out as `date` does. */
function yearStart(year: number, frequency: Frequency, date: CalendarDate): number {
  if (frequency !== 'weekly') return year * PER_YEAR[frequency]
  // The year's first day that is the same day of the week.
  const first = dayNumber({ year, month: 1, day: 1 })
  return (first + ((((dayNumber(date) - first) % 7) + 7) % 7)) / 7
}

/** Which period of the calendar a day is in; consecutive numbers over the years. */
function periodOf(date: CalendarDate, frequency: Frequency): number {
  if (frequency === 'weekly') return dayNumber(date) / 7
  const start = yearStart(date.year, frequency, date)
  if (frequency === 'monthly') return start + date.month - 1
  if (frequency === 'semimonthly') return start + (date.month - 1) * 2 + (date.day > 15 ? 1 : 0)
  return 0
}

function countSupplements(ordered: readonly Numbered[], numbers: Map<string, Numbers>): void {
  let year = 0
  let last = 0
  for (const issue of ordered.filter((one) => one.supplement)) {
    last = issue.number ?? (issue.date.year === year ? last + 1 : 1)
    year = issue.date.year
    numbers.set(issue.file, { number: last, total: issue.total })
  }
}
