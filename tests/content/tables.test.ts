import { describe, expect, test } from 'vitest'
import { isNumbers, numberIn } from '../../src/base/table-numbers.ts'
import type { Block, TableOf } from '../../src/content/block.ts'
import { arrangeTable } from '../../src/content/table.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import { parseBody } from '../../src/issue/body/parse-body.ts'
import type { BodyBlock } from '../../src/issue/issue.ts'
import { bodyLines } from '../../src/issue/write/write-body.ts'

const said: string[] = []

function read(text: string): readonly BodyBlock[] {
  said.length = 0
  const mapped = { file: 'a.yaml', text, pieces: [{ at: 0, from: 0 }], end: text.length }
  return parseBody(mapped, { report: ({ code }) => said.push(code), everyLine: false })
}

function blocksOf(text: string): readonly Block[] {
  const [table] = read(text)
  if (table?.kind !== 'table') throw new Error('no table')
  return arrangeTable({ design: twoColumn } as never, table, { section: 0, article: 0 })
}

const tableOf = (text: string) => blocksOf(text).find((block) => block.kind === 'table') as TableOf<unknown>

describe('cells that are one', () => {
  test.each([
    ['| 甲 | << |\n|---|---|\n| 乙 | 丙 |', [[0, 0, 1, 2]], 0],
    ['| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n| ^^ | 戊 |', [[1, 0, 2, 1]], 0],
    [
      '| 甲 | 乙 | << |\n|---|---|---|\n| ^^ | 丙 | 丁 |\n| 戊 | 己 | 庚 |',
      [
        [0, 0, 2, 1],
        [0, 1, 1, 2],
      ],
      1,
    ],
    ['| 甲 | 乙 |\n|---|---|\n| 丙 | << |\n| ^^ | << |', [[1, 0, 2, 2]], 0],
  ])('%j', (text, merged, headRows) => {
    const table = tableOf(text)
    expect(table.merged?.map(({ row, column, rows, columns }) => [row, column, rows, columns])).toEqual(
      merged,
    )
    expect(table.headRows ?? 0).toBe(headRows)
  })

  test('signs with nothing to go on from are printed', () => {
    const [table] = read('| ^^ | 甲 |\n|---|---|\n| << | 乙 |')
    const texts = table?.kind === 'table' ? [table.header[0], table.rows[0]?.[0]] : []
    expect(texts.map((cell) => cell?.text.map((one) => one.text).join(''))).toEqual(['^^', '<<'])
  })
})

