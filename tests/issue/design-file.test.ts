import { describe, expect, test } from 'vitest'
import type { Diagnostic, Outcome } from '../../src/base/diagnostic.ts'
import { diagnostic } from '../../src/base/diagnostic.ts'
import { builtInDesigns } from '../../src/design/built-in-designs.ts'
import { classic } from '../../src/design/classic.ts'
import type { Design } from '../../src/design/design.ts'
import { settled } from '../../src/design/settled.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import type { Issue } from '../../src/issue/issue.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { rewriteKeys } from '../../src/issue/rewrite-keys.ts'
import { designDefaults, lookDefaults } from '../../src/issue/settings/design-defaults.ts'
import { articleText, nested, PUBLICATION } from './reading.ts'

interface Files {
  readonly house: string
  readonly settings?: string
  readonly issue?: string
  /** Keys of its article. */
  readonly keys?: string
  readonly publication?: string
  readonly sets?: readonly { readonly key: string; readonly value: string }[]
}

/** An issue of a publication whose design is a file beside it. */
function readWith(files: Files): Outcome<Issue | null> & { readonly asked: readonly string[] } {
  const {
    house,
    settings = 'design: ./our-house.yaml\n',
    issue = '',
    publication = 'publication.yaml',
  } = files
  const asked: string[] = []
  const outcome = readIssue({
    publication: { file: publication, text: PUBLICATION + settings },
    issue: { file: 'issues/2024-01.yaml', text: issue + articleText('正文。', files.keys) },
    others: [],
    sets: files.sets ?? [],
    article(file, span) {
      asked.push(file)
      return house === ''
        ? { value: null, diagnostics: [diagnostic('E-MISSING', span, { file })] }
        : { value: { file, text: house }, diagnostics: [] }
    },
  })
  return { ...outcome, asked }
}

function designOf(files: Files): Design {
  const { value, diagnostics } = readWith(files)
  if (value === null) throw new Error(JSON.stringify(diagnostics))
  return value.publication.design
}

function said(files: Files): readonly Pick<Diagnostic, 'code' | 'guess' | 'replacement'>[] {
  return readWith(files).diagnostics.map(({ code, guess, replacement, span }) => ({
    code,
    file: span?.file,
    ...(guess === undefined ? {} : { guess }),
    ...(replacement === undefined ? {} : { replacement }),
  }))
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 20) / 20
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]))
}

describe('a design of the publication’s own', () => {
  test('stands on a built-in one and says the rest, in Chinese or English', () => {
    const english = 'based_on: classic\nrows: { section: 3 }\ntable: { outer: 1mm, stripe: "#EEEEEE" }\n'
    const chinese = '基于: 单栏\n占行: { 栏目: 3 }\n表格: { 外线: 1毫米, 隔行底色: "#eeeeee" }\n'
    const wanted = settled(classic, {
      rows: { section: 3 },
      looks: { table: { outer: 72 / 25.4, stripe: '#eeeeee' } },
    })
    for (const house of [english, chinese]) {
      expect(designOf({ house })).toEqual({ ...wanted, name: 'our-house.yaml', zh: 'our-house.yaml' })
    }
  })

  test('gives way to the publication’s own settings, and they to the issue’s', () => {
    const house = 'based_on: two-column\npage: { columns: 3, bleed: 3mm }\ncolor: { accent: "#003366" }\n'
    const settings = 'design: ./our-house.yaml\npage: { columns: 1 }\n'
    expect(designOf({ house }).page.columns).toBe(3)
    expect(designOf({ house, settings })).toMatchObject({
      page: { columns: 1 },
      colour: { accent: '#003366' },
    })
    const issue = 'override: { page: { columns: 2 } }\n'
    expect(designOf({ house, settings, issue }).page.columns).toBe(2)
    expect(designOf({ house, settings, issue: 'override: { design: classic }\n' }).name).toBe('classic')
  })

  test('counts em in its own body size', () => {
    const house = 'based_on: two-column\ntype: { body: { size: 12pt } }\nbox: { border: 0.1em }\n'
    const design = designOf({ house })
    expect(design.looks.box.border).toBeCloseTo(1.2)
    expect(design.grid.lineHeight).toBeCloseTo((16.5 * 12) / 10.5)
  })

  test.each(builtInDesigns)('all that $name is can be said on another one', (design) => {
    const base = design.name === 'classic' ? 'official' : 'classic'
    const keys = { ...designDefaults()[design.name], ...lookDefaults()[design.name] }
    const read = designOf({ house: JSON.stringify({ based_on: base, ...nested(keys) }) })
    const { name, zh, ...said } = read
    const { name: _, zh: __, ...wanted } = settled(design, {})
    expect([name, zh]).toEqual(['our-house.yaml', 'our-house.yaml'])
    expect(rounded(said)).toEqual(rounded(wanted))
  })

  test('is looked for beside the file that names it, from the command line beside the publication', () => {
    const house = 'based_on: classic\n'
    const publication = 'issues/publication.yaml'
    expect(readWith({ house, publication }).asked).toEqual(['issues/our-house.yaml'])
    const sets = [{ key: 'design', value: './other.yaml' }]
    expect(readWith({ house, publication, sets }).asked).toEqual(['issues/other.yaml'])
    expect(readWith({ house, issue: 'override: { design: ./own.yaml }\n' }).asked).toEqual([
      'issues/own.yaml',
    ])
  })

  test('ratio: auto keeps the photographs’ own, unless the publication says another', () => {
    const house = 'based_on: two-column\nimages: { ratio: auto }\n'
    const ratio = (settings: string) =>
      readWith({ house, settings, keys: '      images: [{ placeholder: 会场 }]\n' }).value?.sections[0]
        ?.articles[0]?.pictures[0]?.row[0]?.ratio
    expect(ratio('design: ./our-house.yaml\n')).toBeNull()
    expect(ratio('design: ./our-house.yaml\nimages: { fit: page }\n')).toBeNull()
    expect(ratio('design: ./our-house.yaml\nimages: { ratio: 2:1 }\n')).toBe(2)
  })
})

