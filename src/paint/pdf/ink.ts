import type { Colour } from '../../base/text-style.ts'
import { number } from './syntax.ts'

/** Parts of ink, 0–1. */
export type Cmyk = readonly [cyan: number, magenta: number, yellow: number, black: number]

/** How colours are written. */
export interface Inks {
  readonly mode: 'rgb' | 'gray' | 'cmyk'
  /** What `accent` stands for, as `#rrggbb`. */
  readonly accent: string
  /** In `cmyk` only: the accent's own mixture, or a plate of its own (专色). */
  readonly accentInk?: { readonly process: Cmyk } | { readonly spot: string; readonly process: Cmyk }
}

type Rgb = readonly [number, number, number]

function rgbOf(hex: string): Rgb {
  const long = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex)
  const full = long ? `#${long[1]}${long[1]}${long[2]}${long[2]}${long[3]}${long[3]}` : hex
  if (!/^#[0-9a-f]{6}$/i.test(full)) throw new RangeError(`not a colour: ${hex}`)
  const parts = [1, 3, 5].map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
  return parts as unknown as Rgb
}

/** Ink for a screen colour: the common part of the three goes to black, so that grays are black only. */
export function cmykOf(hex: string): Cmyk {
  const [red, green, blue] = rgbOf(hex)
  const black = 1 - Math.max(red, green, blue)
  if (black === 1) return [0, 0, 0, 1]
  const part = (light: number) => (1 - light - black) / (1 - black)
  return [part(red), part(green), part(blue), black]
}

/** Luminance (Rec. 709 weights on the coded values), 0 black – 1 white. */
function grayOf(hex: string): number {
  const [red, green, blue] = rgbOf(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function parts(values: readonly number[]): string {
  return values.map((value) => number(value)).join(' ')
}

/** Resource name of the spot colour's space. */
export const SPOT_SPACE = 'Spot'

function screenOperator(hex: string, gray: boolean): string {
  const [red, green, blue] = rgbOf(hex)
  if (gray) return `${parts([grayOf(hex)])} g`
  return red === green && green === blue ? `${parts([red])} g` : `${parts([red, green, blue])} rg`
}

function pressOperator(colour: Colour, inks: Inks): string {
  if (colour === 'black') return '0 0 0 1 k'
  if (colour !== 'accent') return `${parts(cmykOf(colour))} k`
  const ink = inks.accentInk ?? { process: cmykOf(inks.accent) }
  return 'spot' in ink ? `/${SPOT_SPACE} cs 1 scn` : `${parts(ink.process)} k`
}

function fillOperator(colour: Colour, inks: Inks): string {
  if (inks.mode === 'cmyk') return pressOperator(colour, inks)
  if (colour === 'black') return '0 g'
  return screenOperator(colour === 'accent' ? inks.accent : colour, inks.mode === 'gray')
}

/** Operators setting a colour for filling or stroking (ISO 32000-1, 8.6.8), remembered by colour. */
export function colourOperators(inks: Inks): (colour: Colour, use: 'fill' | 'stroke') => string {
  const known = new Map<string, string>()
  return (colour, use) => {
    const key = use + colour
    let operator = known.get(key)
    if (operator === undefined) {
      operator = fillOperator(colour, inks)
      if (use === 'stroke') {
        operator = operator.replace(/[a-z]+$/, (last) => last.toUpperCase()).replace(' cs ', ' CS ')
      }
      known.set(key, operator)
    }
    return operator
  }
}

/** Whether a colour prints on the black plate only, so that it may overprint. */
export function blackOnly(colour: Colour, inks: Inks): boolean {
  if (inks.mode !== 'cmyk' || colour === 'accent') return false
  if (colour === 'black') return true
  const [cyan, magenta, yellow, black] = cmykOf(colour)
  return cyan === 0 && magenta === 0 && yellow === 0 && black === 1
}
