import type { Span } from '../base/source.ts'
import { scalarText } from '../issue/write/write-scalar.ts'

/** Words that the program composes of a value, as they were sent and as reviewers want them. */
export interface ComposedChange {
  readonly span: Span
  readonly before: string
  readonly after: string
}

/** What the words are composed with, and of. */
export interface Composition {
  /** How credits are printed, with `{credits}` in it. */
  readonly creditPattern: string
  readonly unitSeparator: string
  /** The issue's own file: its date and number stand in it. */
  readonly main: string
  source(file: string): string
}

/** A value written anew, or pieces of it, from its own start. */
type CreditEdit =
  | { readonly text: string }
  | { readonly edits: readonly { readonly from: number; readonly to: number; readonly text: string }[] }

interface UnitCredit {
  readonly name: string
  readonly people: readonly string[]
}

/** Ways to write a credit (供稿) so that it is printed as reviewers want it: units with their people stay such. */
export function creditEdits(
  value: string,
  { span, before, after }: ComposedChange,
  { creditPattern, unitSeparator, source }: Composition,
): readonly CreditEdit[] {
  const [head = '', tail = ''] = creditPattern.split('{credits}')
  const inner = (text: string) =>
    text.startsWith(head) && text.endsWith(tail) && text.length >= head.length + tail.length
      ? text.slice(head.length, text.length - tail.length)
      : null
  const old = inner(before)
  if (old === null) return []
  const now = inner(after)
  // Words in brackets of their own are printed as they are.
  if (now === null) return /\n|#/.test(value) ? [] : [{ text: scalarText(after) }]
  if (withoutQuotes(value) === old) return [{ text: scalarText(now) }]
  const units = unitsOf(now, unitSeparator)
  if (value.startsWith('{')) return value.includes('#') ? [] : [{ text: flowMap(units) }]
  const indent = /[ \t]*$/.exec(source(span.file).slice(0, span.from))?.[0] ?? ''
  const edits = lineEdits(value, indent, unitsOf(old, unitSeparator), units)
  return edits === null ? [] : [{ edits }]
}

function withoutQuotes(value: string): string {
  return /^(["']).*\1$/s.test(value) ? value.slice(1, -1) : value
}

/** `单位　姓名、姓名；单位`: a part without a blank is one more name where names and units are parted alike. */
function unitsOf(text: string, separator: string): readonly UnitCredit[] {
  const units: { readonly name: string; readonly people: string[] }[] = []
  for (const part of text.split(separator)) {
    const [name = '', ...names] = part.trim().split(/[\s\u3000]+/)
    const last = units.at(-1)
    if (names.length === 0 && separator === '、' && last && last.people.length > 0) last.people.push(name)
    else units.push({ name, people: names.flatMap((one) => one.split('、')) })
  }
  return units
}

function peopleText(people: readonly string[]): string {
  const [only] = people
  if (people.length === 1 && only !== undefined) return scalarText(only, true)
  return `[${people.map((one) => scalarText(one, true)).join(', ')}]`
}

const entryText = ({ name, people }: UnitCredit) => `${scalarText(name, true)}: ${peopleText(people)}`

function flowMap(units: readonly UnitCredit[]): string {
  return `{ ${units.map(entryText).join(', ')} }`
}

/** One line for each unit, its comment kept; null where the lines are not of that kind. */
function lineEdits(value: string, indent: string, old: readonly UnitCredit[], now: readonly UnitCredit[]) {
  const lines = [...value.matchAll(/^([ \t]*)([^\s#][^\n]*?)([ \t]+#[^\n]*)?$/gm)].filter(
    (one) => !one[0].trim().startsWith('#'),
  )
  const isPlain = lines.every((one) => /^[^:]+:[ \t]+\S/.test(one[2] ?? ''))
  if (!isPlain || lines.length !== old.length || now.length < old.length) return null
  const edits = lines.flatMap((line, at) => {
    const from = line.index + (line[1] ?? '').length
    const wanted = now[at] as UnitCredit
    const same = JSON.stringify(wanted) === JSON.stringify(old[at])
    return same ? [] : [{ from, to: from + (line[2] ?? '').length, text: entryText(wanted) }]
  })
  const more = now.slice(old.length).map((unit) => `\n${indent}${entryText(unit)}`)
  return more.length === 0 ? edits : [...edits, { from: value.length, to: value.length, text: more.join('') }]
}
