import { expect, test, vi } from 'vitest'
import type * as BuiltIn from '../../src/design/built-in-designs.ts'
import type { Design } from '../../src/design/design.ts'
import { jsonSchema } from '../../src/issue/json-schema.ts'
import { designDefaults, lookDefaults } from '../../src/issue/settings/design-defaults.ts'
import { articleText, PUBLICATION, reading } from '../issue/reading.ts'

/** What the file of a further design would hold. */
const { fourth } = vi.hoisted(() => ({ fourth: { current: null as Design | null } }))

vi.mock('../../src/design/built-in-designs.ts', async (original) => {
  const real = await original<typeof BuiltIn>()
  const { twoColumn } = await import('../../src/design/two-column.ts')
  fourth.current = {
    ...twoColumn,
    name: 'gazette',
    zh: '公报',
    page: { ...twoColumn.page, columns: 3 },
    rows: { ...twoColumn.rows, section: 3 },
    looks: { ...twoColumn.looks, section: { ...twoColumn.looks.section, ornament: 'sides' } },
  }
  const builtInDesigns = [...real.builtInDesigns, fourth.current]
  const builtInDesign = (name: string) => builtInDesigns.find((one) => one.name === name || one.zh === name)
  return { builtInDesigns, builtInDesign }
})

test.each(['gazette', '公报'])('a design in the list can be named at once: %s', (name) => {
  const { issue } = reading(articleText('正文。'), `${PUBLICATION}design: ${name}\npage: { columns: 2 }\n`)
  const { design } = issue.publication
  expect(design.name).toBe('gazette')
  expect(design.looks.section.ornament).toBe('sides')
  expect(design.rows.section).toBe(3)
  expect(design.page.columns).toBe(2)
})

test('schemas offer it and tell its defaults', () => {
  expect(JSON.stringify(jsonSchema('publication', 'zh'))).toContain('公报 3')
  expect(JSON.stringify(jsonSchema('design', 'en'))).toContain('"gazette"')
  expect(designDefaults().gazette?.['page.columns']).toBe(3)
  expect(lookDefaults().gazette?.['section.ornament']).toBe('sides')
})
