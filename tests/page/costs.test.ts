import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import * as table from '../../src/page/search/costs.ts'
import { someOf } from '../mode.ts'
import { BLOCKS, BOXES, type Price, type Trial } from './priced-documents.ts'

const PAGE = resolve(import.meta.dirname, '../../src/page')

type Writable = Record<string, Record<string, number>>

function setPrice(costs: Writable, price: Price, points: number): void {
  const [group, name] = price.split('.') as [string, string]
  const prices = costs[group] as Record<string, number>
  prices[name] = points
}

/** What is there for the sake of full columns, out of the way: the other prices are tried without it. */
const APART: Readonly<Partial<Record<Price, number>>> = {
  'SHORT.inside': 0,
  'SHORT.lastPage': 0,
  'SHORT.lastItems': 1e9,
  'PICTURE.alone': 0,
  'PICTURE.early': 1e9,
  'PICTURE.earlyMarked': 1e9,
  'PICTURE.height': 1e9,
  'ACROSS.earlier': 1e9,
  'ACROSS.earlierMarked': 1e9,
  'BAND.colophonPage': 120,
}

type SetBoxes = typeof import('./set-boxes.ts')
type SetBlocks = typeof import('./set-blocks.ts')

/** The page search loaded anew, with one price changed or none: some prices are worked out when it is loaded. */
async function loadedWith(all: boolean | undefined, price: Price, points: number | null): Promise<void> {
  vi.resetModules()
  const costs: Writable = await import('../../src/page/search/costs.ts')
  if (!all) for (const [one, value] of Object.entries(APART)) setPrice(costs, one as Price, value)
  if (points !== null) setPrice(costs, price, points)
}

/** What sets documents by the table as it is, with the prices of full columns and without: loaded once. */
const asTheyAre = new Map<string, unknown>()

/** What a document comes out as with the price as it is, and with another. */
async function bothWays<Setter>(
  { price, all, at }: Trial & { price: Price },
  load: () => Promise<Setter>,
  set: (setter: Setter) => string,
): Promise<[string, string]> {
  const key = `${load} ${all}`
  if (!asTheyAre.has(key)) {
    await loadedWith(all, price, null)
    asTheyAre.set(key, await load())
  }
  await loadedWith(all, price, at)
  return [set(asTheyAre.get(key) as Setter), set(await load())]
}

function trialsOf(documents: Partial<Record<Price, readonly Trial[]>>) {
  return Object.entries(documents).flatMap(([price, trials]) =>
    trials.map((trial) => ({ price: price as Price, ...trial })),
  )
}

afterAll(() => {
  vi.resetModules()
})

describe('the table of costs', () => {
  test('has documents that set each price', () => {
    const prices = Object.entries(table).flatMap(([group, names]) =>
      Object.keys(names).map((name) => `${group}.${name}`),
    )
    expect(prices.filter((price) => !(price in BOXES || price in BLOCKS))).toEqual([])
  })

  test.each([...new Set([...Object.keys(BOXES), ...Object.keys(BLOCKS)])] as Price[])(
    'names a case that sets %s',
    (price) => {
      const trials = [...(BOXES[price] ?? []), ...(BLOCKS[price] ?? [])]
      const reason = reasons().get(price) ?? ''
      expect(trials.map(({ says }) => reason.includes(`“${says}”`))).toContain(true)
    },
  )

  test.each(someOf(trialsOf(BOXES), 2))('$price, not $at: $says', async (trial) => {
    const load = (): Promise<SetBoxes> => import('./set-boxes.ts')
    const found = await bothWays(trial, load, ({ setBoxes }) => setBoxes(trial.document))
    expect(found).toEqual([trial.is, trial.otherwise])
  })
})

describe('blocks', () => {
  test.each(someOf(trialsOf(BLOCKS), 2))('$price, not $at: $says', async (trial) => {
    const load = (): Promise<SetBlocks> => import('./set-blocks.ts')
    const found = await bothWays(trial, load, ({ setBlocks }) => setBlocks(trial.document))
    expect(found).toEqual([trial.is, trial.otherwise])
  })
})

/** What `costs.ts` says of each price. */
function reasons(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let group = ''
  let said = ''
  for (const line of readFileSync(join(PAGE, 'search/costs.ts'), 'utf8').split('\n')) {
    group = /^export const (\w+)/.exec(line)?.[1] ?? group
    const name = /^ {2}(\w+): [\d.]/.exec(line)?.[1]
    if (name !== undefined) found.set(`${group}.${name}`, said)
    said = /^ {2}(\/\*)? ?\*/.test(line) ? `${said} ${line.replace(/^[\s/*]+/, '')}`.replace(/ +/g, ' ') : ''
  }
  return found
}

/** A file's lines without comments and without what stands in quotes. */
function linesOf(file: string): string[] {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  return source.replace(/'[^'\n]*'|`[^`]*`/g, "''").split('\n')
}

const files = readdirSync(PAGE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

/** Files whose numbers have a name and a reason each. */
const TABLES = ['search/costs.ts', 'search/effort.ts', 'search/keys.ts']

describe('no bare number', () => {
  test.each(files.filter((name) => !TABLES.includes(name)))('prices anything in %s', (name) => {
    const priced = linesOf(join(PAGE, name)).filter((line) => /cost|price|demerit/i.test(line))
    expect(priced.filter((line) => /(?<![\w.])(?:[2-9]|[1-9][\d_]|\d+\.\d)/.test(line))).toEqual([])
  })

  test('above two stands in the search beside its tables', () => {
    const search = files.filter((name) => name.startsWith('search/') && !TABLES.includes(name))
    const found = search.flatMap((name) =>
      linesOf(join(PAGE, name)).flatMap(
        (line) => line.match(/(?<![\w.])(?:[3-9]|\d{2,}|\d\.\d+)[\d_]*/g) ?? [],
      ),
    )
    expect(found).toEqual([])
  })
})
