/** Number of characters to insert, delete, replace or swap to make one name of the other (optimal alignment). */
function editDistance(one: string, other: string): number {
  const a = [...one]
  const b = [...other]
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(
        (previous[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (previous[column - 1] as number) + (same ? 0 : 1),
      )
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) least = Math.min(least, (before[column - 2] as number) + 1)
      current.push(least)
    }
    before = previous
    previous = current
  }
  return previous[b.length] as number
}

/** Up to `most` of the names that were probably meant, nearest first, case and width aside. */
export function nearestNames(wanted: string, names: readonly string[], most = 3): string[] {
  const plain = (name: string) => name.normalize('NFKC').toLowerCase()
  const target = plain(wanted).slice(0, 200)
  const reach = Math.max(1, Math.floor([...target].length / 3))
  return names
    .filter((name) => Math.abs(name.length - target.length) <= reach + 4)
    .map((name) => ({ name, distance: editDistance(target, plain(name)) }))
    .filter(({ distance }) => distance <= reach)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name)
}