describe('slips', () => {
  const FILE = 'our-house.yaml'
  test.each([
    [
      'a misspelt key',
      'based_on: classic\ntable: { outr: 1pt }\n',
      [{ code: 'E-UNKNOWN', file: FILE, guess: 'outer' }],
    ],
    [
      'a misspelt group',
      'based_on: classic\ntabel: {}\n',
      [{ code: 'E-UNKNOWN', file: FILE, guess: 'table' }],
    ],
    [
      'a misspelt Chinese key',
      '基于: 单栏\n表格: { 隔行低色: "#eeeeee" }\n',
      [{ code: 'E-UNKNOWN', file: FILE, guess: '隔行底色' }],
    ],
    ['no design to stand on', 'table: { outer: 1pt }\n', [{ code: 'E-REQUIRED', file: FILE }]],
    [
      'an unknown design to stand on',
      'based_on: clasic\n',
      [{ code: 'E-TYPE', file: FILE, guess: 'classic' }],
    ],
    ['a colour that is none', 'based_on: classic\nbox: { fill: grey }\n', [{ code: 'E-TYPE', file: FILE }]],
    [
      'a thickness beyond all',
      'based_on: classic\nbox: { border: 40mm }\n',
      [{ code: 'E-TYPE', file: FILE }],
    ],
    ['a key of the publication', 'based_on: classic\nname: 甲报\n', [{ code: 'E-UNKNOWN', file: FILE }]],
    [
      'no columns left',
      'based_on: classic\npage: { columns: 3, margin: { inside: 90mm } }\n',
      [{ code: 'E-MEASURE', file: FILE }],
    ],
  ])('%s', (_, house, wanted) => {
    expect(said({ house })).toEqual(wanted)
  })

  test.each([
    ['a file that is not there', './our-house.yaml', 'E-NO-DESIGN'],
    ['a path out of the project', '../../etc/house.yaml', 'E-PATH'],
    ['an address', 'https://example.com/house.yaml', 'E-NET'],
    ['a misspelt built-in design', 'offical', 'E-TYPE'],
  ])('%s', (_, design, code) => {
    expect(said({ house: '', settings: `design: ${design}\n` }).map((one) => one.code)).toEqual([code])
  })
})

test('fmt exchanges the keys of a design’s file', () => {
  const text = 'based_on: two-column   # 底\ntable: { head_fill: none }\n'
  const { value } = rewriteKeys({ file: 'our-house.yaml', text }, 'zh')
  expect(value).toBe('基于: two-column   # 底\n表格: { 表头底色: none }\n')
  expect(rewriteKeys({ file: 'our-house.yaml', text: value }, 'en').value).toBe(text)
})

test('the first built-in design stands where none is named', () => {
  expect(designOf({ house: '', settings: '' }).name).toBe(twoColumn.name)
})
