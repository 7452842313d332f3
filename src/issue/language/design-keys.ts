import type { Looks } from '../../design/looks.ts'
import { key, type MapValue, map } from './collections.ts'
import { builtInName } from './design-name.ts'
import type { Key, KeyTable } from './kind.ts'
import { lookTable } from './look-keys.ts'
import type { Look } from './look-kinds.ts'
import { images } from './output-keys.ts'
import { color, mastheadTable, page } from './page-keys.ts'
import { typeKeys } from './type-keys.ts'
import { wholeNumber } from './values.ts'
import type { Wording } from './wording.ts'

/** The groups of looks by their keys; the masthead's stand among the masthead's settings. */
export const LOOK_GROUPS: { readonly [G in keyof Looks]: readonly [key: string, zh: string, doc: Wording] } =
  {
    masthead: ['masthead', '报头', { zh: '报头的样式', en: 'The masthead' }],
    section: ['section', '栏目名', { zh: '栏目名的装饰', en: 'Ornaments of section headers' }],
    heading: ['heading', '标题', { zh: '标题的行距、空和线', en: 'Air and rules of headlines' }],
    box: ['box', '框栏', { zh: '框栏的线和底色', en: 'Border and tint of boxed articles' }],
    tint: ['tint', '底色', { zh: '衬底色的文章的底色和线', en: 'Tint and border of articles on a tint' }],
    note: ['note', '编者按', { zh: '编者按的线和底色', en: 'Border and tint of editor’s notes' }],
    quote: ['quote', '摘引', { zh: '摘引的线和底色', en: 'Rules and tint of pull quotes' }],
    footnote: ['footnote', '脚注', { zh: '脚注的线、行距和缩进', en: 'Rule, pitch and indent of footnotes' }],
    contents: ['contents', '导读', { zh: '本期导读', en: 'The contents on page 1' }],
    columnRule: ['column_rule', '栏线', { zh: '栏间的线', en: 'Rules between columns' }],
    runningHead: ['running_head', '书眉', { zh: '书眉', en: 'Running heads' }],
    folio: ['folio', '页码', { zh: '页码', en: 'Page numbers' }],
    watermark: ['watermark', '水印', { zh: '水印', en: 'The watermark' }],
    stamp: ['stamp', '送审稿', { zh: '“送审稿”字样', en: 'The words 送审稿 on an issue under review' }],
    picture: ['picture', '图', { zh: '图与图说', en: 'Pictures and captions' }],
    placeholder: ['placeholder', '占位框', { zh: '待补图片的框', en: 'Boxes of pictures still to come' }],
    table: ['table', '表格', { zh: '表格的线和底色', en: 'Rules and tints of tables' }],
    colophon: ['colophon', '报尾', { zh: '报尾的线', en: 'Rules of the colophon' }],
    list: ['list', '列表', { zh: '列表的符号和缩进', en: 'Signs and indents of lists' }],
    brief: ['brief', '简讯', { zh: '简讯', en: 'Briefs' }],
    credit: ['credit', '供稿', { zh: '供稿', en: 'Credits' }],
  }

/** A look's key in YAML: `nameSpread` is written name_spread, and colours as `color:` spells them. */
export function lookKey(member: string): string {
  return member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace('colour', 'color')
}

/** Lines of grid that headings take (占行). */
const rows = map(
  {
    section: key('栏目', wholeNumber(1, 8), { zh: '栏目名占几行', en: 'Lines that a section’s name takes' }),
    headline_one: key('标题', wholeNumber(1, 8), {
      zh: '一行的标题占几行',
      en: 'Lines of a headline of one line',
    }),
    headline_more: key('标题每加一行', wholeNumber(1, 4), {
      zh: '标题每多一行再占几行',
      en: 'Lines for each further one',
    }),
    subhead: key('小标题', wholeNumber(1, 6), { zh: '小标题占几行', en: 'Lines of a sub-heading' }),
  },
  { zh: '标题各占几行', en: 'lines that headings take' },
)

function groupTable(group: keyof Looks): KeyTable {
  const looks = lookTable()[group] as unknown as Readonly<Record<string, Look<unknown>>>
  return Object.fromEntries(
    Object.entries(looks).map(([member, { zh, kind, doc }]): [string, Key<unknown>] => [
      lookKey(member),
      key<unknown>(zh, kind, doc),
    ]),
  )
}

function lookGroup(group: keyof Looks): readonly [string, Key<unknown>] {
  const [name, zh, doc] = LOOK_GROUPS[group]
  const table = group === 'masthead' ? { ...mastheadTable, ...groupTable(group) } : groupTable(group)
  return [name, key<unknown>(zh, map(table, doc), doc)]
}

function makeDesignKeys() {
  return map(
    {
      based_on: key(
        '基于',
        builtInName,
        {
          zh: '以哪个内置版式为底，没写的照它',
          en: 'The built-in design that it stands on: what is not said is as there',
        },
        { required: true },
      ),
      page: key('页面', page, { zh: '页面', en: 'Page' }),
      type: key('文字', typeKeys, { zh: '字体字号', en: 'Type' }),
      color: key('颜色', color, { zh: '颜色', en: 'Colour' }),
      rows: key('占行', rows, { zh: '标题各占几行', en: 'Lines that headings take' }),
      images: key('图片', images, { zh: '图片', en: 'Pictures' }),
      ...(Object.fromEntries((Object.keys(LOOK_GROUPS) as (keyof Looks)[]).map(lookGroup)) as {
        readonly masthead: Key<MapValue<typeof mastheadTable>>
      }),
    },
    { zh: '版式的样式', en: 'the looks of a design' },
  )
}

let made: ReturnType<typeof makeDesignKeys> | null = null

/** A design's own file: every key. Made when first asked for: most publications have no such file. */
export function designKeys() {
  made ??= makeDesignKeys()
  return made
}

export type DesignFileValue = MapValue<ReturnType<typeof makeDesignKeys>['table']>
