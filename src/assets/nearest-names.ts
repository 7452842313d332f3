import { editDistance } from '../base/edit-distance.ts'

/** Up to `most` of the names that were probably meant, nearest first, case and width aside. */
export function nearestNames(wanted: string, names: readonly string[], most = 3): string[] {
  const plain = (name: string) => name.normalize('NFKC').toLowerCase()
  const target = plain(wanted).slice(0, 200)
  const reach = Math.max(1, Math.floor([...target].length / 3))
  return names
    .filter((name) => Math.abs(name.length - target.length) <= reach + 4)
    .map((name) => ({ name, distance: editDistance([...target], [...plain(name)], reach) }))
    .filter(({ distance }) => distance <= reach)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name)
}
