/** Parts of the messages of `issue.ts` that differ with what was found. */
export interface IssueWords {
  readonly zh: string
  readonly en: string
}

/** Where a pull quote stands that was marked where none may. */
export const quotePlaces: Readonly<Record<'moved' | 'nowhere', IssueWords>> = {
  moved: { zh: '，已移到最近的两段之间', en: '; this one was moved to the nearest such place' },
  nowhere: {
    zh: '；这篇没有挨着的两段，只好排在文末',
    en: '; this article has no such place, so it stands at the end',
  },
}

/** “Did you mean …”, at the end of a message. */
export function nearOffered(near: string): IssueWords {
  return { zh: `，是不是“${near}”？`, en: `; did you mean “${near}”?` }
}

/** The keys that may stand here, at the end of a message. */
export function keysOffered(keys: readonly string[]): IssueWords {
  const shown = keys.slice(0, 12)
  const more = keys.length > shown.length
  return {
    zh: `；这里可以写：${shown.join('、')}${more ? ' 等' : ''}`,
    en: `; here you can write ${shown.join(', ')}${more ? ' …' : ''}`,
  }
}

/** What is wrong with a file's structure, said under E-YAML. */
export const yamlProblems = {
  'quote-ends': {
    zh: '引号在句中就结束了，后面的“{rest}”没有着落。整句话要么都放在引号里，要么都不放',
    en: 'the quotation marks end in the middle, and “{rest}” stands outside them. Put the whole text inside, or leave the marks out',
  },
  'two-colons': {
    zh: '一行里有两个“: ”（半角冒号加空格），请给冒号后的整句加引号',
    en: 'there are two colons followed by a space in one line; put the text after the first one in quotes',
  },
  'bad-start': {
    zh: '内容不能以“{sign}”开头，请给整句加引号',
    en: 'a text cannot begin with “{sign}”; put all of it in quotes',
  },
  'block-header': {
    zh: '“{sign}”后面不能直接写文字：正文要另起一行并缩进；如果“{sign}”是文字的一部分，请给整句加引号',
    en: 'nothing may follow “{sign}” on its line: the text goes on the next line, indented; if “{sign}” belongs to the text, put it in quotes',
  },
  'open-quote': {
    zh: '从这里开始的引号（{sign}）一直没有配对的另一半',
    en: 'the quotation mark {sign} that begins here is never closed',
  },
  'open-bracket': {
    zh: '这里的“{sign}”没有配对的“{close}”',
    en: 'the “{sign}” here has no matching “{close}”',
  },
  'bracket-start': {
    zh: '方括号、花括号后面又有文字。以“{sign}”开头的句子要整句加引号',
    en: 'there is text after the closing bracket. A text that begins with “{sign}” goes in quotes',
  },
  'bad-escape': {
    zh: '双引号里的反斜杠“{sign}”不是能用的写法。要照原样写反斜杠，请把外面的双引号换成单引号',
    en: '“{sign}” means nothing inside double quotes. To have the backslash as it stands, use single quotes around the text',
  },
  hash: {
    zh: '空格后面的“{sign}”被当作备注，后面的括号也丢了。请给它加引号',
    en: '“{sign}” after a space is taken as a comment, and the closing bracket with it. Put it in quotes',
  },
  comma: {
    zh: '逗号多了或少了：方括号、花括号里，各项之间用一个半角逗号“,”隔开',
    en: 'a comma too many or too few: between brackets, items are separated by one “,”',
  },
  'comma-in-value': {
    zh: '方括号、花括号里的半角逗号隔开各项，“{value}”在逗号那里断成了两项。请给它加引号，数目里的逗号删去',
    en: 'between brackets a comma separates items, so “{value}” is cut in two. Put it in quotes; leave the comma out of a number',
  },
  'wide-comma': {
    zh: '这里用了全角逗号“，”，应为半角逗号加空格“, ”',
    en: 'the wide comma “，” was used here; it should be “, ”',
  },
  'wide-bracket': {
    zh: '这里用了全角的“{sign}”，应为半角的“{close}”',
    en: 'the wide “{sign}” was used here; it should be “{close}”',
  },
  'no-colon': {
    zh: '这一行没有“: ”。这里应是“键: 内容”，例如“标题: …”；如果它是上一行正文的一部分，请与上一行对齐',
    en: 'this line has no “: ”. Here “key: value” was expected, such as “title: …”; if it belongs to the text above, align it with that',
  },
  'key-alone': {
    zh: '“{key}”后面少了半角冒号',
    en: 'the colon after “{key}” is missing',
  },
  'pair-in-braces': {
    zh: '花括号里应是“键: 内容”，这里没有“: ”；如果是文字，请给整句加引号',
    en: 'between braces “key: value” was expected, and there is no “: ”; if it is a text, put it in quotes',
  },
  'colon-in-text': {
    zh: '这一句里有“: ”（半角冒号加空格），被当成了“键: 内容”；请给整句加引号，或改成全角的“：”',
    en: 'the “: ” in this sentence makes it “key: value”; put all of it in quotes, or use a wide colon “：”',
  },
  'item-without-dash': {
    zh: '这里是一个列表，每一项要以“- ”（半角短横加空格）开头',
    en: 'this is a list, and each item begins with “- ”',
  },
  'explicit-key': {
    zh: '行首的问号“? ”在这里另有意思，请给整句加引号',
    en: 'a “? ” at the start of a line means something else here; put the text in quotes',
  },
  'key-is-collection': {
    zh: '冒号前面应是一个简单的名称，不能是方括号或花括号',
    en: 'before the colon there must be a plain name, not brackets',
  },
  tab: {
    zh: '这里的制表符（Tab）请换成空格',
    en: 'replace the tab here by spaces',
  },
  'wide-hash': {
    zh: '备注以半角的“# ”开头，这里写的是全角的“＃”',
    en: 'a comment begins with “# ”; this is the wide “＃”',
  },
  comment: {
    zh: '“#”前面少一个空格：要写备注，先空一格；要印出“#”，请给整句加引号',
    en: 'there is no space before “#”: put one there for a comment; if “#” is to be printed, put the text in quotes',
  },
  unexpected: {
    zh: '这里的“{sign}”看不懂。多半是缩进没有对齐、括号不成对，或者这一行应该加引号',
    en: '“{sign}” makes no sense here. Most likely the indentation is off, a bracket is missing, or the text needs quotes',
  },
} as const satisfies Record<string, IssueWords>

