import { describe, expect, test } from 'vitest'
import { circled } from '../../src/base/circled.ts'
import { parseBody } from '../../src/issue/body/parse-body.ts'
import type { BodyBlock } from '../../src/issue/issue.ts'
import { bodyLines } from '../../src/issue/write/write-body.ts'

function read(text: string, everyLine = false) {
  const said: string[] = []
  const mapped = { file: 'a.yaml', text, pieces: [{ at: 0, from: 0 }], end: text.length }
  const body = parseBody(mapped, {
    report: ({ code, span }) => said.push(`${code} ${text.slice(span?.from, span?.to)}`),
    everyLine,
  })
  return { body, said }
}

/** Each block as its kind and words. */
function wordsOf(body: readonly BodyBlock[]): string[] {
  return body.map((block) => {
    if (block.kind === 'paragraph' || block.kind === 'subheading' || block.kind === 'footnote')
      return `${block.kind}: ${block.text.map((one) => one.text).join('')}`
    if (block.kind === 'list')
      return `list: ${block.items.map((item) => item.map((one) => one.text).join('')).join('/')}`
    if (block.kind === 'quotation')
      return `quotation: ${block.paragraphs
        .flat()
        .map((one) => one.text)
        .join('')}`
    return block.kind
  })
}

describe('脚注', () => {
  test('stand behind the block that has their marks, numbered in the order of these', () => {
    const { body, said } = read(
      '甲[^b]乙[^1]。\n\n- 丙[^x]\n- 丁\n\n> 戊[^c]\n\n[^1]: 一。\n\n[^b]: 二。\n[^c]：三。\n\n[^x]: 四，\n接着写。',
    )
    expect(said).toEqual([])
    expect(wordsOf(body)).toEqual([
      'paragraph: 甲①乙②。',
      'footnote: 二。',
      'footnote: 一。',
      'list: 丙③/丁',
      'footnote: 四，接着写。',
      'quotation: 戊④',
      'footnote: 三。',
    ])
  })

  test('a mark knows its place in the source, and its note may be marked up', () => {
    const { body } = read('甲[^1]乙\n\n[^1]: 见**通知**')
    const [paragraph, note] = body
    if (paragraph?.kind !== 'paragraph' || note?.kind !== 'footnote') throw new Error('not read')
    expect(paragraph.text[1]).toMatchObject({ note: { name: '1', number: 1 }, span: { from: 1, to: 5 } })
    expect(note.text[1]).toMatchObject({ text: '通知', bold: true })
  })

  test('a note that is marked twice has two numbers and stands twice', () => {
    const { body, said } = read('甲[^1]乙[^1]\n\n[^1]: 丙')
    expect(said).toEqual([])
    expect(wordsOf(body)).toEqual(['paragraph: 甲①乙②', 'footnote: 丙', 'footnote: 丙'])
  })

  test('in text pasted line by line a note is one line', () => {
    const { body } = read('甲[^1]\n[^1]: 乙\n丙', true)
    expect(wordsOf(body)).toEqual(['paragraph: 甲①', 'footnote: 乙', 'paragraph: 丙'])
  })

  test.each([
    ['甲[^1]乙', ['W-NOTE-UNKNOWN [^1]'], ['paragraph: 甲[^1]乙']],
    ['甲\n\n[^1]: 乙', ['W-NOTE-UNUSED [^1]:'], ['paragraph: 甲', 'paragraph: [^1]:乙']],
    [
      '甲[^1]\n\n[^1]: 乙\n\n[^1]: 丙',
      ['W-NOTE-TWICE [^1]:'],
      ['paragraph: 甲①', 'footnote: 乙', 'paragraph: [^1]:丙'],
    ],
    ['## 甲[^1]\n\n乙', ['W-NOTE-PLACE [^1]'], ['subheading: 甲[^1]', 'paragraph: 乙']],
    [
      '甲[^1]\n\n[^1]:',
      ['W-NOTE-UNKNOWN [^1]', 'W-NOTE-UNKNOWN [^1]'],
      ['paragraph: 甲[^1]', 'paragraph: [^1]:'],
    ],
    ['甲\\[^1]', [], ['paragraph: 甲[^1]']],
    ['与[^]、[^ 1]', [], ['paragraph: 与[^]、[^ 1]']],
  ])('nothing is lost, and what is amiss is said: %j', (text, codes, words) => {
    const { body, said } = read(text)
    expect(said).toEqual(codes)
    expect(wordsOf(body)).toEqual(words)
  })

  test('are written as they are read', () => {
    const text = '甲[^1]乙**丙**[^2]。\n\n[^1]: 一\n\n[^2]: *二*'
    const lines = bodyLines(read(text).body).join('\n')
    expect(lines).toBe(text)
  })

  test('their numbers are circled as far as there are signs', () => {
    expect([1, 20, 21, 35, 36, 50, 51].map(circled)).toEqual(['①', '⑳', '㉑', '㉟', '㊱', '㊿', '51'])
  })
})
