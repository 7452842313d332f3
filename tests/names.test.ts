import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')

/** Rooms in which a name means one thing; `text/clreq` imports nothing and has its own. */
const ROOMS = ['base', 'text', 'page']

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
