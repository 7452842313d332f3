import type { MessageText } from '../message-text.ts'

/** What the proof checks say of an issue's words. */
export const checkMessages = () =>
  ({
    'W-TEMPLATE': {
      severity: 'warning',
      zh: '“{found}”是模板里的字，还没有改',
      en: '“{found}” is the template’s and has not been replaced',
      hintZh: '换成自己的内容；用不着的，整项删去。',
      hintEn: 'Put in your own, or take the item out.',
    },
    'W-DATE-RANGE': {
      severity: 'warning',
      zh: '起止日期“{found}”的末尾缺“日”',
      en: 'the range of dates “{found}” lacks its last 日',
    },
    'W-DATE-ORDER': {
      severity: 'warning',
      zh: '起止日期“{found}”先后颠倒',
      en: 'the range of dates “{found}” ends before it begins',
    },
    'W-DATE-IMPOSSIBLE': {
      severity: 'warning',
      zh: '没有“{found}”这一天',
      en: 'there is no such day as “{found}”',
    },
    'W-WEEKDAY': {
      severity: 'warning',
      zh: '“{found}”不对：{year} 年的这一天是星期{right}',
      en: '“{found}” is wrong: in {year} that day is 星期{right}',
      hintZh: '请核对是日期错了还是星期错了。',
      hintEn: 'See whether the date is wrong or the weekday.',
    },
    'W-LIST-COUNT': {
      severity: 'warning',
      zh: '前面说“{found}”，实际列出 {count} 条',
      en: '“{found}” is announced, but {count} are listed',
    },
    'W-LIST-ORDER': {
      severity: 'warning',
      zh: '序号不连续：这里是“{found}”，按次序应是“{wanted}”',
      en: 'numbering is not consecutive: “{found}” stands where {wanted} is due',
    },
    'W-HALF-WIDTH': {
      severity: 'warning',
      zh: '中文里用了半角的“{found}”，应为“{right}”',
      en: 'the half-width “{found}” stands in Chinese text; it should be “{right}”',
    },
    'W-STRAIGHT-QUOTE': {
      severity: 'warning',
      zh: '中文里用了直引号，应为弯引号“”',
      en: 'straight quotes stand around Chinese text; they should be “”',
    },
    'W-UNPAIRED': {
      severity: 'warning',
      zh: '“{found}”没有配对的另一半',
      en: '“{found}” has no partner',
    },
    'W-NESTED-QUOTE': {
      severity: 'warning',
      zh: '引号里面再用引号，应为 {inner}',
      en: 'quotes inside quotes should be {inner}',
    },
    'W-TITLE-END': {
      severity: 'warning',
      zh: '标题末尾不用“{found}”',
      en: 'a headline does not end with “{found}”',
    },
    'W-ELLIPSIS': {
      severity: 'warning',
      zh: '省略号写成了“{found}”，应为“……”（占两个字）',
      en: 'the ellipsis “{found}” should be “……”',
    },
    'W-DASH-MARK': {
      severity: 'warning',
      zh: '破折号写成了“{found}”，应为“——”（占两个字）',
      en: 'the dash “{found}” should be “——”',
    },
    'W-HYPHEN': {
      severity: 'warning',
      zh: '汉字之间用了半角的“-”；表示起止（如路段、地点）应为“—”',
      en: 'a half-width “-” stands between Han; from one place to another it should be “—”',
    },
    'W-HYPHEN-RANGE': {
      severity: 'warning',
      zh: '“{found}”里的半角“-”表示数值范围，应为“～”',
      en: 'in “{found}” the half-width “-” stands for a range; it should be “～”',
    },
    'W-WIDE-DIGITS': {
      severity: 'warning',
      zh: '全角数字“{found}”应为半角',
      en: 'the full-width digits “{found}” should be half-width',
    },
    'W-DATE-STYLE': {
      severity: 'warning',
      zh: '“{found}”用了汉字，本期别处的日期用阿拉伯数字',
      en: '“{found}” is written in Han; other dates of the issue have digits',
    },
    'W-NUMBER-STYLE': {
      severity: 'warning',
      zh: '“{found}”的千分位写法与本期别处不一致',
      en: '“{found}” is grouped in another way than the issue’s other numbers',
    },
    'W-NAME-VARIANT': {
      severity: 'warning',
      zh: '“{found}”与“{known}”只差一个字，请核对是不是同一个',
      en: '“{found}” differs from “{known}” in one character; are they the same?',
    },
    'W-ROSTER-TITLE': {
      severity: 'warning',
      zh: '“{found}”与名录不符，名录里是“{right}”',
      en: '“{found}” is not as in the roster, which has “{right}”',
    },
    'W-ROSTER-ORDER': {
      severity: 'warning',
      zh: '按名录的次序，“{found}”应排在“{before}”前面',
      en: 'in the roster “{found}” comes before “{before}”',
    },
    'W-DICTIONARY': {
      severity: 'warning',
      zh: '词表：“{found}”应为“{right}”',
      en: 'word list: “{found}” should be “{right}”',
    },
    'W-TYPO': {
      severity: 'warning',
      zh: '错别字：“{found}”应为“{right}”',
      en: 'misspelling: “{found}” should be “{right}”',
    },
    'W-REPEAT': {
      severity: 'warning',
      zh: '这一段与前面重复：“{found}”',
      en: 'this paragraph stands twice: “{found}”',
    },
    'W-REPEAT-TITLE': {
      severity: 'warning',
      zh: '标题与前面重复：“{found}”',
      en: 'this headline stands twice: “{found}”',
    },
    'W-CREDIT-MISSING': {
      severity: 'warning',
      zh: '“{found}”没有供稿单位',
      en: '“{found}” has no credit',
    },
  }) as const satisfies Record<string, MessageText>
