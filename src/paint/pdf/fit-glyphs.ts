import type { FontFace } from '../../assets/font.ts'
import type { Pt } from '../../base/units.ts'
import type { GlyphRun } from '../../display/display-list.ts'

/**
 * How a glyph's advance is changed so that it ends where the next one begins, in 1/1000 em: `before` is added at its
 * left (negative: taken away), `after` at its right. Readers take a gap for a space and an overlap for the end of a
 * word; text with fitted advances is found and copied as it was typed.
 */
export interface Fit {
  readonly before: number
  readonly after: number
}

/** What follows a run on its line. */
export interface Following {
  readonly x: Pt
  readonly text: string
}

/** Smaller gaps and overlaps disturb no reader (pdf.js starts at 0.11 em, poppler at 0.1). */
const DISTURBING = 95
/** Wider gaps part what does not belong together: between runs sooner than in one, where names are spread (均排). */
const PARTING = { inRun: 4000, betweenRuns: 1000 } as const
/** Fits come in steps, so that few glyphs have to be added to a font; the rest is left to spacing. */
const STEP = 50

const NONE: Fit = { before: 0, after: 0 }
const SPACE = /^\s*$/

function isLatin(text: string): boolean {
  const code = text.charCodeAt(0)
  return code > 0x20 && code < 0x250
}

/** Where a missing or surplus stretch between two glyphs is booked: on the left one, the right one, or not at all. */
function booked(
  face: FontFace,
  extra: number,
  left: { readonly glyph: number; readonly text: string; readonly width: number },
  right: { readonly glyph: number; readonly text: string } | null,
): 'left' | 'right' | null {
  if (extra > 0) return right && isLatin(right.text) && !isLatin(left.text) ? 'right' : 'left'
  const ink = face.inkEm(left.glyph)
  if (ink && ink.right * 1000 <= left.width + extra + STEP) return 'left'
  const next = right && face.inkEm(right.glyph)
  return next && next.left * 1000 >= -extra - STEP ? 'right' : null
}

/** Towards nothing, so that a fitted glyph never leaves more than a step of overlap or gap. */
function stepped(extra: number): number {
  return Math.trunc(extra / STEP) * STEP
}

/** A glyph with the advance that the face gives it, in 1/1000 em. */
export interface OwnGlyph {
  readonly id: number
  readonly width: number
}

/** What the fits of a run's glyphs are found from. */
export interface FittedGlyphs {
  readonly run: GlyphRun
  readonly glyphs: readonly OwnGlyph[]
  readonly texts: readonly string[]
  readonly face: FontFace
  readonly following: Following | null
}

/** The fit of every glyph of a run; null when none needs one. */
export function fitGlyphs({ run, glyphs, texts, face, following }: FittedGlyphs): readonly Fit[] | null {
  let fits: Fit[] | null = null
  const { xs, size } = run
  // Between these two a character of one em, as nearly all are, disturbs nobody.
  const near = (size * (1000 - DISTURBING)) / 1000
  const far = (size * (1000 + DISTURBING)) / 1000
  let nextX = xs[0]
  for (let i = 0; i < glyphs.length; i += 1) {
    const last = i === glyphs.length - 1
    const x = nextX as number
    nextX = last ? following?.x : xs[i + 1]
    if (nextX === undefined) continue
    const { width } = glyphs[i] as OwnGlyph
    const advance = nextX - x
    if (width === 1000 && advance > near && advance < far) continue
    const nextText = last ? following?.text : texts[i + 1]
    if (nextText === undefined) continue
    const extra = (advance * 1000) / size - width
    const parting = last ? PARTING.betweenRuns : PARTING.inRun
    if (Math.abs(extra) < DISTURBING || extra > parting) continue
    if (SPACE.test(texts[i] as string) || SPACE.test(nextText)) continue
    const right = last ? null : { glyph: (glyphs[i + 1] as OwnGlyph).id, text: nextText }
    const side = booked(
      face,
      extra,
      { glyph: (glyphs[i] as OwnGlyph).id, text: texts[i] as string, width },
      right,
    )
    if (side === null) continue
    fits ??= new Array<Fit>(glyphs.length).fill(NONE)
    if (side === 'left') fits[i] = { ...(fits[i] as Fit), after: stepped(extra) }
    else fits[i + 1] = { ...(fits[i + 1] as Fit), before: stepped(extra) }
  }
  return fits
}
