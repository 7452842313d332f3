import type { MappedText } from '../mapped-text.ts'
import { approved } from './approval-keys.ts'
import { ear, pullQuotes, sideBoxes } from './aside-keys.ts'
import { isSentence } from './brief-keys.ts'
import { becoming, byForm, key, list, type MapValue, map, namedValues, partly } from './collections.ts'
import { credit } from './credit-keys.ts'
import { nearFlag } from './near-values.ts'
import { fitting, pages } from './page-count-keys.ts'
import { pictureOrFile, pictures } from './picture-keys.ts'
import { publicationKeys } from './publication-keys.ts'
import { articleRuleKeys } from './rule-keys.ts'
import { across, columns, names, paragraphs, watermark } from './shared-kinds.ts'
import { signature } from './signature-keys.ts'
import { bodyText, choice, date, flag, markedText, text, wholeNumber, written } from './values.ts'

const ATTACHMENTS = { zh: '附件名称的列表，每个以“- ”开头', en: 'a list of names, each beginning with “- ”' }
const attachments = byForm<readonly MappedText[]>(
  { text: becoming(markedText(), (one) => [one]), list: list(markedText(), ATTACHMENTS) },
  ATTACHMENTS,
)

/** What an article may say, in an issue or in its own file. */
export const articleTable = {
  title: key(
    '标题',
    markedText(),
    { zh: '标题；“|”处可以换行', en: 'Headline; | marks where it may break' },
    { filled: true },
  ),
  shoulder: key('引题', markedText(), { zh: '标题上面的小字', en: 'Line above the headline' }),
  subtitle: key('副题', markedText(), { zh: '标题下面的小字', en: 'Line below the headline' }),
  note: key('编者按', markedText(), { zh: '编者按', en: "Editor's note" }),
  lead: key('头条', flag(), {
    zh: '头条，标题通栏，字大两级；版式要首篇作头条时，写 false 不作',
    en: 'Lead article: a larger headline across the page; false where a design would make the first one lead',
  }),
  body: key('正文', bodyText(), { zh: '正文，写在“|”之后', en: 'The text, after “|”' }, { filled: true }),
  images: key('图片', pictures, { zh: '图片', en: 'Pictures' }),
  pull_quotes: key('摘引', pullQuotes, {
    zh: '从文中摘出来、放在两段之间的话',
    en: 'Words of the article set apart between two of its paragraphs',
  }),
  side_boxes: key('小资料', sideBoxes, {
    zh: '这一篇的小资料：有标题的一框文字',
    en: 'Titled panels of text beside the article',
  }),
  to: key('主送', markedText(), {
    zh: '主送机关，顶格排在正文上面，末尾的冒号可以不写',
    en: 'To whom it is addressed, flush above the text; the colon may be left out',
  }),
  attachments: key('附件', attachments, {
    zh: '附件的名称，排在正文下面',
    en: 'Names of what is attached, told below the text',
  }),
  signature: key('落款', signature, {
    zh: '文末靠右的落款（单位、日期各一行），可以盖章',
    en: 'Who issues it and when, at the right below the text; a seal may stand over it',
  }),
  credit: key('供稿', credit, { zh: '供稿单位和姓名', en: 'Who contributed it' }),
  vertical_title: key(
    '竖题',
    flag(),
    {
      zh: '标题竖排在正文左边，短稿用',
      en: 'The headline vertically to the left of the text, for a short article',
    },
    { preset: false },
  ),
  across: key(
    '跨栏',
    across,
    {
      zh: '标题（加框、衬底的是整篇）跨几栏：栏内、两栏、通栏；三栏的版面里跨两栏，另一栏接着排',
      en: 'What the headline (a boxed or tinted article as a whole) stands across: its column, two columns, or the page',
    },
    { preset: 'column' },
  ),
  columns: key('栏数', columns, { zh: '本篇分几栏', en: 'Columns of this article' }),
  start: key(
    '起排',
    choice({ auto: '接排', column: '另栏', page: '另页' }),
    { zh: '接排、另栏或另页', en: 'Run on, in a new column, or on a new page' },
    { preset: 'auto' },
  ),
  keep: key('不拆', flag(), { zh: '尽量整篇放在一栏里', en: 'Kept whole where it fits' }, { preset: false }),
  box: key('框栏', flag(), { zh: '加框', en: 'In a box' }, { preset: false }),
  tint: key('底色', flag(), { zh: '衬底色', en: 'On a tint' }, { preset: false }),
  paragraphs: key('分段', paragraphs, {
    zh: '空行分段，还是每行一段，与刊物设置里的不同时才写',
    en: "Paragraphs by blank lines, or each line one, where it is not the publication's",
  }),
  date: key('日期', date(), {
    zh: '稿件日期；文中没写年份的日期按它核对星期',
    en: 'Date of the article; weekdays of dates without a year are checked by it',
  }),
  people: key('人物', names(), {
    zh: '文中人物；姓名写错一个字会提示',
    en: 'People in it; a name that differs in one character is reported',
  }),
  check: key('检查', articleRuleKeys, { zh: '本篇的检查开关', en: 'Checks of this article' }),
}
export type ArticleValue = MapValue<typeof articleTable>

