import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { typeset } from '../../src/typeset.ts'
import { reading } from '../issue/reading.ts'
import { fakeFonts } from './fake-fonts.ts'
import { misplaced, runsOf } from './misplaced.ts'
import { type Field, PLACES, PRINTED, REFUSED, REPEATED, textPaths, UNPRINTED } from './text-fields.ts'

/**
 * For every field, at every length, in every design: every character stands on a page inside its frame and over no
 * other, once and in order, or an error says which do not.
 */

const FIELDS: Readonly<Record<string, Field>> = { ...PRINTED, ...PLACES }

/** Han that no other field and none of the program's own words hold, in an order that shows what is missing or moved. */
const FIRST_HAN = 0x7170
const HAN = 2000

function hanText(length: number): string {
  return Array.from({ length }, (_, at) => String.fromCodePoint(FIRST_HAN + (at % HAN))).join('')
}

function isCounted(character: string): boolean {
  const at = (character.codePointAt(0) ?? 0) - FIRST_HAN
  return (at >= 0 && at < HAN) || character === 'W'
}

/** As an editor would type it: long words on one line. */
function yaml(value: object): string {
  return stringify(value, { lineWidth: 0 })
}

interface Case {
  readonly name: string
  readonly length: number
  /** Han, one word without a place to break, or Han among words, numbers, marks and signs of other kinds. */
  readonly script: 'han' | 'word' | 'mixed'
  readonly design: string
  readonly page: Readonly<Record<string, unknown>>
}

/** A key of YAML is no longer than 1,024 characters (YAML 1.2.2, 8.2.2). */
const LONGEST_KEY = 1000

function wordsOf({ name, length, script }: Case): string {
  const most = name.endsWith('{name}')
    ? Math.min(length, script === 'mixed' ? LONGEST_KEY / 2 : LONGEST_KEY)
    : length
  if (script === 'word') return 'W'.repeat(most)
  return script === 'han' ? hanText(most) : mixedText(most)
}

/** What stands between Han in a mixed text, each now and then; none begins a mark of Markdown's. */
const BETWEEN = [
  ...[
    '',
    '',
    '',
    '，',
    '。',
    '“',
    '”',
    '（',
    '）',
    '《',
    '》',
    '——',
    '……',
    '、',
    '；',
    '·',
    '％',
    '０',
    '㎡',
    '①',
  ],
  ...[
    ' ',
    '　',
    ' abc ',
    ' 2026',
    '12.5%',
    '-',
    'H₂O',
    'naïve',
    'Ωμ',
    'é',
    'ﬁ',
    'ア',
    '한',
    '😀',
    '🇨🇳',
    '👩‍👩‍👧',
    'a̐',
  ],
  ...[
    'https://a.cn/x?y=1',
    'x@a.cn',
    '4,452',
    '+86-10-1234',
    'Incomprehensibilities',
    '½',
    '№',
    '℃',
    '\u00ad',
    'ab',
  ],
]

function mixedText(length: number): string {
  const between = (at: number) => BETWEEN[(at * 7 + (at >> 3) * 5 + length) % BETWEEN.length] as string
  const words = [...hanText(length)].map((han, at) => han + (at < length - 1 ? between(at) : ''))
  return [...words.join('')].slice(0, length).join('').trim()
}

function set(one: Case) {
  const { name, design, page } = one
  const { publication, issue } = (FIELDS[name] as Field)(wordsOf(one))
  const settings = { ...publication, design, page: { ...page, ...(publication.page as object) } }
  const read = reading(yaml(issue), yaml(settings))
  const { value, diagnostics } = typeset(read.issue, { fonts: fakeFonts, images: new Map() })
  return { list: value, refused: diagnostics.filter((one) => one.code === 'E-TEXT-OUTSIDE') }
}

function law(one: Case): void {
  const { list, refused } = set(one)
  if (REFUSED.has(one.name) && refused.length > 0) return
  expect(refused.map((said) => said.values)).toEqual([])
  const printed = list.pages
    .flatMap((page) => runsOf(page.items).flatMap((run) => run.texts))
    .join('')
    .split('')
    .filter(isCounted)
    .join('')
  const words = wordsOf(one).split('').filter(isCounted).join('')
  expect(difference(printed, words, REPEATED.has(one.name))).toBe('')
  for (const page of list.pages) expect(misplaced(page)).toEqual([])
}

