import type { FontFace, FontLibrary } from '../../src/assets/font.ts'
import type { ParagraphStyle, TextStyle } from '../../src/base/text-style.ts'
import type { StyledText } from '../../src/content/block.ts'
import type { Design } from '../../src/design/design.ts'
import { plainMeasure } from '../../src/text/plain-measure.ts'

/** Han and full-width marks 1 em, others 0.5 em; glyph ids are code points. */
export const fakeFonts: FontLibrary = plainMeasure()

/** A face that has only some characters, on top of the fake one. */
export function faceWith(
  id: string,
  has: (codePoint: number) => boolean,
  more: Partial<FontFace> = {},
): FontFace {
  const [plain] = fakeFonts.chain('', 'regular') as [FontFace]
  return {
    ...plain,
    id,
    postScriptName: id,
    glyphOf: (codePoint, selector) => (has(codePoint) && selector === undefined ? codePoint : 0),
    ...more,
  }
}

export function libraryOf(...faces: readonly FontFace[]): FontLibrary {
  return {
    chain: () => faces,
    has: () => true,
    face: (id) => faces.find((face) => face.id === id) as FontFace,
  }
}

export const textOptions: Design['text'] = {
  indentEm: 2,
  emphasis: 'kai',
  punctuation: 'full',
  breakLevel: 'normal',
  hang: false,
  grid: false,
  hyphenation: false,
  hanLatinSpaceEm: 0.25,
  footnotes: 'page',
  latin: null,
}

export const textStyle: TextStyle = {
  family: '宋体',
  weight: 'regular',
  size: 10,
  colour: 'black',
  trackingEm: 0,
  raiseEm: 0,
  dots: false,
}

export const paragraphStyle: ParagraphStyle = {
  size: 10,
  align: 'justify',
  firstIndentEm: 0,
  startIndentEm: 0,
  endIndentEm: 0,
  headline: false,
}

/** Text of one run in the test style (10 pt), with changes to either style. */
export function styled(
  text: string,
  paragraph: Partial<ParagraphStyle> = {},
  run: Partial<TextStyle> = {},
): StyledText {
  return {
    runs: [{ text, style: { ...textStyle, ...run }, span: null }],
    style: { ...paragraphStyle, ...paragraph },
  }
}
