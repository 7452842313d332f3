import type { Colour } from '../../base/text-style.ts'
import type { Pt } from '../../base/units.ts'
import type { DisplayItem, DisplayPage, GlyphRun, Image, Path, Rule } from '../../display/display-list.ts'
import type { CodedRun, FontUsage, Slot } from './font-usage.ts'
import { imageMatrix } from './image-matrix.ts'
import { number } from './syntax.ts'

/** What the painter of a page needs to know of the document. */
export interface PageContext {
  readonly fonts: ReadonlyMap<string, { readonly usage: FontUsage; readonly resource: string }>
  readonly images: ReadonlyMap<string, { readonly resource: string; readonly orientation: number }>
  readonly colour: (colour: Colour, use: 'fill' | 'stroke') => string
  /** Whether a colour overprints what lies below; null where no colour does. */
  readonly overprints: ((colour: Colour) => boolean) | null
  /** Operands that mark content of a structure node on the page at hand; null for an untagged file. */
  readonly mark: ((node: number) => string) | null
  /** From the medium's edge to the trimmed page's. */
  readonly margin: Pt
}

/** A page's operators and the resources they name. */
export interface PageContent {
  /** One character for each byte. */
  readonly operators: string
  readonly fonts: ReadonlySet<string>
  readonly images: ReadonlySet<string>
}

/**
 * Places along a line are counted in units of 1/100000 pt while its glyphs are written: whole numbers, which V8 keeps
 * without making an object of each.
 */
const UNITS = 100_000

/** Misplacement of a glyph that is let stand, in units: 0.01 pt. */
const TOLERANCE = 1000

/** Tc is written in steps of 1/1000 pt, here in units. */
const SPACING_STEP = UNITS / 1000

/** Gaps that differ by less are one but for rounding. */
const ALIKE = SPACING_STEP / 2

/** Writes the operators of one page's items. */
export function pageContent(page: DisplayPage, context: PageContext): PageContent {
  const painter = new PagePainter(page.height, context)
  for (const item of page.items) painter.paint(item)
  return painter.finish()
}

class PagePainter {
  readonly #context: PageContext
  readonly #top: Pt
  readonly #out: string[] = []
  readonly #fonts = new Set<string>()
  readonly #images = new Set<string>()
  #marked: number | null | undefined = undefined
  #inText = false
  #lineX = 0
  #lineY = 0
  #font = ''
  #size = 0
  /** In units. */
  #spacing = 0
  /** Of the run at hand, in units; filled anew for each. */
  readonly #places: number[] = []
  readonly #advances: number[] = []
  #fill = ''
  #stroke = ''
  /** As the graphics state has it; null until the page has said it. */
  #overprint: boolean | null = null

  constructor(height: Pt, context: PageContext) {
    this.#context = context
    this.#top = height + context.margin
  }

  paint(item: DisplayItem): void {
    if (item.kind === 'link') return
    this.#markContent(item.node)
    if (item.kind === 'glyphs') {
      this.#showGlyphs(item)
      return
    }
    this.#endText()
    if (item.kind === 'rule') this.#fillRule(item)
    else if (item.kind === 'path') this.#drawPath(item)
    else this.#drawImage(item)
  }

  finish(): PageContent {
    this.#endMarked()
    return { operators: this.#out.join('\n'), fonts: this.#fonts, images: this.#images }
  }

  #x(x: Pt): string {
    return number(x + this.#context.margin)
  }

  #y(y: Pt): string {
    return number(this.#top - y)
  }

  #markContent(node: number | null): void {
    const { mark } = this.#context
    if (!mark || node === this.#marked) return
    this.#endMarked()
    this.#out.push(node === null ? '/Artifact BMC' : `${mark(node)} BDC`)
    this.#marked = node
  }

  #endMarked(): void {
    this.#endText()
    if (this.#marked !== undefined) this.#out.push('EMC')
    this.#marked = undefined
  }

  #endText(): void {
    if (this.#inText) this.#out.push('ET')
    this.#inText = false
  }

  #beginText(): void {
    if (this.#inText) return
    this.#out.push('BT')
    this.#inText = true
    this.#lineX = 0
    this.#lineY = 0
  }

  #setFill(colour: Colour): void {
    const operator = this.#context.colour(colour, 'fill')
    if (operator !== this.#fill) this.#out.push(operator)
    this.#fill = operator
    this.#setOverprintOf(colour)
  }

  #setStroke(colour: Colour): void {
    const operator = this.#context.colour(colour, 'stroke')
    if (operator !== this.#stroke) this.#out.push(operator)
    this.#stroke = operator
    this.#setOverprintOf(colour)
  }

  #setOverprintOf(colour: Colour): void {
    const { overprints } = this.#context
    if (overprints) this.#setOverprint(overprints(colour))
  }

