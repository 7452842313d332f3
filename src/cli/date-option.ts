import { diagnostic, done, type Outcome, refused } from '../base/diagnostic.ts'
import type { CalendarDate } from '../issue/issue.ts'
import { dateExists, parseDate } from '../issue/language/dates.ts'

/** The day that is written behind an option, or after a command's name. */
export function dateOption(option: string, written: string): Outcome<CalendarDate | null> {
  const date = parseDate(written)
  return date && dateExists(date)
    ? done(date)
    : refused(diagnostic('E-OPTION-DATE', null, { option, value: written }))
}
