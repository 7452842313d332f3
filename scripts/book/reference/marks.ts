import type { BodyBlock } from '../../../src/issue/issue.ts'

/** One way of marking text up, as it is typed. */
export interface Mark {
  readonly typed: string
  readonly zh: string
  readonly en: string
  /** The block that it makes, or what it does inside a line. */
  readonly makes: BodyBlock['kind'] | 'ruby' | 'bold' | 'emphasis' | 'raised' | 'line' | 'link' | 'plain'
}

/** Every mark of an article's text (正文里的记号), those of lines first. A test holds that each makes what it says. */
export const marks: readonly Mark[] = [
  {
    typed: '第一段。\n\n第二段。',
    zh: '空一行，另起一段',
    en: 'A blank line begins a paragraph',
    makes: 'paragraph',
  },
  { typed: '## 一通电话，全线出动', zh: '小标题', en: 'A sub-heading', makes: 'subheading' },
  { typed: '### 基本做法', zh: '次级小标题', en: 'A minor sub-heading', makes: 'subheading' },
  { typed: '- 检查雨具\n- 清理排水口', zh: '列表', en: 'A list', makes: 'list' },
  {
    typed: '1. 先查\n2. 再改',
    zh: '编号列表，从写的数起',
    en: 'A numbered list, from the number written',
    makes: 'list',
  },
  {
    typed: '- 先查\n  - 井盖\n  - 泵房\n- 再改',
    zh: '列表里的列表：行首多空两格，最多三级；编号的排成 1.（1）①',
    en: 'A list in a list: two blanks further in, three levels in all; numbers are 1. then （1） then ①',
    makes: 'list',
  },
  { typed: '> 演练不是演给人看的。', zh: '引文', en: 'A quotation', makes: 'quotation' },
  {
    typed: '![](reading-room)',
    zh: '图放在这里；括号里是图片的编号或文件名',
    en: 'The place of a picture, by its id or file name',
    makes: 'place',
  },
  {
    typed: '| 指标 | 改造前 | 改造后 |\n| :--- | ---: | ---: |\n| 装卸量 | 24.6 | 29.8 |',
    zh: '表格；第二行写 :-- 左、:-: 中、--: 右、--- 自动',
    en: 'A table; its second line says left, centre, right or, by ---, as the column needs',
    makes: 'table',
  },
  {
    typed:
      ': 各泵站设备检修情况\n| 泵站 | 台数 |\n| --- | --- |\n| 城北 | 12 |\n: 注：截至6月4日。\n: 来源：水务集团。',
    zh: '表上或表下一行“: ”是表题；表下“: 注：”“: 来源：”是表注和资料来源',
    en: 'A line of “: ” beside a table is its title; “: 注：” and “: 来源：” below are notes and sources',
    makes: 'table',
  },
  {
    typed: ': 全年情况 {span: page}\n| 月份 | 件数 |\n| --- | --- |\n| 一月 | 8 |',
    zh: '表题后写 {span: page}，表就通栏',
    en: '{span: page} behind the title sets the table across the columns',
    makes: 'table',
  },
  {
    typed:
      '| 片区 | 单位 | 件数 |\n| --- | --- | --- |\n| 东片 | 甲 | 3 |\n| ^^ | 乙 | 5 |\n| 合计 | << | 8 |',
    zh: '格里只写 ^^ 与上格合并，只写 << 与左格合并',
    en: 'A cell of ^^ is one with that above, of << with that at its left',
    makes: 'table',
  },
  {
    typed: '前文。\n\n***\n\n后文。',
    zh: '单独一行 *** 空一行',
    en: 'A line of *** alone leaves a blank line',
    makes: 'blank',
  },
  {
    typed: '粮仓建于1958年[^1]。\n\n[^1]: 据馆藏图纸。',
    zh: '脚注：号在正文里，注文另起一行，排在栏末',
    en: 'A footnote: its mark in the text, its words on a line of their own, set at the foot of the column',
    makes: 'footnote',
  },
  { typed: '要**算清账**', zh: '加粗', en: 'Bold', makes: 'bold' },
  {
    typed: '*演练不是演给人看的*',
    zh: '着重，排楷体（type.emphasis 可改）',
    en: 'Emphasis, in 楷体 unless type.emphasis says otherwise',
    makes: 'emphasis',
  },
  { typed: '面积120m^2^', zh: '上标', en: 'Raised', makes: 'raised' },
  { typed: '减少CO~2~排放', zh: '下标', en: 'Lowered', makes: 'raised' },
  {
    typed: '__云汀河__',
    zh: '专名号；相邻的两个连写四个 _',
    en: 'The line of a proper name; four _ between two of them',
    makes: 'line',
  },
  {
    typed: '[顾韫]{gù yùn}',
    zh: '拼音，排在字的上方：一字一音节，音节之间空一格',
    en: 'Pinyin over characters: a syllable for each, parted by blanks',
    makes: 'ruby',
  },
  { typed: '~~一粒米的路~~', zh: '书名下的浪线', en: 'The wavy line of a title', makes: 'line' },
  {
    typed: '[登记入口](https://example.com/signup)',
    zh: '链接；直接写网址、邮箱也成链接',
    en: 'A link; bare addresses are links too',
    makes: 'link',
  },
  { typed: '3\\*4', zh: '符号前加 \\ 照印', en: 'A \\ before a sign prints it', makes: 'plain' },
]
