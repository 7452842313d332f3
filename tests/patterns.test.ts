import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

/** The rooms that every build loads. */
const LOADED = ['assets', 'base', 'content', 'design', 'display', 'issue', 'page', 'paint', 'project', 'text']
/** Loaded by nothing but what wants them. */
const LATE = ['base/messages', 'issue/write', 'project/templates', 'project/count-characters.ts']

interface Node {
  readonly type: string
  readonly start: number
  readonly regex?: { readonly pattern: string }
}

/** Patterns with a class's or script's name that are made when the file is run, not when a function is called. */
function madeAtOnce(text: string): string[] {
  const found: string[] = []
  const look = (node: Node) => {
    if (/Function/.test(node.type)) return
    if (node.regex?.pattern.includes('\\p{')) found.push(node.regex.pattern)
    for (const value of Object.values(node))
      for (const one of Array.isArray(value) ? value : [value]) if (typeof one?.type === 'string') look(one)
  }
  look(parseAst(text, { lang: 'ts' }) as unknown as Node)
  return found
}

test('no pattern with a name of a script or class is made where files are loaded: V8 reads all of Unicode for it', () => {
  const src = join(import.meta.dirname, '../src')
  const files = LOADED.flatMap((room) =>
    readdirSync(join(src, room), { recursive: true }).map(
      (name) => `${room}/${String(name).replaceAll('\\', '/')}`,
    ),
  ).filter((name) => name.endsWith('.ts') && !LATE.some((late) => name.startsWith(late)))
  expect(files.length).toBeGreaterThan(300)
  const made = files.flatMap((name) => {
    const text = readFileSync(join(src, name), 'utf8')
    return text.includes('\\p{') ? madeAtOnce(text).map((pattern) => `${name}: ${pattern.slice(0, 60)}`) : []
  })
  expect(made).toEqual([])
})

test('such a pattern is seen, and one within a function is none', () => {
  expect(madeAtOnce('const A = /\\p{L}/u; const b = () => /\\p{P}/u; const C = /a/')).toEqual(['\\p{L}'])
})
