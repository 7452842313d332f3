import { describe, expect, test } from 'vitest'
import { builtInDesigns } from '../../src/design/built-in-designs.ts'
import { jsonSchema } from '../../src/issue/json-schema.ts'
import { designDefaults } from '../../src/issue/settings/design-defaults.ts'
import { articleText, nested, PUBLICATION, reading } from './reading.ts'

/** Numbers to a twentieth of a point: lengths are written in hundredths of a millimetre. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 20) / 20
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]))
}

function designOf(settings: string) {
  return reading(articleText('正文。'), PUBLICATION + settings).issue.publication.design
}

const NAMES = builtInDesigns.map((design) => design.name)

describe('the defaults that schemas tell', () => {
  test.each(NAMES)('written out they change nothing: %s', (design) => {
    const keys = Object.entries(nested(designDefaults()[design] ?? {}))
    const written = keys.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')
    expect(rounded(designOf(`design: ${design}\n${written}`))).toEqual(
      rounded(designOf(`design: ${design}\n`)),
    )
  })

  test.each(NAMES)('written out they change no picture: %s', (design) => {
    const keys = Object.entries(nested(designDefaults()[design] ?? {}))
    const written = keys.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')
    const pictures = (settings: string) => {
      const text = `${articleText('正文。')}      images: [a.jpg, { placeholder: 待补 }]\n`
      const { issue } = reading(text, `${PUBLICATION}design: ${design}\n${settings}`)
      return issue.sections[0]?.articles[0]?.pictures
    }
    expect(pictures(written)).toEqual(pictures(''))
  })

  test.each(['zh', 'en'] as const)('are the design’s own where they differ, in %s', (language) => {
    const { definitions } = jsonSchema('publication', language) as {
      definitions: Record<string, { properties: Record<string, Record<string, unknown>> }>
    }
    const key = (map: string, en: string, zh: string) =>
      definitions[map]?.properties[language === 'zh' ? zh : en]
    expect(key('page', 'columns', '栏数')).not.toHaveProperty('default')
    expect(key('page', 'columns', '栏数')?.description).toMatch(/ 2.* 1.* 1/)
    expect(key('masthead', 'height', '高度')?.description).toMatch(/62mm.*62mm.*95mm/)
    expect(key('page', 'size', '纸张')?.default).toBe('A4')
    expect(key('type', 'headline', '标题')?.description).toMatch(/黑体.*小标宋/)
    expect(key('images', 'quality', '质量')?.default).toBe(82)
  })
})
