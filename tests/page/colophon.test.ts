import { describe, expect, test } from 'vitest'
import { mm } from '../../src/base/units.ts'
import type { ColophonOf } from '../../src/content/block.ts'
import { setColophon } from '../../src/page/make-up/colophon.ts'
import type { Strip, TextMark } from '../../src/page/search/strip.ts'
import type { ShapedText } from '../../src/text/shaped-text.ts'
import { galley, shapedText, styled } from './blocks.ts'

type Row = ColophonOf<ShapedText>['rows'][number]

function row(label: string | null, text: string, right: string | null = null): Row {
  return {
    label: label === null ? null : shapedText(styled(label, { align: 'left' })),
    text: shapedText(styled(text, { align: label === null ? 'left' : 'justify' })),
    right: right === null ? null : shapedText(styled(right, { align: 'right' })),
  }
}

function set(rows: readonly Row[], measure = 483, lineHeight = 16.5): Strip {
  const place = { section: -1, article: -1 }
  const keep = { withNext: 0, withPrevious: false, whole: true }
  return setColophon({ kind: 'colophon', place, keep, span: null, rows }, galley({ measure, lineHeight }))
}

interface Set {
  readonly text: string
  readonly y: number
  /** Left edges of its characters. */
  readonly xs: readonly number[]
}

function texts(strip: Strip): Set[] {
  return strip.marks
    .filter((mark): mark is TextMark => mark.kind === 'text')
    .map(({ line, x, y }) => ({
      text: line.text.clusters
        .slice(line.from, line.to)
        .map((cluster) => cluster.text)
        .join(''),
      y,
      xs: line.xs.map((one) => one + x),
    }))
}

function colonOf(strip: Strip, label: string): number {
  const found = texts(strip).find(({ text }) => text.startsWith(`${label}：`))
  return found?.xs[label.length] ?? Number.NaN
}

const PEOPLE = row(null, '主编：沈知行　责任编辑：顾南乔　校对：罗青')
const CONTACT = row(null, '电话：0000-0000000　邮箱：bianji@example.com', '共印180份')

describe('labels of people and contact', () => {
  test('are spread to one width, and their colons stand below each other', () => {
    const strip = set([PEOPLE, CONTACT])
    expect(colonOf(strip, '主编')).toBeCloseTo(10.5 + 4 * 10.5)
    expect(colonOf(strip, '电话')).toBeCloseTo(colonOf(strip, '主编'))
    expect(colonOf(strip, '邮箱')).toBeCloseTo(colonOf(strip, '责任编辑'))
  })

  test('keep their width where all are as long', () => {
    const strip = set([row(null, '主编：沈知行　校对：罗青')])
    expect(colonOf(strip, '主编')).toBeCloseTo(10.5 + 2 * 10.5)
  })

  test('turn between entries where one line is too short for them, the label of each line spread', () => {
    const strip = set([PEOPLE, CONTACT], 294)
    const lines = texts(strip)
    const phone = lines.find(({ text }) => text.startsWith('电话'))
    const mail = lines.find(({ text }) => text.startsWith('邮箱'))
    expect(mail?.y).toBeCloseTo((phone?.y ?? 0) + 16.5)
    expect(colonOf(strip, '邮箱')).toBeCloseTo(colonOf(strip, '主编'))
    expect(lines.find(({ text }) => text === '共印180份')?.y).toBeCloseTo(mail?.y ?? 0)
  })

  test('a name with a wide space in it is no entry of its own', () => {
    expect(texts(set([row(null, '主编：沈　行　校对：罗青')])).map(({ text }) => text)).toEqual([
      '主编：沈　行',
      '校对：罗青',
    ])
  })

  test('free words are set as they stand', () => {
    expect(texts(set([row(null, '欢迎来稿，内部交流')])).map(({ text }) => text)).toEqual([
      '欢迎来稿，内部交流',
    ])
  })
})

test('what stands on the right keeps off the entries beside it, at every width', () => {
  const rows = [PEOPLE, row(null, '电话：0000-0000000　邮箱：bianji@example.com　地址：柳溪', '共印180份')]
  for (let measure = 190; measure < 500; measure += 5) {
    const found = texts(set(rows, measure))
    const right = found.find(({ text }) => text === '共印180份')
    const beside = found.filter((one) => one !== right && Math.abs(one.y - (right?.y ?? 0)) < 1)
    const ends = beside.map(({ xs }) => (xs.at(-1) as number) + 10.5)
    expect(right?.xs[0] as number).toBeGreaterThan(Math.max(0, ...ends))
  }
})

test('receivers turn between names, aligned after the label', () => {
  const strip = set([row('送：', '区应急保障中心，区住房服务中心，区水务管理中心，区交通管理中心。')], 294)
  const [label, ...names] = texts(strip)
  expect(names.map(({ text }) => text.at(-1))).toEqual(['，', '。'])
  expect(names.map(({ xs }) => xs[0])).toEqual([31.5, 31.5])
  expect(label?.text).toBe('送：')
})

describe('the rows', () => {
  const rules = (strip: Strip) => strip.marks.flatMap((mark) => (mark.kind === 'rule' ? [mark] : []))

  test('stand between rules, the last on the foot of whole lines', () => {
    const strip = set([row('报：', '区委办公室。'), PEOPLE, CONTACT])
    expect(rules(strip).map((rule) => rule.height)).toEqual([0.35, 0.25, 0.25, 0.35].map(mm))
    const last = rules(strip).at(-1)
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeCloseTo(strip.rows * 16.5)
  })

  test('have air where lines are close, as much in each', () => {
    const rows = [row('报：', '区委办公室。'), PEOPLE, CONTACT]
    const strip = set(rows)
    const tops = rules(strip).map((rule) => rule.y)
    expect((tops[1] as number) - (tops[0] as number)).toBeGreaterThan(2 * 10.5)
    expect(strip.rows).toBe(1 + 3 + 2)
    expect(set(rows, 483, 21).rows).toBe(1 + 3)
  })
})
