import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinSourceLines, withoutTabs } from '../../src/base/join-source-lines.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { bodyOf, PUBLICATION, reading, short, shortBlock } from './reading.ts'

/** Files with one double-quoted value, in every kind of place that a string can stand. */
const PLACES: Readonly<
  Record<string, (value: string) => { issue?: string; publication?: string; file?: string; set?: string }>
> = {
  title: (value) => ({ issue: article(`title: ${value}`) }),
  shoulder: (value) => ({ issue: article(`title: 甲\n      shoulder: ${value}`) }),
  note: (value) => ({ issue: article(`title: 甲\n      note: ${value}`) }),
  body: (value) => ({ issue: `date: 2024-01-15\nsections: { 动态: [{ title: 甲, body: ${value} }] }\n` }),
  caption: (value) => ({ issue: article(`title: 甲\n      images: { src: a.jpg, caption: ${value} }`) }),
  alt: (value) => ({ issue: article(`title: 甲\n      images: { placeholder: 待补, alt: ${value} }`) }),
  placeholder: (value) => ({ issue: article(`title: 甲\n      images: { placeholder: ${value} }`) }),
  credit: (value) => ({ issue: article(`title: 甲\n      credit: ${value}`) }),
  'credit unit': (value) => ({ issue: article(`title: 甲\n      credit: { ${value}: 张某 }`) }),
  'credit person': (value) => ({ issue: article(`title: 甲\n      credit: { 综合科: [${value}] }`) }),
  section: (value) => ({ issue: `date: 2024-01-15\nsections:\n  ${value}:\n    - 近日，甲公司完成检修。\n` }),
  brief: (value) => ({ issue: `date: 2024-01-15\nsections:\n  简讯:\n    - ${value}\n` }),
  publication: (value) => ({ publication: PUBLICATION.replace('城南工作动态', value) }),
  'front matter': (value) => ({ file: `---\ntitle: ${value}\n---\n正文。\n` }),
  '--set': (value) => ({ set: value }),
}

function article(keys: string): string {
  return `date: 2024-01-15\nsections:\n  动态:\n    - ${keys}\n      body: 正文。\n`
}

function diagnosticsAt(place: string, value: string) {
  const { issue, publication, file, set } = (PLACES[place] as (typeof PLACES)[string])(value)
  const text = issue ?? article(file === undefined ? 'title: 甲' : 'file: a.md').replace(/(file.*)\n.*/, '$1')
  const sources = { 'publication.yaml': publication ?? PUBLICATION, 'a.yaml': text, 'a.md': file ?? '' }
  const { diagnostics } = readIssue({
    publication: { file: 'publication.yaml', text: sources['publication.yaml'] },
    issue: { file: 'a.yaml', text },
    others: [],
    article: (path) => ({ value: { file: path, text: sources['a.md'] }, diagnostics: [] }),
    sets: set === undefined ? [] : [{ key: 'name', value: set }],
  })
  return diagnostics.map((one) => ({
    code: `${one.code} ${one.values.code ?? ''}`.trim(),
    marked: Object.entries(sources)
      .find(([name]) => name === one.span?.file)?.[1]
      .slice(one.span?.from, one.span?.to),
  }))
}

const BAD = {
  '\\0': 'U+0000',
  '\\e': 'U+001B',
  '\\b': 'U+0008',
  '\\v': 'U+000B',
  '\\f': 'U+000C',
  '\\x7f': 'U+007F',
  '\\u0001': 'U+0001',
  '\\ud800': 'U+D800',
  '\\uDC00': 'U+DC00',
  '\\U0000FFFE': 'U+FFFE',
}

