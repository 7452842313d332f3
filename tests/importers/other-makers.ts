import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  AlignmentType,
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { SENTENCE } from './docx-parts.ts'
import { png } from './pictures.ts'

const LIBREOFFICE = resolve(import.meta.dirname, 'libreoffice')

/** What LibreOffice wrote, by `libreoffice/make.sh`. */
export function libreOfficeFiles(): Readonly<Record<string, Uint8Array>> {
  const names = readdirSync(LIBREOFFICE).filter((name) => /\.(?:docx|doc|rtf)$/.test(name))
  return Object.fromEntries(
    names.sort().map((name) => [name, new Uint8Array(readFileSync(join(LIBREOFFICE, name)))]),
  )
}

const text = (words: string) => new Paragraph({ children: [new TextRun(words)] })
const title = (words: string) =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: words, bold: true, size: 44 })],
  })
const CREDIT = text('供稿：水务集团 周明远')
const DATE = '2026-05-20T09:30:00Z'

type Options = Omit<ConstructorParameters<typeof Document>[0], 'sections'>

async function made(
  children: readonly (Paragraph | Table)[],
  options: Partial<Options> = {},
  header?: Header,
): Promise<Uint8Array> {
  const all = [title('水务集团检查供水保障'), text(SENTENCE), ...children, CREDIT]
  const document = new Document({
    ...options,
    sections: [{ ...(header ? { headers: { default: header } } : {}), children: all }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const runs = (...children: readonly ParagraphChild[]) => new Paragraph({ children: [...children] })
const row = (...cells: readonly string[]) =>
  new TableRow({ children: cells.map((one) => new TableCell({ children: [text(one)] })) })
const LIST = (format: (typeof LevelFormat)[keyof typeof LevelFormat], words: string): Partial<Options> => ({
  numbering: { config: [{ reference: 'l', levels: [{ level: 0, format, text: words }] }] },
})
const item = (words: string) =>
  new Paragraph({ numbering: { reference: 'l', level: 0 }, children: [new TextRun(words)] })

/** What the npm package docx writes. */
export async function docxPackageFiles(): Promise<Readonly<Record<string, Uint8Array>>> {
  return {
    plain: await made([]),
    'numbers-chinese': await made(
      [item('备足物资'), text(SENTENCE), item('落实值班')],
      LIST(LevelFormat.CHINESE_COUNTING, '%1、'),
    ),
    bullets: await made([
      new Paragraph({ bullet: { level: 0 }, children: [new TextRun('水泵三台')] }),
      new Paragraph({ bullet: { level: 0 }, children: [new TextRun('沙袋二百个')] }),
    ]),
    headings: await made([
      new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun('备足物资')] }),
      text(SENTENCE),
    ]),
    table: await made([new Table({ rows: [row('项目', '数量'), row('水泵', '3')] })]),
    looks: await made([
      runs(
        new TextRun('面积5m'),
        new TextRun({ text: '2', superScript: true }),
        new TextRun({ text: '重点', bold: true }),
        new TextRun({ text: '待核', highlight: 'yellow' }),
        new TextRun({ text: '密', vanish: true }),
        new TextRun('。'),
      ),
    ]),
    tracked: await made([
      runs(
        new TextRun('压力'),
        new DeletedTextRun({ text: '0.20', id: 1, author: '张某', date: DATE }),
        new InsertedTextRun({ text: '0.24', id: 2, author: '李某', date: DATE }),
        new TextRun('兆帕。'),
      ),
    ]),
    comment: await made(
      [
        runs(
          new CommentRangeStart(0),
          new TextRun('压力稳定'),
          new CommentRangeEnd(0),
          new TextRun({ children: [new CommentReference(0)] }),
          new TextRun('。'),
        ),
      ],
      {
        comments: { children: [{ id: 0, author: '王某', date: new Date(DATE), children: [text('请核实')] }] },
      },
    ),
    footnote: await made(
      [runs(new TextRun('末梢压力'), new FootnoteReferenceRun(1), new TextRun('稳定。'))],
      { footnotes: { 1: { children: [text('最远处的压力。')] } } },
    ),
    link: await made([
      runs(
        new ExternalHyperlink({ link: 'https://example.cn/a', children: [new TextRun('网站')] }),
        new TextRun('可查。'),
      ),
    ]),
    picture: await made([
      runs(
        new ImageRun({
          type: 'png',
          data: Buffer.from(png(30, 20)),
          transformation: { width: 300, height: 200 },
        }),
      ),
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun('图为调度大厅')] }),
    ]),
    header: await made([], {}, new Header({ children: [text('云汀简报 第6期 内部资料')] })),
    'break-and-tab': await made([
      runs(new TextRun('第一行。'), new TextRun({ text: '第二行', break: 1 }), new TextRun('\t右边')),
    ]),
    bookmark: await made([runs(new Bookmark({ id: 'a', children: [new TextRun('书签里的文字。')] }))]),
  }
}
