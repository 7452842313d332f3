import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DisplayPage, Path } from '../../src/display/display-list.ts'
import { galleryRows } from '../../src/page/blocks/gallery.ts'
import { typeset } from '../../src/typeset.ts'
import { builtInLibrary } from '../assets/built-in.ts'
import { articleText, PUBLICATION, reading } from '../issue/reading.ts'
import { someOf } from '../mode.ts'

const fonts = await builtInLibrary()
const LONG = Array.from({ length: 12 }, () => '本月各科室按照年度计划推进重点工作。'.repeat(4)).join('\n\n')

function pagesOf(images: string) {
  const { issue } = reading(articleText(LONG, `      images:\n        - ${images}\n`))
  return typeset(issue, { fonts, images: new Map() }).value
}

/** The boxes of placeholders on a page, from the top left. */
function boxesOn(page: DisplayPage) {
  return page.items
    .filter((one): one is Path => one.kind === 'path' && one.node !== null)
    .map(({ commands }) => {
      const [[, left = 0, top = 0] = ['M'], , [, right = 0, bottom = 0] = ['L']] = commands as [
        string,
        number,
        number,
      ][]
      return { left, top, right, bottom }
    })
}

const places = (ratios: readonly string[]) =>
  ratios.map((ratio) => `{ placeholder: 图, ratio: "${ratio}" }`).join(', ')

describe('图组', () => {
  test('among the lines of a wide column three stand in one row, else below a larger one', () => {
    const three = ['3:2', '4:3', '3:2'] as const
    const rows = (more: string, design = '') => {
      const text = articleText(LONG, `      images:\n        - { gallery: [${places(three)}]${more} }\n`)
      const { pages } = typeset(reading(text, PUBLICATION + design).issue, { fonts, images: new Map() }).value
      const page = pages.find((one) => boxesOn(one).length > 0) as DisplayPage
      return rowsOf(boxesOn(page)).map((row) => row.length)
    }
    for (const design of ['classic', 'official']) {
      const line = `design: ${design}\n`
      expect(rows(', fit: column', line)).toEqual([3])
      expect(rows(', fit: page', line)).toEqual([1, 2])
    }
    expect(rows(', fit: column')).toEqual([1, 2])
  })

  test.each([
    ['three', ['3:2', '4:3', '3:2'], [1, 2]],
    ['four', ['3:2', '3:2', '3:2', '3:2'], [2, 2]],
    ['nine', Array.from({ length: 9 }, () => '3:2'), [3, 3, 3]],
  ])('rows that fill the width, none wider, edges level: %s', (_, ratios, sizes) => {
    const { pages } = pagesOf(`{ gallery: [${places(ratios)}], caption: 总的说明 }`)
    const page = pages.find((one) => boxesOn(one).length > 0) as DisplayPage
    const boxes = boxesOn(page)
    expect(boxes).toHaveLength(ratios.length)
    const rows = rowsOf(boxes)
    expect(rows.map((row) => row.length)).toEqual(sizes)
    for (const row of rows) {
      expect(row[0]?.left).toBeCloseTo(boxes[0]?.left as number, 0)
      expect(row.at(-1)?.right).toBeCloseTo(boxes[(sizes[0] as number) - 1]?.right as number, 0)
      for (const one of row) expect(one.bottom).toBeCloseTo(row[0]?.bottom as number, 4)
    }
    const text = page.items.flatMap((one) => (one.kind === 'glyphs' ? one.texts : [])).join('')
    expect(text).toContain('总的说明')
  })

  test('in their order, every picture once, whatever their shapes', () => {
    const ratio = fc.double({ min: 0.3, max: 3, noNaN: true })
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1, maxLength: 9 }), fc.constantFrom(2, 3), (ratios, inRow) => {
        const pictures = ratios.map((one, at) => ({ ratio: one, at }))
        const rows = galleryRows(pictures, { width: 480, gap: 10, inRow })
        expect(rows.flat()).toEqual(pictures)
        expect(rows.every((row) => row.length > 0)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test.each([10, 30, 200])('of %i pictures rows are found as soon, and look alike', (count) => {
    const pictures = Array.from({ length: count }, (_, at) => ({ ratio: 1.5, at }))
    const rows = galleryRows(pictures, { width: 480, gap: 10, inRow: 3 })
    expect(rows.flat()).toEqual(pictures)
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(4)
    expect(Math.min(...rows.map((row) => row.length))).toBeGreaterThan(1)
  })

  test.each(someOf([12, 30], 2))('a gallery of %i stands whole on one page with its caption', (count) => {
    const ratios = Array.from({ length: count }, () => '3:2')
    const { pages } = pagesOf(`{ gallery: [${places(ratios)}], caption: 总的说明 }`)
    const page = pages.find((one) => boxesOn(one).length > 0) as DisplayPage
    expect(boxesOn(page)).toHaveLength(count)
    const words = page.items.flatMap((one) => (one.kind === 'glyphs' ? one.texts : [])).join('')
    expect(words).toContain('总的说明')
  })

  test('the words below a row of pictures are printed, under all of them', () => {
    for (const kind of ['row', 'gallery']) {
      const { pages, structure } = pagesOf(
        `{ ${kind}: [${places(['3:2', '3:2'])}], caption: 一行的说明, fit: column }`,
      )
      const text = pages.flatMap((page) =>
        page.items.flatMap((one) => (one.kind === 'glyphs' ? one.texts : [])),
      )
      expect(text.join('')).toContain('一行的说明')
      expect(structure.filter((one) => one.role === 'Caption')).toHaveLength(1)
    }
  })

  test.each(['', 'design: classic\n'])(
    'a picture may have a page to itself, as tall as its text would be: %j',
    (design) => {
      const { issue } = reading(
        articleText(LONG, '      images:\n        - { placeholder: 图, fit: full, caption: 全景 }\n'),
        PUBLICATION + design,
      )
      const { pages } = typeset(issue, { fonts, images: new Map() }).value
      const page = pages.find((one) => boxesOn(one).length > 0) as DisplayPage
      const [box] = boxesOn(page)
      const { page: paper, grid } = issue.publication.design
      const height = (box?.bottom ?? 0) - (box?.top ?? 0)
      expect(height).toBeGreaterThan(grid.lines * grid.lineHeight * 0.9)
      expect(box?.bottom).toBeLessThan(paper.margin.top + grid.lines * grid.lineHeight)
      expect((box?.right ?? 0) - (box?.left ?? 0)).toBeGreaterThan(
        (paper.width - paper.margin.inside - paper.margin.outside) * 0.97,
      )
      // Its caption and the page's own furniture are all the words beside it.
      const words = page.items.flatMap((one) => (one.kind === 'glyphs' ? one.texts : [])).join('')
      expect(words).toContain('全景')
      expect(words).not.toContain('本月各科室')
    },
  )

  test.each(['src: a.jpg', 'alt: 甲', 'focus: [0, 0]', 'credit: 甲', 'placeholder: 甲', 'row: [{}]'])(
    'what is said of one picture is refused beside several: %s',
    (words) => {
      expect(() => pagesOf(`{ gallery: [${places(['3:2'])}], ${words} }`)).toThrow('E-ITEM-BOTH')
    },
  )
})

function rowsOf<T extends { readonly top: number }>(boxes: readonly T[]): T[][] {
  const rows: T[][] = []
  for (const one of boxes) {
    const last = rows.at(-1)
    if (last && Math.abs((last[0] as T).top - one.top) < 1) last.push(one)
    else rows.push([one])
  }
  return rows
}