  /** Said before the first of a page too. */
  #setOverprint(overprint: boolean): void {
    if (overprint !== this.#overprint) this.#out.push(overprint ? '/Over gs' : '/Knock gs')
    this.#overprint = overprint
  }

  #showGlyphs(run: GlyphRun): void {
    if (run.glyphs.length === 0) return
    const font = this.#context.fonts.get(run.font)
    if (!font) throw new Error(`font ${run.font} was not collected`)
    this.#fonts.add(font.resource)
    this.#beginText()
    this.#setFill(run.colour)
    if (font.resource !== this.#font || run.size !== this.#size) {
      this.#out.push(`/${font.resource} ${number(run.size)} Tf`)
      this.#font = font.resource
      this.#size = run.size
    }
    const coded = font.usage.coded(run)
    if (run.angle) this.#placeTurned(run, run.angle)
    else this.#place(coded.origins[0] as number, run.y)
    const stroke = (font.usage.face.strokeEm ?? 0) * run.size
    if (stroke > 0) this.#beginStroked(run.colour, stroke)
    this.#show(coded, run.size)
    // Other runs are only filled, and paths have corners.
    if (stroke > 0) this.#out.push('0 Tr 0 j')
    if (run.angle) this.#endText()
  }

  /** Glyphs that follow are made bold by a stroke of their own colour. */
  #beginStroked(colour: Colour, width: Pt): void {
    this.#setStroke(colour)
    this.#out.push(`2 Tr ${number(width)} w [] 0 d 1 j`)
  }

  /** Moves to a run's origin from the origin of the run before; rounded places keep the errors from adding up. */
  #place(x: Pt, y: Pt): void {
    const atX = Math.round((x + this.#context.margin) * 1000) / 1000
    const atY = Math.round((this.#top - y) * 1000) / 1000
    this.#out.push(`${number(atX - this.#lineX)} ${number(atY - this.#lineY)} Td`)
    this.#lineX = atX
    this.#lineY = atY
  }

  #placeTurned(run: GlyphRun, angle: number): void {
    const turn = (angle * Math.PI) / 180
    const cos = number(Math.cos(turn), 5)
    const sin = number(Math.sin(turn), 5)
    this.#endText()
    this.#beginText()
    this.#out.push(
      `${cos} ${sin} ${sin.startsWith('-') ? sin.slice(1) : `-${sin}`} ${cos} ${this.#x(run.xs[0] as number)} ${this.#y(run.y)} Tm`,
    )
  }

  #show({ slots, origins }: CodedRun, size: Pt): void {
    this.#measure(slots, origins, size)
    const places = this.#places
    const advances = this.#advances
    if (slots.length > 1) this.#setSpacing(usualGap(places, advances, slots.length))
    const spacing = this.#spacing
    const digits = size > 18 ? 1 : 0
    const pieces: string[] = []
    let piece = ''
    let at = places[0] as number
    for (let i = 0; i < slots.length; i += 1) {
      const off = at - (places[i] as number)
      if (off > TOLERANCE || off < -TOLERANCE) {
        const adjustment = number((off / UNITS / size) * 1000, digits)
        pieces.push(`(${piece})${adjustment}`)
        piece = ''
        at -= Math.round((Number(adjustment) * size * UNITS) / 1000)
      }
      piece += codeBytes((slots[i] as Slot).code)
      at += (advances[i] as number) + spacing
    }
    this.#out.push(pieces.length > 0 ? `[${pieces.join('')}(${piece})]TJ` : `(${piece})Tj`)
  }

  #measure(slots: readonly Slot[], origins: readonly Pt[], size: Pt): void {
    const places = this.#places
    const advances = this.#advances
    const em = Math.round(size * UNITS)
    for (let i = 0; i < slots.length; i += 1) {
      const { width } = slots[i] as Slot
      places[i] = Math.round((origins[i] as number) * UNITS)
      advances[i] = width === 1000 ? em : Math.round((width * size * UNITS) / 1000)
    }
  }

  /** Character spacing (Tc) is the gap that most glyphs of the run have, so that a justified line is one string. */
  #setSpacing(gap: number): void {
    const spacing = Math.round(gap / SPACING_STEP) * SPACING_STEP
    if (spacing === this.#spacing) return
    this.#out.push(`${number(spacing / UNITS)} Tc`)
    this.#spacing = spacing
  }

  #fillRule(rule: Rule): void {
    this.#setFill(rule.colour)
    const size = `${number(rule.width)} ${number(rule.height)}`
    this.#out.push(`${this.#x(rule.x)} ${this.#y(rule.y + rule.height)} ${size} re f`)
  }

  /** One state serves fill and stroke: they overprint only when both do. */
  #setPathOverprint({ fill, stroke }: Path): void {
    const { overprints } = this.#context
    if (overprints && fill && stroke) this.#setOverprint(overprints(fill) && overprints(stroke.colour))
  }

  #drawPath(path: Path): void {
    if (path.fill) this.#setFill(path.fill)
    if (path.stroke) {
      this.#setStroke(path.stroke.colour)
      const dash = path.stroke.dash.map((one) => number(one)).join(' ')
      this.#out.push(`${number(path.stroke.width)} w [${dash}] 0 d`)
    }
    this.#setPathOverprint(path)
    for (const [kind, ...places] of path.commands) {
      const written = places.map((place, i) => (i % 2 === 0 ? this.#x(place) : this.#y(place)))
      this.#out.push([...written, kind === 'Z' ? 'h' : kind.toLowerCase()].join(' '))
    }
    this.#out.push(path.fill ? (path.stroke ? 'B' : 'f') : path.stroke ? 'S' : 'n')
  }

  #drawImage(image: Image): void {
    const asset = this.#context.images.get(image.image)
    if (!asset) throw new Error(`picture ${image.image} was not collected`)
    this.#images.add(asset.resource)
    const { left, top, right, bottom } = image.crop
    const width = image.width / (right - left)
    const height = image.height / (bottom - top)
    const whole = { x: image.x - left * width, y: image.y - top * height, width, height }
    const cropped = left > 0 || top > 0 || right < 1 || bottom < 1
    const box = `${this.#x(image.x)} ${this.#y(image.y + image.height)} ${number(image.width)} ${number(image.height)}`
    const matrix = imageMatrix(asset.orientation, {
      ...whole,
      x: whole.x + this.#context.margin,
      y: this.#top - whole.y,
    })
    const clip = cropped ? `${box} re W n ` : ''
    // A picture takes the overprint that the state has, whatever its own colours are (8.6.7).
    if (this.#context.overprints) this.#setOverprint(false)
    this.#out.push(`q ${clip}${matrix.map((one) => number(one)).join(' ')} cm /${asset.resource} Do Q`)
  }
}

