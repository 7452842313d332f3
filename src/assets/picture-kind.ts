/** What a file is by its first bytes; `unknown` when nothing fits. Names are those people know. */
export type FileKind =
  | 'JPEG'
  | 'PNG'
  | 'GIF'
  | 'WebP'
  | 'TIFF'
  | 'HEIC'
  | 'AVIF'
  | 'BMP'
  | 'PSD'
  | 'JPEG XL'
  | 'JPEG 2000'
  | 'EMF'
  | 'WMF'
  | 'SVG'
  | 'PDF'
  | 'ZIP'
  | 'DOC'
  | 'HTML'
  | 'MP4'
  | 'unknown'

const SIGNATURES: readonly (readonly [kind: FileKind, at: number, signature: string])[] = [
  ['JPEG', 0, '\xff\xd8\xff'],
  ['PNG', 0, '\x89PNG\r\n\x1a\n'],
  ['GIF', 0, 'GIF8'],
  ['WebP', 8, 'WEBP'],
  ['TIFF', 0, 'II*\0'],
  ['TIFF', 0, 'MM\0*'],
  ['TIFF', 0, 'II+\0'],
  ['AVIF', 4, 'ftypavif'],
  ['AVIF', 4, 'ftypavis'],
  ['HEIC', 4, 'ftyphei'],
  ['HEIC', 4, 'ftyphev'],
  ['HEIC', 4, 'ftypmif1'],
  ['HEIC', 4, 'ftypmsf1'],
  ['MP4', 4, 'ftyp'],
  ['BMP', 0, 'BM'],
  ['PSD', 0, '8BPS'],
  ['JPEG XL', 0, '\xff\x0a'],
  ['JPEG XL', 4, 'JXL '],
  ['JPEG 2000', 4, 'jP  '],
  ['EMF', 40, ' EMF'],
  ['WMF', 0, '\xd7\xcd\xc6\x9a'],
  ['PDF', 0, '%PDF'],
  ['ZIP', 0, 'PK\x03\x04'],
  ['DOC', 0, '\xd0\xcf\x11\xe0'],
]

const SNIFFED = 1024

function textKind(start: string): FileKind {
  const text = start.replace(/^[\xef\xbb\xbf\s\0]+/, '').toLowerCase()
  if (/<svg[\s>]/.test(text)) return 'SVG'
  if (/^<(!doctype html|html|head|body|script|meta|\?xml)/.test(text)) return 'HTML'
  return 'unknown'
}

/** Takes a file's bytes; says what kind it is, whatever its name. */
export function pictureKindOf(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, SNIFFED))
  const found = SIGNATURES.find(([, at, signature]) => start.startsWith(signature, at))
  return found === undefined ? textKind(start) : found[0]
}
