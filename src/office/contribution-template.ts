import { type DocxBlock, docxParagraph, docxRun } from './docx-blocks.ts'
import { docxFile } from './docx-file.ts'

const TITLE = 22
const BODY = 16

/** `投稿模板.docx`: what contributors write over, in a shape that comes in without questions. */
export function contributionTemplate(producer: string): Uint8Array {
  const body = (text: string) =>
    docxParagraph([docxRun(text, '仿宋', BODY)], { align: 'justify', firstIndent: BODY * 2 })
  const subhead = (text: string) =>
    docxParagraph([docxRun(text, '黑体', BODY)], { firstIndent: BODY * 2, heading: 2, keepWithNext: true })
  const blocks: readonly DocxBlock[] = [
    docxParagraph([docxRun('在这里写标题', '黑体', TITLE, { bold: true })], {
      heading: 0,
      align: 'centre',
      below: 6,
    }),
    docxParagraph([docxRun('——副题写在破折号后面，没有就删去这一行', '楷体', BODY)], {
      align: 'centre',
      below: 12,
    }),
    body('第一段写时间、地点、单位和事情。每段按一次回车，不用空行，也不用空格缩进。'),
    subhead('一、小标题单独成行，不加句号'),
    body('正文接着写。数字写成阿拉伯数字，引用文件用书名号。'),
    subhead('二、照片插在相关段落的下面'),
    body('照片下面单独一行写说明，如“图为调度大厅（林小禾 摄）”，居中。照片原件也请另外附上。'),
    docxParagraph([docxRun('供稿：单位 姓名', '楷体', BODY)], { align: 'right', above: 12 }),
  ]
  const document = {
    title: '投稿模板',
    author: '',
    blocks,
    page: { width: 595.28, height: 841.89, margin: 79.37 },
    header: '',
    size: BODY,
  }
  return docxFile(document, producer)
}
