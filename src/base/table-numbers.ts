/** A number in a cell, with what may stand before and behind it. */
const number = () =>
  /^(?:约|近|超|逾|[<>≤≥＜＞+\-−±＋－¥￥$€])*\d[\d,，]*(?:\.\d+)?(?:\s?[%％‰℃]|(?![号年月日时点])\s?[\p{Script=Han}A-Za-z/²³]{1,4})?$/u
const NOTHING = /^(?:[-—–－/／]+|…+|\.+|无)?$/

/** Whether cells are a column of numbers: all of them, but for those that say there is none. */
export function isNumbers(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.trim()).filter((cell) => !NOTHING.test(cell))
  return said.length > 0 && said.every(isNumber)
}

/** Whether a cell is one number with what it counts. */
export function isNumber(cell: string): boolean {
  return number().test(cell.trim())
}
