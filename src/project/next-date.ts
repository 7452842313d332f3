import type { CalendarDate } from '../issue/issue.ts'
import { daysInMonth } from '../issue/language/dates.ts'
import type { Frequency } from '../issue/numbering/series.ts'

/** The last day of the first half of a month. */
const MIDDLE = 15

/**
 * The date of the issue after one of this date; null for a publication that comes out when it does. Weekly: the
 * same weekday. Monthly: the same day, or the month's last where it has no such day. Twice a month: half a month on,
 * the last of a month staying the last.
 */
export function nextDate(date: CalendarDate, frequency: Frequency): CalendarDate | null {
  switch (frequency) {
    case 'weekly':
      return daysLater(date, 7)
    case 'semimonthly':
      return halfMonthLater(date)
    case 'monthly':
      return inMonth(monthAfter(date), isLast(date) ? 31 : date.day)
    case 'irregular':
      return null
  }
}

function halfMonthLater(date: CalendarDate): CalendarDate {
  if (date.day > MIDDLE) return inMonth(monthAfter(date), isLast(date) ? MIDDLE : date.day - MIDDLE)
  const thisMonth = { year: date.year, month: date.month }
  return inMonth(thisMonth, date.day === MIDDLE ? 31 : date.day + MIDDLE)
}

function isLast({ year, month, day }: CalendarDate): boolean {
  return day === daysInMonth(year, month)
}

function monthAfter({
  year,
  month,
}: Pick<CalendarDate, 'year' | 'month'>): Pick<CalendarDate, 'year' | 'month'> {
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
}

function inMonth({ year, month }: Pick<CalendarDate, 'year' | 'month'>, day: number): CalendarDate {
  return { year, month, day: Math.min(day, daysInMonth(year, month)) }
}

function daysLater(date: CalendarDate, days: number): CalendarDate {
  const day = date.day + days
  const inThis = daysInMonth(date.year, date.month)
  return day <= inThis ? { ...date, day } : { ...monthAfter(date), day: day - inThis }
}
