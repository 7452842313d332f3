const ORIENTATION = 0x0112
const MAX_ENTRIES = 512
/** Bytes of a value by its type (TIFF 6.0, 2): BYTE, SHORT, LONG, SLONG; a writer’s slip where it is not SHORT. */
const LENGTHS: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4, 9: 4 }

/**
 * Takes a TIFF structure as EXIF holds it; gives the orientation of the main picture, 1–8. Only the first
 * directory is read, so loops of directories cannot hold it up. Anything odd gives 1, upright: libvips, which turns the
 * pictures that are reduced, must come to the same.
 */
export function exifOrientation(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  if (view.byteLength < 14) return 1
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return 1
  const little = order === 0x4949
  if (view.getUint16(2, little) !== 42) return 1
  const directory = view.getUint32(4, little)
  if (directory + 2 > view.byteLength) return 1
  const count = Math.min(view.getUint16(directory, little), MAX_ENTRIES)
  for (let at = directory + 2; at < directory + 2 + 12 * count && at + 12 <= view.byteLength; at += 12) {
    if (view.getUint16(at, little) !== ORIENTATION) continue
    const value = firstValue(view, at, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** The first value of the entry at `at`, where all of its values stand in the entry itself; else 0. */
function firstValue(view: DataView, at: number, little: boolean): number {
  const length = LENGTHS[view.getUint16(at + 2, little)]
  const count = view.getUint32(at + 4, little)
  if (length === undefined || count === 0 || count * length > 4) return 0
  if (length === 1) return view.getUint8(at + 8)
  return length === 2 ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little)
}
