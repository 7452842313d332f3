import { expect, test } from 'vitest'
import { diagnostic } from '../../src/base/diagnostic.ts'
import type { DisplayItem, DisplayList } from '../../src/display/display-list.ts'
import { overlaysOf } from '../../src/preview/overlays.ts'
import type { GridFacts } from '../../src/preview/protocol.ts'

const grid: GridFacts = {
  columns: 2,
  columnGap: 20,
  lineHeight: 15,
  top: 50,
  bottom: 50,
  inside: 40,
  outside: 60,
}
const base = { node: null, span: null }

/** Two pages of 400 by 700 pt; the first has the items. */
function listOf(items: readonly DisplayItem[]): DisplayList {
  const page = { width: 400, height: 700 }
  const figure = { id: 7, parent: -1, role: 'Figure' }
  const pages = [
    { ...page, items },
    { ...page, items: [] },
  ]
  return { pages, structure: [figure] } as unknown as DisplayList
}
const found = (
  items: readonly DisplayItem[],
  diagnostics: Parameters<typeof overlaysOf>[0]['diagnostics'] = [],
) =>
  overlaysOf({
    list: listOf(items),
    diagnostics,
    grid,
    images: new Map([['a.jpg', { width: 600, height: 400 }]]),
    minPpi: 150,
  })

test('a loose line is shown in its column, on its line', () => {
  const values = { page: 2, column: 2, line: 3, tracking: 0.3, text: '会议' }
  const [one, ...others] = found([], [diagnostic('W-LINE-LOOSE', null, values)])
  expect(others).toEqual([])
  expect(one?.kind).toBe('loose')
  // The second page is a left one: outside, a column of 140 and the gap stand before its second column.
  expect(one?.box).toEqual({ page: 1, x: 60 + 140 + 20, y: 50 + 2 * 15, width: 140, height: 15 })
  expect(one?.words.zh).toContain('会议')
  expect(found([], [diagnostic('I-LINE-LOOSE', null, values)])).toHaveLength(1)
})

test('a hole is shown at its column’s end', () => {
  const values = { page: 1, column: 1, lines: 4, whyZh: '后面的图片太高', whyEn: 'the picture is too tall' }
  const [one] = found([], [diagnostic('W-HOLE', null, values)])
  expect(one?.kind).toBe('holes')
  expect(one?.box).toEqual({ page: 0, x: 40, y: 650 - 60, width: 140, height: 60 })
})

test('what is said of a whole page or of nothing on it has no place', () => {
  expect(found([], [diagnostic('W-COLOPHON-ALONE', null, { page: 2, lines: 3, characters: 40 })])).toEqual([])
})

test('a photograph is coarse by the pixels of its shown part', () => {
  const whole = { left: 0, top: 0, right: 1, bottom: 1 }
  const image = { ...base, kind: 'image', image: 'a.jpg', x: 40, y: 60, width: 144, height: 96 } as const
  // 600 pixels on two inches.
  expect(found([{ ...image, crop: whole }])).toEqual([])
  const [one] = found([{ ...image, crop: { ...whole, left: 0.6 } }])
  expect(one?.words).toEqual({ zh: '120 ppi，不到 150', en: '120 ppi, less than 150' })
  expect(one?.box).toEqual({ page: 0, x: 40, y: 60, width: 144, height: 96 })
  expect(found([{ ...image, crop: { ...whole, bottom: 0.4 } }])[0]?.kind).toBe('pixels')
  expect(found([{ ...image, image: 'unknown.jpg', crop: whole }])).toEqual([])
})

test('a picture still to come is shown by its panel', () => {
  const commands = [['M', 40, 80], ['L', 180, 80], ['L', 180, 170], ['L', 40, 170], ['Z']] as const
  const panel = { ...base, node: 7, kind: 'path', commands, fill: null, stroke: null } as const
  const [one] = found([panel])
  expect(one?.kind).toBe('placeholders')
  expect(one?.box).toEqual({ page: 0, x: 40, y: 80, width: 140, height: 90 })
  const photograph = {
    ...base,
    node: 7,
    kind: 'image',
    image: 'unknown.jpg',
    x: 0,
    y: 0,
    width: 9,
    height: 9,
  } as const
  const crop = { left: 0, top: 0, right: 1, bottom: 1 }
  expect(found([panel, { ...photograph, crop }])).toEqual([])
})
