import { becoming, byForm, key, list, map } from './collections.ts'
import { plainValue } from './near-values.ts'
import { columns } from './shared-kinds.ts'
import { choice, colour, flag, type Length, length, lengthOf, text, wholeNumber, written } from './values.ts'

/** What a design says of the masthead. */
export const mastheadTable = {
  style: key('样式', choice({ red: '套红', plain: '单色', image: '整图' }), {
    zh: '套红、单色或整幅图',
    en: 'Red, black, or one picture',
  }),
  rule: key('红线', choice({ none: '无', single: '单线', double: '双线' }), {
    zh: '报头下的线',
    en: 'Rule below the masthead',
  }),
  height: key('高度', length({ from: 20, to: 600 }), { zh: '报头高度', en: 'Height of the masthead' }),
  contents: key('导读', flag(), { zh: '头版印“本期导读”', en: 'Print the contents on page 1' }),
}

/** `masthead:` */
export const masthead = map(
  {
    style: mastheadTable.style,
    image: key('图片', text(), { zh: '整幅报头图的文件', en: 'File of the masthead picture' }),
    logo: key('徽标', text(), { zh: '徽标图的文件', en: 'File of the logo' }),
    rule: mastheadTable.rule,
    height: mastheadTable.height,
    contents: mastheadTable.contents,
  },
  { zh: '报头的样式', en: 'the masthead' },
)

/** `color:` */
export const color = map(
  {
    accent: key('强调色', colour(), { zh: '报头和栏目的颜色', en: 'Colour of masthead and sections' }),
    mode: key('模式', choice({ rgb: '彩色', gray: '灰度', cmyk: '四色' }), {
      zh: '颜色模式',
      en: 'Colour mode',
    }),
  },
  { zh: '{ 强调色: "#c00000" } 的形式', en: 'the form { accent: "#c00000" }' },
)

/** Widths and heights in mm of the papers a bulletin is printed on (B5 is JIS, as in Chinese offices; 16K 大度). */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  B5: [182, 257],
  '16K': [210, 285],
}

/** The paper that a4纸 or 大16开 means. */
function nearPaper(word: string): string | undefined {
  const name = plainValue(word)
    .toUpperCase()
    .replace(/\s|纸|大(?=16)/g, '')
    .replace('16开', '16K')
  return Object.hasOwn(PAPERS, name) ? name : undefined
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
      nearPaper,
    ),
    list: becoming(list(length({ from: 200, to: 3000 }), SIZE), ([width, height]) =>
      width && height ? ([width, height] as const) : undefined,
    ),
  },
  SIZE,
)

const margin = length({ to: 600 })
/** One length for all four sides. */
function nearMargins(words: string, label: string): string | undefined {
  if (lengthOf(words.trim()) === undefined) return undefined
  const sides = label === '页边' ? ['天头', '地脚', '订口', '切口'] : ['top', 'bottom', 'inside', 'outside']
  return `{ ${sides.map((side) => `${side}: ${words.trim()}`).join(', ')} }`
}

/** `page:` — paper, margins, columns, folio and running head. */
export const page = map(
  {
    size: key('纸张', paper, { zh: '成品尺寸', en: 'Size of the trimmed page' }),
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
          zh: '{ 天头: 24mm, 地脚: 22mm, 订口: 20mm, 切口: 20mm } 的形式',
          en: 'the form { top: 24mm, … }',
        },
        nearMargins,
      ),
      { zh: '天头、地脚、订口、切口', en: 'Margins' },
    ),
    columns: key('栏数', columns, { zh: '每页几栏', en: 'Columns of a page' }),
    column_gap: key('栏间距', length({ to: 200 }), { zh: '两栏之间', en: 'Between columns' }),
    column_rule: key('栏线', choice({ none: '无', hairline: '细线' }), {
      zh: '栏间的线',
      en: 'Rule between columns',
    }),
    balance: key('齐平', choice({ last: '末页', section: '每栏目', none: '不' }), {
      zh: '两栏何处排齐',
      en: 'Where columns are made even',
    }),
    number: key('页码', text(), {
      zh: '页码式样，可用 {page} {pages}；"" 为不印',
      en: 'Page number, with {page} and {pages}; "" for none',
    }),
    number_from: key('起始页码', wholeNumber(0, 9999), {
      zh: '第一页的页码',
      en: 'Number of the first page',
    }),
    number_align: key('页码位置', choice({ outside: '外侧', center: '居中' }), {
      zh: '单页居右双页居左，或居中',
      en: 'At the outer side, or centred',
    }),
    header: key('书眉', text(), {
      zh: '第 2 页起的书眉，可用 {name} {issue} {date} {issuer}；"" 为不印',
      en: 'Running head from page 2, with {name} {issue} {date} {issuer}; "" for none',
    }),
    bleed: key('出血', length({ to: 60 }), { zh: '出血', en: 'Bleed' }),
  },
  { zh: '页面的尺寸和分栏', en: 'page and columns' },
)
