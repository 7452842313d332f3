import { readFileSync, rmSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type Diagnostic, diagnostic } from '../../src/base/diagnostic.ts'
import { commands } from '../../src/cli/command-table.ts'
import { workOf } from '../../src/cli/command-works.ts'
import { csvOf } from '../../src/cli/csv.ts'
import { diffText } from '../../src/cli/diff-lines.ts'
import { commandHelp, programHelp } from '../../src/cli/help.ts'
import { reportOwnFault } from '../../src/cli/own-fault.ts'
import { setsOf } from '../../src/cli/set-options.ts'
import { textTable } from '../../src/cli/text-table.ts'
import type { Issue } from '../../src/issue/issue.ts'
import { dateExists, dayNumber } from '../../src/issue/language/dates.ts'
import { countCharacters } from '../../src/project/count-characters.ts'
import { cured } from '../../src/project/fix-sources.ts'
import { nextDate } from '../../src/project/next-date.ts'
import { outputPath } from '../../src/project/output-path.ts'
import { yamlText } from '../../src/project/templates/yaml-text.ts'
import { columnsOf } from '../../src/report/display-width.ts'
import { exitCodeOf } from '../../src/report/exit-code.ts'
import { formatReport } from '../../src/report/report.ts'
import { githubReport } from '../../src/report/report-github.ts'
import { placeIn } from '../../src/report/source-places.ts'
import { placeInText } from '../place-in-text.ts'

describe('nextDate', () => {
  const next = (date: string, frequency: Parameters<typeof nextDate>[1]) => {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
    const found = nextDate({ year, month, day }, frequency)
    return found && `${found.year}-${found.month}-${found.day}`
  }
  test.each([
    ['2026-12-28', 'weekly', '2027-1-4'],
    ['2028-02-25', 'weekly', '2028-3-3'],
    ['2026-01-31', 'monthly', '2026-2-28'],
    ['2026-02-28', 'monthly', '2026-3-31'],
    ['2026-12-15', 'monthly', '2027-1-15'],
    ['2026-06-15', 'semimonthly', '2026-6-30'],
    ['2026-06-30', 'semimonthly', '2026-7-15'],
    ['2026-02-15', 'semimonthly', '2026-2-28'],
    ['2026-12-16', 'semimonthly', '2027-1-1'],
    ['2026-06-15', 'irregular', null],
  ] as const)('%s %s → %s', (date, frequency, wanted) => {
    expect(next(date, frequency)).toBe(wanted)
  })

  test('is always a day of the calendar, later, and within five weeks', () => {
    const dates = fc.record({
      year: fc.integer({ min: 1999, max: 2101 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    })
    fc.assert(
      fc.property(
        dates.filter(dateExists),
        fc.constantFrom('weekly', 'semimonthly', 'monthly'),
        (date, frequency) => {
          const found = nextDate(date, frequency)
          expect(found && dateExists(found)).toBe(true)
          const days = found ? dayNumber(found) - dayNumber(date) : 0
          expect(days).toBeGreaterThan(0)
          expect(days).toBeLessThanOrEqual(34)
        },
      ),
    )
  })
})

describe('countCharacters', () => {
  test.each([
    ['会议强调，要落实责任。', 11],
    ['全年受理来电 4452 件', 8],
    ['GDP增长3.5%', 5],
    ['  \n　', 0],
    ['e\u0301', 1],
  ])('%s → %i', (text, count) => {
    expect(countCharacters(text)).toBe(count)
  })
})

describe('csvOf', () => {
  test('quotes what must be quoted; no text begins a formula', () => {
    expect(
      csvOf([
        ['a,b', 'c"d', -3],
        ['=1', '+1', '@x', '-x', '\tx', ' y'],
      ]),
    ).toBe('\ufeff"a,b","c""d",-3\r\n\'=1,\'+1,\'@x,\'-x,"\'\tx"," y"\r\n')
  })

  test('any text comes back, but for the sign before a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = csvOf([[text]]).slice(1, -2)
        const read = cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell
        expect(read.replace(/^'(?=\s*[=+\-@\t\r＝＋－＠])/, '')).toBe(text)
      }),
    )
  })
})

