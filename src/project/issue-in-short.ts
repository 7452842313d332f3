import { basename } from 'node:path'
import { isoDate, parseDate } from '../issue/language/dates.ts'
import { nearDate, nearNumber } from '../issue/language/near-values.ts'

/** An issue by what people may call it. */
export interface NamedIssue {
  readonly file: string
  /** As 2024-01-15; anything else where it is not known. */
  readonly date: string
  /** NaN when unknown. */
  readonly number: number
}

/**
 * The issue that a short name means: `2026-02`, `2026-2`, `2026年第2期`, `第2期`, `第二期`, `2`, its day, 最新, 上一期, or the
 * name of a file that was made of it; the newest of several. `issues` are oldest first; undefined where none is meant.
 */
export function issueInShort(named: string, issues: readonly NamedIssue[]): string | undefined {
  const found = (test: (one: NamedIssue) => boolean) => issues.findLast(test)?.file
  const dashed = named.replace(/\\/g, '/').replace(/^(\d{4})\/(\d{1,3})$/, '$1-$2')
  const stem = basename(dashed).replace(/\.(?:ya?ml|pdf|docx)$/i, '')
  const same = found(({ file }) => issueStem(file) === stem)
  if (same !== undefined) return same
  if (/^(?:最新|最新一期|本期|latest|newest)$/i.test(named)) return issues.at(-1)?.file
  if (/^(?:上期|上一期|previous)$/i.test(named)) return issues.at(-2)?.file
  const [, year, ofYear] = /^(\d{4})\s*(?:[-./]|年\s*第?)\s*0*(\d{1,3})\s*期?$/.exec(stem) ?? []
  if (year !== undefined)
    return found(({ date, number }) => number === Number(ofYear) && date.startsWith(year))
  const written = parseDate(stem)
  const day = written ? isoDate(written) : nearDate(stem)
  if (day !== undefined) return found(({ date }) => date === day)
  const month = /^(.{1,3})月份?$/.exec(stem)?.[1]
  if (month !== undefined)
    return found(({ date }) => Number(date.slice(5, 7)) === Number(nearNumber(month) ?? Number.NaN))
  const number = nearNumber(stem)
  if (number !== undefined) return found((one) => one.number === Number(number))
  return found(({ file }) => new RegExp(`[-_ ]${issueStem(file)}(?:-[a-z]+)?$`).test(stem))
}

/** An issue file's name without its kind. */
export function issueStem(file: string): string {
  return basename(file).replace(/\.ya?ml$/i, '')
}
