import { withoutBorderBlanks } from '../base/border-blanks.ts'
import type { Span } from '../base/source.ts'
import type { Align, ParagraphStyle, TextStyle } from '../base/text-style.ts'
import type { Design, TextRole } from '../design/design.ts'
import { withoutBlanks } from '../issue/body/without-blanks.ts'
import type { ColumnAlign, Inline, InlineText } from '../issue/issue.ts'
import type { StyledText, TextRun } from './block.ts'

/** Size of superscripts and subscripts, and how far they are moved, in em of the text around them. */
const RAISED_SIZE = 0.6
const SUPERSCRIPT_RAISE = 0.36
const SUBSCRIPT_RAISE = -0.14

/** The mark of a footnote, a sign of many lines, is a little larger. */
const NOTE_MARK_SIZE = 0.7
const NOTE_MARK_RAISE = 0.3

/** The characters' style of a role. */
export function textStyle(design: Design, role: TextRole): TextStyle {
  const { family, weight, size, colour } = design.type[role]
  return { family, weight, size, colour, trackingEm: 0, raiseEm: 0, dots: false }
}

/** A paragraph's style in the role's size; `options` in em. */
export function paragraphStyle(
  design: Design,
  role: TextRole,
  options: Partial<Omit<ParagraphStyle, 'size'>> = {},
): ParagraphStyle {
  return {
    size: design.type[role].size,
    align: design.type[role].align,
    firstIndentEm: 0,
    startIndentEm: 0,
    endIndentEm: 0,
    headline: false,
    ...options,
  }
}

/** Text of a role as it stands, without marks. */
export function plainText(
  design: Design,
  role: TextRole,
  text: string,
  options: Partial<Omit<ParagraphStyle, 'size'>> & { readonly span?: Span | null } = {},
): StyledText {
  const { span = null, ...style } = options
  return {
    runs: [{ text: withoutBorderBlanks(text), style: textStyle(design, role), span }],
    style: paragraphStyle(design, role, style),
  }
}

/** What an editor's marks make of a style: bold, emphasis as the design says, raised and lowered signs. */
function markedStyle(base: TextStyle, inline: Inline, emphasis: Design['text']['emphasis']): TextStyle {
  let style = base
  if (inline.bold) style = { ...style, weight: 'bold' }
  if (inline.emphasis) {
    if (emphasis === 'kai') style = { ...style, family: '楷体' }
    else if (emphasis === 'bold') style = { ...style, weight: 'bold' }
    else style = { ...style, dots: true }
  }
  if (inline.line) style = { ...style, lineBelow: inline.line }
  if (inline.note)
    return { ...style, size: base.size * NOTE_MARK_SIZE, raiseEm: NOTE_MARK_RAISE / NOTE_MARK_SIZE }
  if (inline.raised) {
    const raiseEm = (inline.raised === 'superscript' ? SUPERSCRIPT_RAISE : SUBSCRIPT_RAISE) / RAISED_SIZE
    style = { ...style, size: base.size * RAISED_SIZE, raiseEm }
  }
  return style
}

/** Inline text in a role's style. */
export function styledRuns(design: Design, role: TextRole, text: InlineText): readonly TextRun[] {
  const base = textStyle(design, role)
  return withoutBlanks({ text, breaks: [] }).text.map((inline) => ({
    text: inline.text,
    style: markedStyle(base, inline, design.text.emphasis),
    span: inline.span,
    ...(inline.link === undefined ? {} : { link: inline.link }),
    ...(inline.note === undefined ? {} : { note: inline.note.number }),
    ...(inline.ruby === undefined ? {} : { ruby: inline.ruby }),
  }))
}

/** Inline text as a paragraph of a role. */
export function styledText(
  design: Design,
  role: TextRole,
  text: InlineText,
  options: Partial<Omit<ParagraphStyle, 'size'>> = {},
): StyledText {
  return { runs: styledRuns(design, role, text), style: paragraphStyle(design, role, options) }
}

/** The characters alone, as they are printed. */
export function plain(text: InlineText): string {
  return withoutBorderBlanks(text.map((inline) => inline.text).join(''))
}

/** Alignment of a table's column as a paragraph's. */
export function cellAlign(align: ColumnAlign | undefined): Align {
  return align === undefined || align === 'auto' ? 'left' : align
}
