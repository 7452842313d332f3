import { becoming, byForm, key, list, type MapValue, map, namedValues } from './collections.ts'
import { ruleKeys } from './rule-keys.ts'
import { columns, fit, names } from './shared-kinds.ts'
import { typeKeys } from './type-keys.ts'
import {
  byteSize,
  choice,
  colour,
  flag,
  type Length,
  length,
  ratio,
  text,
  wholeNumber,
  written,
} from './values.ts'

/** The issue whose number and total are known: `2024-01` is the first of 2024. */
export interface AnchorIssue {
  readonly year: number
  readonly number: number
}

const version = written<1>(
  { zh: '1（现在只有这一版格式）', en: '1 (the only version there is)' },
  (word) => (word === '1' ? 1 : undefined),
  { const: 1 },
)

const anchorIssue = written<AnchorIssue>(
  { zh: '年份-期号，如 2024-01（2024 年第 1 期）', en: 'year-number, such as 2024-01 (the first of 2024)' },
  (word) => {
    const match = /^(\d{4})-(\d{1,3})$/.exec(word)
    return match && Number(match[2]) >= 1 ? { year: Number(match[1]), number: Number(match[2]) } : undefined
  },
  { type: 'string', pattern: '^\\d{4}-\\d{1,3}$' },
)

const numbering = map(
  {
    reset: key(
      '重新编号',
      choice({ yearly: '每年', never: '不重编' }),
      { zh: '每年从第 1 期起，还是一直编下去', en: 'Whether numbers begin anew each year' },
      { preset: 'yearly' },
    ),
    anchor: key(
      '起算期',
      map(
        {
          issue: key(
            '期',
            anchorIssue,
            { zh: '已知的一期，如 2024-01', en: 'A known issue, such as 2024-01' },
            { required: true },
          ),
          total: key(
            '总期号',
            wholeNumber(1, 999_999),
            { zh: '那一期的总期号', en: 'Its running total' },
            { required: true },
          ),
        },
        { zh: '{ issue: 2024-01, total: 87 } 的形式', en: 'the form { issue: 2024-01, total: 87 }' },
      ),
      { zh: '已知一期的期号和总期号，其余顺推', en: 'A known issue and total; the others follow' },
    ),
    text: key(
      '期号式样',
      text(),
      {
        zh: '期号的印法，可用 {yyyy} {n} {nn} {total}',
        en: 'How the number is printed, with {yyyy} {n} {nn} {total}',
      },
      { preset: '{yyyy}年第{n}期（总第{total}期）' },
    ),
    date: key(
      '日期式样',
      text(),
      {
        zh: '印发日期的印法，可用 {yyyy} {m} {mm} {d} {dd}',
        en: 'How the date is printed, with {yyyy} {m} {mm} {d} {dd}',
      },
      { preset: '{yyyy}年{m}月{d}日' },
    ),
    supplement_text: key(
      '增刊式样',
      text(),
      { zh: '增刊期号的印法', en: "How a supplement's number is printed" },
      { preset: '{yyyy}年增刊第{n}期' },
    ),
  },
  { zh: '期号的编法', en: 'how issues are numbered' },
)

const masthead = map(
  {
    style: key(
      '样式',
      choice({ red: '套红', plain: '单色', image: '整图' }),
      { zh: '套红、单色或整幅图', en: 'Red, black, or one picture' },
      { preset: 'red' },
    ),
    image: key('图片', text(), { zh: '整幅报头图的文件', en: 'File of the masthead picture' }),
    logo: key('徽标', text(), { zh: '徽标图的文件', en: 'File of the logo' }),
    rule: key(
      '红线',
      choice({ none: '无', single: '单线', double: '双线' }),
      { zh: '报头下的线', en: 'Rule below the masthead' },
      { preset: 'double' },
    ),
    height: key(
      '高度',
      length({ from: 20, to: 600 }),
      { zh: '报头高度', en: 'Height of the masthead' },
      { preset: '62mm' },
    ),
    contents: key(
      '导读',
      flag(),
      { zh: '头版印“本期导读”', en: 'Print the contents on page 1' },
      { preset: false },
    ),
  },
  { zh: '报头的样式', en: 'the masthead' },
)

/** Widths and heights in mm of the papers a bulletin is printed on (B5 is JIS, as in Chinese offices; 16K 大度). */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  B5: [182, 257],
  '16K': [210, 285],
}