describe('diffText', () => {
  test('shows the lines that are written anew, put in or taken out, and no others', () => {
    const before = '一\n二\n三\n四\n五\n六\n'
    expect(diffText('a.yaml', before, before.replace('三', '3').replace('六', '6'), false)).toBe(
      'a.yaml\n3 - 三\n  + 3\n6 - 六\n  + 6\n',
    )
    expect(diffText('a.yaml', before, before.replace('三\n', '三\n又\n'), false)).toBe('a.yaml\n  + 又\n')
    expect(diffText('a.yaml', before, before.replace('六\n', ''), false)).toBe('a.yaml\n6 - 六\n')
    expect(diffText('a.yaml', before, before, false)).toBe('')
  })

  test('what is neither taken out nor put in stands in both texts, in its order', () => {
    const lines = fc.array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const rows = diffText('f', one.join('\n'), other.join('\n'), false).split('\n').slice(1, -1)
        const texts = (sign: string) =>
          rows.flatMap((row) => new RegExp(`^ *\\d* [${sign}] (.*)$`).exec(row)?.[1] ?? [])
        const numbers = rows.flatMap((row) => /^ *(\d+) -/.exec(row)?.[1] ?? []).map(Number)
        expect(numbers.map((line) => one[line - 1])).toEqual(texts('-'))
        const kept = one.filter((_, at) => !numbers.includes(at + 1))
        expect([...kept, ...texts('+')].sort()).toEqual([...other].sort())
        expect(rows.length === 0).toBe(one.join() === other.join())
      }),
    )
  })
})

describe('cured', () => {
  const source = { file: 'a.yaml', text: 'title：甲\n标点,错' }
  const at = (
    from: number,
    to: number,
    replacement: string,
    code: Diagnostic['code'] = 'W-HALF-WIDTH',
  ): Diagnostic => diagnostic(code, { file: 'a.yaml', from, to }, {}, { replacement })
  const cure = (...found: Diagnostic[]) =>
    cured(found, new Map([['a.yaml', source]])).sources.get('a.yaml')?.text

  test('puts replacements in, whatever their order', () => {
    expect(cure(at(10, 11, '，'), at(5, 6, ': '))).toBe('title: 甲\n标点，错')
  })

  test('of two that overlap only the first; none for what was only guessed', () => {
    expect(cure(at(0, 7, 'title: 甲'), at(5, 6, '!'))).toBe('title: 甲\n标点,错')
    const { replacement, ...one } = at(0, 5, 'titel', 'E-UNKNOWN')
    expect(cure({ ...one, guess: String(replacement) })).toBeUndefined()
  })

  test('in place of more than what was pointed at', () => {
    const whole = { file: 'a.yaml', from: 0, to: 7 }
    const one = { ...at(5, 6, '“全换”'), replaces: whole }
    expect(cure(one)).toBe('“全换”\n标点,错')
  })
})

describe('exitCodeOf', () => {
  const of = (code: Diagnostic['code']) => diagnostic(code, null)
  test('--strict looks only at wishes of layout; fail_on only at findings', () => {
    expect(exitCodeOf([of('W-PAGES-OVER')])).toBe(0)
    expect(exitCodeOf([of('W-PAGES-OVER')], { strict: true })).toBe(4)
    expect(exitCodeOf([of('W-HASH')], { strict: true })).toBe(0)
    expect(exitCodeOf([of('W-TYPO')], { failOn: 'warning' })).toBe(1)
    expect(exitCodeOf([of('W-HASH')], { failOn: 'warning' })).toBe(0)
    const raised: Diagnostic = { ...of('W-TYPO'), severity: 'error' }
    expect(exitCodeOf([raised])).toBe(1)
    expect(exitCodeOf([raised], { failOn: 'never' })).toBe(0)
    expect(exitCodeOf([of('E-PATH'), of('E-UNKNOWN')], { failOn: 'never' })).toBe(6)
  })
})

describe('outputPath', () => {
  const issue = (name: string, more: Partial<Issue> = {}, dir = 'output') =>
    ({
      publication: { name: '城南/简报:一', span: { file: '', from: 0, to: 0 }, output: { dir, name } },
      date: { year: 2026, month: 7, day: 5 },
      number: 3,
      total: null,
      supplement: false,
      title: '',
      ...more,
    }) as Issue
  const path = (...args: Parameters<typeof issue>) => outputPath('/project', issue(...args), 'pdf').value

  test('fills the pattern; a name never leaves its folder', () => {
    expect(path('{name}-{yyyy}-{nn}')).toBe('/project/output/城南_简报_一-2026-03.pdf')
    expect(path('{date}（总第{total}期）')).toBe('/project/output/2026-07-05.pdf')
    expect(path('../../x')).toBe('/project/output/__.._x.pdf')
    expect(path('')).toBe('/project/output/简报.pdf')
    const outside = outputPath('/project', issue('a', {}, '../..'), 'pdf')
    expect(outside).toMatchObject({ value: null, diagnostics: [{ code: 'E-OUTPUT-OUTSIDE' }] })
  })

  test('another product has its kind in the name, unless the pattern says it', () => {
    expect(outputPath('/project', issue('a'), 'print').value).toBe('/project/output/a-print.pdf')
    expect(outputPath('/project', issue('{kind}/a'), 'print').value).toBe('/project/output/print_a.pdf')
  })
})

