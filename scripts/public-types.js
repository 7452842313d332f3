// Leaves of the declarations those that a user of the package can reach from its entries.
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Removes from a folder of declarations every file that no entry leads to; gives the files that stay. */
export function keepPublicTypes(folder, entries) {
  const kept = reachable(entries.map((entry) => join(folder, entry)))
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).reverse()) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !kept.has(path)) rmSync(path)
  }
  removeEmpty(folder)
  return kept
}

function reachable(entries) {
  const kept = new Set()
  const open = [...entries]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (kept.has(file)) continue
    kept.add(file)
    const imports = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport\()\s*['"](\.[^'"]+)['"]/g)
    for (const [, target] of imports) open.push(resolve(dirname(file), target.replace(/\.ts$/, '.d.ts')))
  }
  return kept
}

function removeEmpty(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name))
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}
