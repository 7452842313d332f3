import { key, map } from './collections.ts'
import { choice } from './values.ts'

const severity = choice({ off: '关', info: '提示', warning: '警告', error: '错误' })

/** The proof checks that can be switched and graded, in `check: { rules: … }` and in an article's `check:`. */
export const ruleKeys = map(
  {
    'date-range': key('日期起止', severity, {
      zh: '起止日期：缺“日”、先后颠倒',
      en: 'Ranges of dates: 日 missing, ends before it begins',
    }),
    'date-impossible': key('日期有误', severity, { zh: '不存在的日期', en: 'Dates that do not exist' }),
    weekday: key('星期', severity, { zh: '星期与日期不符', en: 'Weekdays that do not go with their dates' }),
    'list-count': key('条数', severity, {
      zh: '“三点要求”与实际条数不符、序号不连续',
      en: 'Counts announced and listed; gaps in numbering',
    }),
    'half-width': key('半角标点', severity, {
      zh: '中文里的半角标点',
      en: 'Half-width marks in Chinese text',
    }),
    unpaired: key('引号括号', severity, {
      zh: '引号、括号不成对',
      en: 'Quotes and brackets without partner',
    }),
    'title-end': key('标题末尾', severity, {
      zh: '标题末尾的句号',
      en: 'A full stop at the end of a headline',
    }),
    ellipsis: key('省略号', severity, { zh: '省略号应为“……”', en: 'Ellipses other than ……' }),
    dash: key('破折号', severity, { zh: '破折号应为“——”', en: 'Dashes other than ——' }),
    hyphen: key('连接号', severity, {
      zh: '地名、数字之间的半角“-”',
      en: 'Half-width hyphens between places or numbers',
    }),
    numbers: key('数字', severity, {
      zh: '全角数字、同一期里写法不一致',
      en: 'Full-width digits; numbers written in two ways',
    }),
    'name-variant': key('名称写法', severity, {
      zh: '姓名、单位名只差一个字',
      en: 'Names that differ in one character',
    }),
    roster: key('名录', severity, {
      zh: '职务、次序与名录不符',
      en: 'Titles and order other than in the roster',
    }),
    dictionary: key('词表', severity, { zh: '易错词表里的词', en: 'Words of the word lists' }),
    typo: key('错别字', severity, { zh: '常见的错别字', en: 'Common misspellings' }),
    repeat: key('重复', severity, { zh: '重复的段落、标题', en: 'Repeated paragraphs and headlines' }),
    'credit-missing': key('缺供稿', severity, { zh: '没有供稿单位', en: 'Articles without a credit' }),
    bidi: key('不可见字符', severity, {
      zh: '零宽字符、方向控制符；off 为保留',
      en: 'Zero-width and directional characters; off keeps them',
    }),
  },
  { zh: '检查项和级别，如 { list-count: off }', en: 'rules with levels, such as { list-count: off }' },
)

const { bidi: _, ...articleRules } = ruleKeys.table

/** The same in an article's own `check:`, where invisible characters, which are a file's, have no say. */
export const articleRuleKeys = map(articleRules, {
  zh: '检查项和级别，如 { list-count: off }',
  en: 'rules with levels, such as { list-count: off }',
})

/** A proof check's stable name. */
export type RuleId = Exclude<keyof typeof ruleKeys.table, 'bidi'>

export type Level = 'off' | 'info' | 'warning' | 'error'

type RuleValues = { readonly [rule in keyof typeof ruleKeys.table]?: Level }

/** The levels given, by rule. */
export function levels(rules: RuleValues | undefined): Readonly<Record<string, Level>> {
  const given: Record<string, Level> = {}
  for (const rule of Object.keys(ruleKeys.table) as (keyof typeof ruleKeys.table)[]) {
    const level = rules?.[rule]
    if (level !== undefined) given[rule] = level
  }
  return given
}
