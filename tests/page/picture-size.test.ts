import { describe, expect, test } from 'vitest'
import { arrangeFigure } from '../../src/content/figure.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import type { Picture } from '../../src/issue/issue.ts'
import { setFigure } from '../../src/page/blocks/figure.ts'
import { croppedPictures } from '../../src/page/fit/complaints.ts'
import { figure, galley, picture, shaped } from './blocks.ts'

const SPAN = { file: 'a.yaml', from: 0, to: 1 }

/** A photograph of so many pixels as an article's picture, with no ratio asked for. */
function photograph(width: number, height: number, more: Partial<Picture> = {}, isMinor = false) {
  const one: Picture = {
    id: '',
    src: 'a.jpg',
    placeholder: '',
    caption: [],
    alt: '图',
    fit: 'column',
    ratio: null,
    bounded: true,
    focus: [0.5, 0.5],
    credit: '',
    span: SPAN,
    ...more,
  }
  return arrangeFigure(
    {
      design: twoColumn,
      issue: { publication: { language: 'zh-CN' } },
      pictures: new Map([['a.jpg', { width, height }]]),
    } as never,
    { id: '', row: [one], span: SPAN },
    { section: 0, article: 0 },
    { placed: false, isMinor },
  )
}

function boxOf(block: ReturnType<typeof photograph>, measure = 231) {
  const [one] = shaped([block])
  const { strips } = setFigure(one as never, galley({ measure }))
  const marks = strips.flatMap((strip) => strip.marks)
  const mark = marks.find(({ kind }) => kind === 'picture')
  if (mark?.kind !== 'picture') throw new Error('no picture')
  return mark
}

const COLUMN = 43 * 16.5

describe('a photograph keeps its own ratio', () => {
  test.each([
    ['a usual one', 1500, 1000, {}, 1.5, 0],
    ['a square', 1000, 1000, {}, 1, 0],
    ['an upright one', 900, 1200, {}, 0.75, 0],
    ['a narrow one, to 3:4', 600, 1200, {}, 0.75, 33],
    ['a flat one, to 2:1', 3000, 1000, {}, 2, 33],
    ['a flat one across the page, whole', 3000, 1000, { fit: 'page' }, 3, 0],
    ['one with a ratio, as asked for', 3000, 1000, { ratio: 1.5, bounded: undefined }, 1.5, 0],
    ['a flat one of which is said what is kept', 3000, 1000, { aimed: true }, 2, 0],
    ['one that is to be shown whole', 3000, 1000, { bounded: undefined }, 3, 0],
  ] as const)('%s', (_, width, height, more, ratio, percent) => {
    const block = photograph(width, height, more as never)
    const box = boxOf(block)
    expect(box.width / box.height).toBeCloseTo(ratio, 5)
    const said = croppedPictures(shaped([block]))
    expect(said.map(({ code, values }) => [code, values.percent])).toEqual(
      percent === 0 ? [] : [['W-PICTURE-CROPPED', percent]],
    )
  })
})

describe('how large a picture is', () => {
  test('an upright one takes less width, and less than half the column', () => {
    const box = boxOf(photograph(900, 1200))
    expect(box.height).toBeLessThan(0.4 * COLUMN)
    expect(box.width).toBeLessThan(231)
    expect(boxOf(photograph(1500, 1000)).width).toBe(231)
  })

  test('the first is the larger of two alike', () => {
    const first = boxOf(photograph(900, 1200))
    const second = boxOf(photograph(900, 1200, {}, true))
    expect(second.height).toBeLessThan(0.8 * first.height)
    expect(boxOf(photograph(1500, 1000, {}, true)).width).toBe(231)
  })

  test('one of few pixels is smaller, at the least precision, but not a stamp', () => {
    const box = boxOf(photograph(240, 160))
    expect((240 / box.width) * 72).toBeCloseTo(twoColumn.images.minPpi, 5)
    expect(boxOf(photograph(24, 16)).width).toBeCloseTo(6 * 10.5, 5)
    expect(boxOf(photograph(600, 400)).width).toBe(231)
  })

  test('pictures side by side stay equally tall', () => {
    const pixels = { width: 900, height: 1200 }
    const upright = picture({ ratio: 0.75, image: 'a.jpg', pixels })
    const [row] = shaped([figure({ pictures: [upright, picture({ ratio: 1.5, image: 'b.jpg', pixels })] })])
    const { strips } = setFigure(row as never, galley())
    const boxes = strips.flatMap(({ marks }) => marks.filter(({ kind }) => kind === 'picture'))
    expect(new Set(boxes.map((box) => ('height' in box ? box.height : 0))).size).toBe(1)
    expect(boxes).toHaveLength(2)
  })
})