describe('lines beside a table', () => {
  const rows = '| 甲 |\n|---|\n| 乙 |'

  test('its title stands above, its notes and source below, all across the page', () => {
    const blocks = blocksOf(`: 表1 {span: page}\n${rows}\n: 注：丙\n: 来源：丁`)
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.role : block.kind))).toEqual([
      'table-title',
      'table',
      'table-note',
      'table-note',
    ])
    expect(blocks.every((block) => 'spans' in block && block.spans)).toBe(true)
    expect(said).toEqual([])
  })

  test('below, what is no note is the title', () => {
    const blocks = blocksOf(`${rows}\n: 注：丙\n: 表题`)
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.role : block.kind))).toEqual([
      'table-title',
      'table',
      'table-note',
    ])
  })

  test('title and unit stand above, the unit at the right, in one or several lines of any distance', () => {
    for (const between of ['\n', '\n\n']) {
      const blocks = blocksOf(`: 表1${between}: 单位：万元${between}${rows}\n: 注：丙`)
      expect(blocks.map((block) => (block.kind === 'paragraph' ? block.role : block.kind))).toEqual([
        'table-title',
        'table-unit',
        'table',
        'table-note',
      ])
      expect(blocks[1]?.kind === 'paragraph' && blocks[1].text.style.align).toBe('right')
    }
    const alone = blocksOf(`: 单位：万元\n${rows}`)
    expect(alone.map((block) => block.kind === 'paragraph' && block.role)).toEqual(['table-unit', false])
  })

  test('signs and words above what is no table are printed', () => {
    expect(read(': 表1\n: 单位：人\n| 甲 |\n| 乙 |').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })

  test.each([
    ['the note below the first', '\n: 来源：丙\n\n', [['note'], []]],
    ['a note at the same distance from both', '\n\n: 来源：丙\n\n', [['note'], []]],
    ['a title at the same distance from both', '\n\n: 表2\n\n', [[], ['title']]],
    ['a title below the first', '\n: 表1\n\n', [[], ['title']]],
    ['note and title without a line between', '\n: 注：丙\n: 表2\n', [['note'], ['title']]],
    ['note and title with lines between', '\n\n: 注：丙\n\n: 表2\n', [['note'], ['title']]],
    ['note, title and unit', '\n: 注：丙\n\n: 表2\n: 单位：元\n', [['note'], ['title', 'unit']]],
    ['two notes', '\n: 注：丙\n: 来源：丁\n\n', [['note', 'note'], []]],
  ] as const)('between two tables: %s', (_, between, expected) => {
    const words = read(`${rows}${between}${rows}`).map((block) => {
      if (block.kind !== 'table') return []
      const { caption, unit, notes = [] } = block
      return [...(caption ? ['title'] : []), ...(unit ? ['unit'] : []), ...notes.map(() => 'note')]
    })
    expect(words).toEqual(expected)
  })

  test('an unknown setting is told, and not printed', () => {
    const blocks = blocksOf(`: 表1 {宽: 大}\n${rows}`)
    expect(said).toEqual(['W-TABLE-SETTING'])
    expect(JSON.stringify(blocks)).not.toContain('宽')
  })

  test('cells whose words are the signs of merged ones are written as words', () => {
    const cell = (text: string) => ({ text: [{ text }] })
    const header = [cell('^^'), cell('<<')]
    const table = { kind: 'table', header, align: ['left', 'left'], rows: [header, [cell('^'), cell('<')]] }
    const [written] = read(bodyLines([table] as never).join('\n'))
    const rows = written?.kind === 'table' ? [written.header, ...written.rows] : []
    expect(
      rows.map((row) => row.map(({ text, merged }) => merged ?? text.map((one) => one.text).join(''))),
    ).toEqual([
      ['^^', '<<'],
      ['^^', '<<'],
      ['^', '<'],
    ])
  })

  test.each(['{}', '{初稿}', '表1 {初稿}', '{ }'])('braces without a name are words: “%s”', (words) => {
    const blocks = blocksOf(`: ${words}\n${rows}\n: 注：${words}`)
    expect(said).toEqual([])
    expect(JSON.stringify(blocks).split(words).length).toBe(3)
  })

  test.each(['{}', '{span: page}', '{宽:大}', '{初稿}'])(
    'words in braces are written as words: “%s”',
    (text) => {
      const table = {
        kind: 'table',
        caption: [{ text }],
        header: [],
        align: [],
        rows: [],
        notes: [[{ text: `注：${text}` }]],
      }
      const lines = bodyLines([{ ...table, header: [{ text: [{ text: '甲' }] }], align: ['left'] }] as never)
      const blocks = blocksOf(lines.join('\n'))
      expect(said).toEqual([])
      expect(JSON.stringify(blocks).split(text).length).toBe(3)
      expect(blocks.some((block) => 'spans' in block && block.spans)).toBe(false)
    },
  )

  test.each(['turn: true', '卧排: 是', 'turn: yes'])(
    '{%s} keeps table, title and notes together, to be turned',
    (setting) => {
      const [block, ...more] = blocksOf(`: 表1 {span: page, ${setting}}\n${rows}\n: 注：丙`)
      expect(more).toEqual([])
      expect(block).toMatchObject({ kind: 'turnable', spans: true })
      const inside = block?.kind === 'turnable' ? block.blocks : []
      expect(inside.map((one) => (one.kind === 'paragraph' ? one.role : one.kind))).toEqual([
        'table-title',
        'table',
        'table-note',
      ])
      expect(said).toEqual([])
      expect(blocksOf(`: 表1 {turn: false}\n${rows}`)).toHaveLength(2)
    },
  )

  test.each(['span: page', 'turn: true', 'span: page, turn: true'])(
    '{%s} is written as it is read',
    (setting) => {
      const text = `: 表1 {${setting}}\n| 甲 |\n| --- |\n| 乙 |`
      expect(bodyLines(read(text) as never).join('\n')).toBe(text)
    },
  )

  test('are written as they are read', () => {
    const text = `: 表1 {span: page}\n: 单位：元\n| 甲 | << |\n| --- | :-- |\n| 乙 | 丙 |\n| ^^ | 丁 |\n: 注：戊`
    expect(bodyLines(read(text) as never).join('\n')).toBe(text)
  })
})

describe('columns of numbers', () => {
  test.each([
    [['1,204件', '86.5件', '—', ''], true],
    [['99.5%', '100%', '约 3 万元'.replaceAll(' ', '')], true],
    [['(3.2%)', '（0.5%）', '+3.75%'], true],
    [['▲3.2%', '▼0.5%', '↑12', '↓3', '△4', '–3.2'], true],
    [['35μg/m³', '12.5kWh/m²', '0.3°'], true],
    [['12*', '1,204①', '暂无', 'N/A', '～'], true],
    [['—', ''], false],
    [['暂无', '缺'], false],
    [['（续）', '3'], false],
    [['（3', '4'], false],
    [['6月①', '3日'], false],
    [['0571-1234567', '0571-12345678'], false],
    [['3', '待定'], false],
    [['US$1,240.5', 'HK$12', '€3', 'RMB 500'], true],
    [['1 204.5', '38', '12 045'], true],
    [['+3.4%', '−12.25%', '持平'], true],
    [['3.4%', '1.2%', '持平，待上级主管部门核定'], false],
    [['1/3', '1/12', '…'], true],
    [['3—5', '12.5～14万元', '100-120'], true],
    [['19:00—20:30', '9:30'], true],
    [['12×8米', '100×80.5米'], true],
    [['1,204（12.5%）', '86（3%）'], true],
    [['3.5元/斤', '12元/公斤'], true],
    [['138 0000 0000', '010-12345'], false],
    [['3—5', '120'], false],
    [['第1名', '第12名', '并列3'], true],
  ])('%j', (cells, isColumn) => {
    expect(isNumbers(cells)).toBe(isColumn)
  })

  test.each([
    ['US$1,240.5', 8],
    ['1 204.5', 5],
    ['(1,204.5)', 6],
    ['（3.2）', 2],
    ['1/12', 1],
    ['12.5～14', 4],
    ['3km—5km', 3],
    ['9:05', 1],
    ['100×80', 3],
    ['第12名', 3],
  ])('%s has its point behind %d characters', (cell, point) => {
    expect(numberIn(cell)?.point).toBe(point)
  })

  test('are those that do not say how they stand', () => {
    expect(tableOf('| 甲 | 乙 | 丙 |\n|---|:--|--:|\n| 1 | 2 | 3 |').decimal).toEqual([true, false, false])
  })
})
