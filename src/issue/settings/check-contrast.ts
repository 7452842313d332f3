import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { Span } from '../../base/source.ts'
import type { Colour } from '../../base/text-style.ts'
import type { Pt } from '../../base/units.ts'
import type { Design, TextRole } from '../../design/design.ts'
import type { Fill } from '../../design/looks.ts'

/** Least contrast of text with its ground, and of large text (WCAG 2.2, success criterion 1.4.3). */
const LEAST = { usual: 4.5, large: 3 } as const
/** What is large, in pt: regular and bold. */
const LARGE = { regular: 18, bold: 14 } as const

/** What stands on a tint: the key of the tint, and the roles of the text. */
const GROUNDS = [
  ['masthead', 'fill', ['mastheadName']],
  ['box', 'fill', ['body', 'headline', 'subhead']],
  ['tint', 'fill', ['body', 'headline', 'subhead']],
  ['note', 'fill', ['note']],
  ['quote', 'fill', ['pullQuote']],
  ['contents', 'fill', ['contents']],
  ['table', 'stripe', ['table']],
] as const satisfies readonly (readonly [string, string, readonly TextRole[]])[]

/** Headings are few words, bold and with air around them: they are read as large text is, in any size. */
const HEADINGS: ReadonlySet<TextRole> = new Set(['headline', 'subhead'])

/**
 * Tints of the design on which its text is hard to read, each once, with the text that is hardest. Only those that the
 * editor set: `placeOf` says where, and null of others.
 */
export function checkContrast(
  { looks, type, colour: { accent } }: Pick<Design, 'looks' | 'type' | 'colour'>,
  placeOf: (group: string) => Span | null,
): readonly Diagnostic[] {
  return GROUNDS.flatMap(([group, key, roles]) => {
    const fill: Fill = group === 'table' ? looks.table.stripe : looks[group].fill
    const place = placeOf(group)
    if (fill === 'none' || place === null) return []
    const ground = luminance(fill, accent)
    const faint = roles
      .map((role) => ({
        ...type[role],
        ratio: ratioOf(ground, luminance(type[role].colour, accent)),
        least: HEADINGS.has(role) ? LEAST.large : leastFor(type[role]),
      }))
      .filter(({ ratio, least }) => ratio < least)
      .sort((a, b) => a.ratio / a.least - b.ratio / b.least)[0]
    if (!faint) return []
    const { ratio, least, colour } = faint
    const values = { key: `${group}.${key}`, fill, colour, ratio: Math.floor(ratio * 10) / 10, least }
    return [diagnostic('W-CONTRAST', place, values)]
  })
}

function leastFor({ size, weight }: { readonly size: Pt; readonly weight: 'regular' | 'bold' }): number {
  return size >= LARGE[weight] ? LEAST.large : LEAST.usual
}

function ratioOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance(colour: Colour, accent: string): number {
  const hex = colour === 'black' ? '#000000' : colour === 'accent' ? accent : colour
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}
