import { becoming, byForm, key, list, type MapValue, map, namedValues } from './collections.ts'
import { designName } from './design-name.ts'
import { nearPairs } from './near-values.ts'
import { numbering } from './numbering-keys.ts'
import { check, fonts, images, output } from './output-keys.ts'
import { color, masthead, page } from './page-keys.ts'
import { names, paragraphs, qrText, watermark } from './shared-kinds.ts'
import { typeKeys } from './type-keys.ts'
import { choice, flag, text, wholeNumber, written } from './values.ts'

const version = written<1>(
  { zh: '1（现在只有这一版格式）', en: '1 (the only version there is)' },
  (word) => (word === '1' ? 1 : undefined),
  { const: 1 },
)

/** A language's tag (RFC 5646) as PDF takes it. */
const LANGUAGE_TAG = '^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$'

const languageTag = written<string>(
  { zh: '语言代码，如 zh-CN', en: 'a language’s code, such as zh-CN' },
  (word) => (new RegExp(LANGUAGE_TAG).test(word) ? word : undefined),
  { type: 'string', pattern: LANGUAGE_TAG },
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

const PEOPLE = { zh: '{ 编辑: 张某, 校对: 李某 } 的形式', en: 'the form { 编辑: 张某, 校对: 李某 }' }
const colophon = map(
  {
    report_to: key('报', names(), { zh: '报：上级单位', en: 'Reported to' }),
    send_to: key('送', names(), { zh: '送：单位', en: 'Sent to' }),
    copy_to: key('发', names(), { zh: '发：单位', en: 'Copied to' }),
    cc: key('抄送', names(), { zh: '公文版记的抄送机关', en: 'Who gets copies of an official paper' }),
    people: key('人员', namedValues(names(), PEOPLE, undefined, nearPairs), {
      zh: '编辑、校对等',
      en: 'Editors, proof readers and so on',
    }),
    contact: key('联系方式', text(), { zh: '电话、邮箱', en: 'Telephone, mail' }),
    issued_by: key('印发机关', text(), {
      zh: '公文版记的印发机关；右边是印发日期',
      en: 'Who issues an official paper, beside the date of issue in the last row',
    }),
    even_page: key(
      '偶数页',
      flag(),
      {
        zh: '报尾（版记）排在偶数页上，正文止于奇数页时另起一页',
        en: 'On an even page, a new one where the text ends on an odd page',
      },
      { preset: false },
    ),
    copies: key('份数', wholeNumber(1, 9_999_999), { zh: '共印份数', en: 'Copies printed' }),
    qr: key('二维码', qrText, {
      zh: '报尾右端的二维码：扫出来的网址或文字',
      en: 'A QR code at the right: the address or text that it holds',
    }),
  },
  { zh: '报尾的内容', en: 'the colophon' },
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
      designName,
      { zh: '版式：内置的，或自己的版式文件', en: 'Design: a built-in one, or a file of your own' },
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
    copy_number: key(
      '份号',
      text(),
      { zh: '右上角的份号，一般是六位数字', en: 'Copy number at the top right, six digits as a rule' },
      { preset: '' },
    ),
    watermark: key(
      '水印',
      watermark,
      {
        zh: '每页衬底的淡色大字，如“内部资料”；auto 只在送审时印“送审稿”',
        en: 'Large pale words below the text of every page; auto: 送审稿 while under review',
      },
      { preset: 'auto' },
    ),
    language: key('语言', languageTag, { zh: '语言代码', en: 'Language code' }, { preset: 'zh-CN' }),
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
    color: key('颜色', color, { zh: '颜色', en: 'Colour' }),
    sections: key(
      '栏目',
      list(section, {
        zh: '栏目名的列表，每行以“- ”开头',
        en: 'a list of sections, each line beginning with “- ”',
      }),
      { zh: '栏目及其次序', en: 'Sections in their order' },
    ),
    paragraphs: key(
      '分段',
      paragraphs,
      { zh: '正文空行分段，还是每行一段', en: 'Paragraphs of articles by blank lines, or each line one' },
      { preset: 'blank-line' },
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
