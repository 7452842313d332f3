import type { Colour } from '../../base/text-style.ts'
import { mm, type Pt } from '../../base/units.ts'
import type { Fill } from '../../design/looks.ts'
import { becoming } from './collections.ts'
import type { Kind } from './kind.ts'
import { choice, type Length, length, text, written } from './values.ts'
import type { Wording } from './wording.ts'

/** A look as a file writes it: lengths keep their unit until it is known what an em is. */
export type WrittenLook<T> = T extends number ? number | Length : T

/** One look of a design: its Chinese key, how it is written, what it is for, and how a value is written back. */
export interface Look<T> {
  readonly zh: string
  readonly kind: Kind<WrittenLook<T>>
  readonly doc: Wording
  readonly shown: (value: T) => unknown
  /** Least and most of a number, settled. */
  readonly bounds?: readonly [least: number, most: number]
}

export type Doc = readonly [zh: string, en: string]
const wording = ([zh, en]: Doc): Wording => ({ zh, en })

/** To three places. */
export function decimal(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Millimetres where they are the rounder number. */
function shownLength(value: Pt): string {
  const millimetres = value / mm(1)
  const isRound = Math.abs(millimetres * 100 - Math.round(millimetres * 100)) < 1e-6 && value !== 0
  return isRound && decimal(value) !== value ? `${decimal(millimetres)}mm` : `${decimal(value)}pt`
}

/** A length on paper: of rules up to 20 pt, of distances up to 200. */
export function pt(zh: string, doc: Doc, to = 200): Look<number> {
  return { zh, kind: length({ to }), doc: wording(doc), shown: shownLength, bounds: [0, to] }
}

/** A thickness; 0 for none. */
export function rule(zh: string, doc: Doc): Look<number> {
  return pt(zh, doc, 20)
}

function numeral(most: number, unit: RegExp, expected: Wording, least = 0): Kind<number> {
  const pattern = new RegExp(`^(\\d+(?:\\.\\d+)?|\\.\\d+)\\s*(?:${unit.source})$`)
  return written(
    expected,
    (word) => {
      const value = Number(pattern.exec(word)?.[1] ?? -1)
      return value >= least && value <= most ? value : undefined
    },
    { type: ['string', 'number'] },
  )
}

/** So many em of the text it is about. */
export function em(
  zh: string,
  doc: Doc,
  { least = 0, most = 10 }: { least?: number; most?: number } = {},
): Look<number> {
  const expected = {
    zh: `几个字宽，如 0.5em、2字（${least} 到 ${most}）`,
    en: `a length in em such as 0.5em (from ${least} to ${most})`,
  }
  const kind = numeral(most, /em|字|(?<=^0)/, expected, least)
  return { zh, kind, doc: wording(doc), shown: (value) => `${decimal(value)}em`, bounds: [least, most] }
}

/** So many lines of the grid, or so many times, or a share: a bare number. */
export function times(
  zh: string,
  doc: Doc,
  { least = 0, most = 10 }: { least?: number; most?: number } = {},
): Look<number> {
  const expected = {
    zh: `数，如 0.5（${least} 到 ${most}）`,
    en: `a number such as 0.5 (from ${least} to ${most})`,
  }
  return {
    zh,
    kind: numeral(most, /行|倍|/, expected, least),
    doc: wording(doc),
    shown: decimal,
    bounds: [least, most],
  }
}

export function some<const T extends string>(
  zh: string,
  words: Readonly<Record<T, string>>,
  doc: Doc,
): Look<T> {
  return { zh, kind: choice(words) as Kind<WrittenLook<T>>, doc: wording(doc), shown: (value) => value }
}

export function words(zh: string, doc: Doc): Look<string> {
  return { zh, kind: becoming(text(), ({ value }) => value), doc: wording(doc), shown: (value) => value }
}

const HEX = /^#[0-9a-fA-F]{6}$/

function colourNamed(word: string): Colour | undefined {
  if (word === 'black' || word === '黑') return 'black'
  if (word === 'accent' || word === '强调色') return 'accent'
  return HEX.test(word) ? (word.toLowerCase() as Colour) : undefined
}

export function lookColour(zh: string, doc: Doc): Look<Colour> {
  const expected = {
    zh: 'black（黑）、accent（强调色）或 "#c00000"（要加引号）',
    en: 'black, accent or "#c00000" (in quotes)',
  }
  const kind = written<Colour>(expected, colourNamed, { type: 'string' })
  return { zh, kind: kind as Kind<WrittenLook<Colour>>, doc: wording(doc), shown: (value) => value }
}

export function fill(zh: string, doc: Doc): Look<Fill> {
  const expected = {
    zh: 'none（无）、black（黑）、accent（强调色）或 "#f4f4f4"（要加引号）',
    en: 'none, black, accent or "#f4f4f4" (in quotes)',
  }
  const parse = (word: string): Fill | undefined =>
    word === 'none' || word === '无' ? 'none' : colourNamed(word)
  const kind = written<Fill>(expected, parse, { type: 'string' })
  return { zh, kind: kind as Kind<WrittenLook<Fill>>, doc: wording(doc), shown: (value) => value }
}