describe('characters that escapes stand for', () => {
  test('a control character or half a character is named in whatever place it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(PLACES)),
        fc.constantFrom(...Object.entries(BAD)),
        (place, [written, code]) => {
          const found = diagnosticsAt(place, `"甲${written}乙"`)
          expect(found.map((one) => one.code)).toEqual([`E-CHAR ${code}`])
          if (place !== '--set') expect(found[0]?.marked).toBe(written)
        },
      ),
      { numRuns: 150 },
    )
  })

  test.each(Object.keys(PLACES))('two halves are one character, in %s', (place) => {
    expect(diagnosticsAt(place, '"甲\\ud842\\udfb7乙"').filter((one) => one.code.startsWith('E'))).toEqual([])
  })

  test('the halves give the character itself', () => {
    const { issue } = reading(article('title: "\\ud842\\udfb7甲"'))
    expect(short(issue.sections[0]?.articles[0]?.title ?? [])).toBe('𠮷甲')
  })

  test('what is not seen and what was lost is said, in front matter too', () => {
    expect(diagnosticsAt('title', '"甲\\u202e乙"').map((one) => one.code)).toEqual(['W-BIDI U+202E'])
    expect(diagnosticsAt('front matter', '"甲\\u200b乙"').map((one) => one.code)).toEqual(['W-BIDI U+200B'])
    expect(diagnosticsAt('front matter', '"甲\\ufffd乙"').map((one) => one.code)).toEqual(['W-GARBLED'])
  })

  test.each([
    ['034F', 'a combining grapheme joiner'],
    ['061C', 'an Arabic letter mark'],
    ['180E', 'a vowel separator outside Mongolian'],
    ['2062', 'an invisible times sign'],
    ['206A', 'a deprecated format character'],
    ['3164', 'a Hangul filler, an empty name in chats'],
    ['FFF9', 'an annotation’s frame'],
  ])('U+%s, %s, is left out and told, by an escape or as it is', (code) => {
    const character = String.fromCodePoint(Number.parseInt(code, 16))
    for (const written of [`\\u${code}`, character]) {
      expect(diagnosticsAt('title', `"甲${written}乙"`).map((one) => one.code)).toEqual([`W-BIDI U+${code}`])
      const { issue } = reading(article(`title: "甲${written}乙"`))
      expect(short(issue.sections[0]?.articles[0]?.title ?? [])).toBe('甲乙')
    }
  })

  test('a vowel separator in a Mongolian word stays', () => {
    expect(diagnosticsAt('title', '"ᠰᠠᠷ\u180eᠠ"')).toEqual([])
  })
})

describe('white space', () => {
  test.each([
    ['一、\t总体要求。', 'p 一、总体要求。'],
    ['甲\t乙', 'p 甲 乙'],
    ['甲 \t \t乙', 'p 甲 乙'],
    ['**甲**\t乙', 'p b[甲] 乙'],
    ['甲\t\n乙', 'p 甲乙'],
    ['甲\u2028乙', 'p 甲乙'],
    ['甲\u0085乙', 'p 甲乙'],
    ['- 甲\t乙', 'ul 甲 乙'],
    ['| 甲\t乙 | 丙 |\n| --- | --- |\n| 1\t2 | 3 |', 'table 甲 乙|丙 / 1 2|3 (auto auto)'],
  ])('%j', (text, expected) => {
    const { blocks, codes } = bodyOf(text)
    expect(blocks.map(shortBlock)).toEqual([expected])
    expect(codes).toEqual([])
  })

  test('a tab keeps the places of what stands beside it', () => {
    const text = article('title: 甲\t乙')
    const runs = reading(text).issue.sections[0]?.articles[0]?.title ?? []
    expect(runs.map((one) => text.slice(one.span.from, one.span.to))).toEqual(['甲', '\t', '乙'])
  })

  test.each([
    ['a unit', '"综合\\t科": 张某', '综合 科'],
    ['a unit with a newline', '"综合\\n科": 张某', '综合科'],
  ])('names that are keys have none: %s', (_, entry, name) => {
    const { issue } = reading(article(`title: 甲\n      credit: { ${entry} }`))
    expect(issue.sections[0]?.articles[0]?.credit).toMatchObject({ units: [{ name }] })
  })

  test('plain words have no tabs', () => {
    expect(withoutTabs('\t综合科\t 张某\t（甲）\t')).toBe('综合科 张某（甲）')
    expect(reading('date: 2024-01-15\ntitle: "甲\\t乙"\nsections: { 简讯: [丙] }\n').issue.title).toBe(
      '甲 乙',
    )
  })
})

describe('a newline beside signs that Chinese shares with other scripts', () => {
  const SIGNS = ['——', '……', '“', '”', '‘', '’', '·', '①', '⑳', 'Ⅲ', '℃', '※', '—', '○', '×']
  test('leaves no blank between it and a wide character', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SIGNS), fc.constantFrom('甲', 'カ', '，'), (sign, wide) => {
        expect(joinSourceLines(`${sign}\n${wide}`)).toBe(sign + wide)
        expect(joinSourceLines(`${wide}\n  ${sign}`)).toBe(wide + sign)
      }),
    )
  })

  test.each([
    ['他说——\n“走吧', '他说——“走吧'],
    ['1949—\n2024年', '1949—2024年'],
    ['1949\n—2024', '1949—2024'],
    ['he said “\nyes', 'he said “yes'],
    ['yes\n” he said', 'yes” he said'],
    ['word —\nword', 'word — word'],
    ['word…\nword', 'word… word'],
    ['“word”\nand', '“word” and'],
    ['5\n×3', '5 ×3'],
    ['甲\nword', '甲 word'],
    ['测试\n■', '测试 ■'],
  ])('%j', (text, joined) => {
    expect(joinSourceLines(text)).toBe(joined)
  })
})
