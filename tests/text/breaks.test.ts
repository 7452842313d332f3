import { describe, expect, test } from 'vitest'
import { chineseBreaks, RELUCTANT } from '../../src/text/breaks.ts'
import { type BreakLevel, breakOpportunities } from '../../src/typography.ts'

/** The text with | wherever a line may end, its end left out. */
function broken(text: string, level: BreakLevel = 'normal'): string {
  const offsets = new Set(breakOpportunities(text, { level }))
  return Array.from(
    { length: text.length },
    (_, at) => (at > 0 && offsets.has(at) ? '|' : '') + text[at],
  ).join('')
}

describe('R32, R33: edges', () => {
  test('closing marks and points stay with what is before, opening marks with what is after', () => {
    expect(broken('甲，乙（丙）丁。')).toBe('甲，|乙|（丙）|丁。')
  })
  test('also across a typed space', () => expect(broken('甲 ：乙')).not.toContain('|：'))
  test('Chinese quotes', () => expect(broken('说“芯”字')).toBe('说|“芯”|字'))
  test('an interpunct stays with the name before it', () => expect(broken('林·道夫')).toBe('林·|道|夫'))
  test('connectors begin no line', () => {
    for (const sign of ['–', '—', '～', '-', '－']) expect(broken(`甲${sign}乙`)).toBe(`甲${sign}|乙`)
  })
})

test('a full-width minus stands with its number and may begin a line', () => {
  expect(broken('甲－5')).toBe('甲|－5')
})

describe('R34, R35: levels', () => {
  test('a solidus is neither first nor last', () => expect(broken('桶/日')).toBe('桶/日'))
  test.each(['normal', 'strict'] as const)('nor is a full-width one, at the %s level', (level) => {
    for (const text of ['桶／日', '甲（乙）／丙', '3／4', 'km／h', '“甲”／“乙”', 'A／乙', '甲／／乙']) {
      expect(broken(text, level).replace(/[|]/g, '')).toBe(text)
      expect(broken(text, level)).not.toMatch(/[|]／|／[|]/)
    }
    expect(broken('甲 ／ 乙', level)).toBe('甲 ／ |乙')
  })
  test('loosely it only begins none, and without rules it may do both', () => {
    expect(broken('桶／日', 'loose')).toBe('桶／|日')
    expect(broken('桶／日', 'none')).toBe('桶|／|日')
  })
  test('—— and …… may begin a line, but not at the strict level', () => {
    expect(broken('我——你')).toBe('我|——|你')
    expect(broken('我……你')).toBe('我|……|你')
    expect(broken('我——你', 'strict')).toBe('我——|你')
    expect(broken('我……你', 'strict')).toBe('我……|你')
  })
  test('they never begin one after an opening mark', () => expect(broken('“……”')).toBe('“……”'))
})

describe('R36: pairs are never cut, runs only between pairs', () => {
  test.each([
    ['————', '——|——'],
    ['…………', '……|……'],
    ['⋯⋯⋯⋯', '⋯⋯|⋯⋯'],
    ['好？！好', '好？！|好'],
  ])('%s', (text, expected) => expect(broken(text)).toBe(expected))
})

test('two capitals or more belong to the number after a space, a single one does not', () => {
  expect(broken('见GB 9704')).toBe('见|GB 9704')
  expect(broken('见A 3份')).toBe('见|A |3|份')
  // No word's end is such a mark.
  for (const letter of ['a', 'z', '0', '9']) expect(broken(`见${letter}GB 3份`)).toBe(`见|${letter}GB |3|份`)
})

describe('R37, R38: numbers', () => {
  test.each([
    '1,234.5',
    '2026-03-22',
    'GB/T 9704',
    'GB/T 9704—2012',
    '10:30',
    '20%',
    '3.5‰',
    '25℃',
    '-5',
    '＋5',
    '¥100',
    '￥100',
    '100₫',
    '±3',
    '１２３',
    '９％',
    '3/4',
  ])('%s is whole at every level', (text) => {
    for (const level of ['loose', 'normal', 'strict'] as const) expect(broken(text, level)).toBe(text)
  })
})

describe('R41: Latin', () => {
  test('words are whole', () => expect(broken('中国Hadoop集群')).toBe('中|国|Hadoop|集|群'))
  test('a path of folders breaks behind its backslashes, not behind the letter of its drive', () => {
    const path = 'D:\\Users\\office\\2026\\04\\汇总'
    expect(broken(path)).toBe('D:\\|Users\\|office\\|2026\\|04\\|汇|总')
  })
  test('an address breaks after slashes and before points, never inside a name', () => {
    expect(broken('https://www.example.com/path/page')).toBe('https://|www|.example|.com/|path/|page')
  })
})

describe('R42: the untailored algorithm', () => {
  test('knows nothing of Chinese rules', () => {
    expect(breakOpportunities('我……你', { chinese: false })).toEqual([3, 4])
    expect(breakOpportunities('a b', { chinese: false })).toEqual([2, 3])
    expect(breakOpportunities('')).toEqual([])
  })
})

describe('…… beside kana begins no line, before it or after', () => {
  test.each([
    ['国……家', '国|……|家'],
    ['あ……家', 'あ……|家'],
    ['国……あ', '国……|あ'],
    ['ア……家', 'ア……|家'],
  ])('%s', (text, wanted) => expect(broken(text)).toBe(wanted))
})

describe('R39: places better left whole', () => {
  /** Whether a line is only reluctantly ended before the unit at an offset. */
  const reluctant = (text: string, at: number) => chineseBreaks(text, 'normal')[at] === RELUCTANT
  test('the two characters of a spaced name, but not words that a space parts', () => {
    expect(reluctant('张 三，', 2)).toBe(true)
    expect(reluctant('（张 三）', 3)).toBe(true)
    expect(reluctant('主任张 三', 4)).toBe(false)
    expect(reluctant('张 三主任', 2)).toBe(false)
  })
  test('a number and what it counts, 第 and its number, but not a number after any Han', () => {
    expect(reluctant('第12期', 1)).toBe(true)
    expect(reluctant('共12家', 1)).toBe(true)
    expect(reluctant('12家', 2)).toBe(true)
    expect(reluctant('修12家', 1)).toBe(false)
  })
})

describe('signs of one em', () => {
  test('stand like Han: a line may end between them', () => {
    expect(broken('★★☆●■→①')).toBe('★|★|☆|●|■|→|①')
    expect(broken('甲→乙')).toBe('甲|→|乙')
  })

  test('a circled number rather leads than ends a line; signs of a formula stay with it', () => {
    const at = (text: string, offset: number) => chineseBreaks(text, 'normal')[offset]
    expect(at('①国', 1)).toBe(RELUCTANT)
    expect(broken('a≥b')).toBe('a≥b')
    expect(broken('★，甲')).toBe('★，|甲')
  })
})

describe('long names', () => {
  test.each([
    ['docTypeSetterOfPages', [3, 7, 13, 15]],
    ['report_2026_final.docx', [7, 12, 17]],
    ['Standardisation', []],
    ['pH7.35', []],
  ])('%s turns between its parts at the last resort', (name, places) => {
    const breaks = chineseBreaks(`见${name}。`, 'normal')
    const found = [...breaks.keys()].filter((at) => breaks[at] === RELUCTANT).map((at) => at - 1)
    expect(found).toEqual(places)
  })
})
