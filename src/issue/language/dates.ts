import type { CalendarDate } from '../issue.ts'

const WRITTEN =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/

/** A date as editors write it: 2024-01-15, 2024/1/15, 2024.1.15 or 2024年1月15日; null for anything else. */
export function parseDate(text: string): CalendarDate | null {
  const match = WRITTEN.exec(text.trim().replace(/\s+/g, ''))
  if (!match) return null
  const [year, month, day] = match.slice(1).filter((part) => part !== undefined)
  return { year: Number(year), month: Number(month), day: Number(day) }
}

/** Days of a month in the Gregorian calendar; 0 for a month that is none. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0
}

/** Whether the calendar has this day. */
export function dateExists({ year, month, day }: CalendarDate): boolean {
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 1 March of the year 0, for comparing and for weekdays. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  const shifted = month <= 2 ? year - 1 : year
  const fromMarch = (month + 9) % 12
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return shifted * 365 + leapDays + Math.floor((fromMarch * 306 + 5) / 10) + day - 1
}

/** 0 for Sunday … 6 for Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return (dayNumber(date) + 3) % 7
}

/** `2024-01-15`. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