const SIZE = { zh: 'A4、A3、A5、B5、16K，或 [宽, 高]', en: 'A4, A3, A5, B5, 16K, or [width, height]' }
const paper = byForm<readonly [Length, Length] | undefined>(
  {
    text: written(
      SIZE,
      (word) => {
        const size = PAPERS[word.toUpperCase().replace('16开', '16K')]
        const points = (millimetres: number): Length => ({ value: (millimetres * 72) / 25.4, unit: 'pt' })
        return size && [points(size[0]), points(size[1])]
      },
      { enum: Object.keys(PAPERS) },
    ),
    list: becoming(list(length({ from: 200, to: 3000 }), SIZE), ([width, height]) =>
      width && height ? ([width, height] as const) : undefined,
    ),
  },
  SIZE,
)

const margin = length({ to: 600 })
const page = map(
  {
    size: key('纸张', paper, { zh: '成品尺寸', en: 'Size of the trimmed page' }, { preset: 'A4' }),
    margin: key(
      '页边',
      map(
        {
          top: key('天头', margin, { zh: '上边', en: 'Top' }),
          bottom: key('地脚', margin, { zh: '下边', en: 'Bottom' }),
          inside: key('订口', margin, { zh: '装订一边', en: 'The bound side' }),
          outside: key('切口', margin, { zh: '翻页一边', en: 'The open side' }),
        },
        {
          zh: '{ top: 24mm, bottom: 22mm, inside: 20mm, outside: 20mm } 的形式',
          en: 'the form { top: 24mm, … }',
        },
      ),
      { zh: '天头、地脚、订口、切口', en: 'Margins' },
    ),
    columns: key('栏数', columns, { zh: '每页几栏', en: 'Columns of a page' }, { preset: 2 }),
    column_gap: key(
      '栏间距',
      length({ to: 200 }),
      { zh: '两栏之间', en: 'Between columns' },
      { preset: '2em' },
    ),
    column_rule: key(
      '栏线',
      choice({ none: '无', hairline: '细线' }),
      { zh: '栏间的线', en: 'Rule between columns' },
      { preset: 'none' },
    ),
    balance: key(
      '齐平',
      choice({ last: '末页', section: '每栏目', none: '不' }),
      { zh: '两栏何处排齐', en: 'Where columns are made even' },
      { preset: 'last' },
    ),
    number: key(
      '页码',
      text(),
      {
        zh: '页码式样，可用 {page} {pages}；"" 为不印',
        en: 'Page number, with {page} and {pages}; "" for none',
      },
      { preset: '— {page} —' },
    ),
    number_from: key(
      '起始页码',
      wholeNumber(0, 9999),
      { zh: '第一页的页码', en: 'Number of the first page' },
      { preset: 1 },
    ),
    number_align: key(
      '页码位置',
      choice({ outside: '外侧', center: '居中' }),
      { zh: '单页居右双页居左，或居中', en: 'At the outer side, or centred' },
      { preset: 'outside' },
    ),
    header: key(
      '书眉',
      text(),
      {
        zh: '第 2 页起的书眉，可用 {name} {issue} {date} {issuer}；"" 为不印',
        en: 'Running head from page 2, with {name} {issue} {date} {issuer}; "" for none',
      },
      { preset: '{name}　{issue}' },
    ),
    bleed: key('出血', length({ to: 60 }), { zh: '出血', en: 'Bleed' }, { preset: '0mm' }),
  },
  { zh: '页面的尺寸和分栏', en: 'page and columns' },
)

const fonts = namedValues(
  map(
    {
      file: key(
        '文件',
        text(),
        { zh: '字体文件（TTF、OTF、TTC）', en: 'Font file (TTF, OTF, TTC)' },
        { required: true },
      ),
      face: key('字面', text(), { zh: 'TTC 里取哪一款', en: 'Which face of a TTC' }),
      fallback: key('后备', names(), { zh: '缺字时依次改用', en: 'Families for characters it lacks' }),
    },
    { zh: '{ file: fonts/仿宋.ttf } 的形式', en: 'the form { file: fonts/仿宋.ttf }' },
  ),
  { zh: '字体名和字体文件', en: 'families with their files' },
)

const SECTION = {
  zh: '栏目名，或 { name: 简讯, style: briefs }',
  en: 'a name, or { name: 简讯, style: briefs }',
}
const sectionEntry = map(
  {
    name: key('名称', text(), { zh: '栏目名', en: 'Name of the section' }, { required: true }),
    style: key(
      '样式',
      choice({ articles: '文章', briefs: '简讯' }),
      { zh: '文章或简讯', en: 'articles or briefs' },
      { preset: 'articles' },
    ),
    numbering: key(
      '编号',
      text(),
      { zh: '简讯编号的样子，如 "1." 或 "1、"', en: 'How briefs are numbered: "1." or "1、"' },
      { preset: '1.' },
    ),
  },
  SECTION,
)
const section = byForm<MapValue<typeof sectionEntry.table>>(
  { text: becoming(text(), (name) => ({ name, span: name.span, keySpans: {} })), map: sectionEntry },
  SECTION,
)