/** The gap that more than half of the glyphs have (Boyer and Moore's vote), in units; 0 where there is none. */
function usualGap(places: readonly number[], advances: readonly number[], length: number): number {
  let candidate = 0
  let votes = 0
  for (let i = 0; i < length - 1; i += 1) {
    const gap = (places[i + 1] as number) - (places[i] as number) - (advances[i] as number)
    if (votes === 0) candidate = gap
    const off = gap - candidate
    votes += off <= ALIKE && off >= -ALIKE ? 1 : -1
  }
  let count = 0
  for (let i = 0; i < length - 1; i += 1) {
    const off = (places[i + 1] as number) - (places[i] as number) - (advances[i] as number) - candidate
    if (off <= ALIKE && off >= -ALIKE) count += 1
  }
  return count * 3 > length ? candidate : 0
}

const bytesOfCode: string[] = []

/** A code's two bytes inside a literal string (7.3.4.2), one character each. */
function codeBytes(code: number): string {
  let known = bytesOfCode[code]
  if (known === undefined) {
    known = literalByte(code >> 8) + literalByte(code & 0xff)
    bytesOfCode[code] = known
  }
  return known
}

function literalByte(byte: number): string {
  // ( ) \ would end the string or escape; line ends would be read as one another.
  if (byte === 0x28 || byte === 0x29 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`
  if (byte === 0x0d) return '\\r'
  return byte === 0x0a ? '\\n' : String.fromCharCode(byte)
}
