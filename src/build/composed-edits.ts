import type { Span } from '../base/source.ts'
import { scalarText } from '../issue/write/write-scalar.ts'
import type { SourceEdit } from '../office/review-edits.ts'
import { type ComposedChange, type Composition, creditEdits } from './credit-edits.ts'

/** Ways to write the value so that the program may compose what is wanted: the best first, none of them tried yet. */
export function composedEdits(
  change: ComposedChange,
  composition: Composition,
): readonly (readonly SourceEdit[])[] {
  const { span, before, after } = change
  const text = composition.source(span.file)
  const value = text.slice(span.from, span.to)
  const whole = (edit: string) => [{ ...span, text: edit }]
  if (after.trim() === '') {
    // The mark of a note goes by itself; the note is a paragraph of its own.
    if (/^\[\^[^\]]*\]$/.test(value)) return [whole('')]
    const key = keyAround(text, span)
    return key ? [[{ file: span.file, ...key, text: '' }]] : []
  }
  const credits = creditEdits(value, change, composition).map((edit) =>
    'text' in edit ? whole(edit.text) : edit.edits.map((one) => shifted(one, span)),
  )
  return [
    ...credits,
    ...photographer(before, after).map(whole),
    ...headEdits(change, composition),
    ...wordEdits(value, change),
  ]
}

function shifted(
  { from, to, text }: { readonly from: number; readonly to: number; readonly text: string },
  span: Span,
): SourceEdit {
  return { file: span.file, from: span.from + from, to: span.from + to, text }
}

const PHOTOGRAPHER = /^（(.*?)[\s\u3000]*摄）$/

/** （姓名　摄）: the name alone is written. */
function photographer(before: string, after: string): readonly string[] {
  const name = PHOTOGRAPHER.exec(after)?.[1]?.trim() ?? ''
  return PHOTOGRAPHER.test(before) && name !== '' ? [scalarText(name, true)] : []
}

const DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/
const NUMBER = /第(\d+)期/
const TOTAL = /总第?(\d+)期/

/** 印发日期 and 期号 stand in the issue's own lines, where they are written at all. */
function headEdits(
  { before, after }: ComposedChange,
  { main, source }: Composition,
): readonly SourceEdit[][] {
  const text = source(main)
  const line = (keys: string, value: string) => {
    const found = new RegExp(`^((?:${keys})[ \\t]*:[ \\t]*)("?)([\\d-]+)\\2`, 'm').exec(text)
    if (!found) return []
    const from = found.index + (found[1] as string).length
    return [{ file: main, from, to: from + `${found[2]}${found[3]}${found[2]}`.length, text: value }]
  }
  const day = DAY.exec(after)
  if (DAY.test(before) && day) {
    const [, year = '', month = '', date = ''] = day
    const edits = line('date|日期', `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
    return edits.length > 0 ? [edits] : []
  }
  const changed = (sign: RegExp) => {
    const now = sign.exec(after)?.[1]
    return now !== undefined && now !== sign.exec(before)?.[1] ? now : null
  }
  const total = changed(TOTAL)
  const number = changed(NUMBER)
  const edits = [
    ...(number === null ? [] : line('number|期号', number)),
    ...(total === null ? [] : line('total|总期号', total)),
  ]
  return edits.length > 0 ? [edits] : []
}

const WORDS = /[\p{L}\p{M}\p{N}·]+(?:-[\p{L}\p{N}]+)*/gu
/** Places where one word is tried. */
const MOST_PLACES = 8

/** Word for word, the signs between them as they were; a word that stands at several places is tried at each. */
function wordEdits(
  value: string,
  { span, before, after }: ComposedChange,
): readonly (readonly SourceEdit[])[] {
  const from = before.match(WORDS) ?? []
  const to = after.match(WORDS) ?? []
  if (from.length !== to.length || before.split(WORDS).join('|') !== after.split(WORDS).join('|')) return []
  const changed = from.flatMap((word, at) => (word === to[at] ? [] : [pieceOf(word, to[at] as string)]))
  const placed = changed.map(([word, now]) =>
    placesOf(value, word).map((at) => ({
      file: span.file,
      from: span.from + at,
      to: span.from + at + word.length,
      text: now,
    })),
  )
  const [only] = placed
  if (placed.length === 1 && only) return only.map((one) => [one])
  const firsts = placed.flatMap((one) => one.slice(0, 1))
  return firsts.length === placed.length && firsts.length > 0 ? [firsts] : []
}

/** What differs of two words; numbers whole, as in 共印120份. */
function pieceOf(word: string, now: string): readonly [string, string] {
  const [, head = '', number = '', tail = ''] = /^(\D*)(\d+)(\D*)$/.exec(word) ?? []
  const other =
    now.startsWith(head) && now.endsWith(tail) ? now.slice(head.length, now.length - tail.length) : ''
  return number !== '' && head + tail !== '' && /^\d+$/.test(other) ? [number, other] : [word, now]
}

function placesOf(value: string, word: string): readonly number[] {
  const places: number[] = []
  for (let at = value.indexOf(word); at >= 0 && places.length < MOST_PLACES; at = value.indexOf(word, at + 1))
    places.push(at)
  return places
}

/** The key of a value that goes, with its line or its comma; null where that is not plain to see. */
function keyAround(text: string, { from, to }: Span): { readonly from: number; readonly to: number } | null {
  const line = text.lastIndexOf('\n', from - 1) + 1
  const before = text.slice(line, from)
  const behind = /^[ \t]*(?:#[^\n]*)?(?:\n|$)/.exec(text.slice(to))
  if (/^[ \t]*[^\s:{,#-][^:{,#\n]*:[ \t]+["']?$/.test(before) && behind)
    return { from: line, to: to + behind[0].length }
  if (/^[ \t]*$/.test(before) && behind) {
    const key = /(?:^|\n)([ \t]*[^\s:{,#-][^:{,#\n]*:[ \t]*\n)$/.exec(text.slice(0, line))
    return key?.[1] === undefined ? null : { from: line - key[1].length, to: to + behind[0].length }
  }
  const comma = /,[ \t]*[^\s:{,][^:{,]*:[ \t]+$/.exec(before)
  return comma ? { from: from - comma[0].length, to } : null
}