const credit = map(
  {
    text: key(
      '式样',
      text(),
      {
        zh: '供稿的印法，{credits} 处填单位和姓名',
        en: 'How credits are printed; {credits} stands for units and names',
      },
      { preset: '【供稿：{credits}】' },
    ),
    org_separator: key(
      '单位间隔',
      text(),
      { zh: '几个单位之间的字符', en: 'Between units' },
      { preset: '、' },
    ),
  },
  { zh: '供稿的印法', en: 'how credits are printed' },
)

const images = map(
  {
    fit: key(
      '位置',
      fit,
      { zh: '栏宽、通栏，或半栏绕排', en: 'Column, page, or beside the text' },
      { preset: 'column' },
    ),
    ratio: key(
      '比例',
      ratio(),
      { zh: '宽高比；auto 用照片自己的', en: "Width to height; auto for the photograph's own" },
      { preset: '3:2' },
    ),
    min_ppi: key(
      '最低精度',
      wholeNumber(1, 2400),
      { zh: '低于此报警', en: 'Below this there is a warning' },
      { preset: 150 },
    ),
    max_ppi: key(
      '最高精度',
      wholeNumber(36, 2400),
      { zh: '高于此压缩', en: 'Above this pictures are made smaller' },
      { preset: 220 },
    ),
    quality: key('质量', wholeNumber(1, 100), { zh: 'JPEG 质量', en: 'JPEG quality' }, { preset: 82 }),
    strip_metadata: key(
      '去除拍摄信息',
      flag(),
      { zh: '去掉拍摄地点等', en: 'Leave out place and camera' },
      { preset: true },
    ),
    placeholder: key(
      '缺图',
      choice({ box: '灰框', error: '报错' }),
      { zh: '缺图时印灰框还是报错', en: 'A box, or an error, for a missing picture' },
      { preset: 'box' },
    ),
  },
  { zh: '图片的用法', en: 'how pictures are used' },
)

const PEOPLE = { zh: '{ 编辑: 张某, 校对: 李某 } 的形式', en: 'the form { 编辑: 张某, 校对: 李某 }' }
const colophon = map(
  {
    report_to: key('报', names(), { zh: '报：上级单位', en: 'Reported to' }),
    send_to: key('送', names(), { zh: '送：单位', en: 'Sent to' }),
    copy_to: key('发', names(), { zh: '发：单位', en: 'Copied to' }),
    people: key('人员', namedValues(names(), PEOPLE), {
      zh: '编辑、校对等',
      en: 'Editors, proof readers and so on',
    }),
    contact: key('联系方式', text(), { zh: '电话、邮箱', en: 'Telephone, mail' }),
    copies: key('份数', wholeNumber(1, 9_999_999), { zh: '共印份数', en: 'Copies printed' }),
  },
  { zh: '报尾的内容', en: 'the colophon' },
)

const check = map(
  {
    profile: key(
      '习惯',
      choice({ official: '公文', press: '报刊', off: '关' }),
      { zh: '按公文习惯、报刊习惯，或不查', en: 'Usage of offices, of the press, or none' },
      { preset: 'official' },
    ),
    roster: key('名录', text(), {
      zh: '名录文件：姓名、职务、次序',
      en: 'File of names, titles and their order',
    }),
    dictionaries: key(
      '词表',
      names(),
      { zh: '易错词表文件（错 => 对）', en: 'Files of words (wrong => right)' },
      { preset: [] },
    ),
    fail_on: key(
      '不通过',
      choice({ error: '错误', warning: '警告', never: '从不' }),
      { zh: '查到什么算不通过', en: 'What makes a check fail' },
      { preset: 'error' },
    ),
    rules: key('规则', ruleKeys, { zh: '逐项开关和级别', en: 'Level of each rule' }),
  },
  { zh: '校对检查', en: 'proof checks' },
)

