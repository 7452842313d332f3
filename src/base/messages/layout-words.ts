import type { IssueWords } from './issue-words.ts'

/** What a text does not fit into. */
export const frameNames = {
  area: { zh: '版心', en: 'the type area' },
  margin: { zh: '页边（书眉、页码的位置）', en: 'the margin (where running head and folio stand)' },
  measure: { zh: '所在的格子或栏', en: 'its cell or column' },
} as const satisfies Record<string, IssueWords>

export type FrameName = keyof typeof frameNames

/** Why a vertical headline is set horizontally. */
export const acrossCauses = {
  room: {
    zh: '旁边的文字太少，容不下它；或第一段就超过一栏高',
    en: 'the text beside it is too short for it, or its first paragraph taller than a column',
  },
  other: {
    zh: '标题下面紧接着的不是正文段落',
    en: 'what follows the headline is no paragraph',
  },
  wide: { zh: '头条和跨栏的标题只能横排', en: 'leading headlines and those across columns are horizontal' },
} as const satisfies Record<string, IssueWords>

/** Why a column ends short: what cannot be divided, or the rule that a fuller column would break. */
export const holeCauses = {
  picture: {
    zh: '下面的图片不能拆开，放不下',
    en: 'the picture that follows cannot be divided and did not fit',
  },
  row: {
    zh: '下面这一行表格不能拆开，放不下',
    en: 'the row of the table that follows cannot be divided and did not fit',
  },
  heading: {
    zh: '下面的标题不能拆开，放不下',
    en: 'the heading that follows cannot be divided and did not fit',
  },
  kept: {
    zh: '再往下排，就会把该在一起的内容（标题与正文、表头与表格、图片与旁边的文字等）拆开',
    en: 'a fuller column would part what belongs together (a heading and its text, a table and its header, a picture and the text beside it)',
  },
  stranded: {
    zh: '再往下排，就会留下孤行（段落的首行或末行单独在一栏）',
    en: "a fuller column would leave a paragraph's first or last line alone",
  },
  later: {
    zh: '排满这一栏，后面的栏会更不整齐',
    en: 'a fuller column would leave the columns after it worse',
  },
  ending: {
    zh: '几行移到了下一页，免得末页太空、报尾单独占一页',
    en: 'lines went over to the next page, so that the last is not nearly empty nor the colophon alone on it',
  },
} as const satisfies Record<string, IssueWords>

export type HoleCause = keyof typeof holeCauses
