import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

test('what may fail gives an Outcome: a diagnostic in place of a result is no type', () => {
  const either = /(?<!\bnull) \| Diagnostic\b(?!\[)|\bDiagnostic \| (?!null|undefined)/
  expect(files.filter((file) => either.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([])
})

/** The room a file lies in; `text/clreq` imports nothing and has its own names, the layout's rooms share theirs. */
function roomOf(file: string): string {
  const [first = '', second] = file.split(sep)
  if (first === 'text' && second === 'clreq') return 'text/clreq'
  return ['base', 'text', 'page'].includes(first) ? 'layout' : first
}

/** Where each name is found by `pattern`; every command has a `run`. */
function placesOf(pattern: RegExp, keyOf: (name: string, file: string) => string): Map<string, string[]> {
  const places = new Map<string, string[]>()
  for (const file of files) {
    const source = readFileSync(join(SRC, file), 'utf8')
    for (const [, name = ''] of source.matchAll(pattern)) {
      if (name === 'run' && file.startsWith(join('cli', 'commands'))) continue
      const key = keyOf(name, file)
      places.set(key, [...(places.get(key) ?? []), file])
    }
  }
  return places
}

function twice(places: ReadonlyMap<string, readonly string[]>): unknown {
  return [...places].filter(([, found]) => found.length > 1)
}

const FUNCTION = /^(?:export )?(?:async )?function\*? (\w+)/gm
const EXPORTED = /^export (?:async )?(?:function\*?|const|class|interface|type|enum) (\w+)/gm

test('no two functions of one room have one name and different work', () => {
  expect(twice(placesOf(FUNCTION, (name, file) => `${roomOf(file)}: ${name}`))).toEqual([])
})

test('what is exported has a name of its own in all rooms, types too', () => {
  const found = placesOf(EXPORTED, (name) => name)
  expect(found.size).toBeGreaterThan(1000)
  expect(twice(found)).toEqual([])
})

test('the words that ARCHITECTURE.md names are those of the sources, and those it rules out are not', () => {
  const page = readFileSync(join(SRC, '../ARCHITECTURE.md'), 'utf8')
  const [, line = '', without = ''] = /\*\*Words\*\*: (.*) \(not (.*)\)\.$/m.exec(page) ?? []
  const words = [...line.matchAll(/`(\w+)`/g)].map(([, word = '']) => word)
  const chinese = line.match(/\p{Script=Han}+/gu) ?? []
  expect(Math.min(words.length, chinese.length)).toBeGreaterThan(10)
  const code = files.map((file) => readFileSync(join(SRC, file), 'utf8'))
  const isThere = (pattern: RegExp) => code.some((text) => pattern.test(text))
  expect(words.filter((word) => !isThere(new RegExp(`\\b${word}\\b`)))).toEqual([])
  expect(chinese.filter((word) => !isThere(new RegExp(word)))).toEqual([])
  expect(without.split(', ').filter((word) => isThere(new RegExp(`\\b\\w*${word}\\w*:`, 'i')))).toEqual([])
})

/** A function's words, without its name and what it takes. */
function worksOf(source: string): string[] {
  const bodies = [
    ...source.matchAll(/^(?:export )?(?:async )?function\*? \w+[\s\S]*?(?: \{\n)([\s\S]*?)^\}/gm),
  ]
  return bodies.map(([, body = '']) => body.replace(/\s+/g, ' ')).filter((body) => body.length > LONG_ENOUGH)
}

/** A line or two may well be alike. */
const LONG_ENOUGH = 75

test('no two functions do the same word for word', () => {
  const works = files.flatMap((file) => worksOf(readFileSync(join(SRC, file), 'utf8')))
  expect(works.length).toBeGreaterThan(1000)
  expect(works.filter((one, at) => works.indexOf(one) !== at)).toEqual([])
})