describe('report', () => {
  test('signs of the source cannot steer the terminal', () => {
    const text = 'title: a\u001b[31mb\u202ec'
    const one = diagnostic(
      'E-UNKNOWN',
      { file: 'a', from: 7, to: 9 },
      { key: 'x\u001b]0;y\u0007', askZh: '', askEn: '' },
    )
    const report = formatReport([one], new Map([['a', { file: 'a', text }]]), {
      language: 'en',
      colour: false,
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(report).not.toMatch(/[\u001b\u0007\u202e]/)
  })

  test('GitHub’s commands keep to one line, whatever the message says', () => {
    const one = diagnostic(
      'E-UNKNOWN',
      { file: 'a,b:c', from: 0, to: 1 },
      { key: '100%\n::set', askZh: '', askEn: '' },
    )
    expect(githubReport([one], new Map(), 'en')).toBe(
      '::error file=a%2Cb%3Ac,title=E-UNKNOWN::there is no key “100%25%0A::set”\n',
    )
  })

  test('places are those of the slow way', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '字', '\n', '\r') }), fc.nat(30), (text, offset) => {
        const at = Math.min(offset, text.length)
        // Between CR and LF no diagnostic stands.
        fc.pre(!(text[at - 1] === '\r' && text[at] === '\n'))
        expect(placeIn({ file: 'a', text }, at)).toEqual(placeInText(text, at))
      }),
    )
  })
})

describe('a fault of our own', () => {
  test('is said in a sentence, the stack goes into a report, and the exit code is 70', () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    try {
      expect(reportOwnFault(new Error('no such face'), 'en')).toBe(70)
      const said = write.mock.calls.map(([text]) => String(text)).join('')
      expect(said).toContain('jianbao itself failed: no such face')
      expect(said).not.toMatch(/\n {4}at /)
      const file = /Details are in (\S+);/.exec(said)?.[1] ?? ''
      expect(readFileSync(file, 'utf8')).toMatch(/Error: no such face\n {4}at /)
      rmSync(file)
    } finally {
      write.mockRestore()
    }
  })
})

describe('tables and help', () => {
  test('columns stand in line by East Asian width', () => {
    const table = textTable(
      [{ title: '单位' }, { title: 'n', align: 'right' }],
      [
        ['甲公司', '1'],
        ['a', '20'],
      ],
    )
    expect(table.split('\n').slice(0, 4).map(columnsOf)).toEqual([10, 10, 10, 10])
  })

  test('no help line is wider than a terminal of 100 columns', () => {
    const pages = [
      programHelp('zh'),
      programHelp('en'),
      ...commands.flatMap((one) => [commandHelp(one, 'zh'), commandHelp(one, 'en')]),
    ]
    for (const line of pages.flatMap((page) => page.split('\n')))
      expect(columnsOf(line), line).toBeLessThanOrEqual(100)
  })
})

describe('small readers', () => {
  test('--set', () => {
    expect(setsOf(['page.columns=3', '报头.样式 = plain', 'a=b=c']).value).toEqual([
      { key: 'page.columns', value: '3' },
      { key: '报头.样式', value: 'plain' },
      { key: 'a', value: 'b=c' },
    ])
    expect(setsOf(['=x'])).toMatchObject({ value: null, diagnostics: [{ code: 'E-OPTION-SET' }] })
  })

  test('texts of templates are the same when YAML reads them', async () => {
    const { readYaml } = await import('../../src/issue/yaml/read-yaml.ts')
    const { defaultLimits } = await import('../../src/issue/limits.ts')
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('甲', 'a', ':', ' ', '#', '"', "'", '-', '1', '&', '*', '{', ',', '\\'),
        }),
        (name) => {
          const plain = name.replace(/\s+/g, ' ').trim()
          fc.pre(plain !== '')
          const { value } = readYaml({ file: 'a', text: `k: ${yamlText(name)}\n` }, defaultLimits, true)
          const found = value?.kind === 'map' ? value.entries[0]?.value : undefined
          expect(found?.kind === 'text' ? found.text.text : found).toBe(plain)
        },
      ),
    )
  })
})

describe('the table of commands', () => {
  test.each(commands.map(({ name }) => name))('names %s, which has its work', async (name) => {
    expect((await workOf(name)).run).toBeTypeOf('function')
  })
})
