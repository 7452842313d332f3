import type { MergedCells } from './block.ts'

/** Places that merged cells cover besides their first, each as `row/column`. */
export function coveredPlaces(merged: readonly MergedCells[]): ReadonlySet<string> {
  const covered = new Set<string>()
  for (const { row, column, rows, columns } of merged)
    for (let at = 1; at < rows * columns; at += 1)
      covered.add(`${row + Math.floor(at / columns)}/${column + (at % columns)}`)
  return covered
}
