import { diagnostic, done, type Outcome, refused } from '../base/diagnostic.ts'
import { nearOffered } from '../base/messages/issue-words.ts'
import type { CalendarDate } from '../issue/issue.ts'
import { dateExists, parseDate } from '../issue/language/dates.ts'
import { nearDate } from '../issue/language/near-values.ts'

/** The day that is written behind an option, or after a command's name. */
export function dateOption(option: string, written: string): Outcome<CalendarDate | null> {
  const date = parseDate(written)
  return date && dateExists(date)
    ? done(date)
    : refused(diagnostic('E-OPTION-DATE', null, { option, value: written, ...askedFor(nearDate(written)) }))
}

function askedFor(near: string | undefined): { readonly askZh: string; readonly askEn: string } {
  const { zh, en } = near === undefined ? { zh: '', en: '' } : nearOffered(near)
  return { askZh: zh, askEn: en }
}
