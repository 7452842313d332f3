import { expect, test } from 'vitest'
import { arrange } from '../../src/content/arrange.ts'
import { articleText, reading } from '../issue/reading.ts'
import { blockText } from './block-text.ts'

/** Paragraphs and figures of an article in order: the first characters of each, with `+` where it stays with the next. */
function kept(body: string, keys = ''): string {
  const { issue } = reading(articleText(body, keys))
  return arrange(issue, issue.publication.design)
    .blocks.filter(({ kind, place }) => place.article === 0 && (kind === 'paragraph' || kind === 'figure'))
    .map((block) => `${blockText(block).slice(0, 2)}${block.keep.withNext > 0 ? '+' : ''}`)
    .join(' ')
}

test('a question stays with its answer', () => {
  expect(kept('问：何时？\n\n        答：明天。\n\n        问：何地？\n\n        答：此地。')).toBe(
    '问：+ 答： 问：+ 答：',
  )
  expect(kept('问：何时？\n\n        记者：明天。')).toBe('问： 记者')
})

test('so does a short paragraph that is all bold, and no other', () => {
  expect(kept('**甲乙**\n\n        正文。')).toBe('甲乙+ 正文')
  expect(kept('**甲乙**丙\n\n        正文。')).toBe('甲乙 正文')
  expect(kept('**甲乙**\n\n        **丙丁**')).toBe('甲乙 丙丁')
  expect(kept(`**${'甲'.repeat(81)}**\n\n        正文。`)).toBe('甲甲 正文')
  expect(kept('**甲乙**\n\n        ## 丙\n\n        正文。')).toBe('甲乙 正文')
})

test('a picture without a marked place does not part them', () => {
  const images = '      images:\n        - { caption: 图 }\n'
  expect(kept('问：何时？\n\n        答：明天。', images)).toBe('问：+ 答： 图图')
})

test('nor do a marked place and a footnote between them', () => {
  const body = '问：何时？[^1]\n\n        ![](p)\n\n        [^1]: 注。\n\n        答：明天。'
  expect(kept(body, '      images:\n        - { id: p, placeholder: 图, caption: 图 }\n')).toContain('问：+')
})

test('a line of verse is not left alone at an end of its stanza', () => {
  const lines = (all: readonly string[]) => all.join('\n\n        ')
  expect(kept(lines(['一', '二', '三', '四', '***', '五', '六', '***', '七']))).toBe(
    '一+ 二 三+ 四 五+ 六 七',
  )
  expect(kept(lines(['一', '二', '三']))).toBe('一 二 三')
  expect(kept(lines(['一', '二'.repeat(25), '***', '三']))).toBe('一 二二 三')
})
