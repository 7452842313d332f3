import type { ParagraphStyle, TextStyle } from '../../src/base/text-style.ts'
import type {
  Block,
  FigureOf,
  HeadingOf,
  ParagraphOf,
  PictureOf,
  StyledText,
} from '../../src/content/block.ts'
import type { Design } from '../../src/design/design.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import type { Galley } from '../../src/page/blocks/galley.ts'
import { pageText } from '../../src/page/blocks/page-text.ts'
import { type Composed, type ComposeSetting, compose } from '../../src/page/compose.ts'
import { textsIn } from '../../src/page/fit/outside.ts'
import type { PageWishes } from '../../src/page/fit/report.ts'
import { shape } from '../../src/text/shape.ts'
import type { ShapedBlock, ShapedText } from '../../src/text/shaped-text.ts'
import { fakeFonts } from './fake-fonts.ts'

/** Blocks of Han with a fake font (every character 1 em), as the page stage gets them. */

const STYLE: TextStyle = {
  family: '宋体',
  weight: 'regular',
  size: 10.5,
  colour: 'black',
  trackingEm: 0,
  raiseEm: 0,
  dots: false,
}

const PARAGRAPH: ParagraphStyle = {
  size: 10.5,
  align: 'justify',
  firstIndentEm: 0,
  startIndentEm: 0,
  endIndentEm: 0,
  headline: false,
}

const BASE = {
  place: { section: 0, article: 0 },
  keep: { withNext: 0, withPrevious: false, whole: false },
  span: null,
} as const

export function styled(text: string, style: Partial<ParagraphStyle> = {}): StyledText {
  const paragraph = { ...PARAGRAPH, ...style }
  return { runs: [{ text, style: { ...STYLE, size: paragraph.size }, span: null }], style: paragraph }
}

export function paragraph(text: string, more: Partial<ParagraphOf<StyledText>> = {}): Block {
  return { ...BASE, kind: 'paragraph', role: 'body', text: styled(text), marker: null, ...more }
}

/** A paragraph of about so many full lines of 22 Han. */
export function lines(count: number, more: Partial<ParagraphOf<StyledText>> = {}): Block {
  return paragraph('国'.repeat(count * 22 - 10), more)
}

export function headline(text: string, more: Partial<HeadingOf<StyledText>> = {}): Block {
  return {
    ...BASE,
    keep: { withNext: 2, withPrevious: false, whole: true },
    kind: 'heading',
    role: 'headline',
    shoulder: null,
    text: styled(text, { size: 15, align: 'centre', headline: true }),
    subtitle: null,
    rows: 2,
    spans: false,
    ornament: false,
    outline: text,
    ...more,
  }
}

export function picture(more: Partial<PictureOf<StyledText>> = {}): PictureOf<StyledText> {
  return {
    image: null,
    pixels: null,
    placeholder: styled('待补', { size: 9, align: 'centre' }),
    caption: null,
    alt: '',
    ratio: 1.5,
    focus: [0.5, 0.5],
    span: null,
    ...more,
  }
}

export function figure(more: Partial<FigureOf<StyledText>> = {}): Block {
  return { ...BASE, kind: 'figure', fit: 'column', pictures: [picture()], placed: false, ...more }
}

export function shaped(blocks: readonly Block[]): readonly ShapedBlock[] {
  return shape(blocks, fakeFonts, twoColumn.text).value
}

export function shapedText(text: StyledText): ShapedText {
  const [block] = shaped([{ ...(paragraph('') as ParagraphOf<StyledText>), text }]) as [
    ParagraphOf<ShapedText>,
  ]
  return block.text
}

export function galley(more: Partial<Galley> = {}): Galley {
  return {
    design: twoColumn,
    pageText: pageText(twoColumn, fakeFonts),
    measure: 231,
    left: 0,
    lineHeight: 16.5,
    rows: 43,
    frame: null,
    pictureScale: 1,
    headingRows: 0,
    boxes: new Map(),
    notes: null,
    kept: null,
    ...more,
  }
}

const FURNITURE: ComposeSetting['furniture'] = {
  runningHead: { text: '', style: STYLE },
  stamp: null,
  watermark: null,
  folio: { text: '', style: STYLE },
}

export const NO_WISHES: PageWishes = {
  pages: null,
  fit: { mode: 'report', lineHeight: 0.6, image: 0.12, heading: 1 },
}

export function composed(
  blocks: readonly Block[],
  wishes = NO_WISHES,
  design: Design = twoColumn,
  furniture: Partial<ComposeSetting['furniture']> = {},
) {
  return compose(shaped(blocks), {
    design,
    fonts: fakeFonts,
    furniture: { ...FURNITURE, ...furniture },
    wishes,
  })
}

/** Lines used by each column, page by page. */
export function usedRows({ pages }: Composed): number[][] {
  return pages.map((page) => page.columns.map((column) => column.used))
}

/** The words of each line among marks, their size, and the box that they ink, in pt. */
export function wordsIn(marks: Parameters<typeof textsIn>[0]) {
  return textsIn(marks).map(({ mark: { line }, box }) => ({
    text: line.text.clusters
      .slice(line.from, line.to)
      .map((cluster) => cluster.text)
      .join(''),
    size: line.text.style.size,
    ...box,
  }))
}
