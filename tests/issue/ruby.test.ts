import { describe, expect, test } from 'vitest'
import { writeMarked } from '../../src/issue/write/write-marked.ts'
import { articleText, reading } from './reading.ts'

/** The paragraph's runs as `字/reading`, and what was said. */
function read(text: string) {
  const { issue, diagnostics } = reading(articleText(text))
  const block = issue.sections[0]?.articles[0]?.body[0]
  if (block?.kind !== 'paragraph') throw new Error('no paragraph')
  const runs = block.text.map(({ text: words, ruby }) => (ruby === undefined ? words : `${words}/${ruby}`))
  return { runs, text: block.text, codes: diagnostics.map(({ code }) => code) }
}

describe('[字]{拼音}', () => {
  test('each character has its syllable, and its own place in the source', () => {
    const { runs, text, codes } = read('小组的[顾韫]{gù yùn}到会。')
    expect(runs).toEqual(['小组的', '顾/gù', '韫/yùn', '到会。'])
    expect(codes).toEqual([])
    expect((text[2]?.span.from ?? 0) - (text[1]?.span.from ?? 0)).toBe(1)
  })

  test.each([
    '[韫]{yún}',
    '[𰻝]{biáng}',
    '[犇骉]{bēn biāo}',
    '[妈妈]{mā ma}',
    '[绿]{lǜ}',
    '[绿]{lu\u0308\u0300}',
    '[韫]{ㄩㄣˋ}',
    '**[韫]{yùn}**',
  ])('is read and written back: %s', (typed) => {
    const { text, codes } = read(`甲${typed}乙。`)
    expect(codes).toEqual([])
    expect(text.some(({ ruby }) => ruby !== undefined)).toBe(true)
    const again = read(writeMarked(text, 'body')).text
    const bare = (all: typeof text) => all.map(({ span: _, ...rest }) => rest)
    expect(bare(again)).toEqual(bare(text))
  })

  test.each([
    '[见附件]{一}',
    '[abc]{def}',
    '[韫]{yùn',
    '[韫] {yùn}',
    '\\[韫]{yùn}',
    '[韫]{}',
    '[一二三四五六七八九]{a b c d e f g h i}',
    '数组[1]{x}',
  ])('anything else is printed as typed: %s', (typed) => {
    const { runs } = read(`甲${typed}乙。`)
    expect(runs.join('')).toBe(`甲${typed.replace('\\', '')}乙。`)
  })

  test.each(['[顾韫]{yùn}', '[韫]{yùn yùn}'])(
    'syllables and characters that do not match are said: %s',
    (typed) => {
      const { runs, codes } = read(`甲${typed}乙。`)
      expect(codes).toEqual(['W-RUBY'])
      expect(runs.join('')).toBe(`甲${typed}乙。`)
    },
  )

  test('a link in brackets stays a link', () => {
    const { text } = read('[甲](https://a.cn)乙')
    expect(text[0]?.link).toBe('https://a.cn')
  })
})