const PRODUCTS = [
  'pdf',
  'print',
  'proof',
  'booklet',
  'archive',
  'html',
  'text',
  'docx',
  'images',
  'long-image',
] as const
const products = {
  pdf: '电子版',
  print: '印刷版',
  proof: '校样',
  booklet: '小册子',
  archive: '存档',
  html: '网页',
  text: '纯文本',
  docx: '文档',
  images: '图片',
  'long-image': '长图',
}
const product = choice<(typeof PRODUCTS)[number]>(products)
const MAKE = { zh: '要做的几种，如 [pdf, print]', en: 'products such as [pdf, print]' }
const output = map(
  {
    dir: key('文件夹', text(), { zh: '放在哪个文件夹', en: 'Folder' }, { preset: 'output' }),
    name: key(
      '文件名',
      text(),
      {
        zh: '文件名，可用 {name} {yyyy} {n} {nn} {date} {kind}',
        en: 'File name, with {name} {yyyy} {n} {nn} {date} {kind}',
      },
      { preset: '{name}-{yyyy}-{nn}' },
    ),
    make: key(
      '产品',
      byForm({ text: becoming(product, (one) => [one]), list: list(product, MAKE) }, MAKE),
      { zh: '做哪几种', en: 'What is made' },
      { preset: ['pdf'] },
    ),
    max_size: key(
      '最大体积',
      byteSize(),
      { zh: '超出则先降图再报警', en: 'Above this pictures are made smaller' },
      { preset: '5MB' },
    ),
  },
  { zh: '做什么、放哪里', en: 'what is made, and where' },
)

/** publication.yaml: every key. */
export const publicationKeys = map(
  {
    bulletin: key(
      '格式版本',
      version,
      { zh: '格式版本，现在是 1', en: 'Version of this format: 1' },
      { required: true },
    ),
    design: key(
      '版式',
      choice({ 'two-column': '双栏', classic: '单栏', official: '公文' }),
      { zh: '版式', en: 'Design' },
      { preset: 'two-column' },
    ),
    name: key('刊名', text(), { zh: '刊名，报头大字', en: "The publication's name" }, { required: true }),
    subtitle: key(
      '刊名附注',
      text(),
      { zh: '刊名下的小字', en: 'Small line below the name' },
      { preset: '' },
    ),
    issuer: key('编发单位', text(), { zh: '编发单位', en: 'Who issues it' }, { required: true }),
    classification: key(
      '密级',
      text(),
      { zh: '左上角的密级或使用范围', en: 'Classification at the top left' },
      { preset: '' },
    ),
    language: key('语言', text(), { zh: '语言代码', en: 'Language code' }, { preset: 'zh-CN' }),
    numbering: key('期号规则', numbering, { zh: '期号怎样编、怎样印', en: 'How issues are numbered' }),
    frequency: key(
      '刊期',
      choice({ weekly: '周刊', semimonthly: '半月刊', monthly: '月刊', irregular: '不定期' }),
      { zh: '多久一期', en: 'How often' },
      { preset: 'semimonthly' },
    ),
    masthead: key('报头', masthead, { zh: '报头', en: 'Masthead' }),
    page: key('页面', page, { zh: '页面', en: 'Page' }),
    type: key('文字', typeKeys, { zh: '字体字号', en: 'Type' }),
    fonts: key('字体', fonts, { zh: '自己的字体文件', en: 'Font files of your own' }),
    color: key(
      '颜色',
      map(
        {
          accent: key(
            '强调色',
            colour(),
            { zh: '报头和栏目的颜色', en: 'Colour of masthead and sections' },
            { preset: '#c00000' },
          ),
          mode: key(
            '模式',
            choice({ rgb: '彩色', gray: '灰度', cmyk: '四色' }),
            { zh: '颜色模式', en: 'Colour mode' },
            { preset: 'rgb' },
          ),
        },
        { zh: '{ accent: "#c00000" } 的形式', en: 'the form { accent: "#c00000" }' },
      ),
      { zh: '颜色', en: 'Colour' },
    ),
    sections: key(
      '栏目',
      list(section, {
        zh: '栏目名的列表，每行以“- ”开头',
        en: 'a list of sections, each line beginning with “- ”',
      }),
      { zh: '栏目及其次序', en: 'Sections in their order' },
    ),
    credit: key('供稿', credit, { zh: '供稿的印法', en: 'How credits are printed' }),
    images: key('图片', images, { zh: '图片', en: 'Pictures' }),
    colophon: key('报尾', colophon, { zh: '报尾', en: 'Colophon' }),
    check: key('检查', check, { zh: '校对检查', en: 'Proof checks' }),
    output: key('输出', output, { zh: '做什么、放哪里', en: 'What is made, and where' }),
  },
  { zh: '刊物设置', en: 'the settings of a publication' },
)

export type PublicationValue = MapValue<typeof publicationKeys.table>
