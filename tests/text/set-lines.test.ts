import { describe, expect, test } from 'vitest'
import { type SetLine, setLines } from '../../src/typography.ts'

function lines(text: string, measure: number): string[] {
  return setLines(text, { measure }).map((line) => line.text)
}

function rightEdge(line: SetLine | undefined): number {
  const last = line?.clusters.at(-1)
  return (last?.x ?? 0) + (last?.advance ?? 0)
}

describe('R46: push in, then push out', () => {
  test('a point never begins a line: the character before it is pushed out', () => {
    expect(lines('一二三四，五六七八', 4)).toEqual(['一二三', '四，五六', '七八'])
  })
  test('a mark is pushed in where other marks leave room', () => {
    expect(lines('一，二三四五，六七八九', 6)[0]).toBe('一，二三四五，')
  })
})

describe('R26–R28: edges of lines', () => {
  test('a mark at the end takes half an em', () => {
    const [first] = setLines('一二三，四五六七八', { measure: 3.5 })
    expect(first?.clusters.at(-1)).toEqual({ text: '，', x: 3, advance: 0.5 })
  })
  test('an opening mark at the start loses its blank', () => {
    const second = setLines('一二三四（五六七八九', { measure: 4 })[1]
    expect(second?.clusters[0]).toMatchObject({ text: '（', x: 0, advance: 0.5 })
  })
  test('a paragraph that begins with one has its ink at the indent', () => {
    const [first] = setLines('“一二三四五六七八九十”', { measure: 8, indent: 2 })
    expect(first?.clusters[0]).toMatchObject({ x: 2, advance: 0.5 })
  })
})

describe('R48, R49: justification', () => {
  test('a full line reaches its measure, the last is natural', () => {
    const set = setLines('国家2023年企业安全生产工作会议，公司', { measure: 7.3 })
    for (const line of set.slice(0, -1)) expect(rightEdge(line)).toBeCloseTo(7.3, 6)
    const last = set.at(-1) as SetLine
    const steps = last.clusters.slice(1).map((one, i) => one.x - (last.clusters[i]?.x as number))
    expect(steps.every((step) => Math.abs(step - 1) < 1e-9 || Math.abs(step - 0.5) < 1e-9)).toBe(true)
  })

  // Each line is stretched or squeezed: by nature all its widths are quarters of an em.
  test.each([
    ['国家2023企业统一安全', '2023', 0.5],
    ['国家GDP年企业统一安全', 'GDP', 0.5],
    ['国家1.5%企业统一安全', '1.5%', 0.5],
  ])('R54: what may not be parted is not stretched: %s', (text, whole, advance) => {
    const [first] = setLines(`${text}Antidisestablishment`, { measure: 10.3 })
    const clusters = first?.clusters ?? []
    expect(rightEdge(first)).toBeCloseTo(10.3, 6)
    const from = clusters.findIndex((one) => one.text === whole[0])
    const inside = clusters.slice(from, from + whole.length)
    expect(inside.map((one) => one.text).join('')).toBe(whole)
    for (const [at, one] of inside.slice(1).entries())
      expect(one.x - (inside[at]?.x as number)).toBeCloseTo(advance, 6)
  })
})

describe('R64: no single character on the last line', () => {
  test('one is pulled down to keep it company', () => {
    expect(lines('一二三四五六七八九十甲。', 10).at(-1)).toBe('十甲。')
  })
})

describe('what cannot be met', () => {
  test('a word longer than the line is cut, and nothing is lost', () => {
    const set = lines('国Antidisestablishmentarianism国', 6)
    expect(set.join('')).toBe('国Antidisestablishmentarianism国')
    expect(set.every((line) => line.length <= 12)).toBe(true)
  })
  test('beside a picture, what is too long is cut once and the rest is set as ever', () => {
    const text = '国家企业Antidisestablishmentarianism工作安全生产检查新城集团公司发展建设会议'
    const set = setLines(text, { measure: (line) => (line < 3 ? 6 : 12) }).map((line) => line.text)
    expect(set.join('')).toBe(text)
    expect(set.every((line) => line.length > 1)).toBe(true)
    expect(set.length).toBeLessThan(8)
  })
  test('a measure of one em', () => expect(lines('国家，企业', 1).join('')).toBe('国家，企业'))
})

describe('measures that change from line to line', () => {
  test('each line is as long as its own', () => {
    const measure = (line: number) => (line < 2 ? 6 : 10)
    const set = setLines('国家企业安全生产工作会议公司建设新城集团发展规划人民生活', { measure })
    expect(set.slice(0, -1).map((line) => Math.round(line.width))).toEqual([6, 6, 10])
  })
})

test('justify: false fills line by line', () => {
  const set = setLines('一二三四五六', { measure: 5, justify: false })
  expect(set.map((line) => line.text)).toEqual(['一二三四五', '六'])
})

test('offsets are those of the text', () => {
  const text = '国𠮷家，e\u0301企业安全'
  for (const line of setLines(text, { measure: 4 })) expect(text.slice(line.from, line.to)).toBe(line.text)
})

describe('a measure narrower than a character', () => {
  test.each([0.2, 0.6, 1.2])('still sets every character, at %d em', (measure) => {
    for (const text of ['国', '国家', '——', '国——家', '（国）', 'abcdef国']) {
      expect(lines(text, measure).join('')).toBe(text)
    }
  })
})

describe('R51: gaps beside Latin', () => {
  /** Gaps before and after 2023 in the first line, and the step between its first Han, in em. */
  function gapsAt(measure: number) {
    const [first] = setLines('国家企业安全生产年2023年企业安全生产Antidisestablishmentarianism', { measure })
    const clusters = first?.clusters ?? []
    const at = clusters.findIndex((one) => one.text === '2')
    const x = (index: number) => clusters[index]?.x as number
    return { gap: x(at) - x(at - 1) - 1, step: x(1) }
  }

  test('are no wider than 1/3 em while the other places take the rest easily', () => {
    const { gap, step } = gapsAt(18.9)
    expect(gap).toBeCloseTo(1 / 3, 6)
    expect(step).toBeGreaterThan(1)
    expect(step).toBeLessThan(1.05)
    expect(gapsAt(20).gap).toBeCloseTo(1 / 3, 6)
    expect(gapsAt(20).step).toBeLessThan(1.1)
  })

  test('are wider only where the others have 0.1 em, and then no wider than 0.5 em', () => {
    const { gap, step } = gapsAt(20.2)
    expect(step).toBeCloseTo(1.1, 6)
    expect(gap).toBeGreaterThan(1 / 3)
    expect(gapsAt(20.5).gap).toBeLessThanOrEqual(0.5 + 1e-6)
  })

  test('at narrow measures too', () => {
    const [first] = setLines('各单位6月底前完成整改Antidisestablishmentarianism', { measure: 11.7 })
    const clusters = first?.clusters ?? []
    const x = (index: number) => clusters[index]?.x as number
    expect(x(3) - x(2) - 1).toBeCloseTo(1 / 3, 6)
    expect(x(1)).toBeGreaterThan(1.05)
    expect(x(1)).toBeLessThan(1.1)
  })
})
