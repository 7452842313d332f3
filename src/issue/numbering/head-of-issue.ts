import type { SourceText } from '../../base/source.ts'
import { dateExists, parseDate } from '../language/dates.ts'
import type { Numbered } from './series.ts'

const LINE = /^(date|日期|number|期号|total|总期号|supplement|增刊)[ \t]*:[ \t]+(.*?)[ \t]*(?:#.*)?$/

/**
 * What an issue's file says of its date and number, taken from its top lines without reading the rest;
 * null when it has no date, and so is no issue.
 */
export function headOfIssue(source: SourceText): Numbered | null {
  const found: Record<string, string> = {}
  for (const line of topLines(source.text)) {
    const match = LINE.exec(line)
    if (match) found[match[1] as string] ??= (match[2] as string).replace(/^["']|["']$/g, '')
  }
  const date = parseDate(found.date ?? found.日期 ?? '')
  if (!date || !dateExists(date)) return null
  return {
    file: source.file,
    date,
    number: wholeNumber(found.number ?? found.期号),
    total: wholeNumber(found.total ?? found.总期号),
    supplement: /^(?:true|是)$/i.test(found.supplement ?? found.增刊 ?? ''),
  }
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null
}

/** The lines that are not indented: a file's own keys. The many others are passed over without a look. */
function* topLines(typed: string): Generator<string> {
  const text = typed.includes('\n') ? typed : typed.replace(/\r/g, '\n')
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (from < text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    if (!' \t#-\r\n'.includes(text[from] as string)) yield text.slice(from, to).replace(/\r$/, '')
    from = to + 1
  }
}
