import type { SourceText } from '../../base/source.ts'
import { dateExists, parseDate } from '../language/dates.ts'
import { defaultLimits } from '../limits.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import type { Numbered } from './series.ts'

/** Keys that are looked for in a file's head, by their Chinese names. */
const WANTED = {
  日期: 'date',
  期号: 'number',
  总期号: 'total',
  增刊: 'supplement',
  刊物: 'publication',
  栏目: 'sections',
} as const

type Wanted = (typeof WANTED)[keyof typeof WANTED]

/** What a file says of itself in its own keys, as typed; '' for a key whose value is not on its line. */
export type Head = Readonly<Partial<Record<Wanted, string>>>

const NAMES = Object.entries(WANTED).flat().join('|')
const LINE = new RegExp(`^(["']?)(${NAMES})\\1[ \\t\\u3000]*[:：][ \\t\\u3000]*(.*?)[ \\t]*$`)
const PLACE = new RegExp(NAMES)

/**
 * A file's own keys, taken from its top lines without reading the rest. Where those say no date and the file may yet
 * have one (keys that are indented, in brackets, over two lines), it is read as YAML.
 */
export function headOf(source: SourceText): Head {
  const head: Partial<Record<Wanted, string>> = {}
  for (const line of topLines(source.text)) {
    const match = LINE.exec(line)
    if (match) head[wanted(match[2] as string)] ??= bare(match[3] as string)
  }
  return head.date || !PLACE.test(source.text) ? head : { ...head, ...readHead(source) }
}

function wanted(name: string): Wanted {
  return (WANTED as Readonly<Record<string, Wanted>>)[name] ?? (name as Wanted)
}

/** A value without its quotes, or without the comment behind it. */
function bare(typed: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(typed)
  return quoted ? (quoted[2] as string) : typed.replace(/(?:^|[ \t]+)#.*$/, '')
}

function readHead(source: SourceText): Head {
  const { value } = readYaml(source, defaultLimits)
  const entries = value?.kind === 'map' ? value.entries : []
  const found: Partial<Record<Wanted, string>> = {}
  for (const { key, value: written } of entries) {
    const name = wanted(key.text.text)
    if (Object.values(WANTED).includes(name)) found[name] ??= written.kind === 'text' ? written.text.text : ''
  }
  return found
}

/** An issue's date and number as its head has them; null when it has no date, and so is no issue. */
export function headOfIssue(source: SourceText): Numbered | null {
  return numberedBy(source.file, headOf(source))
}

/** The same by a head that was read already. */
export function numberedBy(file: string, head: Head): Numbered | null {
  const date = parseDate(head.date ?? '')
  if (!date || !dateExists(date)) return null
  return {
    file,
    date,
    number: wholeNumberIn(head.number),
    total: wholeNumberIn(head.total),
    supplement: /^(?:true|是)$/i.test(head.supplement ?? ''),
  }
}

function wholeNumberIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null
}

/** The lines that are not indented: a file's own keys. The many others are passed over without a look. */
function* topLines(typed: string): Generator<string> {
  const text = /[\r\u0085\u2028\u2029]/.test(typed)
    ? typed.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    : typed
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (from < text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    if (!' \t#-\n'.includes(text[from] as string)) yield text.slice(from, to)
    from = to + 1
  }
}
