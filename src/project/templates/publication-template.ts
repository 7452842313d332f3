import type { Both, Language } from '../../report/words.ts'
import { yamlText } from './yaml-text.ts'

/** What a new publication is called and who issues it. */
export interface PublicationNames {
  readonly name: string
  readonly issuer: string
}

interface Row {
  readonly yaml: string
  readonly about?: Both
}

const COLUMN = 44

/** publication.yaml of a new publication; it explains itself in comments. `number` is its first issue, as 2026-01. */
export function publicationTemplate(names: PublicationNames, number: string, language: Language): string {
  return rows(names, number)
    .map(({ yaml, about }) => (about ? commented(yaml, about[language]) : yaml))
    .join('\n')
    .concat('\n')
}

/** Who issues a publication that nobody has named an issuer for, to be replaced. */
export const PRESET_ISSUER = '编发单位名称'

function commented(yaml: string, about: string): string {
  if (yaml === '') return `# ${about}`
  const width = [...yaml].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
  return `${yaml}${' '.repeat(Math.max(2, COLUMN - width))}# ${about}`
}

function rows({ name, issuer }: PublicationNames, number: string): readonly Row[] {
  const line = (yaml: string, zh?: string, en?: string): Row =>
    zh === undefined ? { yaml } : { yaml, about: { zh, en: en ?? '' } }
  return [
    line('# yaml-language-server: $schema=./schema/publication.schema.json'),
    line(
      '',
      '刊物设置：各期共用，写一次即可。“#”后面是说明，不印出来。',
      'Settings of the publication, for every issue. What follows “#” is a comment and is not printed.',
    ),
    line(
      '',
      '冒号用半角，后面空一格；没有写出的设置都用默认值。',
      'A colon is followed by a space. What is not written here has its default.',
    ),
    line(''),
    line('bulletin: 1', '格式版本，必填', 'version of this format, required'),
    line(
      `name: ${yamlText(name)}`,
      '刊名，报头大字，必填',
      "the publication's name, large on page 1, required",
    ),
    line(`issuer: ${yamlText(issuer)}`, '编发单位，必填', 'who issues it, required'),
    line(
      '# classification: 内部资料',
      '左上角的密级或使用范围；去掉行首的“# ”就印',
      'classification at the top left; remove the first “# ” to print it',
    ),
    line(
      'design: two-column',
      '版式：two-column 双栏、classic 单栏、official 公文',
      'design: two-column, classic or official',
    ),
    line(''),
    line(
      '',
      '期号：告诉它一期的期号，其余按日期和刊期推算。',
      'Numbers: say one issue’s number; the others follow from date and frequency.',
    ),
    line(
      'frequency: semimonthly',
      '刊期：weekly、semimonthly（半月）、monthly、irregular',
      'weekly, semimonthly, monthly or irregular',
    ),
    line('numbering:'),
    line(`  anchor: { issue: ${number}, total: 1 }`, '这一期是总第 1 期', 'this issue is the first of all'),
    line(''),
    line(
      '',
      '栏目及其先后；某一期没有的栏目自动略过。',
      'Sections in their order; an issue leaves out those it has nothing for.',
    ),
    line('sections:'),
    line('  - 要闻'),
    line('  - 工作动态'),
    line('  - 经验交流'),
    line('  - { name: 简讯, style: briefs }', '简讯逐条编号', 'short items, numbered'),
    line(''),
    line(
      '',
      '正文字体字号；照公文习惯可改成 { font: 仿宋, size: 四号 }。',
      'Body type; offices may prefer { font: 仿宋, size: 四号 }.',
    ),
    line('# type:'),
    line('#   body: { font: 宋体, size: 五号, line_height: 16.5pt }'),
    line(''),
    line('credit:'),
    line('  text: "【供稿：{credits}】"', '文末署名的样子', 'how contributors are credited'),
    line(''),
    line('', '报尾，印在最后一页的下方。', 'The colophon, at the foot of the last page.'),
    line('colophon:'),
    line('  send_to: [各部门, 各下属单位]', '发送范围', 'whom it is sent to'),
    line('  people: { 编辑: 综合科 }', '职责: 姓名或科室', 'role: name'),
    line('  contact: 电话：0000-0000000'),
    line('  copies: 100', '共印份数', 'copies printed'),
    line(''),
    line('', '做好的 PDF 放在哪里、叫什么。', 'Where the PDF goes and what it is called.'),
    line('output:'),
    line('  dir: output'),
    line('  name: "{name}-{yyyy}-{nn}"'),
    line(
      '  make: [pdf]',
      'pdf 电子版、print 印刷版、booklet 小册子、archive 存档、proof 校样',
      'pdf, print, booklet, archive, proof',
    ),
  ]
}