export type YamlProblem = keyof typeof yamlProblems

/** Why a link cannot be used, said under W-LINK. */
export const linkProblems = {
  scheme: { zh: '不是网页、邮箱或电话', en: 'it is neither a web page nor mail nor a telephone number' },
  incomplete: {
    zh: '地址不完整，要从 https:// 写起',
    en: 'the address is incomplete; it begins with https://',
  },
  file: {
    zh: '不是网页：读者那里没有这个文件',
    en: 'it is no web page: readers do not have that file',
  },
  mail: { zh: '邮箱前面要写 mailto:', en: 'mailto: is missing before the mail address' },
  telephone: { zh: '电话前面要写 tel:', en: 'tel: is missing before the telephone number' },
  user: { zh: '网址里有“@”，会冒充别的网站', en: 'an “@” in a web address can imitate another site' },
  host: { zh: '网站名里有特殊字符', en: 'the site’s name has unusual characters' },
  long: { zh: '太长', en: 'it is too long' },
} as const satisfies Record<string, IssueWords>

/** What is wrong with a colon, said under E-COLON and W-COLON. */
export const colonProblems = {
  wide: {
    zh: '后面是全角冒号“：”，应为半角冒号加空格',
    en: 'there is a wide colon “：”; it should be “:” and a space',
  },
  tight: { zh: '的冒号后面少一个空格', en: 'the colon is not followed by a space' },
} as const satisfies Record<string, IssueWords>

/** What stands in an indentation that may not, said under E-INDENT. */
export const indentProblems = {
  wide: { zh: '全角空格', en: 'a wide space' },
  hard: { zh: '不间断空格（看起来和半角空格一样）', en: 'a no-break space (it looks like an ordinary one)' },
  tab: { zh: '制表符（Tab）', en: 'a tab' },
} as const satisfies Record<string, IssueWords>

/** Why a line does not line up, said under E-ALIGN. */
export const alignProblems = {
  deeper: { zh: '比上面同级的行缩进多了', en: 'it is further in than the line above it' },
  between: { zh: '上面没有缩进相同的行', en: 'no line above has this indentation' },
  key: {
    zh: '要和上面“- ”后面的键对齐，也就是再空 2 格',
    en: 'it lines up with the key behind the “- ” above, two spaces further in',
  },
  body: {
    zh: '正文的每一行都要比它上面的键多缩进，而且一样多',
    en: 'every line of a text is further in than its key, and by the same amount',
  },
} as const satisfies Record<string, IssueWords>
