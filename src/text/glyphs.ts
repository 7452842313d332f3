import type { FontFace, InkBox } from '../assets/font.ts'
import type { Pt } from '../base/units.ts'
import { CONNECTOR, DASH, ELLIPSIS, INTERPUNCT, isClosing, OPENER, SOLIDUS, WIDE_DOT } from './clreq/kinds.ts'
import type { ClusterGlyph } from './shaped-text.ts'

/** ⸺ */
const TWO_EM_DASH = 0x2e3a

/** A character as its face draws it at one size, moved to where Chinese composition wants its ink. */
export interface SetGlyph {
  readonly face: FontFace
  readonly glyphs: readonly ClusterGlyph[]
  /** Width with blanks, as the cluster's natural advance. */
  readonly advance: Pt
  /** Width of the ink's own box: the advance without a mark's blanks. */
  readonly body: Pt
  /** From the glyph's origin to the body. */
  readonly origin: Pt
}

/** Height of the middle of a Han character's box above the baseline, in em: (0.88 − 0.12) / 2. */
const MIDDLE_EM = 0.38

/** Ink this far over its half of the em box still looks in place. */
const OVERHANG_EM = 0.07

/** Bearing given to marks whose ink has to be placed anew, in em. */
const BEARING_EM = 0.08

/** One glyph where the face puts it. */
function plainGlyph(face: FontFace, glyph: number, size: Pt): SetGlyph {
  const advance = face.advanceEm(glyph) * size
  return { face, glyphs: [{ id: glyph, dx: 0, dy: 0 }], advance, body: advance, origin: 0 }
}

/** A mark of full or half width (GB/T 15834 clause 5.1): body and blank, ink on its side of the em box. */
function markGlyph(face: FontFace, glyph: number, size: Pt, kind: number): SetGlyph {
  const ink = face.inkEm(glyph)
  const width = kind === INTERPUNCT || kind === SOLIDUS ? 0.5 : 1
  if (kind === OPENER || isClosing(kind)) {
    const dx = ink ? sideShift(ink, kind) * size : 0
    const origin = kind === OPENER ? 0.5 * size : 0
    return { face, glyphs: [{ id: glyph, dx, dy: 0 }], advance: size, body: 0.5 * size, origin }
  }
  const dot = kind === WIDE_DOT
  const dx = ink ? centreShift(ink, width) * size : 0
  const dy = ink && kind !== SOLIDUS ? riseOf(ink) * size : 0
  const body = dot ? 0.5 * size : width * size
  return { face, glyphs: [{ id: glyph, dx, dy }], advance: width * size, body, origin: dot ? 0.25 * size : 0 }
}

/** How far a mark's ink is moved so that it lies in its half of the box: left for points, right for openers. */
function sideShift(ink: InkBox, kind: number): number {
  const width = ink.right - ink.left
  if (kind === OPENER) {
    if (ink.left >= 0.5 - OVERHANG_EM && ink.right <= 1 + OVERHANG_EM) return 0
    return width > 0.5 - BEARING_EM ? 0.75 - (ink.left + ink.right) / 2 : 1 - BEARING_EM - ink.right
  }
  if (ink.right <= 0.5 + OVERHANG_EM && ink.left >= -OVERHANG_EM) return 0
  return width > 0.5 - BEARING_EM ? 0.25 - (ink.left + ink.right) / 2 : BEARING_EM - ink.left
}

function centreShift(ink: InkBox, width: number): number {
  const shift = width / 2 - (ink.left + ink.right) / 2
  return Math.abs(shift) < 0.02 ? 0 : shift
}

/** Raises (or lowers) ink that is plainly off the middle of the line. */
function riseOf(ink: InkBox): number {
  const rise = MIDDLE_EM - (ink.top + ink.bottom) / 2
  return Math.abs(rise) < 0.06 ? 0 : rise
}

/** — – ～ … alone: centred in their box of one em, or half an em for –. */
function strokeGlyph(face: FontFace, glyph: number, size: Pt, widthEm: number): SetGlyph {
  const ink = face.inkEm(glyph)
  const dx = ink ? centreShift(ink, widthEm) * size : 0
  const dy = ink ? riseOf(ink) * size : 0
  const advance = widthEm * size
  return { face, glyphs: [{ id: glyph, dx, dy }], advance, body: advance, origin: 0 }
}

