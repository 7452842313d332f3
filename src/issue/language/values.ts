import { diagnostic } from '../../base/diagnostic.ts'
import { joinSourceLines, withoutTabs } from '../../base/join-source-lines.ts'
import type { Span } from '../../base/source.ts'
import { sizeOf, typeSizes } from '../../base/type-size.ts'
import { mm, type Pt } from '../../base/units.ts'
import { leftOverMarkup } from '../body/left-over-markup.ts'
import type { CalendarDate } from '../issue.ts'
import type { MappedText } from '../mapped-text.ts'
import type { Node } from '../yaml/nodes.ts'
import { dateExists, parseDate } from './dates.ts'
import { didYouMean } from './did-you-mean.ts'
import { type JsonSchema, type Kind, type Placed, type Reading, type Shape, wrongType } from './kind.ts'
import {
  meantValue,
  nearColour,
  nearDate,
  nearFlag,
  nearLength,
  nearNumber,
  nearPart,
  nearSize,
  nearTypeSize,
  plainValue,
} from './near-values.ts'
import type { Wording } from './wording.ts'

/** A kind of value that is one written word or number. */
function scalar<T>(
  expected: Wording,
  parse: (text: string, span: Span) => T | undefined,
  schema: JsonSchema,
  meant?: (text: string, label: string) => string | undefined,
): Kind<T> {
  const read = (node: Node, label: string, reading: Reading): T | undefined => {
    if (node.kind !== 'text') return wrongType(node, label, expected, reading)
    const words = node.text.text.trim()
    const value = parse(words, node.span)
    if (value !== undefined) return value
    const plain = plainValue(words)
    const isPlain = plain !== words && parse(plain, node.span) !== undefined
    const guess = isPlain ? (plain.startsWith('#') ? `"${plain}"` : plain) : meant?.(words, label)
    return wrongType(node, label, expected, reading, guess)
  }
  return { expected, read, shape: { form: 'scalar', schema } }
}

/** A bare number is a text too. */
const SOME_TEXT: Shape = { form: 'scalar', schema: { type: ['string', 'number'] } }

const TEXT: Wording = { zh: '文字', en: 'text' }

/** Words as typed, on one line: a name, a pattern, a path. */
export function text(): Kind<Placed<string>> {
  const read = (node: Node, label: string, reading: Reading) => {
    if (node.kind !== 'text') return wrongType(node, label, TEXT, reading, wordsMeant(node, reading))
    return { value: onOneLine(node.text, reading), span: node.span }
  }
  return { expected: TEXT, read, shape: SOME_TEXT }
}

/** A name's words as they are printed: on one line, tabs as blanks; reports markup left over in it. */
export function onOneLine(mapped: MappedText, reading: Reading): string {
  for (const one of leftOverMarkup(mapped, 'name')) reading.report(one)
  return withoutTabs(joinSourceLines(mapped.text))
}

/** Text in which the editor may mark bold, emphasis and links; read later, with its places. */
export function markedText(): Kind<MappedText> {
  return { expected: TEXT, read: readMapped, shape: SOME_TEXT }
}

/** An article's text. A bare number here is a slip: the text itself is missing. */
export function bodyText(): Kind<MappedText> {
  const expected = {
    zh: '正文（写在“|”之后，另起行并缩进）',
    en: 'the text (after “|”, on the lines below, indented)',
  }
  const read = (node: Node, label: string, reading: Reading): MappedText | undefined => {
    const bare =
      node.kind === 'text' && node.style === 'plain' && /^(?:[-+]?[\d.]+|true|false)$/i.test(node.text.text)
    if (node.kind !== 'text' || bare)
      return wrongType(node, label, expected, reading, bare ? `"${node.text.text}"` : undefined)
    if (node.style === 'plain' && /^[｜丨│¦︱]\s/.test(node.text.text)) {
      const sign = { ...node.span, to: node.span.from + 1 }
      const found = { foundZh: `“${node.text.text[0]}”`, foundEn: `“${node.text.text[0]}”` }
      const values = { key: label, expectedZh: expected.zh, expectedEn: expected.en, ...found }
      reading.report(diagnostic('E-TYPE', sign, values, { replacement: '|' }))
    }
    return node.text
  }
  return { expected, read, shape: { form: 'scalar', schema: { type: 'string' } } }
}

function readMapped(node: Node, label: string, reading: Reading): MappedText | undefined {
  return node.kind === 'text'
    ? node.text
    : wrongType(node, label, TEXT, reading, bracketsMeant(node, reading))
}

