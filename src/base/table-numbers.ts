/** Marks before a number that say whether it rose or fell. */
export const RISE_AND_FALL = '▲▼△▽↑↓'

/** A number in a cell, with what may stand before and behind it: its unit, and the sign of a note. Made when first wanted. */
let number: RegExp | undefined
const numberPattern = () =>
  new RegExp(
    `^(?:约|近|超|逾|[<>≤≥＜＞+\\-−–±＋－¥￥$€${RISE_AND_FALL}])*\\d[\\d,，]*(?:\\.\\d+)?` +
      `(?:\\s?[%％‰℃°]|(?![号年月日时点])\\s?(?:[\\p{Script=Han}A-Za-z/²³]{1,4}|[A-Za-zμµΩ/·²³]{1,8}))?[*＊†①-⑳]?$`,
    'u',
  )
/** A number in brackets, as accounts write one below nothing. */
const bracketed = /^(?:\((.+)\)|（(.+)）)$/u
const NOTHING = /^(?:[-—–～－/／]+|…+|\.+|无|暂无|缺|不详|N\/A)?$/i

/** Whether cells are a column of numbers: all of them, but for those that say there is none. */
export function isNumbers(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.trim()).filter((cell) => !NOTHING.test(cell))
  return said.length > 0 && said.every(isNumber)
}

/** Whether a cell is one number with what it counts. */
export function isNumber(cell: string): boolean {
  const whole = cell.trim()
  const [, narrow, wide] = bracketed.exec(whole) ?? []
  number ??= numberPattern()
  return number.test(narrow ?? wide ?? whole)
}
