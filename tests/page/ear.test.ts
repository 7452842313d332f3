import { describe, expect, test } from 'vitest'
import type { Assets } from '../../src/assets/image.ts'
import type { GlyphRun, Image, Path } from '../../src/display/display-list.ts'
import { typeset } from '../../src/typeset.ts'
import { PUBLICATION, reading } from '../issue/reading.ts'
import { fakeFonts } from './fake-fonts.ts'

const images = new Map([
  ['头.png', { key: '头.png', width: 3000, height: 750 }],
]) as unknown as Assets['images']
const PICTURE = `${PUBLICATION}masthead: { style: image, image: 头.png }\n`

function set(ear: string, publication = PICTURE) {
  const head = `date: 2024-01-15\near: ${ear}\n`
  const { issue, diagnostics } = reading(
    `${head}sections:\n  动态:\n    - { title: 检修, body: 登记问题。 }\n`,
    publication,
  )
  const { value } = typeset(issue, { fonts: fakeFonts, images })
  const items = value.pages[0]?.items ?? []
  const image = items.find((one): one is Image => one.kind === 'image')
  const runs = items.filter((one): one is GlyphRun => one.kind === 'glyphs')
  const at = (text: string) => runs.find(({ texts }) => texts.join('').includes(text)) as GlyphRun
  const frames = items.filter((one): one is Path => one.kind === 'path' && one.stroke !== null)
  return { image, at, frames, value, codes: diagnostics.map(({ code }) => code) }
}

const ysOf = ({ commands }: Path) =>
  commands.flatMap(([, ...numbers]) => numbers.filter((_, at) => at % 2 === 1))
const xsOf = ({ commands }: Path) =>
  commands.flatMap(([, ...numbers]) => numbers.filter((_, at) => at % 2 === 0))

describe('报眼', () => {
  test('stands in a box to the right of a picture masthead, as tall as the picture', () => {
    const { image, at, frames, codes } = set('昼夜有人接听')
    const right = (image?.x as number) + (image?.width as number)
    const [frame] = frames as [Path]
    expect(Math.min(...xsOf(frame))).toBeGreaterThan(right)
    expect(at('昼夜').xs[0]).toBeGreaterThan(Math.min(...xsOf(frame)))
    expect([Math.min(...ysOf(frame)), Math.max(...ysOf(frame))].map(Math.round)).toEqual(
      [image?.y as number, (image?.y as number) + (image?.height as number)].map(Math.round),
    )
    expect(codes).toEqual([])
  })

  test('with more words the box is the taller, and the picture in its middle', () => {
    const { image, frames } = set(`{ title: 值班, text: ${'昼夜有人接听。'.repeat(12)} }`)
    const [frame] = frames as [Path]
    const [top, foot] = [Math.min(...ysOf(frame)), Math.max(...ysOf(frame))]
    expect(foot - top).toBeGreaterThan((image?.height as number) + 20)
    expect((top + foot) / 2).toBeCloseTo((image?.y as number) + (image?.height as number) / 2, 1)
  })

  test('nothing of the line below is under the box', () => {
    const { at, frames } = set(`{ title: 值班, text: ${'昼夜有人接听。'.repeat(12)} }`)
    expect(at('2024年1月').y - 12).toBeGreaterThan(Math.max(...ysOf(frames[0] as Path)))
  })

  test('with very many words, or another masthead, it stands across the page below', () => {
    for (const one of [set('昼夜有人接听。'.repeat(60)), set('昼夜有人接听', PUBLICATION)]) {
      expect(one.at('昼夜').xs[0]).toBeLessThan(120)
      expect(one.at('昼夜').y).toBeGreaterThan(one.at('2024年1月').y)
      expect(one.at('昼夜').y).toBeLessThan(one.at('检修').y)
    }
  })

  test('is read after the masthead, its title as a paragraph', () => {
    const { value } = set('{ title: 值班, text: 接听 }')
    const roles = value.structure.map(({ role }) => role)
    const div = roles.indexOf('Div')
    expect(roles.slice(div, div + 3)).toEqual(['Div', 'P', 'P'])
    expect(div).toBeLessThan(roles.indexOf('Sect'))
  })
})
