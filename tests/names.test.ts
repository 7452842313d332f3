import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')

/** Rooms in which a name means one thing; `text/clreq` imports nothing and has its own. */
const ROOMS = ['base', 'text', 'page']

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

test('what may fail gives an Outcome: a diagnostic in place of a result is no type', () => {
  const either = /(?<!\bnull) \| Diagnostic\b(?!\[)|\bDiagnostic \| (?!null|undefined)/
  expect(files.filter((file) => either.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([])
})

test('no two functions of the layout have one name and different work', () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  ).filter((name) => name.endsWith('.ts') && !name.startsWith(join('text', 'clreq')))
  const places = new Map<string, string[]>()
  for (const file of files) {
    const source = readFileSync(join(SRC, file), 'utf8')
    for (const [, name] of source.matchAll(/^(?:export )?(?:async )?function (\w+)/gm)) {
      places.set(name as string, [...(places.get(name as string) ?? []), file])
    }
  }
  const twice = [...places].filter(([, found]) => found.length > 1)
  expect(twice).toEqual([])
})
