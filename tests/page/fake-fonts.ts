import type { FontFace, FontLibrary } from '../../src/assets/font.ts'

/** A face in which Han and full-width marks are 1 em and everything else half: glyph ids are code points. */
const face: FontFace = {
  id: 'fake',
  postScriptName: 'Fake',
  ascentEm: 0.88,
  descentEm: 0.12,
  glyphOf: (codePoint) => codePoint,
  advanceEm: (glyph) => (glyph < 0x2000 ? 0.5 : 1),
  inkEm: () => null,
  kernEm: () => 0,
  combine: (parts) => parts[0]?.glyph ?? 0,
  descriptor: {
    bbox: [0, -120, 1000, 880],
    ascent: 880,
    descent: -120,
    capHeight: 700,
    italicAngle: 0,
    stemV: 80,
    serif: false,
    embedding: 'installable',
  },
  format: 'truetype',
  fetch: () => {},
  subset: () => ({ format: 'truetype', bytes: new Uint8Array() }),
}

/** Fonts for tests of pages: no files, the same on every machine. */
export const fakeFonts: FontLibrary = {
  chain: () => [face],
  has: () => true,
  face: () => face,
}
