import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIssueAgain, readMemory } from '../../src/issue/again/read-again.ts'
import { changeBetween } from '../../src/issue/again/text-change.ts'
import type { IssueSources } from '../../src/issue/issue-sources.ts'
import { readIssue } from '../../src/issue/read-issue.ts'

const PUBLICATION = 'bulletin: 1\nname: 柳溪简报\nissuer: 柳溪区服务中心'
const TEXT = `date: 2026-06-15
number: 1
note: |
  全期编者按，两句话。
  第二句。
sections:
  要闻:
    - title: "书房开放"
      body: |
        书房于五月开放，读者说**木梁**都还在。
        藏书1.6万册[^1]。

        第二段，见 www.shufang.example。

        [^1]: 五月的数字。
      credit: { 文旅公司: [田秋实] }
    - title: 粮仓
      note: |2
          编者按缩进两格。
      body: |-  # 注
        ## 小标题

        - 第一项
        - 第二项

        | 月 | 人 |
        | --- | --- |
        | 五 | 12 |
    - 一条简讯，只有一句。
    - file: own.md
      note: |
        来稿的编者按有好几个字。
  来稿:
    - title: 末篇
      body: |
        末篇的正文，也有几个字。
`

const sourcesOf = (text: string, own = '---\ntitle: 来稿\n---\n来稿正文。\n'): IssueSources => ({
  publication: { file: 'publication.yaml', text: PUBLICATION },
  issue: { file: 'issue.yaml', text },
  others: [],
  article: (path) => ({ value: { file: path, text: own }, diagnostics: [] }),
})

const PIECES = [
  '新', '服务中心', '', '，', '\n', '\n\n', '\n        新的一行', '\n        ', '\n      次', '\n\t', '“', '"', "'", '# 注', ': ',
  '\u200b', '\ufffd', '\u0000', '\ud800', '\r', '\u2028', '\u3000', '  ', '**', '[^2]', '![](a)', '](', '<b>', '龥', '- ', '|', '[', '{ a: b }',
] // biome-ignore format: one list

/** A change near the beginning or the end of a line, where lines and texts begin and end. */
const edit = fc.record({
  line: fc.nat(60),
  near: fc.oneof(fc.integer({ min: -3, max: 16 }), fc.constantFrom(8, 9, 10)),
  less: fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, fc.nat(30)),
  more: fc.oneof(fc.constantFrom('新', '服务', ' ', '  ', '\n'), fc.constantFrom(...PIECES)),
})

function edited(
  text: string,
  { line, near, less, more }: { line: number; near: number; less: number; more: string },
) {
  const lines = text.split('\n')
  const number = line % lines.length
  const at = Math.max(0, lines.slice(0, number).join('\n').length + 1 + near)
  return text.slice(0, at) + more + text.slice(at + less)
}

