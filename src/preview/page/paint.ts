import type {
  FaceOutlines,
  PaintedImage,
  PaintedItem,
  PaintedPath,
  PaintedRun,
  ScreenPage,
} from '../protocol.ts'

/** What a page is painted with: the part of a canvas that is used, so that a test can read along. */
export interface Pencil<P> {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineJoin: string
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  fill(path: P): void
  stroke(path: P): void
  setLineDash(dash: number[]): void
}

/** Where outlines and pictures come from. */
export interface Supplies<P> {
  /** A path from SVG path data. */
  path(data: string): P
  outline(font: string, glyph: number): P | null
  face(font: string): Pick<FaceOutlines, 'unitsPerEm' | 'strokeEm'> | null
  /** Paints a picture's part into a box, once it is there. */
  image(image: PaintedImage): void
  readonly accent: string
  readonly gray: boolean
}

/** Paints a page from its top left; `scale` is pixels for a pt. Positions are the display list's, and so the PDF's. */
export function paintPage<P>(pencil: Pencil<P>, page: ScreenPage, scale: number, from: Supplies<P>): void {
  pencil.setTransform(scale, 0, 0, scale, 0, 0)
  pencil.fillStyle = '#ffffff'
  pencil.fillRect(0, 0, page.width, page.height)
  for (const item of page.items) paintItem(pencil, item, scale, from)
}

function paintItem<P>(pencil: Pencil<P>, item: PaintedItem, scale: number, from: Supplies<P>): void {
  if (item.kind === 'link') return
  if (item.kind === 'glyphs') {
    paintRun(pencil, item, scale, from)
    return
  }
  pencil.setTransform(scale, 0, 0, scale, 0, 0)
  if (item.kind === 'rule') {
    pencil.fillStyle = colourOf(item.colour, from)
    pencil.fillRect(item.x, item.y, item.width, item.height)
  } else if (item.kind === 'path') paintPath(pencil, item, from)
  else from.image(item)
}

function paintRun<P>(pencil: Pencil<P>, run: PaintedRun, scale: number, from: Supplies<P>): void {
  const face = from.face(run.font)
  if (face === null) return
  const colour = colourOf(run.colour, from)
  pencil.fillStyle = colour
  if (face.strokeEm > 0) {
    pencil.strokeStyle = colour
    pencil.lineWidth = face.strokeEm * face.unitsPerEm
    pencil.lineJoin = 'miter'
    pencil.setLineDash([])
  }
  const [first = 0] = run.xs
  const turn = ((run.angle ?? 0) * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const em = (scale * run.size) / face.unitsPerEm
  run.glyphs.forEach((glyph, at) => {
    const outline = from.outline(run.font, glyph)
    if (outline === null) return
    const along = (run.xs[at] ?? first) - first
    const [x, y] = [first + along * cos, run.y - along * sin]
    pencil.setTransform(em * cos, -em * sin, -em * sin, -em * cos, scale * x, scale * y)
    pencil.fill(outline)
    if (face.strokeEm > 0) pencil.stroke(outline)
  })
}

function paintPath<P>(pencil: Pencil<P>, { commands, fill, stroke }: PaintedPath, from: Supplies<P>): void {
  const path = from.path(commands.map(([letter, ...numbers]) => letter + numbers.join(' ')).join(''))
  if (fill !== null) {
    pencil.fillStyle = colourOf(fill, from)
    pencil.fill(path)
  }
  if (stroke !== null) {
    pencil.strokeStyle = colourOf(stroke.colour, from)
    pencil.lineWidth = stroke.width
    pencil.setLineDash([...stroke.dash])
    pencil.stroke(path)
  }
}

/** A colour as CSS has it. */
export function colourOf(
  colour: string,
  { accent, gray }: Pick<Supplies<unknown>, 'accent' | 'gray'>,
): string {
  if (colour === 'black') return '#000000'
  const hex = colour === 'accent' ? accent : colour
  return gray ? grayOf(hex) : hex
}

/** Luminance by Rec. 709, as the painter of the PDF takes it. */
function grayOf(hex: string): string {
  const long = /^#(\w)(\w)(\w)$/.exec(hex)
  const full = long ? `#${long[1]}${long[1]}${long[2]}${long[2]}${long[3]}${long[3]}` : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(full.slice(at, at + 2), 16))
  const gray = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
  return `rgb(${gray} ${gray} ${gray})`
}
