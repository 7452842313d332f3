import type { FaceOutlines, PaintedImage } from '../protocol.ts'
import type { Supplies } from './paint.ts'

interface Face {
  unitsPerEm: number
  strokeEm: number
  readonly data: Map<number, string>
  readonly paths: Map<number, Path2D>
}

const faces = new Map<string, Face>()
const pictures = new Map<number, HTMLImageElement>()
const waiting = new Set<() => void>()

/** Keeps outlines; a glyph's is made into a path when it is first painted. */
export function addOutlines(outlines: Readonly<Record<string, FaceOutlines>>): void {
  for (const [id, { unitsPerEm, strokeEm, paths }] of Object.entries(outlines)) {
    const face = faces.get(id) ?? { unitsPerEm, strokeEm, data: new Map(), paths: new Map() }
    for (const [glyph, data] of Object.entries(paths)) face.data.set(Number(glyph), data)
    faces.set(id, face)
  }
}

/** What a program that began anew says has nothing to do with what was before. */
export function forgetPages(): void {
  faces.clear()
  pictures.clear()
}

/** Calls back when pictures that were missing have come. */
export function whenSupplied(again: () => void): () => void {
  waiting.add(again)
  return () => void waiting.delete(again)
}

function touch(): void {
  for (const again of waiting) again()
}

/** The picture by its number; null until it is there. */
export function pictureOf(number: number): HTMLImageElement | null {
  const known = pictures.get(number)
  if (known) return known.complete && known.naturalWidth > 0 ? known : null
  const image = new Image()
  image.addEventListener('load', touch)
  image.src = `picture/${number}`
  pictures.set(number, image)
  return null
}

/** What a page is painted with on a canvas; `onMissing` hears of a picture that is not there yet. */
export function suppliesFor(
  context: CanvasRenderingContext2D,
  colours: { readonly accent: string; readonly gray: boolean },
  onMissing: () => void,
): Supplies<Path2D> {
  return {
    ...colours,
    path: (data) => new Path2D(data),
    face: (id) => faces.get(id) ?? null,
    outline: (id, glyph) => {
      const face = faces.get(id)
      const known = face?.paths.get(glyph)
      if (known || !face) return known ?? null
      const data = face.data.get(glyph)
      if (!data) return null
      const path = new Path2D(data)
      face.paths.set(glyph, path)
      return path
    },
    image: (item) => paintImage(context, item) || onMissing(),
  }
}

function paintImage(
  context: CanvasRenderingContext2D,
  { image, x, y, width, height, crop }: PaintedImage,
): boolean {
  const picture = pictureOf(image)
  if (picture === null) {
    context.fillStyle = '#e4e4e4'
    context.fillRect(x, y, width, height)
    return false
  }
  const { naturalWidth, naturalHeight } = picture
  const [left, top] = [crop.left * naturalWidth, crop.top * naturalHeight]
  const [across, down] = [(crop.right - crop.left) * naturalWidth, (crop.bottom - crop.top) * naturalHeight]
  context.drawImage(picture, left, top, across, down, x, y, width, height)
  return true
}
