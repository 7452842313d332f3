import { columnsOf, padded } from '../report/display-width.ts'

/** A column's heading and the side its cells stand at. */
export interface TableColumn {
  readonly title: string
  readonly align?: 'left' | 'right'
}

/** Rows under headings, aligned by East Asian width; every line ends in a newline. */
export function textTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, at) =>
    Math.max(columnsOf(column.title), ...rows.map((row) => columnsOf(row[at] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, at) => padded(cells[at] ?? '', widths[at] ?? 0, align ?? 'left'))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [line(columns.map((column) => column.title)), rule, ...rows.map(line)]
    .map((row) => `${row}\n`)
    .join('')
}