describe('an issue read again', () => {
  test('is what it is when all of it is read, whatever was changed', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 4, maxLength: 12 }), (edits) => {
        const memory = readMemory()
        let text = TEXT
        readIssueAgain(sourcesOf(text), memory)
        for (const one of edits) {
          const next = edited(text, one)
          const whole = readIssue(sourcesOf(next))
          expect(readIssueAgain(sourcesOf(next), memory)).toEqual(whole)
          // What cannot be read is taken back, or the changes after it would all be met by its errors.
          if (whole.value !== null) text = next
        }
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    ['blanks before the first word', '        末篇的正文', '          末篇的正文'],
    ['a line further in before all others', '        书房于', '\n          书\n        书房于'],
    ['the first word', '书房于五月', '于五月'],
    ['the last word', '有几个字。\n', '有几个\n'],
    ['lines behind the last word', '有几个字。\n', '有几个字。\n\n\n'],
    ['a line less far in', '第二段，见', '第二段，\n      见'],
    ['a line at the margin', '第二段，见', '第二段，\n见'],
    ['a paragraph more', '第二段，见', '第二段，\n\n        见'],
    ['a line of blanks', '第二段，见', '第二段，\n            \n        见'],
    ['an indentation that a header tells', '编者按缩进两格', '编者按\n        缩进'],
    ['the header itself', '|-  # 注', '>-  # 注'],
    ['what is said of a word', '第二段，见', '第二段&nbsp;见'],
    ['note of an article in a file of its own', '的编者按有好', '的编者有好'],
  ])('is what it is with another %s', (_, before, now) => {
    const memory = readMemory()
    readIssueAgain(sourcesOf(TEXT), memory)
    const text = TEXT.replace(before, now)
    expect(text).not.toBe(TEXT)
    expect(readIssueAgain(sourcesOf(text), memory)).toEqual(readIssue(sourcesOf(text)))
    const back = readIssueAgain(sourcesOf(TEXT), memory)
    expect(back).toEqual(readIssue(sourcesOf(TEXT)))
  })

  test('is read so again and again, wherever the words were changed before', () => {
    const memory = readMemory()
    let text = TEXT
    const first = readIssueAgain(sourcesOf(text), memory).value?.sections[0]?.articles[1]
    for (const [word, more] of [
      ['第二段', '甲'],
      ['还在', '乙乙'],
      ['## 小标题\n\n', '        新的一段。\n\n'],
      ['末篇的正文', '丙'],
      ['第一项', '丁'],
      ['末篇的正文丙', '戊'],
    ] as const) {
      const known = memory.last?.issue.sections[0]?.articles[0]
      text = text.replace(word, word + more)
      const { value } = readIssueAgain(sourcesOf(text), memory)
      expect(value).toEqual(readIssue(sourcesOf(text)).value)
      const moved = value?.sections[0]?.articles[1]
      if (more === '乙乙') expect(moved && memory.origins.get(moved)).toEqual({ origin: first, by: 3 })
      if (!['甲', '乙乙'].includes(more)) expect(value?.sections[0]?.articles[0]).toBe(known)
    }
  })

  test('is read in one article alone where only its words changed', () => {
    const memory = readMemory()
    const first = readIssueAgain(sourcesOf(TEXT), memory).value
    const text = TEXT.replace('第二段', '第二段多几个字').replace('来稿正文', '')
    const second = readIssueAgain(sourcesOf(text), memory).value
    const last = readIssueAgain(sourcesOf(text.replace('末篇的', '末篇')), memory).value
    expect(last).toEqual(readIssue(sourcesOf(text.replace('末篇的', '末篇'))).value)
    expect(last?.sections[0]?.articles).toEqual(second?.sections[0]?.articles)
    expect(last?.sections[0]?.articles[0]).toBe(second?.sections[0]?.articles[0])
    const moved = second?.sections[0]?.articles[1]
    expect(moved && memory.origins.get(moved)).toEqual({ origin: first?.sections[0]?.articles[1], by: 4 })
  })

  test('is read anew where another file is another', () => {
    const memory = readMemory()
    readIssueAgain(sourcesOf(TEXT), memory)
    const now = sourcesOf(TEXT.replace('第二段', '第二段又'), '---\ntitle: 来稿\n---\n另一个。\n')
    expect(readIssueAgain(now, memory)).toEqual(readIssue(now))
    const other = {
      ...now,
      publication: { file: 'publication.yaml', text: PUBLICATION.replace('柳溪简报', '柳溪') },
    }
    expect(readIssueAgain(other, memory)).toEqual(readIssue(other))
    const numbered = { ...now, others: [{ file: 'a.yaml', text: 'date: 2026-05-15\nnumber: 1\n' }] }
    expect(readIssueAgain(numbered, memory)).toEqual(readIssue(numbered))
  })
})

test('a change between two texts is the shortest in one place', () => {
  const text = fc.array(fc.constantFrom('甲', '乙', '\n'), { maxLength: 3000 }).map((one) => one.join(''))
  fc.assert(
    fc.property(text, fc.nat(3000), fc.nat(5), text, (before, at, less, more) => {
      const now = before.slice(0, at) + more.slice(0, 5) + before.slice(at + less)
      const { from, to, by } = changeBetween(before, now)
      expect(now).toBe(before.slice(0, from) + now.slice(from, to + by) + before.slice(to))
      expect(to - from).toBeLessThanOrEqual(Math.min(less, Math.max(0, before.length - at)))
    }),
  )
})
