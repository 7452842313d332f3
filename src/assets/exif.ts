const ORIENTATION = 0x0112
const MAX_ENTRIES = 512
const SHORT = 3
const LONG = 4

/**
 * Takes a TIFF structure as EXIF holds it; gives the orientation of the main picture, 1–8. Only the first
 * directory is read, so loops of directories cannot hold it up. Anything odd gives 1, upright.
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
    const type = view.getUint16(at + 2, little)
    const value =
      type === SHORT ? view.getUint16(at + 8, little) : type === LONG ? view.getUint32(at + 8, little) : 1
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}
