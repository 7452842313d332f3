import type { FontLibrary } from '../../assets/font.ts'
import type { Generations } from '../../base/generations.ts'
import type { Align, TextStyle } from '../../base/text-style.ts'
import type { Design } from '../../design/design.ts'
import type { Line } from '../../text/line.ts'
import { setParagraph } from '../../text/set-paragraph.ts'
import { shapeText } from '../../text/shape.ts'
import type { ShapedText } from '../../text/shaped-text.ts'

/** Shapes what only the page knows: folios, running heads, page numbers, wanted picture sizes. */
export type PageText = (text: string, style: TextStyle, align?: Align) => ShapedText

/** Texts that were shaped, by their words and style. */
type KnownTexts = Pick<Generations<ShapedText>, 'get' | 'set'>

/**
 * A shaper for the page's own words. Each text is shaped once (most placeholders want one of a few sizes); those that are
 * `kept`, of the same design and fonts, not at all.
 */
export function pageText(design: Design, fonts: FontLibrary, kept: KnownTexts | null = null): PageText {
  const shape = shaperOf(design, fonts)
  const texts: KnownTexts = kept ?? new Map<string, ShapedText>()
  return (text, style, align = 'left') => {
    const key = JSON.stringify([text, style, align])
    const known = texts.get(key) ?? shape(text, style, align)
    texts.set(key, known)
    return known
  }
}

function shaperOf(design: Design, fonts: FontLibrary): PageText {
  return (text, style, align = 'left') => {
    const paragraph = {
      size: style.size,
      align,
      firstIndentEm: 0,
      startIndentEm: 0,
      endIndentEm: 0,
      headline: false,
    }
    return shapeText({ runs: [{ text, style, span: null }], style: paragraph }, fonts, design.text)
  }
}

/** One line, long enough for what has a fixed or short text; of a very long one only its beginning. */
export function oneLine(text: ShapedText): Line | null {
  return setParagraph(text, ONE_LINE).lines[0] ?? null
}

/** The text on one line; null where even a line wider than any page cannot hold it. */
export function wholeLine(text: ShapedText): Line | null {
  const { lines } = setParagraph(text, ONE_LINE)
  return lines.length === 1 ? (lines[0] as Line) : null
}

/** Wider than any page: 5 m. */
const ONE_LINE = 14_400
