import {
  AlignmentType,
  CheckBox,
  ColumnBreak,
  Document,
  EmphasisMarkType,
  Math as Equation,
  Footer,
  FrameAnchorType,
  Header,
  HeadingLevel,
  HorizontalPositionAlign,
  InternalHyperlink,
  MathFraction,
  MathRun,
  MathSubScript,
  Packer,
  Paragraph,
  type ParagraphChild,
  SymbolRun,
  Tab,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  Textbox,
  TextRun,
  VerticalMergeType,
  VerticalPositionAlign,
} from 'docx'
import { expect, test } from 'vitest'
import { imported, letters, wordsOf } from './imported.ts'

/** Sentences with numbers, so that none can hide behind another. */
let count = 0
const said = () => {
  count += 1
  return `第${String(count).padStart(3, '0')}句说明情况。`
}
const runs = (...children: readonly ParagraphChild[]) => new Paragraph({ children: [...children] })
const line = () => runs(new TextRun(said()))
const cell = (more: object = {}, children: readonly (Paragraph | Table)[] = [line()]) =>
  new TableCell({ children: [...children], ...more })
const row = (...children: readonly TableCell[]) => new TableRow({ children: [...children] })

/** What the package can write besides plain text, each in a file of its own. */
const FILES: Readonly<Record<string, () => readonly unknown[]>> = {
  'text boxes': () => [
    new Textbox({
      alignment: 'center',
      children: [line(), line()],
      style: { width: '200pt', height: 'auto' },
    }),
    line(),
  ],
  'frames and drop lines': () => [
    new Paragraph({
      frame: {
        type: 'alignment',
        width: 4000,
        height: 1000,
        anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
        alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.TOP },
      },
      children: [new TextRun(said())],
    }),
    line(),
  ],
  equations: () => [
    runs(
      new TextRun(said()),
      new Equation({
        children: [
          new MathFraction({ numerator: [new MathRun(said())], denominator: [new MathRun(said())] }),
          new MathSubScript({ children: [new MathRun('x')], subScript: [new MathRun(said())] }),
        ],
      }),
    ),
  ],
  'contents, links inside, symbols, boxes to tick': () => [
    new TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-2' }),
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(said())] }),
    runs(
      new InternalHyperlink({ anchor: 'a', children: [new TextRun(said())] }),
      new SymbolRun('F0FE'),
      new CheckBox({ checked: true }),
      new TextRun(said()),
    ),
  ],
  'tables in tables, cells made one': () => [
    new Table({
      rows: [
        row(cell({ columnSpan: 2 }), cell({ verticalMerge: VerticalMergeType.RESTART })),
        row(
          cell(),
          cell({}, [line(), new Table({ rows: [row(cell(), cell())] }), line()]),
          cell({ verticalMerge: VerticalMergeType.CONTINUE }, [new Paragraph('')]),
        ),
      ],
    }),
    line(),
  ],
  'looks of all kinds': () => [
    runs(
      new TextRun({ text: said(), strike: true }),
      new TextRun({ text: said(), doubleStrike: true }),
      new TextRun({ text: said(), allCaps: true, smallCaps: true }),
      new TextRun({ text: said(), emphasisMark: { type: EmphasisMarkType.DOT } }),
      new TextRun({ text: said(), shading: { fill: 'ffff00' } }),
      new TextRun({ text: said(), vanish: true }),
      new TextRun({ text: said(), rightToLeft: true }),
      new TextRun({ children: [new Tab(), said()] }),
      new TextRun({ children: [new ColumnBreak(), said()] }),
      new TextRun({ text: said(), break: 2 }),
    ),
  ],
}

test.each(Object.entries(FILES))('%s: no sentence is missing from article and report', async (_, body) => {
  const first = count
  const children = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: '水务集团检查供水保障', bold: true, size: 44 })],
    }),
    line(),
    ...body(),
  ] as Paragraph[]
  const document = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [line()] }) },
        footers: { default: new Footer({ children: [line()] }) },
        children,
      },
      { properties: { column: { count: 2, space: 400 } }, children: [line(), line()] },
    ],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  const found = await imported({ '来稿.docx': bytes })
  expect(found.diagnostics).toEqual([])
  expect(found.readDiagnostics.filter((one) => one.severity === 'error')).toEqual([])
  const words = letters(wordsOf(found.issue) + found.entries.map((one) => one.text).join('\n'))
  const numbers = Array.from({ length: count - first }, (_, at) => first + at + 1)
  expect(numbers.length).toBeGreaterThan(4)
  expect(numbers.filter((one) => !words.includes(`第${String(one).padStart(3, '0')}句`))).toEqual([])
})
