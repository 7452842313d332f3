/** What a spreadsheet would take for a formula (CSV injection). */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/

/** Rows as CSV (RFC 4180) that Excel opens as it stands: UTF-8 with a mark, CR LF, no cell that becomes a formula. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe
}
