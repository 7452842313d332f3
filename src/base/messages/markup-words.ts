import type { IssueWords } from './issue-words.ts'

/** How to write what signs of Markdown, HTML, TeX and Word were meant for, said under W-MARKUP. */
export const markupCures = {
  break: {
    zh: '另起一段就空一行；标题里要换行写“|”；不要的就删去',
    en: 'leave an empty line for a new paragraph, write “|” for a break in a headline, or delete it',
  },
  bold: { zh: '加粗写 **文字**', en: 'bold is **text**' },
  emphasis: { zh: '着重写 *文字*', en: 'emphasis is *text*' },
  superscript: { zh: '上标写 ^文字^', en: 'raised text is ^text^' },
  subscript: { zh: '下标写 ~文字~', en: 'lowered text is ~text~' },
  link: { zh: '链接写 [文字](https://…)', en: 'a link is [text](https://…)' },
  picture: {
    zh: '图片列在这一篇的 images: 里，正文中用 ![](编号) 定位',
    en: 'pictures are listed under images: and placed by ![](name)',
  },
  table: {
    zh: '表格每行写成“| 甲 | 乙 |”，第二行写“| --- | --- |”',
    en: 'rows of a table are “| a | b |”, the second one “| --- | --- |”',
  },
  rule: { zh: '空一行的分隔，单独一行写 ***', en: 'a break in the text is a line ***' },
  heading: { zh: '小标题以“## ”或“### ”开头', en: 'a sub-heading begins with “## ” or “### ”' },
  list: { zh: '列表的每一项以“- ”或“1. ”开头', en: 'an item of a list begins with “- ” or “1. ”' },
  tag: { zh: '网页标签没有作用，请删去', en: 'tags of web pages mean nothing here: delete them' },
  comment: {
    zh: '不印的备注写在 YAML 里，用“# ”开头；这里的请删去',
    en: 'a comment goes into the YAML, after “# ”; delete this one',
  },
  entity: { zh: '请直接写那个字符', en: 'write the character itself' },
  field: {
    zh: 'Word 里的交叉引用已经失效，请改成文字',
    en: 'a cross-reference of Word was lost: type its words',
  },
  footnote: {
    zh: '脚注只能加在正文的段落、列表和引文里：这里把注写进括号',
    en: 'footnotes go with paragraphs, lists and quotations of a body: put the note in brackets',
  },
  fence: { zh: '代码块没有作用，请删去这一行', en: 'fences of code mean nothing here: delete the line' },
  code: { zh: '反引号没有作用，请删去', en: 'backquotes mean nothing here: delete them' },
  highlight: { zh: '没有荧光标记；加粗写 **文字**', en: 'there is no highlighting; bold is **text**' },
  underline: {
    zh: '小标题以“## ”开头；空一行的分隔，单独一行写 ***；不要的就删去',
    en: 'a sub-heading begins with “## ”, a break in the text is a line ***; otherwise delete it',
  },
  span: {
    zh: '写在表题那一行才起作用：在表的上一行写“: 表题 {span: page}”',
    en: 'works in the line of a table’s title: write “: title {span: page}” above the table',
  },
  attributes: { zh: '样式标记没有作用，请删去', en: 'attributes mean nothing here: delete them' },
  formula: {
    zh: '公式不能排：简单的用 ^上标^、~下标~ 写，复杂的做成图片',
    en: 'formulas cannot be set: use ^raised^ and ~lowered~ text, or a picture',
  },
  command: { zh: 'TeX 的命令没有作用，请删去', en: 'commands of TeX mean nothing here: delete them' },
  reference: { zh: '链接要写完整：[文字](https://…)', en: 'a link is written whole: [text](https://…)' },
  sticker: {
    zh: '这是聊天软件的表情，复制过来只剩名字；不要的删去，要的换成表情字符，如 👍',
    en: 'this is a chat program’s sticker, of which only the name was copied: delete it, or type an emoji',
  },
  template: {
    zh: '这一处模板没有填上，请换成要印的文字',
    en: 'this place of a template was not filled in: type its words',
  },
  contents: { zh: '目录写“导读: 是”', en: 'a table of contents is contents: true' },
  forum: {
    zh: '论坛的标记没有作用，请删去；加粗写 **文字**',
    en: 'marks of forums mean nothing here: delete them; bold is **text**',
  },
  task: {
    zh: '待办框没有作用，列表的每一项以“- ”开头',
    en: 'boxes to tick mean nothing here; an item begins with “- ”',
  },
  container: {
    zh: '这样的分块标记没有作用，请删去这一行',
    en: 'containers mean nothing here: delete the line',
  },
} as const satisfies Record<string, IssueWords>

export type MarkupKind = keyof typeof markupCures
