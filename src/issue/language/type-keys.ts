import { key, map } from './collections.ts'
import type { Kind } from './kind.ts'
import { choice, flag, length, text, typeSize, written } from './values.ts'

const align = choice({ left: '左', center: '中', right: '右', justify: '两端' })
const weight = choice({ regular: '常规', bold: '粗' })

/** `accent`, `black` or #rrggbb. */
const textColour: Kind<string> = written(
  { zh: 'black（黑）、accent（强调色）或 "#c00000"', en: 'black, accent or "#c00000"' },
  (word) => {
    if (word === 'black' || word === '黑') return 'black'
    if (word === 'accent' || word === '强调色') return 'accent'
    return /^#[0-9a-fA-F]{6}$/.test(word) ? word.toLowerCase() : undefined
  },
  { type: 'string' },
)

const roleTable = {
  font: key('字体', text(), {
    zh: '字体名：宋体、黑体、楷体，或 fonts 里起的名字',
    en: 'Family: 宋体, 黑体, 楷体, or a name of fonts:',
  }),
  size: key('字号', typeSize(), { zh: '字号，如 五号 或 10.5pt', en: 'Size, such as 五号 or 10.5pt' }),
  weight: key('粗细', weight, { zh: '常规或粗', en: 'regular or bold' }),
  align: key('对齐', align, { zh: '对齐方式', en: 'Alignment' }),
  color: key('颜色', textColour, { zh: '颜色', en: 'Colour' }),
}

const ROLE = {
  zh: '字体和字号，如 { font: 黑体, size: 小三 }',
  en: 'a style such as { font: 黑体, size: 小三 }',
}
const role = map(roleTable, ROLE)

const body = map(
  {
    ...roleTable,
    line_height: key('行高', length({ from: 4, to: 200 }), {
      zh: '行高，即行格的高度',
      en: 'Height of a line of the grid',
    }),
  },
  ROLE,
)
const section = map(
  {
    ...roleTable,
    brackets: key('括号', text(), {
      zh: '栏目名的括号，如 【】；"" 为不加',
      en: 'Brackets around the name, such as 【】; "" for none',
    }),
  },
  ROLE,
)

const footnote = map(
  {
    ...roleTable,
    number: key('编号', choice({ page: '每页', article: '每篇' }), {
      zh: '每页重新从①编起（默认），还是每篇',
      en: 'Numbers begin anew on each page (the default) or in each article',
    }),
  },
  ROLE,
)

/** A role whose place on its line the page settles, or a table's own second row. */
const { align: _, ...placedTable } = roleTable
const placedRole = map(placedTable, ROLE)

function placedRoleKey(zh: string, en: string) {
  return key(zh, placedRole, { zh: `${zh}的字体、字号`, en: `Family and size of the ${en}` })
}

function roleKey(zh: string, en: string) {
  return key(zh, role, { zh: `${zh}的字体、字号、对齐`, en: `Family, size and alignment of the ${en}` })
}

/** `type:` — how each role's text is set. */
export const typeKeys = map(
  {
    body: key('正文', body, { zh: '正文的字体、字号、行高', en: 'Family, size and line height of the body' }),
    headline: roleKey('标题', 'headlines'),
    lead_headline: roleKey('头条标题', "lead article's headline"),
    shoulder: roleKey('引题', 'shoulder headlines'),
    subtitle: roleKey('副题', 'sub-headlines'),
    note: roleKey('编者按', "editor's notes"),
    footnote: key('脚注', footnote, {
      zh: '脚注的字体、字号，和编号从哪里重新开始',
      en: 'Style of footnotes, and where their numbers begin anew',
    }),
    pull_quote: roleKey('摘引', 'pull quotes'),
    side_box: roleKey('小资料', 'side boxes'),
    subhead: roleKey('小标题', 'sub-headings'),
    subhead3: roleKey('次级小标题', 'minor sub-headings'),
    section: key('栏目', section, {
      zh: '栏目名的字体、字号、颜色、括号',
      en: 'Style and brackets of section headers',
    }),
    credit: roleKey('供稿', 'credits'),
    caption: roleKey('图说', 'captions'),
    brief: roleKey('简讯', 'briefs'),
    quotation: roleKey('引文', 'quotations'),
    table: placedRoleKey('表格', 'tables'),
    folio: placedRoleKey('页码', 'page numbers'),
    running_head: placedRoleKey('书眉', 'running heads'),
    masthead_name: roleKey('刊名', "publication's name"),
    masthead_subtitle: roleKey('刊名附注', 'line below the name'),
    masthead_issue: roleKey('期号', 'issue number'),
    masthead_issuer: placedRoleKey('编发单位', 'issuer and date'),
    classification: placedRoleKey('密级', 'classification'),
    contents: placedRoleKey('导读', 'contents'),
    colophon: placedRoleKey('报尾', 'colophon'),
    latin: key('西文', text(), {
      zh: '数字、字母用字；不写用中文字体自带的',
      en: "Family of digits and letters; the Chinese family's own when absent",
    }),
    indent: key('缩进', length({ to: 100 }), { zh: '段首缩进', en: "Indent of a paragraph's first line" }),
    emphasis: key('着重', choice({ kai: '楷体', dots: '着重号', bold: '加粗' }), {
      zh: '*…* 的排法',
      en: 'How *…* is set',
    }),
    punctuation: key('标点', choice({ full: '全角式', kaiming: '开明式', half: '半角式' }), {
      zh: '标点占位的方式',
      en: 'How much room marks take',
    }),
    break: key('避头尾', choice({ loose: '宽松', normal: '一般', strict: '严格' }), {
      zh: '行首行尾禁则的宽严',
      en: 'How strict line breaking is',
    }),
    hang: key('悬挂', flag(), { zh: '行尾标点悬挂', en: 'Marks hang at line ends' }),
    grid: key('纵横对齐', flag(), {
      zh: '正文逐字对格，各行汉字上下对齐；数字、字母占整格，行首的点号悬挂在上一行末',
      en: 'Running text in cells of one em, Han aligned from line to line; Latin takes whole cells, points hang',
    }),
    hyphenation: key('西文断词', flag(), {
      zh: '行尾可把英文词用连字符断开',
      en: 'English words may be divided at line ends with a hyphen',
    }),
    han_latin_space: key('中西间隔', length({ to: 20 }), {
      zh: '中文与数字、字母间的空',
      en: 'Space between Han and Latin or digits',
    }),
  },
  { zh: '各种文字的样式', en: 'styles of the kinds of text' },
)