/** A bracket or brace at the start of a sentence makes YAML read a list: the sentence in quotes. */
function bracketsMeant(node: Node, reading: Reading): string | undefined {
  const source = node.kind === 'empty' ? '' : reading.sourceOf(node.span)
  return !source.includes('\n') && /^[[{]/.test(source) ? quotedText(source) : undefined
}

/** Several names where one text is wanted, with 、 between them; else a sentence that begins with a bracket. */
function wordsMeant(node: Node, reading: Reading): string | undefined {
  const words =
    node.kind === 'list' ? node.items.map((one) => (one.kind === 'text' ? one.text.text : '')) : []
  const isPlain = words.length > 1 && words.every((one) => /^[^\s:#,[\]{}"'&*!|>%@`-][^\n:#]*$/.test(one))
  return isPlain ? words.join('、') : bracketsMeant(node, reading)
}

/** A text in quotes that YAML takes as it stands. */
export function quotedText(words: string): string {
  return /["\\]/.test(words) ? `'${words.replace(/'/g, "''")}'` : `"${words}"`
}

const TRUE = ['true', '是']
const FALSE = ['false', '否']

/** true or false, 是 or 否. */
export function flag(): Kind<boolean> {
  const expected = { zh: '是（true）或否（false）', en: 'true or false' }
  const parse = (word: string) => {
    const plain = word.toLowerCase()
    return TRUE.includes(plain) ? true : FALSE.includes(plain) ? false : undefined
  }
  return scalar(expected, parse, { enum: [true, false, '是', '否'] }, nearFlag)
}

/** A whole number between two bounds, both allowed. */
export function wholeNumber(least: number, most: number): Kind<number> {
  const expected = { zh: `${least} 到 ${most} 之间的整数`, en: `a whole number from ${least} to ${most}` }
  const parse = (word: string) => {
    const value = /^\d{1,9}$/.test(word) ? Number(word) : -1
    return value >= least && value <= most ? value : undefined
  }
  return scalar(expected, parse, { type: 'integer', minimum: least, maximum: most }, known(parse, nearNumber))
}

/** One of several words; each has a Chinese form too. */
export function choice<const T extends string>(words: Readonly<Record<T, string>>): Kind<T> {
  const names = Object.keys(words) as T[]
  const expected = {
    zh: names.map((name) => `${words[name]}（${name}）`).join('、'),
    en: names.join(', '),
  }
  const parse = (word: string) => names.find((name) => name === word || words[name] === word)
  const all = names.flatMap((name): string[] => [name, words[name]])
  return scalar(expected, parse, { enum: all }, (word) => {
    const meant = meantValue(word, names) as T | undefined
    if (meant === undefined) return didYouMean(word, all) ?? undefined
    return /[\u4e00-\u9fff]/.test(word) ? words[meant] : meant
  })
}

/** A length; `em` counts in the body size, which is known only when all is read. */
export interface Length {
  readonly value: number
  readonly unit: 'pt' | 'em'
}

const LENGTH = /^([-+]?\d+(?:\.\d+)?|\.\d+)\s*(mm|cm|pt|px|in|em|毫米|厘米|磅|字)$/
const POINTS: Readonly<Record<string, Pt>> = {
  mm: mm(1),
  毫米: mm(1),
  cm: mm(10),
  厘米: mm(10),
  pt: 1,
  磅: 1,
  px: 0.75,
  in: 72,
}

/** A length such as 24mm, 2em, 10.5pt, 2字 or 五号, between two bounds in pt (or em). */
export function length(bounds: { readonly from?: number; readonly to?: number } = {}): Kind<Length> {
  const { from = 0, to = 3000 } = bounds
  const small = to < mm(10)
  const least = small ? from : Math.ceil(from / mm(1))
  const most = small ? to : Math.floor(to / mm(1))
  const expected = {
    zh: `长度，如 24mm、10.5pt、2em、五号（${least} 到 ${most} ${small ? '点' : '毫米'}）`,
    en: `a length such as 24mm, 10.5pt, 2em or 五号 (from ${least} to ${most} ${small ? 'pt' : 'mm'})`,
  }
  const parse = (word: string): Length | undefined => {
    const value = lengthOf(word)
    return value && value.value >= from && value.value <= to ? value : undefined
  }
  return scalar(expected, parse, { type: ['string', 'integer'] }, known(parse, nearLength))
}

/** What a word means, where that is a value. */
function known(
  parse: (text: string) => unknown,
  meant: (text: string) => string | undefined,
): (text: string) => string | undefined {
  return (word) => {
    const near = meant(word)
    return near !== undefined && parse(near.replace(/^"|"$/g, '')) !== undefined ? near : undefined
  }
}

/** A length as written; undefined when it is none. A bare 0 needs no unit. */
export function lengthOf(word: string): Length | undefined {
  const named = sizeOf(word)
  if (named !== null) return { value: named, unit: 'pt' }
  if (word === '0') return { value: 0, unit: 'pt' }
  const match = LENGTH.exec(word)
  if (!match) return undefined
  const number = Number(match[1])
  const unit = match[2] ?? ''
  return unit === 'em' || unit === '字'
    ? { value: number, unit: 'em' }
    : { value: number * (POINTS[unit] ?? 1), unit: 'pt' }
}

/** A type size: a 字号 or a length in pt. */
export function typeSize(): Kind<Pt> {
  const expected = {
    zh: '字号，如 五号、小四，或 10.5pt（4 到 200 点）',
    en: 'a type size such as 五号 or 10.5pt (from 4 to 200 pt)',
  }
  const parse = (word: string) => {
    const size = lengthOf(word)
    return size && size.unit === 'pt' && size.value >= 4 && size.value <= 200 ? size.value : undefined
  }
  return scalar(
    expected,
    parse,
    { type: 'string', examples: Object.keys(typeSizes) },
    known(parse, nearTypeSize),
  )
}

/** Width by height, such as "3:2" or 1.5; `null` for `auto`. */
export function ratio(): Kind<number | null> {
  const expected = { zh: '宽高比，如 "3:2"', en: 'width to height, such as "3:2"' }
  const parse = (word: string) => {
    if (word === 'auto' || word === '原样') return null
    const match = /^(\d+(?:\.\d+)?)(?:\s*[:：/x×]\s*(\d+(?:\.\d+)?))?$/.exec(word)
    const value = match ? Number(match[1]) / Number(match[2] ?? 1) : 0
    return value >= 0.05 && value <= 20 ? value : undefined
  }
  return scalar<number | null>(expected, parse, { type: ['string', 'number'] })
}

/** A part of a whole, such as 12% or 0.12; between 0 and `most`. */
export function part(most = 1, shape?: Wording): Kind<number> {
  const expected = shape ?? {
    zh: `比例，如 12%（不超过 ${most * 100}%）`,
    en: `a part such as 12% (at most ${most * 100}%)`,
  }
  const parse = (word: string) => {
    const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(%|％)?$/.exec(word)
    const value = match ? Number(match[1]) / (match[2] ? 100 : 1) : -1
    return value >= 0 && value <= most ? value : undefined
  }
  return scalar(expected, parse, { type: ['string', 'number'] }, known(parse, nearPart))
}

const BYTES: Readonly<Record<string, number>> = { B: 1, KB: 1e3, MB: 1e6, KIB: 1024, MIB: 1024 * 1024 }

/** A file's size, such as 5MB or 800KB, in bytes. */
export function byteSize(): Kind<number> {
  const expected = { zh: '文件大小，如 5MB、800KB', en: 'a file size such as 5MB or 800KB' }
  const parse = (word: string) => {
    const match = /^(\d+(?:\.\d+)?)\s*([KM]i?B|B)$/i.exec(word)
    const unit = match ? BYTES[(match[2] as string).toUpperCase()] : undefined
    return match && unit ? Math.round(Number(match[1]) * unit) : undefined
  }
  return scalar(expected, parse, { type: 'string' }, nearSize)
}

/** A colour as #rrggbb. */
export function colour(): Kind<string> {
  const expected = { zh: '颜色，如 "#c00000"（要加引号）', en: 'a colour such as "#c00000" (in quotes)' }
  const parse = (word: string) => (/^#[0-9a-fA-F]{6}$/.test(word) ? word.toLowerCase() : undefined)
  return scalar(expected, parse, { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' }, known(parse, nearColour))
}

/** A day of the calendar. */
export function date(): Kind<Placed<CalendarDate>> {
  const expected = { zh: '年、月、日齐全的日期，如 2024-01-15', en: 'a whole date such as 2024-01-15' }
  const read = (node: Node, label: string, reading: Reading) => {
    const written = node.kind === 'text' ? parseDate(node.text.text) : null
    if (!written)
      return wrongType(
        node,
        label,
        expected,
        reading,
        node.kind === 'text' ? nearDate(node.text.text) : undefined,
      )
    if (dateExists(written)) return { value: written, span: node.span }
    reading.report(diagnostic('E-DATE', node.span, { ...written }))
    return undefined
  }
  const formats = ['^\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}$', '^\\d{4}年\\d{1,2}月\\d{1,2}日$']
  return {
    expected,
    read,
    shape: { form: 'scalar', schema: { type: 'string', anyOf: formats.map((pattern) => ({ pattern })) } },
  }
}

/** A text that must have a shape of its own; `parse` gives undefined for one that has not. */
export function written<T>(
  expected: Wording,
  parse: (text: string, span: Span) => T | undefined,
  schema: JsonSchema = { type: ['string', 'number'] },
  meant?: (text: string, label: string) => string | undefined,
): Kind<T> {
  return scalar(expected, parse, schema, meant)
}
