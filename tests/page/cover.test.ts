import { describe, expect, test } from 'vitest'
import type { Assets } from '../../src/assets/image.ts'
import type { GlyphRun, Image } from '../../src/display/display-list.ts'
import { typeset } from '../../src/typeset.ts'
import { builtInLibrary } from '../assets/built-in.ts'
import { PUBLICATION, reading } from '../issue/reading.ts'

const fonts = await builtInLibrary()
const images = new Map([
  ['issues/河.jpg', { key: 'issues/河.jpg', width: 3000, height: 2000 }],
]) as unknown as Assets['images']
const LINE = 16.5
/** Foot of the type area: 22 mm above that of A4. */
const FOOT = ((297 - 22) * 72) / 25.4

/** The same of B5. */
const FOOT_B5 = ((250 - 22) * 72) / 25.4

function set(head: string, articles = 3, publication = PUBLICATION, more = '') {
  const titles = Array.from(
    { length: articles },
    (_, index) => `    - { title: 检修第${index + 1}段, body: 登记问题。 }`,
  )
  const { issue } = reading(
    `date: 2024-01-15\n${head}\nsections:\n  动态:\n${titles.join('\n')}\n${more}`,
    publication,
  )
  const { value } = typeset(issue, { fonts, images })
  return value.pages.map(({ items }) => ({
    text: items
      .filter((one): one is GlyphRun => one.kind === 'glyphs')
      .map(({ texts }) => texts.join(''))
      .join('|'),
    image: items.find((one): one is Image => one.kind === 'image'),
    rows: items
      .filter((one): one is GlyphRun => one.kind === 'glyphs' && one.node !== null)
      .map(({ y }) => y),
  }))
}

describe('封面', () => {
  test('page 1 has masthead, picture and contents, and the text begins on page 2', () => {
    const pages = set('cover: 河.jpg')
    expect(pages).toHaveLength(2)
    expect(pages[0]?.image).toMatchObject({ image: 'issues/河.jpg' })
    expect(pages[0]?.text).toContain('本期导读')
    expect(pages[0]?.text).not.toContain('登记问题')
    expect(pages[1]?.text).toContain('登记问题')
    expect(pages[1]?.image).toBeUndefined()
  })

  test.each([1, 3, 8, 15, 24])('the picture takes what masthead and %i contents leave', (articles) => {
    const [first] = set('cover: 河.jpg', articles)
    const { y = 0, height = 0 } = first?.image ?? {}
    const last = Math.max(...(first?.rows ?? []))
    expect(y + height).toBeLessThan(last)
    // The contents end with a line of air.
    expect(FOOT - last).toBeLessThan(3 * LINE)
    expect(height).toBeGreaterThan(6 * LINE)
  })

  test('without contents it fills the page', () => {
    const [first] = set('cover: { src: 河.jpg, caption: 清晨 }\ncontents: false')
    expect(first?.text).not.toContain('本期导读')
    expect(FOOT - Math.max(...(first?.rows ?? []))).toBeLessThan(LINE)
  })

  test('stands between masthead and contents in one column too', () => {
    const [first] = set('cover: 河.jpg', 3, `${PUBLICATION}design: classic\n`)
    expect(first?.image?.y).toBeLessThan(Math.max(...(first?.rows ?? [])))
    expect(first?.text).toContain('本期导读')
  })

  test('on a low page the contents have two columns rather than go over, or go over whole', () => {
    const classic = `${PUBLICATION}design: classic\n`
    const lefts = (articles: number) => {
      const [first, second] = set('cover: 河.jpg', articles, classic)
      return [first, second].map((page) => (page?.text.match(/检修第/g) ?? []).length)
    }
    expect(lefts(9)).toEqual([9, expect.any(Number)])
    expect(lefts(16)[0]).toBe(16)
    // Where there is no room at all, the picture fills its page, and all of them are on the next.
    const [first, second] = set('cover: 河.jpg', 40, classic)
    expect(first?.text).not.toContain('本期导读')
    expect(first?.image?.height).toBeGreaterThan(300)
    expect(second?.text).toContain('本期导读')
  })

  test.each([
    ['an ear of two lines', 'ear: 今日大雨，值班电话0000-0000001，昼夜有人接听；积水、倒树随时来电\n', 3],
    ['entries of one line and of four', '', 2],
  ])('what cannot be divided in columns is counted whole: %s', (_, ear, articles) => {
    const long = `    - { title: ${'检修北段|检修中段|检修南段|检修支段'}, body: 登记问题。 }\n`
    const pages = set(
      `cover: 河.jpg\n${ear}`,
      articles,
      `${PUBLICATION}page: { columns: 3, size: B5 }\n`,
      ear === '' ? long : '',
    )
    expect(pages).toHaveLength(2)
    const [first, second] = pages
    expect(first?.text).toMatch(/本期导读.*检修第1段/)
    expect(second?.text).not.toContain('本期导读')
    // The box ends at the page's foot, and is no mere strip of its ground.
    expect(FOOT_B5 - Math.max(...(first?.rows ?? []))).toBeLessThan(4 * LINE)
  })

  test('below boxes that went over to the next page the text begins', () => {
    const [first, second] = set('cover: 河.jpg', 20, `${PUBLICATION}design: classic\npage: { size: B5 }\n`)
    expect(first?.text).not.toContain('本期导读')
    expect(second?.text).toMatch(/本期导读.*登记问题/)
  })

  test('it is read before the note of the issue, and both before the first section', () => {
    const { issue } = reading(
      'date: 2024-01-15\ncover: { src: 河.jpg, caption: 清晨 }\nnote: 按。\nsections: { 动态: [{ title: 甲, body: 乙 }] }\n',
      PUBLICATION,
    )
    const { structure } = typeset(issue, { fonts, images }).value
    const top = structure
      .filter((node) => structure[node.parent]?.role === 'Document')
      .map((node) => node.role)
    expect(top.slice(top.indexOf('Figure'))).toEqual(['Figure', 'Caption', 'Note', 'Sect'])
  })
})
