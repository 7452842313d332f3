import { expect, test } from 'vitest'
import { commands, PRODUCT_NAMES, PRODUCTS } from '../../src/cli/command-table.ts'
import { valueFault } from '../../src/cli/usage.ts'

const build = commands.find((one) => one.name === 'build') as (typeof commands)[number]
const faultOf = (make: string) => valueFault(build, [], { make })

test('products are taken by their Chinese names, one or several', () => {
  for (const name of Object.keys(PRODUCT_NAMES)) expect([name, faultOf(name)]).toEqual([name, null])
  expect(faultOf('印刷版，校样、pdf')).toBeNull()
  expect(new Set(Object.values(PRODUCT_NAMES))).toEqual(new Set(PRODUCTS))
})

test('a name that is none is refused with those there are', () => {
  expect(faultOf('印刷版,传单')).toMatchObject({ code: 'E-OPTION-VALUE', values: { value: '传单' } })
})
