import { describe, expect, test } from 'vitest'
import { setParagraph } from '../../src/text/set-paragraph.ts'
import { shapeText } from '../../src/text/shape.ts'
import { fakeFonts, styled, textOptions } from './fake-fonts.ts'

function turned(title: string, em: number, wantedBreaks: readonly number[] = []): string[] {
  const text = { ...styled(title, { headline: true, align: 'centre' }), wantedBreaks }
  return setParagraph(shapeText(text, fakeFonts, textOptions), em * 10).lines.map((line) =>
    line.text.clusters
      .slice(line.from, line.to)
      .map((one) => one.text)
      .join(''),
  )
}

const SERVICE = '区企业服务中心检查冬季供水保障暨节前安全工作'

describe('R47: titles turn at word ends', () => {
  test.each(Array.from({ length: 52 }, (_, half) => 5 + half / 2))('服务中心 and 安全工作 at %d em', (em) => {
    const lines = turned(SERVICE, em)
    expect(lines.join('')).toBe(SERVICE)
    if (em >= 5) expect(lines.some((line) => line.includes('服务中心'))).toBe(true)
    expect(lines.every((line) => [...line].length >= 3)).toBe(true)
    expect(lines).not.toContain('工作')
  })

  test.each([
    ['副区长季倩倩赴在建项目开展节前安全检查', ['季倩倩', '在建', '节前']],
    [
      '区委常委、副区长朱效洁赴城发集团所属自来水公司督导低温寒潮应对工作',
      ['朱效洁', '副区长', '督导', '城发集团', '自来水'],
    ],
    [
      '绿洲控股集团召开2023年支部书记抓党建述职述廉、党建考核暨意识形态工作专题会议',
      ['2023年', '述职', '党建'],
    ],
    ['关于印发《嘉定区国有企业2024年度安全生产工作要点》的通知', ['印发', '2024年', '》的']],
  ])('%s keeps its words', (title, words) => {
    for (let em = 10; em <= 30; em += 1) {
      const lines = turned(title, em)
      for (const word of words)
        expect(
          lines.some((line) => line.includes(word)),
          `${em} ${word}: ${lines.join('/')}`,
        ).toBe(true)
    }
  })

  test('no line begins with a particle or ends with a preposition', () => {
    const title = '让老百姓吃上放心菜的幕后英雄们在菜市场与居民的对话'
    for (let em = 8; em <= 30; em += 1) {
      for (const line of turned(title, em)) {
        expect(line).not.toMatch(/^[的了们]/u)
        expect(line).not.toMatch(/[在与]$/u)
      }
    }
  })
})

describe('shape', () => {
  test('a centred line takes at most four fifths of its measure before it turns', () => {
    expect(turned('一二三四五六七八', 10)).toHaveLength(1)
    expect(turned('区委召开会议部署明年工作', 12).length).toBeGreaterThan(1)
  })

  test('lines are balanced', () => {
    const [first = '', second = ''] = turned('交发集团圆满完成冬至祭扫营运保障工作', 15.4)
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(3)
  })
})

test("the editor's break wins", () => {
  const title = '防寒潮保供水城发集团积极行动中'
  expect(turned(title, 30, [6])).toEqual(['防寒潮保供水', '城发集团积极行动中'])
})

test('a word longer than the measure is still set', () => {
  expect(turned('Antidisestablishmentarianism', 8).join('')).toBe('Antidisestablishmentarianism')
})
