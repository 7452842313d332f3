// An issue as the benches measure it: with its sections' articles repeated, in a folder of its own beside its files.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, stringify } from 'yaml'

/** The repository's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
export const example = join(root, 'issues/2026-06.yaml')

/** Writes `issue` with its articles so many times over (once: as it is), and all that lies beside it, into `home`; gives its new path. */
export function longIssue(issue, times, home) {
  mkdirSync(home, { recursive: true })
  cpSync(dirname(issue), home, { recursive: true })
  const file = join(home, basename(issue))
  if (times === 1) return file
  const content = parse(readFileSync(issue, 'utf8'))
  for (const [name, items] of Object.entries(content.sections))
    content.sections[name] = Array.from({ length: times }, () => items).flat()
  writeFileSync(file, stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }))
  return file
}

/** By number, the text with another of its own words of two to four Han in its longest paragraph near the middle. */
export function wordEdits(text) {
  const words = [...new Set(text.match(/[\u4e00-\u9fff]{2,4}/g))]
  const half = Math.floor(text.length / 2)
  const line = /[\u4e00-\u9fff，。、“”0-9]{60,}/.exec(text.slice(half))
  const at = half + line.index + 30
  return (edit) => text.slice(0, at) + words[(edit * 37) % words.length] + text.slice(at)
}