/**
 * 破折号: one unbroken stroke of two em on the middle (GB/T 15834 clause 5.1.4): the face's own, or two glyphs whose ink meets;
 * where the face draws them short, as many as it takes, joined to one.
 */
export function dashGlyphs(face: FontFace, glyph: number, size: Pt): SetGlyph {
  const whole = wholeDash(face, size)
  if (whole !== null) return { face, glyphs: [whole], advance: 2 * size, body: 2 * size, origin: 0 }
  const ink = face.inkEm(glyph) ?? { left: 0, right: 1, bottom: 0.36, top: 0.4 }
  const dy = riseOf(ink) * size
  const spare = Math.max(0, ink.left)
  const end = Math.min(2, 2 - spare)
  const last = end - ink.right
  const meets = ink.right >= end - (ink.right - ink.left)
  const glyphs = meets
    ? [
        { id: glyph, dx: 0, dy },
        { id: glyph, dx: last * size, dy },
      ]
    : [{ id: joinedDashes(face, glyph, ink, last), dx: 0, dy }]
  return { face, glyphs, advance: 2 * size, body: 2 * size, origin: 0 }
}

/** Each short dash covers this much of the one before, in parts of itself, so that no join shows. */
const DASH_COVER = 0.05

/** As many dashes as fill the stroke, as one glyph: each glyph stands for characters, and there are only two of these. */
function joinedDashes(face: FontFace, glyph: number, ink: InkBox, last: number): number {
  const step = Math.max((ink.right - ink.left) * (1 - DASH_COVER), 0.05)
  const count = Math.ceil(last / step) + 1
  const parts = Array.from({ length: count }, (_, i) => ({ glyph, dx: (last * i) / (count - 1), dy: 0 }))
  return face.combine(parts, 2)
}

/** The face's own dash of two em: one stroke has no place where two edges could show. */
function wholeDash(face: FontFace, size: Pt): ClusterGlyph | null {
  const id = face.glyphOf(TWO_EM_DASH)
  const ink = id === 0 ? null : face.inkEm(id)
  if (!ink || ink.right - ink.left < 1.7 || ink.right - ink.left > 2.02) return null
  return { id, dx: (1 - (ink.left + ink.right) / 2) * size, dy: riseOf(ink) * size }
}

/** 省略号: six dots over two em, on the middle (GB/T 15834 clause 5.1.5). */
export function ellipsisGlyphs(face: FontFace, glyph: number, size: Pt): SetGlyph {
  const one = strokeGlyph(face, glyph, size, 1)
  const [dot] = one.glyphs as [ClusterGlyph]
  const glyphs = [dot, { ...dot, dx: dot.dx + size }]
  return { ...one, glyphs, advance: 2 * size, body: 2 * size }
}

/** “ ” in Latin: where the face draws them one em wide, cut to their ink and a bearing. */
export function latinQuote(face: FontFace, glyph: number, size: Pt): SetGlyph {
  const advance = face.advanceEm(glyph)
  const ink = face.inkEm(glyph)
  if (advance < 0.9 || !ink) return plainGlyph(face, glyph, size)
  const width = (ink.right - ink.left + BEARING_EM) * size
  const dx = (BEARING_EM / 2 - ink.left) * size
  return { face, glyphs: [{ id: glyph, dx, dy: 0 }], advance: width, body: width, origin: 0 }
}

/** The glyph of one character by its kind. */
export function glyphOfKind(
  face: FontFace,
  glyph: number,
  size: Pt,
  kind: number,
  character: string,
): SetGlyph {
  const solidus = kind === SOLIDUS && character === '/'
  if ((kind >= OPENER && kind <= INTERPUNCT) || kind === WIDE_DOT || solidus)
    return markGlyph(face, glyph, size, kind)
  if (kind === DASH || kind === ELLIPSIS) return strokeGlyph(face, glyph, size, character === '⸺' ? 2 : 1)
  if (kind === CONNECTOR) return strokeGlyph(face, glyph, size, character === '–' ? 0.5 : 1)
  return plainGlyph(face, glyph, size)
}
