import type { Node } from '../yaml/nodes.ts'
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
  const bare = plainValue(word)
    .replace(/\s*\(.*\)$/, '')
    .replace(/^(?:第|共|No\.?|#)\s*|\s*(?:期|号|页|版|份|栏|个)$/gi, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
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

/** The part of a whole that 百分之十, 12个百分点 or 一成 means. */
export function nearPart(word: string): string | undefined {
  const plain = plainValue(word)
  const [, share] = /^百分之(.+)$/.exec(plain) ?? /^(.+?)个?百分点$/.exec(plain) ?? []
  const [, tenths] = /^(.)成$/.exec(plain) ?? []
  const number = Number.parseFloat(share ?? '')
  const value = Number.isNaN(number) ? hanNumber(share ?? tenths ?? '') : number
  return value === null ? undefined : `${tenths === undefined ? value : value * 10}%`
}

const SIZES = '初一二三四五六七八'

/** The type size that 5号, 小4, 五号字 or 10.5 means; a bare number counts points, as Word does. */
export function nearTypeSize(word: string): string | undefined {
  const plain = plainValue(word)
  const [, small, size = ''] = /^(小?)([1-8初一二三四五六七八])号?字?$/.exec(plain) ?? []
  const han = /\d/.test(size) ? SIZES[Number(size)] : size
  if (small !== undefined && (small || /[号字]$/.test(plain))) return small ? `小${han}` : `${han}号`
  return /^\d{1,3}(?:\.\d+)?$/.test(plain) ? `${plain}pt` : undefined
}

/** The length that 1.5倍 means: so many times the type's size. */
export function nearLength(word: string): string | undefined {
  const [, times] = /^(\d+(?:\.\d+)?)\s*倍(?:行距)?$/.exec(plainValue(word)) ?? []
  return times === undefined ? undefined : `${times}em`
}

/** Words for colours, and what they are printed in. */
const COLOURS: Readonly<Record<string, string>> = {
  红: '#c00000',
  大红: '#e60012',
  深红: '#a00000',
  蓝: '#1f4e79',
  深蓝: '#0b2f5b',
  绿: '#1e6b3a',
  黑: '#000000',
  灰: '#595959',
  red: '#c00000',
  blue: '#1f4e79',
  green: '#1e6b3a',
  black: '#000000',
  grey: '#595959',
  gray: '#595959',
}

/** The colour that 红色, c00000, #c00 or RGB(192, 0, 0) means, in the quotes that it needs. */
export function nearColour(word: string): string | undefined {
  const plain = plainValue(word).toLowerCase()
  const named = COLOURS[plain.replace(/色$/, '')]
  const parts = /^(?:rgb)?\(?(\d{1,3})[, ]+(\d{1,3})[, ]+(\d{1,3})\)?$/.exec(plain)?.slice(1).map(Number)
  const hex = parts?.every((one) => one < 256) ? parts.map((one) => one.toString(16).padStart(2, '0')) : null
  const [, three] = /^#([\da-f]{3})$/.exec(plain) ?? []
  const [, six = hex?.join('') ?? three?.replace(/./g, '$&$&')] = /^#?([\da-f]{6})$/.exec(plain) ?? []
  const found = named ?? (six && `#${six}`)
  return found === undefined ? undefined : `"${found}"`
}

const PAIR = /^([\u4e00-\u9fff]{2,8})(?:\s*[：:]\s*|\s+)([\u4e00-\u9fff、·]{2,40})$/

/** The pairs that “编辑：顾南乔 校对：罗青” or [编辑 顾南乔, 校对 罗青] means; undefined where one is no pair. */
export function nearPairs(node: Node): string | undefined {
  const items = node.kind === 'list' ? node.items : [node]
  const words = items.map((one) => (one.kind === 'text' ? one.text.text.trim() : '')).join('；')
  const parts = words.split(/[；;，,\n]\s*|\s+(?=\S+?\s*[：:])/).map((one) => PAIR.exec(one))
  const named = (name: string) => (name.includes('、') ? `[${name.replace(/、/g, ', ')}]` : name)
  const pairs = parts.map((one) => one && `${one[1]}: ${named(one[2] as string)}`)
  return pairs.includes(null) ? undefined : `{ ${pairs.join(', ')} }`
}

const YES = /^(?:yes|y|on|1|对|真|有|要|好|√|✓|是的|需要|启用|开)$/i
const NO = /^(?:no|n|off|0|不|假|无|没有|不要|否定|×|不是|不需要|停用|关)$/i

/** Whether a word says yes or no otherwise than `true` and `false`, in the language that it or its key is typed in. */
export function nearFlag(word: string, label = ''): string | undefined {
  const plain = plainValue(word)
  const han = /[\u4e00-\u9fff]/.test(plain + label)
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
