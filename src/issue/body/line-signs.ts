const HAN_NUMBER = '[一二三四五六七八九十百]{1,4}'

/**
 * Signs that number a paragraph, at the head of a line: 一、 （一） 1、 1．（1） 1） ① ⑴ ㈠ 第一， 其一， 第一步： 第一条 一. [1] 1.1 A. a). 1. before a blank is a
 * list and read as one.
 */
const ORDINAL = new RegExp(
  [
    `${HAN_NUMBER}[、．]`,
    `[（(]${HAN_NUMBER}[）)]`,
    '\\d{1,3}[、．)）]',
    '\\d{1,3}\\.(?=[^\\d\\s])',
    '[（(]\\d{1,3}[）)]',
    '[①-⒛⓪-⓿❶-➓㈠-㈩㊀-㊉]',
    `第${HAN_NUMBER}(?:步|是)?[，、：:]`,
    `${HAN_NUMBER}[.：:](?=\\S)`,
    '[【［[]\\d{1,3}[】］\\]](?!\\()',
    '\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?(?=[ \\t\\u3000]+[\\u4e00-\\u9fff])',
    '\\d{1,2}\\t+(?=[\\u4e00-\\u9fff])',
    '其[一二三四五六七八九][，、：:]',
    `第(?:${HAN_NUMBER}|\\d{1,3})[编章节条](?=[ \\u3000])`,
    '[Ⅰ-Ⅻ][、．]',
    `${HAN_NUMBER}[ \\t\\u3000]+(?=[\\u4e00-\\u9fff]{2})`,
    '[A-Z]．',
    '[A-Ha-h][.)）、](?=[ \\t]*[\\u4e00-\\u9fff])',
  ]
    .map((one) => `(?:${one})`)
    .join('|'),
  'y',
)

/** Points that word processors put before the items of a list; U+F000 to U+F0FF is where their sign fonts have them. */
const BULLET = /[•‣⁃∙●○◦■□▪▫◆◇❖➢➤►▶✓✔\uf000-\uf0ff]/y
/** Those that may be meant as they are typed where no blank follows. */
const SPACED_BULLET = /[·+*o](?=[ \t\u3000])/y

/** The sign by which a line, from `at` on, tells that it is a paragraph of its own; null where it has none. */
export function ordinalAt(text: string, at: number): string | null {
  return matched(ORDINAL, text, at)
}

/** A bullet at the head of a line: no paragraph goes on with one. */
export function bulletAt(text: string, at: number): string | null {
  return matched(BULLET, text, at) ?? matched(SPACED_BULLET, text, at)
}

/** Whether the bullet can only have been a list's; others, such as □ and ✓, may be meant to be printed. */
export function isListBullet(sign: string): boolean {
  return /^[•‣⁃∙●◦▪▫➢➤►*+o\uf000-\uf0ff]$/.test(sign)
}

/** The bullet as a message shows it: one that only Word's fonts have by its number. */
export function nameOfBullet(sign: string): string {
  return sign >= '\uf000' ? `U+${sign.charCodeAt(0).toString(16).toUpperCase()}` : sign
}

function matched(sign: RegExp, text: string, at: number): string | null {
  sign.lastIndex = at
  return sign.exec(text)?.[0] ?? null
}

/** A line of nothing but strokes, as people draw between parts. */
const RULE = /^[-－–—_=~*·.…]{3,}$/

/** What a line ends in that another may follow as a paragraph. */
const PART_END = /[。！？；：…!?;:][”’」』）)】》]*$/

/**
 * Whether a line is a paragraph of its own by how it begins, below `before` in a paragraph that begins with `first`: a
 * bullet or a line of strokes always; a number, or the dash of an official paper's items and a point without a blank, where what is above it ends, or is numbered itself.
 */
export function standsAlone(line: string, before: string, first: string): boolean {
  if (RULE.test(line) || RULE.test(before)) return true
  if (bulletAt(line, 0) !== null) return true
  const isNumbered = ordinalAt(line, 0) !== null
  if (!isNumbered && !/^(?:——|·)/.test(line)) return false
  return PART_END.test(before.slice(-8)) || (isNumbered && ordinalAt(first, 0) !== null)
}

const LONGEST_HEADING = 28

/** Whether a numbered line is short and has no mark, as a heading: 一、基本情况. */
export function isNumberedHeading(line: string): boolean {
  if (line.length > LONGEST_HEADING) return false
  const sign = ordinalAt(line, 0)
  return sign !== null && !/[，。；：！？,;:!?]/.test(line.slice(sign.length))
}
