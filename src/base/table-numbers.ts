/** Marks before a number that say whether it rose or fell. */
export const RISE_AND_FALL = '▲▼△▽↑↓'

/** Signs of money before a number. */
export const MONEY_SIGNS =
  '(?:(?:US|HK|NT|RMB|CNY|USD|EUR|GBP|JPY)\\s?)?[¥￥$€£]|(?:RMB|CNY|USD|EUR|GBP|JPY)\\s?'

/** Digits with what parts them in threes, and a decimal part: `1,204.5`, `1 204.5`. */
export const PARTED_DIGITS = '(?:\\d{1,3}(?:[ \\u00a0\\u2009\\u202f]\\d{3})+(?!\\d)|\\d[\\d,，]*)'

const DASH = '[-–—－～~至]'

/**
 * What stands point below point in a column: a number with its unit; from one to another (`3—5`); a part (`1/3`); a time of
 * day, a score or a scale (`9:05`, `1:200`); lengths (`12×8`).
 */
export type NumberKind = 'number' | 'range' | 'part' | 'ratio' | 'product'

/** A number in a cell, and how many UTF-16 units stand before its point. */
export interface NumberInCell {
  readonly kind: NumberKind
  readonly point: number
}

/** Each kind with what stands before its point as first group. Made when first wanted. */
let patterns: readonly (readonly [NumberKind, RegExp])[] | undefined

function numberPatterns(): readonly (readonly [NumberKind, RegExp])[] {
  const before = `(?:约|近|超|逾|不足|至少|至多|第|并列|[<>≤≥＜＞+\\-−–±＋－${RISE_AND_FALL}]|${MONEY_SIGNS})*`
  // No name of a script: V8 takes longer to make one of these than to set a table.
  const han = '[々〇\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff]'
  const unit = `(?:[%％‰℃°]|(?:${han}|[A-Za-z/²³]){1,4}|[A-Za-zμµΩ/·²³]{1,8}|${han}{1,4}/${han}{1,4})`
  const units = `(?:\\s?[%％‰℃°]|(?![号年月日时点])\\s?${unit})?`
  const behind = '(?:[（(][^（()）]{1,8}[)）])?[*＊†①-⑳]?'
  const decimals = '(?:\\.\\d+)?'
  // A number of a telephone, a house or a form begins with naught.
  const own = `(?!0\\d)${PARTED_DIGITS}${decimals}`
  const whole = (source: string) => new RegExp(`^${source}$`)
  return [
    ['number', whole(`(${before}${PARTED_DIGITS})${decimals}${units}${behind}`)],
    ['range', whole(`(${before}${own}\\s?${unit}?)${DASH}[+\\-−]?${own}\\s?${unit}?${behind}`)],
    ['part', whole(`(\\d+)[/／]\\d+${behind}`)],
    ['ratio', whole(`(\\d+)[:：]\\d+(?:[:：]\\d+)?(?:${DASH}\\d+[:：]\\d+)?${behind}`)],
    ['product', whole(`(${own}\\s?${unit}?)[×xX*](?:${own}\\s?${unit}?)(?:×${own}\\s?${unit}?)?${behind}`)],
  ]
}

/** A number in brackets, as accounts write one below nothing. */
const bracketed = /^(?:\((.+)\)|（(.+)）)$/u
const NOTHING = /^(?:[-—–～－/／]+|…+|\.+|无|暂无|缺|不详|N\/A)?$/i

/** Part of the cells that are of one kind from which on their column is of numbers. */
const MOST = 2 / 3

/** Longest words, in characters, that stand among numbers. */
const LONGEST_WORDS = 6

/** Whether cells are a column of numbers: most of them of one kind, the others a word or none. */
export function isNumbers(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.trim()).filter((cell) => !NOTHING.test(cell))
  const kinds = said.map((cell) => numberIn(cell)?.kind ?? null)
  const kind = mostOf(kinds)
  if (kind === null || kinds.filter((one) => one === kind).length < MOST * said.length) return false
  return said.every((cell, at) => kinds[at] !== null || cell.length <= LONGEST_WORDS)
}

/** The kind that most numbers of a column have. */
export function mostOf(kinds: readonly (NumberKind | null)[]): NumberKind | null {
  const counts = new Map<NumberKind, number>()
  for (const kind of kinds) if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].reduce<readonly [NumberKind | null, number]>(
    (most, one) => (one[1] > most[1] ? one : most),
    [null, 0],
  )[0]
}

/** What a cell is that holds one number with what it counts; null for any other. */
export function numberIn(cell: string): NumberInCell | null {
  const text = cell.trimEnd()
  if (!/\d/.test(text)) return null
  const start = text.length - text.trimStart().length
  const whole = text.slice(start)
  const [, narrow, wide] = bracketed.exec(whole) ?? []
  patterns ??= numberPatterns()
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(narrow ?? wide ?? whole)
    if (match)
      return {
        kind,
        point: start + (whole === (narrow ?? wide ?? whole) ? 0 : 1) + (match[1] as string).length,
      }
  }
  return null
}
