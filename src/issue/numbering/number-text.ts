import type { CalendarDate } from '../issue.ts'

/** Values that patterns of 期号, dates and file names may use. */
export type PatternValues = Readonly<Record<string, string | number>>

/** A pattern with its `{name}`s filled in; one without a value stays as typed. */
export function fillPattern(pattern: string, values: PatternValues): string {
  return pattern.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}

/** `{yyyy}` `{yy}` `{m}` `{mm}` `{d}` `{dd}` `{date}`. */
export function dateValues({ year, month, day }: CalendarDate): PatternValues {
  const two = (value: number) => String(value).padStart(2, '0')
  const yyyy = String(year).padStart(4, '0')
  return {
    yyyy,
    yy: yyyy.slice(-2),
    m: month,
    mm: two(month),
    d: day,
    dd: two(day),
    date: `${yyyy}-${two(month)}-${two(day)}`,
  }
}

/** `{n}` `{nn}` `{nnn}` and, when it is known, `{total}`. */
export function numberValues(number: number, total: number | null): PatternValues {
  const digits = String(number)
  const values = { n: number, nn: digits.padStart(2, '0'), nnn: digits.padStart(3, '0') }
  return total === null ? values : { ...values, total }
}

/** A pattern without what speaks of the total: the brackets around it with all that is in them. */
export function withoutTotal(pattern: string): string {
  return pattern
    .replace(/\s*[（(【[][^（(【[]*\{total\}[^）)】\]]*[）)】\]]/g, '')
    .replace(/总?第?\{total\}期?/g, '')
}
