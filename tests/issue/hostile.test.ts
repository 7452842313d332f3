import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/base/catalogue.ts'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import type { MessageText } from '../../src/base/message-text.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { article, issue, publication } from './samples.ts'

function read(text: string, file = article.text) {
  return readIssue({
    publication,
    issue: { file: issue.file, text },
    others: [],
    article: (path) => ({ value: { file: path, text: file }, diagnostics: [] }),
  })
}

const codes = (text: string, file?: string) => read(text, file).diagnostics.map((one) => one.code)
const withTitle = (title: string) =>
  `date: 2024-01-15\nsections:\n  领导关注:\n    - title: ${title}\n      body: 正文。\n`
const withBody = (body: string) =>
  `date: 2024-01-15\nsections:\n  领导关注:\n    - title: 甲\n      body: |\n        ${body}\n`

/** Hostile YAML and Markdown, by number. */
describe('hostile YAML and Markdown', () => {
  test('1, 2: aliases are refused before anything is expanded', () => {
    expect(codes(`a: &a [x, x]\nb: [*a, *a]\n`)).toEqual(['E-ANCHOR', 'E-ALIAS'])
    expect(codes('a: *a\n')).toEqual(['E-ALIAS'])
  })

  test.each(['[', '{', '[{', '- '])('3: 50,000 × “%s” are too deep', (sign) => {
    expect(codes(sign.repeat(50_000))).toEqual(['E-DEPTH'])
  })

  test('3: so is indentation', () => {
    expect(codes(Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'))).toEqual([
      'E-DEPTH',
    ])
  })

  test('4: 50,000 keys are too many', () => {
    expect(codes(Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join('\n'))).toEqual(['E-KEYS'])
  })

  test('5: a file beyond the limit is not read', () => {
    expect(codes(withBody('某'.repeat(1_000_000)))).toEqual(['E-SIZE'])
  })

  test.each(['__proto__', 'constructor', 'prototype'])('6: %s is no key and pollutes nothing', (key) => {
    expect(codes(`${key}: { polluted: 1 }\n${issue.text}`)).toEqual(['E-KEY'])
    expect(codes(issue.text.replace('甲水务公司: [', `${key}: [`))).toEqual(['E-KEY'])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test.each(['!!js/function "x"', '!include /etc/passwd', '!!binary aGk='])('7: %s is refused', (value) => {
    expect(codes(withTitle(value))).toEqual(['E-TAG'])
  })

  test('8: two documents, or a --- at the end, name their line', () => {
    for (const text of [`${issue.text}---\ndate: 2024-01-15\n`, `${issue.text}---\n`, `${issue.text}...\n`]) {
      const [one] = read(text).diagnostics
      expect(one?.code).toBe('E-DOCUMENT')
      expect(one?.values.line).toBe(issue.text.split('\n').length)
    }
  })

  test('9: a key twice, in two languages too, names both places', () => {
    const [one] = read(`${issue.text}状态: 定稿\n`).diagnostics
    expect(one?.code).toBe('E-DUP')
    expect(one?.related?.from).toBe(issue.text.indexOf('status'))
  })

  test.each(['\0', '\x08', '\ufffe', '\ud800', '\x7f'])(
    '10: %j is refused with its code point',
    (character) => {
      expect(codes(withBody(`甲${character}乙`))).toEqual(['E-CHAR'])
    },
  )

  test('11: invisible characters are left out with a warning, unless they are wanted', () => {
    const text = withTitle('甲\u202e乙\u200b丙\u{e0041}')
    const { value, diagnostics } = read(text)
    expect(diagnostics.map((one) => one.code)).toEqual(['W-BIDI'])
    expect(value?.sections[0]?.articles[0]?.title.map((one) => one.text).join('')).toBe('甲乙丙')
    const kept = readIssue({
      publication: { ...publication, text: publication.text.replace('list-count: warning', 'bidi: off') },
      issue: { file: 'a.yaml', text },
      others: [],
      article: () => ({ value: null, diagnostics: [] }),
    })
    expect(kept.diagnostics).toEqual([])
    expect(kept.value?.sections[0]?.articles[0]?.title.map((one) => one.text).join('')).toContain('\u202e')
  })

  test('11: the joiners of an emoji stay', () => {
    const { value, diagnostics } = read(withTitle('甲👩‍🚒乙'))
    expect(diagnostics).toEqual([])
    expect(value?.sections[0]?.articles[0]?.title[0]?.text).toBe('甲👩‍🚒乙')
  })

  test('12, 13: a byte order mark, CR and CR LF change nothing', () => {
    const plain = (text: string) => {
      const { value, diagnostics } = read(text, article.text.replace(/\n/g, '\r'))
      expect(diagnostics).toEqual([])
      return JSON.stringify(value, (_, one) => (one && typeof one === 'object' && 'from' in one ? null : one))
    }
    const usual = plain(issue.text)
    expect(plain(`\ufeff${issue.text}`)).toBe(usual)
    expect(plain(issue.text.replace(/\n/g, '\r'))).toBe(usual)
    expect(plain(issue.text.replace(/\n/g, '\r\n'))).toBe(usual)
  })

  test('14: one paragraph may be long, but not without bound', () => {
    expect(codes(withBody('某'.repeat(199_000)))).toEqual([])
    expect(codes(withBody('某'.repeat(250_000)))).toEqual(['E-SIZE'])
  })

  test.each(['title: [a, b]', 'title: { a: b }'])('15: %s is no text, and quotes are offered', (line) => {
    const [one] = read(withTitle('甲').replace('title: 甲', line)).diagnostics
    expect(one?.code).toBe('E-TYPE')
    expect(one?.guess).toMatch(/^"/)
  })

  test.each(['body: 123', 'body: null', 'body: [a]'])('15: %s is no article', (line) => {
    expect(codes(withTitle('甲').replace('body: 正文。', line))).toEqual(['E-TYPE'])
  })

  test.each([
    '*',
    '[',
    '^',
    '(((',
    '~',
    '[x](',
    '](',
    '**甲',
    '\\',
    '|',
    '`',
    '![',
    '***a',
    '^a',
    '“',
    '- ',
    '> ',
    '# ',
  ])('16: 100,000 characters of “%s” are read, and come back', (piece) => {
    const { value, diagnostics } = read(withBody(`甲${piece.repeat(100_000 / piece.length)}乙`))
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([])
    const text = JSON.stringify(value?.sections[0]?.articles[0]?.body)
    expect(text).toContain('甲')
    expect(text).toContain('乙')
  })

  test('17: HTML is text', () => {
    const { value } = read(withBody('<script>alert(1)</script><img onerror=x>'))
    const [block] = value?.sections[0]?.articles[0]?.body ?? []
    expect(block?.kind === 'paragraph' && block.text[0]?.text).toBe(
      '<script>alert(1)</script><img onerror=x>',
    )
  })

  test('18: an article’s file takes in no other', () => {
    const file = article.text.replace('---\n', '---\nfile: other.md\n')
    expect(codes(issue.text, file)).toEqual(['E-INCLUDE'])
    expect(codes(issue.text.replace('salon.md', 'salon.yaml'))).toEqual(['E-FILE-ARTICLE'])
  })

  test('19: front matter has the limits of YAML', () => {
    expect(codes(issue.text, `---\na: ${'['.repeat(5_000)}\n---\n正文。\n`)).toEqual(['E-DEPTH'])
    expect(codes(issue.text, `---\na: &x [1]\nb: *x\n---\n正文。\n`)).toEqual(['E-ANCHOR', 'E-ALIAS'])
    expect(codes(issue.text, '---\ntitle: 甲\n')).toEqual(['E-FRONT-MATTER'])
  })
})

const PIECES = [
  ...'-:#&*!|>[]{},\'"% \n：，　？甲\t\\\0\u200b',
  ': ',
  '- ',
  '\n  ',
  ' #',
  '|\n',
  '\r',
  '---\n',
  '<<: ',
  '![](',
  '](',
]

/** Good files with a few pieces put in, taken out or doubled. */
const mutated = (text: string, most = 6) =>
  fc
    .array(fc.tuple(fc.nat(text.length - 1), fc.nat(9), fc.constantFrom('', ...PIECES)), {
      minLength: 1,
      maxLength: most,
    })
    .map((changes) =>
      changes.reduce((changed, [at, cut, piece]) => {
        const from = at % Math.max(1, changed.length)
        return changed.slice(0, from) + piece + changed.slice(from + (piece === '' ? cut : 0))
      }, text),
    )

/** The values that a diagnostic's words ask for. */
function placeholders({ code }: Diagnostic): readonly string[] {
  const { zh, en, hintZh = '', hintEn = '' }: MessageText = catalogue()[code]
  return [...`${zh}${en}${hintZh}${hintEn}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
}

describe('any text', () => {
  test('gives an issue or diagnostics with words and places, never an exception', () => {
    fc.assert(
      fc.property(
        mutated(issue.text),
        mutated(publication.text),
        mutated(article.text),
        (one, two, three) => {
          const sources = new Map([
            [issue.file, one],
            [publication.file, two],
            [article.file, three],
          ])
          const { value, diagnostics } = readIssue({
            publication: { ...publication, text: two },
            issue: { ...issue, text: one },
            others: [{ file: 'issues/2023-24.yaml', text: three }],
            article: (path) => ({ value: { file: path, text: three }, diagnostics: [] }),
          })
          expect(value === null).toBe(diagnostics.some((each) => each.severity === 'error'))
          for (const each of diagnostics) {
            expect(placeholders(each).filter((name) => !Object.hasOwn(each.values, name))).toEqual([])
            if (each.span === null) continue
            const text = sources.get(each.span.file) ?? three
            expect(each.span.from).toBeGreaterThanOrEqual(0)
            expect(each.span.to).toBeGreaterThanOrEqual(each.span.from)
            expect(each.span.to).toBeLessThanOrEqual(text.length)
          }
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 150) },
    )
  })

  test('that is accepted without a word keeps every Han character of its texts', () => {
    const plain = issue.text.replace(/[ \t]+#.*$/gm, '').replace(/^#.*\n/gm, '')
    const keys = /领导关注|国企动态|简讯|六个一/g
    fc.assert(
      fc.property(mutated(plain, 2), (text) => {
        const { value, diagnostics } = read(text)
        fc.pre(value !== null && diagnostics.length === 0 && !text.includes('#'))
        const kept = JSON.stringify(value?.sections)
        for (const word of text.replace(keys, '').match(/[\u4e00-\u9fff]{4,}/g) ?? [])
          expect(kept).toContain(word.slice(0, 4))
      }),
      { numRuns: Number(process.env.RUNS ?? 40) },
    )
  })
})
