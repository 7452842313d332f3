import { describe, expect, test } from 'vitest'
import { foreignStretches } from '../../src/base/foreign-text.ts'
import type { TextRun } from '../../src/content/block.ts'
import { toldText } from '../../src/content/told-text.ts'
import { styled } from '../page/blocks.ts'

function foreign(text: string, main = 'zh-CN'): readonly (readonly [string, string])[] {
  return foreignStretches(text, main).map(({ stretch: [from, to], language }) => [
    language,
    text.slice(from, to),
  ])
}

describe('sentences in another language', () => {
  test.each([
    ['他说：“The work of the year is done and well.”会后', 'The work of the year is done and well.'],
    ['题为Building a better city for all的展览', 'Building a better city for all'],
    ['It is done.', 'It is done.'],
    ['见The report, which is “new”, came in May 2026. 又', 'The report, which is “new”, came in May 2026.'],
  ])('in %s', (text, english) => {
    expect(foreign(text)).toEqual([['en', english]])
  })

  test.each([
    'Windows Server 2022 Standard Edition',
    'GB/T 9704、AI、BIM 与 5G',
    '中国（Beijing）the',
    'Zhongguo Zhejiang Hangzhou Xihu Qu',
    'App of the Year',
  ])('names and terms are none: %s', (text) => {
    expect(foreign(text)).toEqual([])
  })

  test('Chinese in a document of another language, and English in it', () => {
    expect(foreign('The group (甲集团) met. 会议听取了各单位的汇报。 Then', 'en-GB')).toEqual([
      ['zh', '会议听取了各单位的汇报。'],
    ])
    expect(foreign('Le titre est This is the way of the world et voilà', 'fr').map(([one]) => one)).toEqual([
      'en',
    ])
    expect(foreign('会议听取了各单位的汇报。', 'ja')).toEqual([])
  })
})

describe('a text told', () => {
  const run = (text: string, more: Partial<TextRun> = {}): TextRun => ({ ...styled(text).runs[0]!, ...more })

  test('says where bare addresses lead, over the borders of marks, and leaves links that are there', () => {
    const text = {
      ...styled(''),
      runs: [run('见https://a'), run('.cn/b，'), run('www.b.cn', { link: 'https://c.cn/' }), run('完')],
    }
    expect(toldText(text, null).runs.map((one) => [one.text, one.link])).toEqual([
      ['见', undefined],
      ['https://a', 'https://a.cn/b'],
      ['.cn/b', 'https://a.cn/b'],
      ['，', undefined],
      ['www.b.cn', 'https://c.cn/'],
      ['完', undefined],
    ])
  })

  test('pieces know their own place', () => {
    const text = { ...styled(''), runs: [run('见a@b.cn。', { span: { file: 'x', from: 10, to: 18 } })] }
    expect(toldText(text, 'zh-CN').runs.map((one) => one.span)).toEqual([
      { file: 'x', from: 10, to: 11 },
      { file: 'x', from: 11, to: 17 },
      { file: 'x', from: 17, to: 18 },
    ])
  })

  test('a text with nothing to tell is the same object', () => {
    const text = styled('会议在5月召开。')
    expect(toldText(text, 'zh-CN')).toBe(text)
  })
})
