import { dateExists, isoDate, parseDate } from './dates.ts'

const DIGITS = '〇一二三四五六七八九'

/** A number below a hundred in Chinese (十二, 二十), or its digits one by one (二〇二六); null for anything else. */
function hanNumber(word: string): number | null {
  const plain = word.replace(/[零○]/g, '〇').replace(/两/g, '二')
  const tens = /^([二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain)
  if (tens) return (tens[1] ? DIGITS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? DIGITS.indexOf(tens[2]) : 0)
  if (plain === '' || [...plain].some((one) => !DIGITS.includes(one))) return null
  return Number([...plain].map((one) => DIGITS.indexOf(one)).join(''))
}

/** A value as it would be typed without an input method: half-width, no quotes or brackets of text round it. */
export function plainValue(word: string): string {
  return word
    .normalize('NFKC')
    .trim()
    .replace(/^["'“”‘’「《〈]+|["'“”‘’」》〉]+$/g, '')
    .replace(/[。，、；,;]+$/, '')
    .trim()
}

/** The whole number that 第12期, 十二, 4页 or １２ means; undefined where none is plain. */
export function nearNumber(word: string): string | undefined {
  const bare = plainValue(word).replace(/^(?:第|No\.?|#)\s*|\s*(?:期|号|页|版|份|栏|个)$/gi, '')
  if (/^\d+$/.test(bare)) return String(Number(bare))
  const han = hanNumber(bare)
  return han === null ? undefined : String(han)
}

/** Words of months in English, by their first three letters. */
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** The day that a date of another shape means, as 2024-01-15; undefined where its year, month or day is not plain. */
export function nearDate(word: string): string | undefined {
  const plain = plainValue(word)
  const arabic = plain
    .replace(/[（(]?(?:星期|周|礼拜)[一二三四五六日天][)）]?$/, '')
    .replace(/[T ]\d{1,2}:\d{2}.*$/, '')
    .trim()
    .replace(/[〇零○一二两三四五六七八九十]+(?=[年月日号]|$)/g, (one) => String(hanNumber(one) ?? one))
  const found =
    /^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})[日号]?$/.exec(arabic) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(arabic)
  return found ? day(found[1], found[2], found[3]) : inEnglish(arabic)
}

/** June 15, 2026 and 15 June 2026. */
function inEnglish(words: string): string | undefined {
  const parts = words.match(/[a-z]+|\d+/gi) ?? []
  const month = MONTHS.indexOf(
    (parts.find((one) => /^[a-z]{3,}$/i.test(one)) ?? '-').slice(0, 3).toLowerCase(),
  )
  const year = parts.find((one) => /^\d{4}$/.test(one))
  const date = parts.find((one) => /^\d{1,2}$/.test(one))
  return parts.length === 3 && month >= 0 && month % 3 === 0
    ? day(year, String(month / 3 + 1), date)
    : undefined
}

function day(year = '', month = '', date = ''): string | undefined {
  const found = parseDate(`${year}-${month}-${date}`)
  return found !== null && dateExists(found) ? isoDate(found) : undefined
}

/** The size that 2M, 800K or 2兆 means. */
export function nearSize(word: string): string | undefined {
  const found = /^(\d+(?:\.\d+)?)\s*(k|m|兆)b?$/i.exec(plainValue(word))
  return found ? `${found[1]}${/k/i.test(found[2] ?? '') ? 'KB' : 'MB'}` : undefined
}

const YES = /^(?:yes|y|on|1|对|真|有|要|好|√|是的)$/i
const NO = /^(?:no|n|off|0|不|假|无|没有|不要|否定|×|不是)$/i

/** Whether a word says yes or no otherwise than `true` and `false`, in the language it is typed in. */
export function nearFlag(word: string): string | undefined {
  const plain = plainValue(word)
  const han = /[\u4e00-\u9fff]/.test(plain)
  if (YES.test(plain)) return han ? '是' : 'true'
  return NO.test(plain) ? (han ? '否' : 'false') : undefined
}

/** What people write for a value, by the value's name. */
const MEANT: Readonly<Record<string, string>> = {
  draft: '初稿 编辑中 未定稿 起草',
  review: '审核 待审 审稿 送审稿 审核中 校对',
  final: '完成 发布 已发布 终稿 正式 正式稿 已定稿 印发 done published',
  'every-line': '逐行 换行 一行一段 回车 每一行 按行 line lines',
  'blank-line': '空一行 隔行 空白行 blank',
  left: '左 居左 靠左 左边 左对齐',
  right: '右 居右 靠右 右边 右对齐',
  column: '单栏 一栏 栏',
  page: '全宽 横跨 跨栏 全页宽',
  full: '整页 满版 全版 满页',
  'two-column': '两栏 二栏',
  classic: '一栏',
  weekly: '每周 一周 周报',
  semimonthly: '每半月 两周 双周 双周刊',
  monthly: '每月 一月 月报',
  irregular: '不定 随时',
}

/** The value of `names` that a word means by the table above; undefined where none. */
export function meantValue(word: string, names: readonly string[]): string | undefined {
  const plain = plainValue(word)
  return names.find((name) => MEANT[name]?.split(' ').includes(plain))
}
