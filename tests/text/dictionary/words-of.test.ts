import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsIn } from '../../../src/text/dictionary/words-in.ts'

const cut = (text: string) =>
  wordsIn(text)
    .map((one) => one.text)
    .join('|')

describe('Chinese', () => {
  test.each([
    '研究|生命|起源',
    '各|部门|联合|开展|检查',
    '发展|中|国家|经贸|代表团|来访',
    '市|长江|大桥|通车',
    '和|服务|群众|结合|起来',
    '旧|仓库|里|长出|新业态',
    '把|论文|写在|大地|上',
    '国资委|主任|到|水厂|调研',
    '坚持|实事求是|的|作风',
    '召开|工作|会议',
    '副区长|检查|污水|处理厂',
    '碳达峰|碳中和|工作',
    '贯彻|三中全会|精神',
    '赋能|实体|经济',
  ])('%s', (words) => {
    expect(cut(words.replaceAll('|', ''))).toBe(words)
  })

  test('what is in no list comes apart', () => {
    expect(cut('云汀区')).toBe('云|汀|区')
    expect(cut('龘靐齉')).toBe('龘|靐|齉')
  })

  test.each([
    '第十二|届|运动会',
    '十五五|规划',
    '一千二百|台|电梯',
    '三百余|户|居民',
    '二十多|年',
    '第三|方',
    '统一|规划',
    '五一|多彩|活动',
    '二〇二六|年',
  ])('numerals: %s', (words) => {
    expect(cut(words.replaceAll('|', ''))).toBe(words)
  })

  test.each([
    ['召开', 'predicate'],
    ['启动', 'verb'],
    ['检查', 'verbal'],
    ['管网', 'noun'],
    ['老旧', 'adjective'],
    ['全力', 'adverb'],
    ['夜间', 'time'],
    ['三十', 'number'],
    ['未雨绸缪', 'phrase'],
    ['赴', 'verb'],
    ['2026', 'number'],
    ['PDF', 'noun'],
    ['，', 'mark'],
    ['龘', 'noun'],
  ])('%s is a %s', (text, name) => {
    expect(wordsIn(text)).toEqual([{ text, from: 0, class: name }])
  })

  test('every word has the class that the project has given it', () => {
    const file = resolve(import.meta.dirname, '../../../scripts/words/classes.txt')
    const wrong = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => {
        const [name, ...words] = line.split(' ')
        return words.filter((text) => wordsIn(text)[0]?.class !== name)
      })
    expect(wrong).toEqual([])
  })

  test('every word that the project has added is one word', () => {
    const file = resolve(import.meta.dirname, '../../../scripts/words/additions.txt')
    const lines = readFileSync(file, 'utf8').split('\n')
    const words = lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => line.split(' '))
    expect(words.length).toBeGreaterThan(500)
    expect(words.filter((one) => cut(one) !== one)).toEqual([])
  })
})

describe('other text', () => {
  test.each([
    '增长|12.5|%|，|达|1,200.5|万|元',
    '“|十四五|”|—|—|新|起点',
    '5G|基站| |3|个',
    ' | |　|供水',
    'C|+|+|与|don’t|、|A_b|、|www.example.org',
    '3D|打印|，|e|-|mail',
    '2026|.|“|节水|”|.',
    '１２３|台|Ａ|座',
    'コンサート|会场',
    'café|开业|Москва',
    '10|℃|以下',
    '💧|节水',
  ])('%s', (words) => {
    expect(cut(words.replaceAll('|', ''))).toBe(words)
  })

  test('characters of two units, accents and variation selectors stay whole', () => {
    expect(cut('𠮷野家')).toBe('𠮷|野|家')
    expect(cut('e\u0301tude节水')).toBe('e\u0301tude|节水')
    expect(cut('葛\u{e0100}洲坝')).toBe('葛\u{e0100}|洲|坝')
    expect(cut('葛\u{e0100}\u{e0101}A')).toBe('葛\u{e0100}\u{e0101}|A')
    expect(cut('\ud842\ud842吉')).toBe('\ud842|\ud842|吉')
  })

  test('nothing has no words', () => expect(wordsIn('')).toEqual([]))

  test('offsets are in UTF-16 units', () => {
    expect(wordsIn('𠮷林节水')).toEqual([
      { text: '𠮷', from: 0, class: 'noun' },
      { text: '林', from: 2, class: 'noun' },
      { text: '节水', from: 3, class: 'verbal' },
    ])
  })
})

const mixed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'国家安全生产第一二十百余多 5.,A’“”—。𠮷\u0301\u{e0100}\ud842') }),
)

test('the words join to the text, each where it says, and no pair is parted', () => {
  fc.assert(
    fc.property(mixed, (text) => {
      const words = wordsIn(text)
      let from = 0
      for (const word of words) {
        expect(word.from).toBe(from)
        expect(word.text).not.toBe('')
        from += word.text.length
      }
      expect(words.map((one) => one.text).join('')).toBe(text)
      const characters = new Set<number>([0])
      let at = 0
      for (const one of text) {
        at += one.length
        characters.add(at)
      }
      expect(words.every((one) => characters.has(one.from))).toBe(true)
    }),
  )
})

test('a very long run is cut in one pass', () => {
  expect(wordsIn('一'.repeat(100_000)).length).toBe(1)
  expect(wordsIn('国家'.repeat(50_000)).length).toBe(50_000)
})