/** Front matter of an article's own file. */
export const articleKeys = map(articleTable, { zh: '题头（标题等）', en: 'front matter (title and so on)' })

/** What an issue says of one piece of a section. */
export const itemTable = {
  ...articleTable,
  file: key('文件', text(), { zh: '这一篇单独放的文件', en: "The article's own file" }),
  text: key('文字', markedText(), { zh: '一条简讯的文字', en: 'Text of a brief' }, { filled: true }),
}
const ITEM = {
  zh: '一篇文章（标题、正文……）或一条简讯',
  en: 'an article (title, body …) or a brief',
}
const article = map(itemTable, ITEM)
const item: typeof article = {
  ...article,
  read: (node, label, reading) =>
    isSentence(node, itemTable, reading) ? undefined : article.read(node, label, reading),
}
export type ItemValue = MapValue<typeof itemTable>

export const sectionItem = byForm<ItemValue>(
  {
    text: becoming(markedText(), (words, node) => ({ text: words, span: node.span, keySpans: {} })),
    map: item,
  },
  ITEM,
)
const ITEMS = { zh: '列表：每篇（条）以“- ”开头', en: 'a list, each article or brief beginning with “- ”' }
const sections = namedValues(
  list(sectionItem, ITEMS),
  { zh: '“栏目名:”，下面各篇以“- ”开头', en: 'section names, each with a list' },
  () => [],
)

/** An issue's file: every key. */
export const issueKeys = map(
  {
    publication: key('刊物', text(), {
      zh: 'publication.yaml 的位置；不写就向上找',
      en: 'Where publication.yaml is; looked for upwards when absent',
    }),
    date: key('日期', date(), { zh: '印发日期', en: 'Date of issue' }, { required: true }),
    number: key('期号', wholeNumber(1, 99_999), {
      zh: '期号；不写就自动推算',
      en: 'Number; computed when absent',
    }),
    total: key('总期号', wholeNumber(1, 999_999), {
      zh: '总期号；不写就自动推算',
      en: 'Running total; computed when absent',
    }),
    supplement: key(
      '增刊',
      flag(),
      { zh: '增刊，另编期号', en: 'A supplement, numbered apart' },
      { preset: false },
    ),
    title: key('专刊名', text(), { zh: '专刊名', en: 'Title of a special issue' }, { preset: '' }),
    override: key('改动', partly(publicationKeys), {
      zh: '只在本期改动的刊物设置',
      en: 'Settings changed for this issue only',
    }),
    contents: key(
      '导读',
      written<boolean | null>(
        { zh: '自动、是或否', en: 'auto, true or false' },
        (word) =>
          word === 'auto' || word === '自动'
            ? null
            : word === 'true' || word === '是'
              ? true
              : word === 'false' || word === '否'
                ? false
                : undefined,
        { enum: ['auto', '自动', true, false, '是', '否'] },
        nearFlag,
      ),
      { zh: '印不印“本期导读”', en: 'Whether contents are printed' },
      { preset: 'auto' },
    ),
    cover: key('封面', pictureOrFile, {
      zh: '封面的图片：首页只有报头、这张图和导读，正文从第二页起',
      en: 'The cover’s picture: page 1 has the masthead, this picture and the contents; the text begins on page 2',
    }),
    ear: key('报眼', ear, {
      zh: '整幅图报头右边的一框文字；别的报头排在报头下面',
      en: 'A box of text to the right of a picture masthead; below any other',
    }),
    pages: key('页数', pages, { zh: '目标页数', en: 'Wanted page count' }),
    fit: key('排满', fitting, { zh: '排满整页的办法', en: 'How pages are filled' }),
    status: key(
      '状态',
      choice({ draft: '草稿', review: '送审', final: '定稿' }),
      { zh: '草稿、送审（盖“送审稿”）、定稿', en: 'draft, review (watermarked), final' },
      { preset: 'draft' },
    ),
    watermark: key('水印', watermark, {
      zh: '本期的水印，与刊物设置里的不同时才写',
      en: "This issue's watermark, where it is not the publication's",
    }),
    approved: key('审签', approved, { zh: '谁在何时签发', en: 'Who approved it, and when' }),
    note: key('编者按', markedText(), {
      zh: '全期的编者按，通栏排在第一个栏目上面',
      en: "Editor's note on the whole issue, across the page above its first section",
    }),
    sections: key('栏目', sections, { zh: '各栏目的内容', en: 'The content by section' }, { required: true }),
  },
  { zh: '一期的内容', en: 'an issue' },
)

export type IssueValue = MapValue<typeof issueKeys.table>
