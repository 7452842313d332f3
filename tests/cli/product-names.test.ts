import { expect, test } from 'vitest'
import { commands, PRODUCT_NAMES, PRODUCTS, productNamed } from '../../src/cli/command-table.ts'
import { dateOption } from '../../src/cli/date-option.ts'
import { setsOf } from '../../src/cli/set-options.ts'
import { usageFault, valueFault } from '../../src/cli/usage.ts'

const build = commands.find((one) => one.name === 'build')!
const faultOf = (make: string) => valueFault(build, [], { make })
const askOf = (options: Record<string, string>) => valueFault(build, [], options)?.values.askZh

test('products are asked for by what publication.yaml and people call them', () => {
  for (const name of Object.keys(PRODUCT_NAMES)) expect([name, faultOf(name)]).toEqual([name, null])
  expect(faultOf('印刷版，校样、pdf')).toBeNull()
  expect(new Set(Object.values(PRODUCT_NAMES))).toEqual(new Set(PRODUCTS))
})

test('in whatever letters, with whatever marks between', () => {
  for (const make of ['PDF', 'Word', 'pdf；校样', '印刷 、 存档'])
    expect([make, faultOf(make)]).toEqual([make, null])
  expect(['PDF', ' Word ', '清样', '书册'].map(productNamed)).toEqual(['pdf', 'docx', 'proof', 'booklet'])
})

test('what is none is told with the names of all', () => {
  expect(faultOf('印刷版,传单')).toMatchObject({ code: 'E-OPTION-VALUE', values: { value: '传单' } })
  expect(askOf({ make: '网页' })).toContain('校样（proof）')
  expect(askOf({ lang: '中文' })).toBe('，是不是“zh”？')
  expect(askOf({ lang: 'cn' })).toBe('，是不是“zh”？')
  expect(askOf({ lang: 'fr' })).toBe('，可以是：zh、en')
})

test.each([
  ['检查', 'check'],
  ['排版', 'build'],
  ['下一期', 'new'],
  ['预览', 'preview'],
  ['帮助', '--help'],
  ['open', 'preview'],
  ['bulid', 'build'],
])('the command %s is %s', (word, command) => {
  expect(usageFault('commander.unknownCommand', `error: unknown command '${word}'`, null).values.askZh).toBe(
    `，是不是“${command}”？`,
  )
})

test('an option that is a setting is offered as one', () => {
  const asked = (word: string) => usageFault('commander.unknownOption', `'${word}'`, build).values.askZh
  expect(asked('--pages')).toBe('，是不是“--set pages=8”？')
  expect(asked('--outputt')).toBe('，是不是“--output”？')
})

test.each([
  ['—watch', '--watch'],
  ['－－watch', '--watch'],
  ['–open', '--open'],
  ['－o', '-o'],
  ['—pages=4', '--set pages=8'],
])('the option %s, its hyphens a dash, is %s', (word, option) => {
  const fault = valueFault(build, [word, 'a'], {})
  expect([fault?.code, fault?.values.askZh]).toEqual(['E-OPTION', `，是不是“${option}”？`])
  expect(valueFault(build, ['－2026.yaml', '-'], {})).toBeNull()
})

test('a day of another shape is offered', () => {
  const told = (word: string) => dateOption('new', word).diagnostics.map((one) => one.values.askZh)
  expect([told('20260815'), told('二〇二六年八月十五日'), told('下月')]).toEqual([
    ['，是不是“2026-08-15”？'],
    ['，是不是“2026-08-15”？'],
    [''],
  ])
})

test('a setting of the command line may have the colon of the files', () => {
  expect(setsOf(['页数：4', 'a.b=1:2']).value).toEqual([
    { key: '页数', value: '4' },
    { key: 'a.b', value: '1:2' },
  ])
})
