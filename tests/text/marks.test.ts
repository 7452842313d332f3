import { describe, expect, test } from 'vitest'
import { type MarkStyle, naturalAdvances } from '../../src/typography.ts'

/** Widths of the clusters, gaps left out, as `字1 ，0.5`. */
function widths(text: string, style: MarkStyle = 'full'): string {
  return naturalAdvances(text, { style })
    .filter((one) => one.text !== '')
    .map((one) => `${one.text}${one.advance}`)
    .join(' ')
}

function total(text: string, style: MarkStyle = 'full'): number {
  return naturalAdvances(text, { style }).reduce((sum, one) => sum + one.advance, 0)
}

describe('R12–R19: widths of marks', () => {
  test.each([
    ['字，字', 3],
    ['字——字', 4],
    ['字……字', 4],
    ['字…………字', 6],
    ['甲·乙', 2.5],
    ['甲–乙', 2.5],
    ['甲—乙', 3],
    ['甲～乙', 3],
    ['甲/乙', 2.5],
    ['字？？字', 3],
    ['字？！字', 3],
    ['字！！！字', 4],
  ])('%s is %d em', (text, em) => expect(total(text)).toBe(em))

  test('two dashes and two ellipsis signs are one cluster each', () => {
    expect(naturalAdvances('字——字……').map((one) => one.text)).toEqual(['字', '——', '字', '……'])
  })
})

describe('R22–R25: squeeze between marks', () => {
  test.each([
    ['（《', '（1 《0.5'],
    ['》（', '》1 （0.5'],
    ['。”', '。0.5 ”1'],
    ['，“', '，1 “0.5'],
    ['（，', '（1 ，1'],
    ['字，字', '字1 ，1 字1'],
    ['。”）', '。0.5 ”0.5 ）1'],
    ['：“‘', '：1 “0.5 ‘0.5'],
  ])('%s', (text, expected) => expect(widths(text)).toBe(expected))

  test('squeeze runs through styles of text and nested quotes', () => {
    expect(widths('他说：“‘芯’聚力”。')).toBe('他1 说1 ：1 “0.5 ‘0.5 芯1 ’1 聚1 力1 ”0.5 。1')
  })
})

describe('mark styles', () => {
  test('开明式: only what ends a sentence is full width', () => {
    expect(widths('甲，乙。丙？（丁）', 'kaiming')).toBe('甲1 ，0.5 乙1 。1 丙1 ？1 （0.5 丁1 ）0.5')
  })
  test('半角式: no mark is', () => {
    expect(widths('甲，乙。（丁）', 'half')).toBe('甲1 ，0.5 乙1 。0.5 （0.5 丁1 ）0.5')
  })
})

describe('R20: quotes by context', () => {
  test('beside Han they are Chinese, both of a pair', () => {
    expect(widths('增“GDP”')).toBe('增1 “1 G0.5 D0.5 P0.5 ”1')
    expect(widths('“GDP”增')).toBe('“1 G0.5 D0.5 P0.5 ”1 增1')
  })
  test('inside Latin, and as an apostrophe, they are Latin', () => {
    expect(total('say “hi” to')).toBe(5.5)
    expect(widths('T’Pol')).toContain('’0.5')
  })
  test('nested quotes follow what is around them', () => {
    expect(widths('“‘芯’”')).toBe('“1 ‘0.5 芯1 ’0.5 ”1')
  })
  test('an unmatched quote looks at its neighbours', () => {
    expect(widths('甲”')).toBe('甲1 ”1')
    expect(widths('a”')).toBe('a0.5 ”0.5')
  })
})

describe('R57–R59: the Han–Latin gap', () => {
  function gaps(text: string): number[] {
    return naturalAdvances(text).flatMap((one, i) => (one.text === '' ? [i] : []))
  }
  test('a quarter em between Han and letters or digits', () => {
    expect(naturalAdvances('国G')[1]).toEqual({ text: '', advance: 0.25 })
  })
  test('none beside marks or inside brackets', () => expect(gaps('国，G（G）国“G”')).toEqual([]))
  test('a typed space is the gap, not a second one', () => {
    expect(widths('国 G 国')).toBe('国1  0.25 G0.5  0.25 国1')
    expect(gaps('国 G 国')).toEqual([])
  })
  test('a typed space between Han stays a space', () => expect(widths('张 三')).toBe('张1  0.5 三1'))
  test('none inside addresses', () => expect(gaps('https://a.cn/这是URL文件')).toEqual([]))
})

describe('R44: marks that combine', () => {
  test('a variation selector, an accent and a joined sequence belong to their base', () => {
    const texts = (text: string) => naturalAdvances(text).map((one) => one.text)
    expect(texts('葛\u{e0100}城')).toEqual(['葛\u{e0100}', '城'])
    expect(texts('e\u0301a')).toEqual(['e\u0301', 'a'])
    expect(texts('👩\u200d🌾。')).toEqual(['👩\u200d🌾', '。'])
    expect(naturalAdvances('e\u0301')[0]?.advance).toBe(0.5)
  })
})
