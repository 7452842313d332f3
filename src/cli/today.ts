import type { CalendarDate } from '../issue/issue.ts'

/** Today's date where the program runs: only for files that are newly made, never for what is built. */
export function today(now = new Date()): CalendarDate {
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
}