/** Where a text is not the words, or, where they are repeated, not the words several times; empty when it is. */
function difference(printed: string, words: string, repeated: boolean): string {
  const times = repeated ? Math.max(1, Math.round(printed.length / words.length)) : 1
  const wanted = words.repeat(times)
  if (printed === wanted) return ''
  const at = [...wanted].findIndex((character, index) => character !== printed[index])
  return `${printed.length} printed of ${wanted.length}; from ${at}: ${printed.slice(at, at + 8)}, not ${wanted.slice(at, at + 8)}`
}

/**
 * More of them by hand: FIELD_RUNS=200 npx vitest run tests/page/every-field.test.ts, and longer ones, up to what a text
 * may be: FIELD_LONGEST=190000.
 */
const RUNS = Number(process.env.FIELD_RUNS ?? 4)
const LONGEST = Number(process.env.FIELD_LONGEST ?? 2500)

const DESIGNS = ['two-column', 'classic', 'official']
const PAGES = [
  {},
  { size: 'A5' },
  { columns: 3 },
  { size: ['120mm', '150mm'], margin: { inside: '10mm', outside: '10mm' } },
]

test('every key that takes words is printed by a case here, or named as not printed', () => {
  const paths = textPaths()
  const isUnprinted = (path: string) => UNPRINTED.some((pattern) => pattern.test(path))
  expect(paths.filter((path) => !(path in PRINTED) && !isUnprinted(path))).toEqual([])
  expect(Object.keys(PRINTED).filter((path) => !paths.includes(path) || isUnprinted(path))).toEqual([])
  expect(UNPRINTED.filter((pattern) => !paths.some((path) => pattern.test(path)))).toEqual([])
})

describe.each(Object.keys(FIELDS))('%s', (name) => {
  test('every character has its place, at any length', () => {
    const any = fc.record({
      name: fc.constant(name),
      length: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 120, max: LONGEST + 100 })),
      script: fc.constantFrom('han', 'mixed', 'mixed', 'word'),
      design: fc.constantFrom(...DESIGNS),
      page: fc.constantFrom(...PAGES),
    })
    fc.assert(fc.property(any, law), { numRuns: RUNS })
    for (const design of DESIGNS) law({ name, length: LONGEST, script: 'han', design, page: {} })
  })
})

test('a name in the colophon too long for any line, after one that is not', () => {
  for (const design of DESIGNS)
    for (const length of [2047, 3000])
      law({ name: 'P.colophon.people{}[]', length, script: 'word', design, page: {} })
})

test('a number of briefs with letters among its Han keeps clear of the text', () => {
  for (const design of DESIGNS)
    law({ name: 'P.sections[].numbering', length: 12, script: 'mixed', design, page: {} })
})

/** Cases that lie in none of the fields' usual ranges. */
describe('what cannot be set is refused, never cut off', () => {
  const refused = (publication: object, issue: object) => {
    const read = reading(yaml(issue), yaml({ bulletin: 1, name: '上', issuer: '下', ...publication }))
    return typeset(read.issue, { fonts: fakeFonts, images: new Map() }).diagnostics.filter(
      (one) => one.code === 'E-TEXT-OUTSIDE',
    )
  }
  const issue = (body: string) => ({ date: '2024-01-15', sections: { 丁: [{ title: '小', body }] } })

  test('a running head of more lines than the margin holds', () => {
    const said = refused({ page: { header: hanText(600) } }, issue('abc'.repeat(9000)))
    expect(said).toHaveLength(1)
    expect(said[0]?.values).toMatchObject({ page: 2, characters: 600, whereZh: '页边（书眉、页码的位置）' })
  })
  test('a running head of any length is set on no page further than a page reaches', () => {
    const settings = { bulletin: 1, name: '上', issuer: '下', page: { header: hanText(20_000) } }
    const read = reading(yaml(issue('abc'.repeat(9000))), yaml(settings))
    const { value } = typeset(read.issue, { fonts: fakeFonts, images: new Map() })
    for (const page of value.pages) {
      expect(runsOf(page.items).flatMap((run) => run.texts.filter(isCounted)).length).toBeLessThan(3000)
    }
  })
  test('a folio that would stand over the text', () => {
    expect(refused({ page: { number: hanText(400) } }, issue('abc'))).toHaveLength(1)
  })
  test('a table of more columns than there is room for characters', () => {
    const row = (cell: string) => `|${` ${cell} |`.repeat(70)}`
    const said = refused({}, issue([row('国'), row('---'), row('家')].join('\n')))
    expect(said).toHaveLength(1)
    expect(said[0]?.span).not.toBeNull()
  })
  test('a running head of two lines has room, and the usual folio', () => {
    expect(
      refused({ page: { header: hanText(70), number: '— {page} —' } }, issue('abc'.repeat(9000))),
    ).toEqual([])
  })
})
